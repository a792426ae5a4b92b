"""The steps, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from onveilig_desktop.analysis import shuffled_band
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts.axes_drawn import count_lines, group_form, time_words
from onveilig_desktop.report.charts.axis import CountAxis, TimeAxis, clusters
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.key import Key, lay_out_key
from onveilig_desktop.report.charts.key_drawn import key_lines
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.steps import Run, Steps, step_words
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark
from onveilig_desktop.report.picture import Hit
from onveilig_desktop.texts import gettext as _

_TALL: Final = 17.0
"""Height of the field, in font heights."""
_ROOM: Final = 1.2
"""Steps are marked while they are so many times as far apart as a mark is wide."""


def draw(drawn: Steps, look: Look, width: float) -> Drawing:
    """Draw the steps, the straight line, and the band of shuffled orders."""
    pen = _Pen(drawn, look, width)
    pen.field()
    for run in drawn.runs:
        pen.run(run)
    pen.steps()
    return Drawing(pen.canvas, pen.hits())


def _behind(marks: Sequence[Mark]) -> tuple[EntryId, ...]:
    return tuple([entry for mark in marks for entry in mark.entries])


class _Pen:
    def __init__(self, drawn: Steps, look: Look, width: float) -> None:
        self._drawn = drawn
        self._font = font = look.font_px
        measure = measuring(font)
        most = len(drawn.marks)
        self._counts = CountAxis(most, 0.8 * font, (0.8 + _TALL) * font)
        left = measure(str(most)) + 2.2 * font
        self._axis = TimeAxis.over(
            drawn.marks[0].first, drawn.marks[-1].first, left, width - 2 * font
        )
        self._ticks = self._axis.ticks(font, measure)
        self._key: Key = lay_out_key(
            [
                ("step", _("one step for each day noted")),
                ("straight", _("always equally far apart")),
                ("band", _("90 of 100 random orders")),
                *([("unseen", _("a pause"))] if drawn.pauses else []),
            ],
            width,
            self._counts.bottom + 3.9 * font,
            font,
            measure,
        )
        self.height = self._key.bottom
        self.canvas = Canvas(width, self.height, look)
        self._radius = min(0.33 * font, max(0.14 * font, (self._axis.right - left) / (3 * most)))

    def field(self) -> None:
        """Draw the height of round numbers, time, pauses, and the key."""
        top, bottom = self._counts.top, self._counts.bottom
        spans = [
            self._axis.span(first, last)
            for first, last in self._drawn.pauses
            if last >= self._axis.first and first <= self._axis.last
        ]
        self.canvas.hatched((left, top, right, bottom) for left, right in spans)
        count_lines(self.canvas, self._counts, self._axis.left, self._axis.right)
        time_words(self.canvas, self._axis, self._ticks, bottom)
        key_lines(self.canvas, self._key)

    def run(self, run: Run) -> None:
        """Draw the band and the straight line of one stretch."""
        look, count = self.canvas.look, self._counts.y
        band = shuffled_band((run.gaps,))
        days = [(run.first + timedelta(low), run.first + timedelta(high)) for low, high in band]
        heights = [count(run.before + 1 + n) for n in range(len(days))]
        low = [
            (self._axis.middle(early), y) for (early, _late), y in zip(days, heights, strict=True)
        ]
        high = [
            (self._axis.middle(late), y) for (_early, late), y in zip(days, heights, strict=True)
        ]
        self.canvas.area([*low, *reversed(high)], look.band, edge=look.edge)
        end = run.first + timedelta(sum(run.gaps))
        ends = [
            (self._axis.middle(run.first), count(run.before + 1)),
            (self._axis.middle(end), count(run.before + 1 + len(run.gaps))),
        ]
        self.canvas.line(ends, look.muted, 1.2, dash="--", zorder=2.5)

    def steps(self) -> None:
        """Draw the steps, with a mark on each while there is room."""
        colour, shape = group_form(self.canvas.look, self._drawn.row.group)
        points = self._points()
        path = [points[0]]
        for x, y in points[1:]:
            path += [(x, path[-1][1]), (x, y)]
        self.canvas.line(path, colour, 1.6)
        apart = (self._axis.right - self._axis.left) / len(points)
        if apart >= _ROOM * self._radius:
            self.canvas.discs(points, colour, self._radius, shape=shape)

    def hits(self) -> tuple[Hit, ...]:
        """Return where each step can be pressed."""
        marks, points, r = self._drawn.marks, self._points(), max(self._radius, 0.25 * self._font)
        found = []
        for run in clusters([x for x, _y in points]):
            some = [marks[n] for n in run]
            found.append(
                Hit(
                    left=points[run[0]][0] - r,
                    top=points[run[-1]][1] - r,
                    right=points[run[-1]][0] + r,
                    bottom=points[run[0]][1] + r,
                    said=partial(step_words, some, run[0], len(marks)),
                    behind=partial(_behind, some),
                )
            )
        return tuple(found)

    def _points(self) -> list[tuple[float, float]]:
        return [
            (self._axis.middle(mark.first), self._counts.y(n))
            for n, mark in enumerate(self._drawn.marks, 1)
        ]
