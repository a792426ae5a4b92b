"""The colours and the size of print that a chart is drawn with."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#rrggbb``; ``font_px`` in logical pixels, or points on paper.

    ``line`` is for grids, ``band`` for a ground that other lines are drawn on, ``edge`` for
    what must be seen although it is no mark: hatching, axes, open cells.
    """

    text: str
    muted: str
    line: str
    band: str
    edge: str
    surface: str
    unsafety: str
    violence: str
    friction: str
    repair: str
    font_px: float


PRINT: Final = Look(
    text="#1a1a1a",
    muted="#5a5a5a",
    line="#c8c8c8",
    band="#c8c8c8",
    edge="#767676",
    surface="#ffffff",
    unsafety="#0072b2",
    violence="#8a3f00",
    friction="#00704f",
    repair="#0072b2",
    font_px=8.5,
)
"""For paper: dark enough to stay apart from white in a grey print."""
