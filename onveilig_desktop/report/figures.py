"""The event strip, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from onveilig_desktop.catalog import Group
from onveilig_desktop.report.charts.axes_drawn import group_form, time_words
from onveilig_desktop.report.charts.canvas import EDGE, Canvas
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.charts.key_drawn import key_lines
from onveilig_desktop.report.charts.lettering import measuring
from onveilig_desktop.report.charts.written import Side
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.strip import MARK, Strip, lay_out


def draw_strip(
    patterns: Patterns, look: Look, width: float, *, is_dense: bool = False
) -> Drawing | None:
    """Draw the event strip, *width* logical pixels wide; the rows decide its height.

    Returns nothing when there is nothing to show.
    """
    strip = lay_out(patterns, width, look.font_px, measuring(look.font_px), is_dense=is_dense)
    if strip is None:
        return None
    pen = _Pen(Canvas(strip.width, strip.height, look), strip)
    pen.grid()
    pen.markers()
    pen.words()
    for group in dict.fromkeys(row.group for row, _y in strip.rows):
        pen.marks(group)
    key_lines(pen.canvas, strip.key)
    return Drawing(pen.canvas, strip.hits())


def strip_svg(patterns: Patterns, look: Look, width_pt: float) -> bytes | None:
    """Return the event strip for paper, or nothing when there is nothing to show.

    Markers stay behind: they are the person's own words, and nobody chose to give them.
    """
    drawing = draw_strip(replace(patterns, markers=()), look, width_pt, is_dense=True)
    return None if drawing is None else drawing.svg()


class _Place(NamedTuple):
    row: Row
    mark: Mark
    left: float
    right: float
    y: float


class _Pen:
    """Draws one strip; all marks of a form in one stroke."""

    def __init__(self, canvas: Canvas, strip: Strip) -> None:
        self.canvas = canvas
        self._strip = strip
        self._look = canvas.look

    def grid(self) -> None:
        """Draw a light line for each row and each tick, and hatch what nobody wrote about."""
        strip, font, look = self._strip, self._strip.font, self._look
        for top, bottom in self._bands():
            self.canvas.hatched((left, top, right, bottom) for left, right in strip.unseen)
        time_words(self.canvas, strip.axis, strip.ticks, strip.bottom)
        places = [strip.axis.x(tick.day) for tick in strip.ticks]
        uprights = [(x, strip.top, x, strip.bottom + 0.2 * font) for x in places]
        self.canvas.strokes(uprights, look.line, 0.4, zorder=1)
        rows = [(strip.axis.left, y, strip.axis.right, y) for _row, y in strip.rows]
        self.canvas.strokes(rows, look.line, 1.0, zorder=1)

    def _bands(self) -> Sequence[tuple[float, float]]:
        """Return the heights between which is hatched: all, or no more than the rows' lines."""
        strip, half = self._strip, 0.8 * self._strip.font
        if any(name.is_above for name in strip.names):
            return [(y - half, y + half) for _row, y in strip.rows]
        return [(strip.top, strip.bottom)]

    def markers(self) -> None:
        """Draw a neutral line with a number for what else was going on."""
        strip, look = self._strip, self._look
        y = strip.top - 0.8 * strip.font
        lines = [(x, strip.top, x, strip.bottom) for _marker, x, _number in strip.markers]
        self.canvas.strokes(lines, look.muted, 1.2, zorder=1.5, dash="--")
        for _marker, x, number in strip.markers:
            self.canvas.words((x, y), number, look.muted, "center", bold=True)

    def words(self) -> None:
        """Write the names of the rows and their counts."""
        strip, ink = self._strip, self._look.text
        for (row, _y), name in zip(strip.rows, strip.names, strict=True):
            bold = row.signal is None
            sides: tuple[Side, Side] = ("left", "right") if name.is_above else ("right", "left")
            self.canvas.words((name.x, name.y), name.words, ink, sides[0], bold=bold)
            self.canvas.words((name.count_x, name.y), row.count_words, ink, sides[1], bold=bold)

    def marks(self, group: Group | None) -> None:
        """Draw every mark of one kind of row."""
        places = [
            _Place(row, mark, *self._strip.ends(mark), y)
            for row, y in self._strip.rows
            if row.group is group
            for mark in row.marks
        ]
        colour, shape = group_form(self._look, group)
        self._bars([p for p in places if p.mark.is_month], colour)
        days = [p for p in places if not p.mark.is_month]
        size = self._strip.radius
        ringed = [((p.left + p.right) / 2, p.y) for p in places if p.mark.repaired]
        self.canvas.rings(ringed, size)
        edge = EDGE if size >= MARK * self._strip.font else 0
        noted = [(p.left, p.y) for p in days if not p.mark.late]
        self.canvas.discs(noted, colour, size, shape=shape, edge=edge)
        late = [(p.left, p.y) for p in days if p.mark.late]
        self.canvas.discs(late, colour, size, shape=shape, is_open=True)

    def _bars(self, places: Sequence[_Place], colour: str) -> None:
        font = self._strip.font
        bars = [(p.left, p.y, p.right, p.y) for p in places]
        self.canvas.strokes(bars, colour, 0.42 * font)
        inset = 0.12 * font
        late = [p for p in places if p.mark.late]
        hollow = [(p.left + inset, p.y, p.right - inset, p.y) for p in late]
        self.canvas.strokes(hollow, self._look.surface, 0.18 * font)
