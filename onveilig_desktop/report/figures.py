"""Charts, drawn by matplotlib without a window: on the worker, for screen and paper.

Importing this brings matplotlib in. Figures are made per drawing and thrown away;
pyplot, which keeps them, is never used.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font

from onveilig_desktop.catalog import Group
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.picture import Picture
from onveilig_desktop.report.strip import MARK, KeyItem, Strip, lay_out

_FONTS: Final = Path(mpl.get_data_path(), "fonts", "ttf")
_PLAIN: Final = _FONTS / "DejaVuSans.ttf"
_BOLD: Final = _FONTS / "DejaVuSans-Bold.ttf"
_INCH: Final = 72
"""Dots per inch at which a point is a logical pixel."""
_SLACK: Final = 0.01
"""A hair over, for matplotlib cuts off what arithmetic leaves just below a whole pixel."""
_EDGE: Final = 0.6
_OPEN_EDGE: Final = 1.4
_NOTHING_OF_THE_MAKER: Final = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def strip_picture(
    patterns: Patterns, look: Look, width_px: int, pixel_ratio: float = 1.0
) -> Picture | None:
    """Draw the event strip, *width_px* logical pixels wide; the rows decide its height.

    Returns nothing when there is nothing to show.
    """
    strip = _laid_out(patterns, look, width_px)
    if strip is None:
        return None
    file = BytesIO()
    _drawn(strip, look).savefig(file, format="rgba", dpi=_INCH * pixel_ratio)
    return Picture(
        width=int(strip.width),
        height=int(strip.height),
        pixel_ratio=pixel_ratio,
        device_width=int((strip.width + _SLACK) * pixel_ratio),
        device_height=int((strip.height + _SLACK) * pixel_ratio),
        rgba=file.getvalue(),
        hits=strip.hits(),
    )


def event_strip(patterns: Patterns, look: Look, width_px: float) -> Figure | None:
    """Return the event strip as a figure, or nothing when there is nothing to show."""
    strip = _laid_out(patterns, look, width_px)
    return None if strip is None else _drawn(strip, look)


def strip_svg(patterns: Patterns, look: Look, width_pt: float) -> bytes | None:
    """Return the event strip for paper, the same bytes each time and nothing of the maker."""
    figure = event_strip(patterns, look, width_pt)
    if figure is None:
        return None
    file = BytesIO()
    with mpl.rc_context({"svg.hashsalt": "strip", "svg.fonttype": "path"}):
        figure.savefig(file, format="svg", metadata=_NOTHING_OF_THE_MAKER)
    return file.getvalue()


def _laid_out(patterns: Patterns, look: Look, width: float) -> Strip | None:
    font = get_font(str(_BOLD))

    def measure(text: str) -> float:
        font.set_size(look.font_px, _INCH)
        font.set_text(text)
        return float(font.get_width_height()[0]) / 64

    return lay_out(patterns, width, look.font_px, measure)


def _drawn(strip: Strip, look: Look) -> Figure:
    """Draw on one axes whose units are pixels from the top left: that is the cheapest."""
    size = (strip.width + _SLACK) / _INCH, (strip.height + _SLACK) / _INCH
    figure = Figure(size, _INCH, facecolor=look.surface)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, strip.width)
    axes.set_ylim(strip.height, 0)
    pen = _Pen(axes, strip, look)
    pen.grid()
    pen.words()
    for group in dict.fromkeys(row.group for row, _y in strip.rows):
        pen.marks(group)
    pen.key()
    return figure


_Points = Sequence[tuple[float, float]]


class _Place(NamedTuple):
    row: Row
    mark: Mark
    left: float
    right: float
    y: float


class _Pen:
    """Draws one strip with one look; all marks of a form in one stroke."""

    def __init__(self, axes: Axes, strip: Strip, look: Look) -> None:
        self._axes = axes
        self._strip = strip
        self._look = look
        self._colours = {
            None: look.text,
            Group.UNSAFETY: look.unsafety,
            Group.VIOLENCE: look.violence,
            Group.FRICTION: look.friction,
        }

    def grid(self) -> None:
        """Draw a light line for each row and each tick, and the words of the ticks."""
        strip, font = self._strip, self._strip.font
        for tick in strip.ticks:
            x = strip.x(tick.day)
            self._text(x, strip.bottom + font, tick.label, self._look.muted, "center")
            self._text(x, strip.bottom + 2.3 * font, tick.year, self._look.muted, "center")
        places = [strip.x(tick.day) for tick in strip.ticks]
        self._lines([(x, 0.4 * font, x, strip.bottom + 0.2 * font) for x in places], 0.4)
        self._lines([(strip.left, y, strip.right, y) for _row, y in strip.rows], 1.0)

    def words(self) -> None:
        """Write the names of the rows at the left and their counts at the right."""
        strip, font = self._strip, self._strip.font
        for (row, y), label in zip(strip.rows, strip.labels, strict=True):
            bold = row.signal is None
            self._text(strip.left - font, y, label, self._look.text, "right", bold=bold)
            self._text(strip.right + font, y, row.count_words, self._look.text, "left", bold=bold)

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
        self._rings([((p.left + p.right) / 2, p.y) for p in places if p.mark.repaired], size)
        self._points([(p.left, p.y) for p in days if not p.mark.late], colour, shape, size)
        late = [(p.left, p.y) for p in days if p.mark.late]
        self._points(late, colour, shape, size, is_open=True)

    def key(self) -> None:
        """Draw the forms in use with what they mean."""
        for item in self._strip.key:
            self._form(item)
            self._text(item.x + 1.1 * self._strip.font, item.y, item.words, self._look.muted)

    def _form(self, item: KeyItem) -> None:
        full = MARK * self._strip.font
        centre, colour, reach = (item.x, item.y), self._look.text, 0.7 * self._strip.font
        if item.form == "month":
            self._stroke([(item.x - reach, item.y, item.x + reach, item.y)], colour, 0.42)
        elif item.form == "friction":
            self._points([centre], self._look.friction, "D", full)
        else:
            self._points([centre], colour, "o", full, is_open=item.form == "late")
        if item.form == "repaired":
            self._rings([centre], full)

    def _bars(self, places: Sequence[_Place], colour: str) -> None:
        self._stroke([(p.left, p.y, p.right, p.y) for p in places], colour, 0.42)
        late = [p for p in places if p.mark.late]
        inset = 0.12 * self._strip.font
        hollow = [(p.left + inset, p.y, p.right - inset, p.y) for p in late]
        self._stroke(hollow, self._look.surface, 0.18)

    def _points(
        self, points: _Points, colour: str, shape: str, radius: float, *, is_open: bool = False
    ) -> None:
        """Draw discs or diamonds; a thin edge keeps neighbours apart while there is room."""
        size = radius * (1.9 if shape == "D" else 2)
        edge = _OPEN_EDGE if is_open else _EDGE if radius >= MARK * self._strip.font else 0
        self._dots(
            points,
            marker=shape,
            markersize=size - edge / 2,
            markerfacecolor=self._look.surface if is_open else colour,
            markeredgecolor=colour if is_open else self._look.surface,
            markeredgewidth=edge,
            zorder=4,
        )

    def _rings(self, points: _Points, radius: float) -> None:
        self._dots(
            points,
            marker="o",
            markersize=radius * 3.5,
            markerfacecolor="none",
            markeredgecolor=self._look.muted,
            markeredgewidth=1.0,
            zorder=3.5,
        )

    def _dots(self, points: _Points, **form: Any) -> None:
        if points:
            self._axes.plot(*np.array(points).T, linestyle="none", **form)

    def _lines(self, lines: Iterable[tuple[float, float, float, float]], width: float) -> None:
        self._stroke(lines, self._look.line, width / self._strip.font, zorder=1)

    def _stroke(
        self,
        lines: Iterable[tuple[float, float, float, float]],
        colour: str,
        width: float,
        zorder: int = 3,
    ) -> None:
        """Draw many lines as one, with gaps; *width* in parts of the font's height."""
        path = [
            point for x0, y0, x1, y1 in lines for point in ((x0, y0), (x1, y1), (np.nan, np.nan))
        ]
        if path:
            across = np.array(path)
            self._axes.plot(
                across[:, 0],
                across[:, 1],
                color=colour,
                linewidth=width * self._strip.font,
                solid_capstyle="butt",
                zorder=zorder,
            )

    def _text(
        self, x: float, y: float, words: str, colour: str, side: str = "left", *, bold: bool = False
    ) -> None:
        if not words:
            return
        face = FontProperties(fname=str(_BOLD if bold else _PLAIN), size=self._strip.font)
        self._axes.text(
            x,
            y,
            words,
            color=colour,
            fontproperties=face,
            ha=side,
            va="center_baseline",
            parse_math=False,
            linespacing=1.15,
        )
