"""The answers about trust and doubt, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts.axes_drawn import time_words
from onveilig_desktop.report.charts.axis import TimeAxis, clusters
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.key import lay_out_key
from onveilig_desktop.report.charts.key_drawn import MARK, key_lines
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.charts.trust import LEVELS, Answer, Answers, Trust, answer_words
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.report.words import trust_words
from onveilig_desktop.texts import gettext as _

_LABEL: Final = 9.0
_HEAD: Final = 2.2
_ROW: Final = 1.7
_TALL_ROW: Final = 2.9
"""Heights in font heights; a row is taller where its words need two lines."""


def draw(drawn: Trust, look: Look, width: float) -> Drawing:
    """Draw the dots of each kind in a field of its own, over the same days."""
    pen = _Pen(drawn, look, width)
    hits: list[Hit] = []
    for kind, top in pen.fields:
        pen.field(kind, top)
        for level in LEVELS:
            hits += pen.level(kind, level, top)
    pen.foot()
    return Drawing(pen.canvas, tuple(hits))


def _behind(answers: Sequence[Answer]) -> tuple[EntryId, ...]:
    return tuple([answer.entry for answer in answers if answer.entry is not None])


class _Pen:
    def __init__(self, drawn: Trust, look: Look, width: float) -> None:
        self._drawn = drawn
        self._font = font = look.font_px
        measure = measuring(font)
        self._labels = {
            level: wrapped(trust_words(level), _LABEL * font, measure) for level in LEVELS
        }
        lines = [line for words in self._labels.values() for line in words.split("\n")]
        self._row = (_TALL_ROW if len(lines) > len(LEVELS) else _ROW) * font
        most = max(len(kind.answers) for kind in drawn.kinds)
        left = max(map(measure, lines)) + 2 * font
        self._axis = TimeAxis.over(
            drawn.first, drawn.last, left, width - measure(str(most)) - 2.5 * font
        )
        tall = _HEAD * font + len(LEVELS) * self._row
        shown = [kind for kind in drawn.kinds if kind.answers]
        self.fields = [(kind, n * (tall + 0.8 * font)) for n, kind in enumerate(shown)]
        self._bottom = self.fields[-1][1] + tall + 0.2 * font
        self._key = lay_out_key(self._forms(), width, self._bottom + 3.9 * font, font, measure)
        self.height = self._key.bottom
        self.canvas = Canvas(width, self.height, look)

    def _forms(self) -> list[tuple[str, str]]:
        first = self._drawn.kinds[0]
        others = [answer for kind in self._drawn.kinds[1:] for answer in kind.answers]
        forms = [
            (first.form, first.label, bool(first.answers)),
            ("other", _("other entry"), any(answer.entry is not None for answer in others)),
            ("check-in", _("check-in"), any(answer.entry is None for answer in others)),
            ("unseen", _("a pause"), bool(self._spans())),
        ]
        return [(form, words) for form, words, used in forms if used]

    def field(self, kind: Answers, top: float) -> None:
        """Draw the name of a kind, its levels in words, and how often each was answered."""
        look, font = self.canvas.look, self._font
        start = top + _HEAD * font
        end = start + len(LEVELS) * self._row
        self.canvas.hatched((left, start, right, end) for left, right in self._spans())
        self.canvas.words((0.5 * font, top + 1.1 * font), kind.label, look.text, bold=True)
        for level in LEVELS:
            y = self._y(level, top)
            line = [(self._axis.left, y, self._axis.right, y)]
            self.canvas.strokes(line, look.edge if level == 0 else look.line, 0.9, zorder=1.4)
            at = self._axis.left - 0.8 * font, y
            self.canvas.words(at, self._labels[level], look.text, "right")

    def level(self, kind: Answers, level: int, top: float) -> Sequence[Hit]:
        """Draw the dots of one level, and return where they can be pressed."""
        look, radius, y = self.canvas.look, MARK * self._font, self._y(level, top)
        answers = kind.at(level)
        at = self._axis.right + self._font, y
        self.canvas.words(at, str(len(answers)), look.text, bold=True)
        places = [self._axis.middle(answer.day) for answer in answers]
        runs = [[answers[n] for n in run] for run in clusters(places)]
        noted = [(self._x(run), y) for run in runs if any(one.entry for one in run)]
        checked = [(self._x(run), y) for run in runs if not any(one.entry for one in run)]
        colour, shape = {
            "day": (look.text, "o"),
            "friction": (look.friction, "D"),
            "other": (look.edge, "s"),
        }[kind.form]
        self.canvas.discs(noted, colour, radius, shape=shape)
        self.canvas.discs(checked, look.text, radius, shape="s", is_open=True)
        return [self._hit(kind, run, y) for run in runs]

    def foot(self) -> None:
        """Write the days under the fields, and the key."""
        ticks = self._axis.ticks(self._font, measuring(self._font))
        time_words(self.canvas, self._axis, ticks, self._bottom)
        key_lines(self.canvas, self._key)

    def _hit(self, kind: Answers, run: Sequence[Answer], y: float) -> Hit:
        r = MARK * self._font
        left, right = self._axis.middle(run[0].day) - r, self._axis.middle(run[-1].day) + r
        words, behind = partial(answer_words, kind, run), partial(_behind, run)
        return Hit(left, y - r, right, y + r, words, behind)

    def _x(self, run: Sequence[Answer]) -> float:
        return self._axis.middle(run[0].day)

    def _y(self, level: int, top: float) -> float:
        return top + _HEAD * self._font + (LEVELS.index(level) + 0.5) * self._row

    def _spans(self) -> list[tuple[float, float]]:
        return [
            self._axis.span(first, last)
            for first, last in self._drawn.pauses
            if last >= self._axis.first and first <= self._axis.last
        ]
