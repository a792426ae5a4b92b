"""The event strip, drawn. Importing this brings matplotlib in."""

from collections.abc import Sequence
from typing import NamedTuple

from onveilig_desktop.catalog import Group
from onveilig_desktop.report.charts.canvas import EDGE, Canvas, measuring
from onveilig_desktop.report.charts.drawing import Drawing
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.picture import Picture
from onveilig_desktop.report.strip import MARK, KeyItem, Strip, lay_out


def draw_strip(patterns: Patterns, look: Look, width: float) -> Drawing | None:
    """Draw the event strip, *width* logical pixels wide; the rows decide its height.

    Returns nothing when there is nothing to show.
    """
    strip = lay_out(patterns, width, look.font_px, measuring(look.font_px))
    if strip is None:
        return None
    pen = _Pen(Canvas(strip.width, strip.height, look), strip)
    pen.grid()
    pen.words()
    for group in dict.fromkeys(row.group for row, _y in strip.rows):
        pen.marks(group)
    pen.key()
    return Drawing(pen.canvas.figure, strip.width, strip.height, strip.hits())


def strip_picture(
    patterns: Patterns, look: Look, width_px: int, pixel_ratio: float = 1.0
) -> Picture | None:
    """Return the event strip as pixels, or nothing when there is nothing to show."""
    drawing = draw_strip(patterns, look, width_px)
    return None if drawing is None else drawing.picture(pixel_ratio)


def strip_svg(patterns: Patterns, look: Look, width_pt: float) -> bytes | None:
    """Return the event strip for paper, or nothing when there is nothing to show."""
    drawing = draw_strip(patterns, look, width_pt)
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
        self._look = look = canvas.look
        self._colours = {
            None: look.text,
            Group.UNSAFETY: look.unsafety,
            Group.VIOLENCE: look.violence,
            Group.FRICTION: look.friction,
        }

    def grid(self) -> None:
        """Draw a light line for each row and each tick, and the words of the ticks."""
        strip, font, look = self._strip, self._strip.font, self._look
        for tick in strip.ticks:
            x = strip.x(tick.day)
            self.canvas.words((x, strip.bottom + font), tick.label, look.muted, "center")
            self.canvas.words((x, strip.bottom + 2.3 * font), tick.year, look.muted, "center")
        places = [strip.x(tick.day) for tick in strip.ticks]
        uprights = [(x, 0.4 * font, x, strip.bottom + 0.2 * font) for x in places]
        self.canvas.strokes(uprights, look.line, 0.4, zorder=1)
        rows = [(strip.left, y, strip.right, y) for _row, y in strip.rows]
        self.canvas.strokes(rows, look.line, 1.0, zorder=1)

    def words(self) -> None:
        """Write the names of the rows at the left and their counts at the right."""
        strip, font, ink = self._strip, self._strip.font, self._look.text
        for (row, y), label in zip(strip.rows, strip.labels, strict=True):
            bold = row.signal is None
            self.canvas.words((strip.left - font, y), label, ink, "right", bold=bold)
            self.canvas.words((strip.right + font, y), row.count_words, ink, "left", bold=bold)

    def marks(self, group: Group | None) -> None:
        """Draw every mark of one kind of row."""
        places = [
            _Place(row, mark, *self._strip.ends(mark), y)
            for row, y in self._strip.rows
            if row.group is group
            for mark in row.marks
        ]
        colour, shape = self._colours[group], "D" if group is Group.FRICTION else "o"
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

    def key(self) -> None:
        """Draw the forms in use with what they mean."""
        for item in self._strip.key:
            self._form(item)
            x = item.x + 1.1 * self._strip.font
            self.canvas.words((x, item.y), item.words, self._look.muted)

    def _form(self, item: KeyItem) -> None:
        font, colour = self._strip.font, self._look.text
        full, reach, centre = MARK * font, 0.7 * font, (item.x, item.y)
        if item.form == "month":
            bar = [(item.x - reach, item.y, item.x + reach, item.y)]
            self.canvas.strokes(bar, colour, 0.42 * font)
        elif item.form == "friction":
            self.canvas.discs([centre], self._look.friction, full, shape="D")
        else:
            self.canvas.discs([centre], colour, full, is_open=item.form == "late")
        if item.form == "repaired":
            self.canvas.rings([centre], full)

    def _bars(self, places: Sequence[_Place], colour: str) -> None:
        font = self._strip.font
        bars = [(p.left, p.y, p.right, p.y) for p in places]
        self.canvas.strokes(bars, colour, 0.42 * font)
        inset = 0.12 * font
        late = [p for p in places if p.mark.late]
        hollow = [(p.left + inset, p.y, p.right - inset, p.y) for p in late]
        self.canvas.strokes(hollow, self._look.surface, 0.18 * font)
