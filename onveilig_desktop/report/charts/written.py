"""Words on the sheet of a chart. Importing this brings matplotlib in.

In a file they are matplotlib's own; on the screen, where the same words are drawn again at
each width and in each theme, their ink is kept and only printed anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from numpy.typing import NDArray

from onveilig_desktop.report.charts.lettering import BOLD, LINE_SPACING, PLAIN, stamp, upright

Side = Literal["left", "center", "right"]
_SHARE: dict[Side, float] = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a line stands to the left of its place."""
_FULL = 255


@dataclass(frozen=True, slots=True)
class Written:
    """Some lines, *side* of them and the middle of their height at a point."""

    at: tuple[float, float]
    words: str = field(repr=False)
    colour: str
    side: Side
    is_bold: bool
    font_px: float


def as_artists(written: Iterable[Written]) -> Iterator[Text]:
    """Yield the words as matplotlib draws them."""
    for one in written:
        face = FontProperties(fname=str(BOLD if one.is_bold else PLAIN), size=one.font_px)
        yield Text(
            *one.at,
            one.words,
            color=one.colour,
            fontproperties=face,
            horizontalalignment=one.side,
            verticalalignment="center_baseline",
            parse_math=False,
            linespacing=LINE_SPACING,
            zorder=5,
        )


def print_on(sheet: NDArray[np.uint8], written: Written, ratio: float) -> None:
    """Print the words on a sheet of RGBA, which has *ratio* rows and columns to a pixel.

    Where ``Text`` would have put them, to the nearest pixel.
    """
    size = written.font_px * ratio
    above, below = upright(size, is_bold=written.is_bold)
    lines = written.words.split("\n")
    step = below + LINE_SPACING * above
    x, y = written.at[0] * ratio, written.at[1] * ratio + (above - (len(lines) - 1) * step) / 2
    ink = np.array([int(written.colour[n : n + 2], 16) for n in (1, 3, 5)], np.int16)
    for line in filter(None, lines):
        one = stamp(line, size, is_bold=written.is_bold)
        left = round(x - _SHARE[written.side] * one.advance) + one.left
        _press(sheet, one.ink, left, round(y) - one.up, ink)
        y += step


def _press(
    sheet: NDArray[np.uint8], ink: NDArray[np.uint8], left: int, top: int, colour: NDArray[np.int16]
) -> None:
    """Let *colour* shine through as far as there is *ink*; what lies outside is not printed."""
    ground = sheet[max(0, top) : top + len(ink), max(0, left) : left + ink.shape[1], :3]
    height, width = ground.shape[:2]
    dropped = max(0, -top), max(0, -left)
    part = ink[dropped[0] : dropped[0] + height, dropped[1] : dropped[1] + width, None]
    ground[...] = ground + (colour - ground) * part.astype(np.int32) // _FULL
