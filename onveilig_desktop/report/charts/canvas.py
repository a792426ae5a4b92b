"""What every chart is drawn on: one sheet whose units are pixels from the top left.

Importing this brings matplotlib in. All marks of one form go down in one stroke, which is
what makes drawing cheap; pyplot, which keeps every figure alive, is never used.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from onveilig_desktop.report.charts.lettering import INCH
from onveilig_desktop.report.charts.written import Side, Written, as_artists, print_on
from onveilig_desktop.report.look import Look

SLACK: Final = 0.01
"""A hair over, for matplotlib cuts off what arithmetic leaves just below a whole pixel."""
EDGE: Final = 0.6
OPEN_EDGE: Final = 1.4
"""How thick the edge of a filled mark and of an open one is, in pixels."""
_HATCH: Final = 6.0
"""Pixels between the lines of a hatching, sideways."""
_HATCH_LINE: Final = 0.7
_HATCH_ORDER: Final = 1.2
_HATCHED: Final = "/" * round(INCH / _HATCH / 3)
"""The same in matplotlib's terms: each stroke stands for three lines to an inch."""

Points = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom; or for a line where it starts and ends."""


class Canvas:
    """A sheet of so many logical pixels, to draw marks and words on."""

    def __init__(self, width: float, height: float, look: Look) -> None:
        self.width = width
        self.height = height
        self.look = look
        self.font = look.font_px
        self._figure = Figure(_inches(width, height), INCH, facecolor=look.surface)
        self._sheet = Affine2D()
        self._written: list[Written] = []
        self._hatchings: list[Box] = []
        self._place(height)

    def extend(self, above: float, below: float) -> None:
        """Make room above and below; what was drawn stays where it was."""
        self._figure.set_size_inches(_inches(self.width, above + self.height + below))
        self._place(self.height + below)

    def pixels(self, ratio: float) -> bytes:
        """Return it as straight RGBA, so many pixels of the device to a logical one."""
        self._hatch()
        self._figure.set_dpi(INCH * ratio)
        agg: Any = FigureCanvasAgg(self._figure)  # matplotlib does not type what follows
        agg.draw()
        sheet = np.asarray(agg.buffer_rgba())
        for written in self._written:
            print_on(sheet, written, ratio)
        return sheet.tobytes()

    def complete(self) -> Figure:
        """Return the figure with its words, for files."""
        lines = [line for box in self._hatchings for line in _hatching(box)]
        self.strokes(lines, self.look.edge, _HATCH_LINE, zorder=_HATCH_ORDER)
        self._hatchings.clear()
        for artist in as_artists(self._written):
            self._put(artist)
        self._written.clear()
        return self._figure

    def _place(self, bottom: float) -> None:
        """Let a pixel from the top be so high in inches from the *bottom*."""
        self._sheet.clear().scale(1 / INCH, -1 / INCH).translate(0, (bottom + SLACK) / INCH)

    def discs(
        self,
        points: Points,
        colour: str,
        radius: float,
        *,
        shape: str = "o",
        is_open: bool = False,
        edge: float | None = None,
    ) -> None:
        """Draw discs, or marks of another *shape* of matplotlib's, as large to the eye."""
        across = radius * (1.9 if shape in "Ds" else 2)
        if edge is None:
            edge = OPEN_EDGE if is_open else EDGE
        self._dots(
            points,
            marker=shape,
            markersize=across - edge / 2,
            markerfacecolor=self.look.surface if is_open else colour,
            markeredgecolor=colour if is_open else self.look.surface,
            markeredgewidth=edge,
            zorder=4,
        )

    def rings(self, points: Points, radius: float) -> None:
        """Draw a thin ring around marks of *radius*."""
        self._dots(
            points,
            marker="o",
            markersize=radius * 3.5,
            markerfacecolor="none",
            markeredgecolor=self.look.muted,
            markeredgewidth=1.0,
            zorder=3.5,
        )

    def strokes(
        self, lines: Iterable[Box], colour: str, width: float, *, zorder: float = 3, dash: str = "-"
    ) -> None:
        """Draw many separate lines, *width* pixels thick, as one with gaps."""
        gap = (np.nan, np.nan)
        path = [point for x0, y0, x1, y1 in lines for point in ((x0, y0), (x1, y1), gap)]
        self.line(path, colour, width, zorder=zorder, dash=dash)

    def line(
        self, path: Points, colour: str, width: float, *, zorder: float = 3, dash: str = "-"
    ) -> None:
        """Draw a line through all points of *path*."""
        if not path:
            return
        across = np.array(path)
        self._through(
            across,
            color=colour,
            linewidth=width,
            linestyle=dash,
            solid_capstyle="butt",
            solid_joinstyle="miter",
            zorder=zorder,
        )

    def boxes(
        self, boxes: Iterable[Box], fill: str, *, edge: str = "none", zorder: float = 2
    ) -> None:
        """Fill boxes; with *edge* a hairline of that colour goes around each."""
        self._outlines(_corners(boxes), fill, edge, zorder)

    def area(self, corners: Points, fill: str, *, edge: str = "none", zorder: float = 1.5) -> None:
        """Fill the area within *corners*."""
        if corners:
            self._outlines([(*corners, corners[0])], fill, edge, zorder)

    def hatched(self, boxes: Iterable[Box]) -> None:
        """Hatch boxes, so that the lines run on from one into the next."""
        self._hatchings += boxes

    def words(
        self,
        at: tuple[float, float],
        words: str,
        colour: str,
        side: Side = "left",
        *,
        bold: bool = False,
        size: float | None = None,
    ) -> None:
        """Write *words*, *side* of them and the middle of their height at a point."""
        if words:
            self._written.append(Written(at, words, colour, side, bold, size or self.font))

    def _dots(self, points: Points, **form: Any) -> None:
        if points:
            self._through(np.array(points), linestyle="none", **form)

    def _through(self, points: NDArray[np.float64], **form: Any) -> None:
        self._put(Line2D(points[:, 0], points[:, 1], **form))

    def _put(self, artist: Artist) -> None:
        """Add it as it is: there are no axes, which take longer to make than all the rest."""
        artist.set_transform(self._sheet + self._figure.dpi_scale_trans)
        self._figure.add_artist(artist)

    def _hatch(self) -> None:
        """Fill with one piece of hatching over and over, a tenth of the work of its lines.

        Files get the lines: not every program that reads them knows such a filling.
        """
        if self._hatchings:
            form = {"hatch": _HATCHED, "edgecolor": self.look.edge, "linewidth": 0}
            patch = PathPatch(_outline(_corners(self._hatchings)), fill=False, **form)
            patch.set(zorder=_HATCH_ORDER, hatch_linewidth=_HATCH_LINE)
            self._put(patch)
            self._hatchings.clear()

    def _outlines(self, shapes: Sequence[Points], fill: str, edge: str, zorder: float) -> None:
        if not shapes:
            return
        outline = _outline(shapes)
        patch = PathPatch(outline, facecolor=fill, edgecolor=edge, linewidth=0.7, zorder=zorder)
        self._put(patch)


def _inches(width: float, height: float) -> tuple[float, float]:
    return (width + SLACK) / INCH, (height + SLACK) / INCH


def _outline(shapes: Iterable[Points]) -> Outline:
    codes = [
        code
        for shape in shapes
        for code in (Outline.MOVETO, *[Outline.LINETO] * (len(shape) - 2), Outline.CLOSEPOLY)
    ]
    return Outline([point for shape in shapes for point in shape], codes)


def _corners(boxes: Iterable[Box]) -> list[Points]:
    return [((a, b), (c, b), (c, d), (a, d), (a, b)) for a, b, c, d in boxes]


def _hatching(box: Box) -> Iterable[Box]:
    """Return the slanting lines within *box*; they lie where x + y is a whole step."""
    left, top, right, bottom = box
    step = int((left + top) // _HATCH) + 1
    while (total := step * _HATCH) < right + bottom:
        x0, x1 = max(left, total - bottom), min(right, total - top)
        if x1 > x0:
            yield x0, total - x0, x1, total - x1
        step += 1
