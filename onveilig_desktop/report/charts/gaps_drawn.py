"""The gaps, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from onveilig_desktop.report.charts.around import days_words, short_day
from onveilig_desktop.report.charts.axes_drawn import count_lines, group_form
from onveilig_desktop.report.charts.axis import CountAxis, clusters
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.gaps import Gaps, gap_words, open_words
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.charts.runs import Gap
from onveilig_desktop.report.charts.written import Side
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.texts import gettext as _

_TALL: Final = 16.0
"""Height of the field, in font heights."""
_FAR_NAMED: Final = 6
"""So many marks at the top edge have their number beside them; more would run together."""


def draw(drawn: Gaps, look: Look, width: float) -> Drawing:
    """Draw each gap as a dot, the medians of both halves, and the open gap as an arrow."""
    pen = _Pen(drawn, look, width)
    pen.field()
    pen.medians()
    pen.gaps()
    pen.open_gap()
    return Drawing(pen.canvas, tuple(pen.hits))


def _gaps_words(count: int, first: Gap, last: Gap) -> str:
    return _("{n} gaps from {first} to {last}").format(
        n=count, first=short_day(first.before.first), last=short_day(last.after.first)
    )


class _Pen:
    def __init__(self, drawn: Gaps, look: Look, width: float) -> None:
        self._drawn = drawn
        font, measure = look.font_px, measuring(look.font_px)
        words = _("days between, in order; the arrow at the end is still open")
        if drawn.open_days is None:
            words = _("days between, in order")
        self._words = wrapped(words, width - 2 * font, measure)
        self.height = (_TALL + 5.2 + 1.2 * self._words.count("\n")) * font
        self.canvas = Canvas(width, self.height, look)
        self._left = measure(str(drawn.ceiling)) + 2.2 * font
        self._right = width - 2.5 * font
        self._counts = CountAxis(drawn.ceiling, 3.0 * font, (3.0 + _TALL) * font)
        self._radius = max(0.16 * font, min(0.36 * font, self._step / 2.2))
        self.hits: list[Hit] = []

    @property
    def _step(self) -> float:
        return (self._right - self._left) / (len(self._drawn.gaps) + 1)

    def _x(self, place: float) -> float:
        return self._left + (place + 0.5) * self._step

    def field(self) -> None:
        """Draw the height of round numbers, and hatch the gaps with a pause."""
        font, counts = self.canvas.font, self._counts
        count_lines(self.canvas, counts, self._left, self._right)
        half = min(self._step, font) / 2
        paused = [self._x(n) for n, gap in enumerate(self._drawn.gaps) if gap.is_paused]
        self.canvas.hatched((x - half, counts.top, x + half, counts.bottom) for x in paused)
        for n, line in enumerate(self._words.split("\n")):
            y = counts.bottom + (1.3 + 1.2 * n) * font
            self.canvas.words((self._left, y), line, self.canvas.look.muted)

    def medians(self) -> None:
        """Draw the usual gap of each half over the dots that it is taken from."""
        if self._drawn.halves is None:
            return
        look, font = self.canvas.look, self.canvas.font
        places = [n for n, gap in enumerate(self._drawn.gaps) if not gap.is_paused]
        half = len(places) // 2
        sides: tuple[Side, Side] = "left", "right"
        for days, ends, side in zip(
            self._drawn.halves, (places[:half], places[-half:]), sides, strict=True
        ):
            y = self._counts.y(days)
            left, right = self._x(ends[0] - 0.4), self._x(ends[-1] + 0.4)
            self.canvas.strokes([(left, y, right, y)], look.text, 2.0, zorder=3)
            at = (left if side == "left" else right), 1.2 * font
            self.canvas.words(at, days_words(days), look.text, side, bold=True)
            drop = left if side == "left" else right
            self.canvas.strokes([(drop, 1.9 * font, drop, y)], look.text, 0.8, dash=":")

    def gaps(self) -> None:
        """Draw a dot for each gap; what is too long stands at the top edge as a triangle."""
        places = [(n, gap) for n, gap in enumerate(self._drawn.gaps)]
        counted = [(n, gap) for n, gap in places if not gap.is_paused]
        colour, shape = group_form(self.canvas.look, self._drawn.row.group)
        near = [(n, gap) for n, gap in counted if gap.days <= self._drawn.ceiling]
        far = [(n, gap) for n, gap in counted if gap.days > self._drawn.ceiling]
        self.canvas.discs([self._at(*one) for one in near], colour, self._radius, shape=shape)
        self.canvas.discs([self._at(*one) for one in far], colour, self._radius * 1.2, shape="^")
        if len(far) <= _FAR_NAMED:
            for n, gap in far:
                at = self._x(n), self._counts.top + 1.3 * self.canvas.font
                self.canvas.words(at, str(gap.days), self.canvas.look.text, "center")
        for run in clusters([self._x(n) for n, _gap in places]):
            self.hits.append(self._hit([places[n] for n in run]))

    def open_gap(self) -> None:
        """Draw how long it has been now as an arrow: it can only become longer."""
        days = self._drawn.open_days
        if days is None:
            return
        look, font = self.canvas.look, self.canvas.font
        x, y = self._x(len(self._drawn.gaps)), self._counts.y(days)
        tip = max(0.8 * font, y - 2.2 * font)
        self.canvas.strokes([(x, y, x, tip)], look.text, 1.6)
        self.canvas.discs([(x, y)], look.text, self._radius, is_open=True)
        self.canvas.discs([(x, tip)], look.text, 0.32 * font, shape="^")
        last = self._drawn.gaps[-1].after
        r = max(self._radius, 0.4 * font)
        self.hits.append(Hit(x - r, tip - r, x + r, y + r, open_words(days), last.entries))

    def _at(self, place: int, gap: Gap) -> tuple[float, float]:
        return self._x(place), self._counts.y(gap.days)

    def _hit(self, places: Sequence[tuple[int, Gap]]) -> Hit:
        """Return where a gap can be pressed; what opens are the notes at both its ends."""
        (x, y), r = self._at(*places[0]), self._radius
        first, last = places[0][1], places[-1][1]
        if len(places) == 1:
            words, box = partial(gap_words, first), (x - r, y - r, x + r, y + r)
        else:
            heights = [self._at(*one)[1] for one in places]
            words = partial(_gaps_words, len(places), first, last)
            box = x - r, min(heights) - r, self._x(places[-1][0]) + r, max(heights) + r
        if first.is_paused and len(places) == 1:
            box = x - r, self._counts.top, x + r, self._counts.bottom
        return Hit(*box, words, (*first.before.entries, *last.after.entries))
