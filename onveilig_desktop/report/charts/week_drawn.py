"""The week, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from onveilig_desktop.report.charts.axes_drawn import tint
from onveilig_desktop.report.charts.canvas import Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.lines_of_text import wrapped
from onveilig_desktop.report.charts.week import (
    PARTS,
    Place,
    Week,
    cell_words,
    part_label,
    weekday_words,
)
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.picture import Hit

_ROW: Final = 1.9
_HEAD: Final = 4.0
_APART: Final = 1.6
_DAYS: Final = 7
_SMALL: Final = 0.6
"""How small the words over a column may become, in parts of the font."""


def draw(weeks: Sequence[Week], look: Look, width: float) -> Drawing:
    """Draw a grid of counts for each week, side by side while there is room."""
    font = look.font_px
    half = (width - _APART * font) / 2
    beside = len(weeks) > 1 and half >= _least(font)
    across = half if beside else width
    tall = (_HEAD + _DAYS * _ROW + _APART) * font
    height = tall if beside else tall * len(weeks)
    canvas = Canvas(width, height, look)
    hits: list[Hit] = []
    for n, week in enumerate(weeks):
        left, top = (n * (across + _APART * font), 0.0) if beside else (0.0, n * tall)
        hits += _Grid(canvas, week, left, top, across).drawn()
    return Drawing(canvas, tuple(hits))


def _least(font: float) -> float:
    """Return the width that a week needs for all its words on one line."""
    measure = measuring(font)
    names = max(measure(weekday_words(weekday)) for weekday in range(_DAYS))
    return names + 1.7 * font + len(PARTS) * _widest_head(font)


def _widest_head(font: float) -> float:
    """Return how wide the longest word over a column is, with a little air."""
    words = [word for part in PARTS for word in part_label(part).split()]
    return max(map(measuring(font), words)) + 0.3 * font


class _Grid:
    """One week on the canvas."""

    def __init__(self, canvas: Canvas, week: Week, left: float, top: float, across: float) -> None:
        self._canvas = canvas
        self._week = week
        self._font = font = canvas.font
        measure = measuring(font)
        names = [weekday_words(weekday) for weekday in range(_DAYS)]
        if max(map(measure, names)) > 0.24 * across:
            names = [weekday_words(weekday, "EEE").rstrip(".") for weekday in range(_DAYS)]
        self._names = names
        self._edge = left
        self._left = left + max(map(measure, names)) + 1.2 * font
        self._top = top + _HEAD * font
        self._cell = (left + across - 0.5 * font - self._left) / len(PARTS)
        self._heads = [wrapped(part_label(part), self._cell, measure, most=2) for part in PARTS]
        self._size = font
        if self._cell < _widest_head(font):
            self._size = max(_SMALL * font, font * self._cell / _widest_head(font))
            small = measuring(self._size)
            self._heads = [wrapped(part_label(part), self._cell, small) for part in PARTS]
        self._most = max((week.count(place) for place in week.cells), default=1)

    def drawn(self) -> Sequence[Hit]:
        """Draw it, and return its counts by row."""
        look, font = self._canvas.look, self._font
        at = self._edge + 0.2 * font, self._top - 3.2 * font
        self._canvas.words(at, self._week.label, look.text, bold=True)
        for n, head in enumerate(self._heads):
            middle = self._left + (n + 0.5) * self._cell, self._top - 1.2 * font
            self._canvas.words(middle, head, look.muted, "center", size=self._size)
        for weekday, name in enumerate(self._names):
            y = self._top + (weekday + 0.5) * _ROW * font
            self._canvas.words((self._left - 0.7 * font, y), name, look.text, "right")
        places = [(weekday, part) for weekday in range(_DAYS) for part in PARTS]
        for place in places:
            self._count(place)
        return [self._hit(place) for place in places if self._week.count(place)]

    def _count(self, place: Place) -> None:
        look, count = self._canvas.look, self._week.count(place)
        left, top, right, bottom = self._box(place)
        colour = look.friction if self._week.is_friction else look.text
        fill = tint(look, colour, count / self._most) if count else "none"
        self._canvas.boxes([self._box(place)], fill, edge=look.edge if count else look.line)
        middle = (left + right) / 2, (top + bottom) / 2
        self._canvas.words(middle, str(count or ""), look.text, "center", bold=True)

    def _hit(self, place: Place) -> Hit:
        words = cell_words(self._week, place)
        return Hit(*self._box(place), words, partial(self._week.entries, place))

    def _box(self, place: Place) -> tuple[float, float, float, float]:
        weekday, part = place
        left = self._left + PARTS.index(part) * self._cell
        top = self._top + weekday * _ROW * self._font
        return left + 1, top + 1, left + self._cell - 1, top + _ROW * self._font - 1
