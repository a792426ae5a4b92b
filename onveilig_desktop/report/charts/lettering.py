"""Words on a chart: how wide they are, and their ink. Importing this brings matplotlib in.

To lay out a word takes longer than to draw a mark, and a chart that is drawn again has the
same words as before. So each is laid out once for its size, and kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import matplotlib as mpl
import numpy as np
from matplotlib.font_manager import get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from numpy.typing import NDArray

_FONTS: Final = Path(mpl.get_data_path(), "fonts", "ttf")
PLAIN: Final = _FONTS / "DejaVuSans.ttf"
BOLD: Final = _FONTS / "DejaVuSans-Bold.ttf"
INCH: Final = 72
"""Dots per inch at which a point is a logical pixel."""
LINE_SPACING: Final = 1.15
"""From the foot of a line to the next one's, besides what hangs below it, in its height."""


@lru_cache(maxsize=16)
def measuring(font_px: float) -> Callable[[str], float]:
    """Return what measures a text in bold print of *font_px*, in pixels.

    Word by word, for lines are made up of the same words over and over.
    """
    letter = _wide("n", font_px)
    between = _wide("n n", font_px) - 2 * letter

    def measure(text: str) -> float:
        words = text.split(" ")
        return sum(_wide(word, font_px) for word in words) + between * (len(words) - 1)

    return measure


@lru_cache(maxsize=8192)
def _wide(word: str, font_px: float) -> float:
    return float(_laid_out(word, font_px, is_bold=True).get_width_height()[0]) / 64


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ink of one line, 255 where it is full.

    ``left`` is where it begins beside the place of the first letter, ``up`` how many of its
    rows stand on the line; ``advance`` how wide the line is.
    """

    ink: NDArray[np.uint8]
    left: int
    up: int
    advance: float


@lru_cache(maxsize=1024)
def stamp(line: str, font_px: float, *, is_bold: bool) -> Stamp:
    """Return the ink of *line* in print of so many pixels of the device."""
    font = _laid_out(line, font_px, is_bold=is_bold)
    font.draw_glyphs_to_bitmap(antialiased=True)
    ink = np.array(font.get_image(), np.uint8)
    left, _bottom = font.get_bitmap_offset()
    below = round(font.get_descent() / 64)
    return Stamp(ink, round(left / 64), len(ink) - 1 - below, font.get_width_height()[0] / 64)


@cache
def upright(font_px: float, *, is_bold: bool) -> tuple[float, float]:
    """Return how far letters reach above the line, and below it, in pixels."""
    font = _laid_out("lp", font_px, is_bold=is_bold)
    below = font.get_descent() / 64
    return font.get_width_height()[1] / 64 - below, below


def _laid_out(words: str, font_px: float, *, is_bold: bool) -> FT2Font:
    font = get_font(str(BOLD if is_bold else PLAIN))
    font.set_size(font_px, INCH)
    font.set_text(words, 0, flags=LoadFlags.DEFAULT)
    return font
