"""The curves until it was noted again, drawn. Importing this brings matplotlib in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from onveilig_desktop.analysis import Wait
from onveilig_desktop.report.charts.axis import round_steps
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.key import lay_out_key
from onveilig_desktop.report.charts.key_drawn import key_lines
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.charts.returns import Curve, wait_words
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.texts import gettext as _

_TALL: Final = 14.0
_TOP: Final = 0.8
_LABEL: Final = 8.0
"""Heights and widths in font heights: the field, above it, and the words at the left."""


def draw(curves: Sequence[Curve], look: Look, width: float) -> Drawing:
    """Draw a curve for each, with ticks where waiting was cut short, and who is waiting."""
    pen = _Pen(curves, look, width)
    pen.field()
    for curve in curves:
        pen.curve(curve)
    pen.waiting()
    hits = chain.from_iterable(pen.hits(curve) for curve in curves)
    return Drawing(pen.canvas, tuple(hits))


class _Pen:
    def __init__(self, curves: Sequence[Curve], look: Look, width: float) -> None:
        self._curves = curves
        self._font = font = look.font_px
        self._measure = measure = measuring(font)
        self._labels = [wrapped(curve.label, _LABEL * font, measure) for curve in curves]
        words = [line for label in (*self._labels, *_heights()) for line in label.split("\n")]
        numbers = measure(str(max(len(curve.waits) for curve in curves)))
        self._left = max(map(measure, words)) + numbers / 2 + 1.8 * font
        self._names = self._left - numbers / 2 - 0.7 * font
        self._right = width - 1.5 * font
        self._bottom = (_TOP + _TALL) * font
        self._days = max(1, *(curve.end for curve in curves))
        head = _("Still waiting after so many days:")
        self._head = wrapped(head, width - font, measure).split("\n")
        self._rows = [self._bottom + (3.75 + 1.25 * len(self._head)) * font]
        for label in self._labels:
            self._rows.append(self._rows[-1] + (1.0 + 1.25 * (label.count("\n") + 1)) * font)
        forms = [("repair" if c.is_repaired else "without", c.label) for c in curves]
        self._key = lay_out_key(
            [*forms, ("waiting", _("not noted again so far"))],
            width,
            self._rows[-1] + 0.6 * font,
            font,
            measure,
        )
        self.height = self._key.bottom
        self.canvas = Canvas(width, self.height, look)

    def field(self) -> None:
        """Draw the days, and at the left in words how many are still waiting."""
        look, font = self.canvas.look, self._font
        for part, words in zip((1.0, 0.5, 0.0), _heights(), strict=True):
            y = self._y(part)
            self.canvas.strokes([(self._left, y, self._right, y)], look.line, 0.8, zorder=1)
            self.canvas.words((self._names, y), words, look.muted, "right")
        for days in self._ticks():
            self.canvas.words((self._x(days), self._bottom + font), str(days), look.muted, "center")
        at = (self._left + self._right) / 2, self._bottom + 2.4 * font
        self.canvas.words(at, _("days afterwards"), look.muted, "center")
        key_lines(self.canvas, self._key)

    def curve(self, curve: Curve) -> None:
        """Draw one curve, as long as enough are waiting."""
        look = self.canvas.look
        colour = look.repair if curve.is_repaired else look.text
        path = [(self._x(0), self._y(1.0))]
        for step in curve.steps:
            if step.time <= curve.end:
                path += [(self._x(step.time), path[-1][1])]
                path += [(self._x(step.time), self._y(step.survival))]
        path.append((self._x(curve.end), path[-1][1]))
        width, dash = (2.2, "-") if curve.is_repaired else (1.8, "--")
        self.canvas.line(path, colour, width, dash=dash)
        reach = 0.4 * self._font
        cut = [self._at(curve, wait.days) for wait in curve.waits if self._is_tick(curve, wait)]
        self.canvas.strokes([(x, y - reach, x, y + reach) for x, y in cut], colour, 1.4, zorder=4)

    def waiting(self) -> None:
        """Write under the days how many are still waiting."""
        look, font = self.canvas.look, self._font
        y = self._bottom + 3.8 * font
        for n, line in enumerate(self._head):
            self.canvas.words((0.5 * font, y + 1.25 * n * font), line, look.muted)
        for curve, label, top in zip(self._curves, self._labels, self._rows, strict=False):
            y = top + 0.7 * font * (label.count("\n") + 1)
            self.canvas.words((self._names, y), label, look.text, "right")
            for days in self._ticks():
                count = str(curve.waiting(days))
                self.canvas.words((self._x(days), y), count, look.text, "center")

    def hits(self, curve: Curve) -> Iterator[Hit]:
        """Yield where each step and each tick can be pressed, by the days it took."""
        r = 0.45 * self._font
        grouped: dict[tuple[int, bool], list[Wait]] = defaultdict(list)
        for wait in curve.waits:
            if wait.days <= curve.end:
                grouped[wait.days, not wait.came_back].append(wait)
        for (days, _is_open), waits in sorted(grouped.items()):
            x, y = self._at(curve, days)
            entries = tuple([entry for wait in waits for entry in curve.entries[wait.since]])
            yield Hit(x - r, y - r, x + r, y + r, wait_words(curve, waits), entries)

    def _is_tick(self, curve: Curve, wait: Wait) -> bool:
        return not wait.came_back and wait.days <= curve.end

    def _at(self, curve: Curve, days: int) -> tuple[float, float]:
        height = 1.0
        for step in curve.steps:
            if step.time > days:
                break
            height = step.survival
        return self._x(days), self._y(height)

    def _x(self, days: float) -> float:
        return self._left + days / self._days * (self._right - self._left)

    def _y(self, part: float) -> float:
        return self._bottom - part * _TALL * self._font

    def _ticks(self) -> range:
        room = int((self._right - self._left) / (self._measure(str(self._days)) + 1.5 * self._font))
        step = next(step for step in round_steps() if self._days / step <= max(1, room))
        return range(0, self._days + 1, step)


def _heights() -> tuple[str, str, str]:
    return _("all waiting"), _("half"), _("none")
