"""The forms of a chart explained under it, flowing over as many lines as they need."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from onveilig_desktop.report.charts.axis import Measure
from onveilig_desktop.report.charts.lines_of_text import wrapped

_FORM = 3.4
"""Room for a form and what sets it apart from the next, in font heights."""


@dataclass(frozen=True, slots=True, repr=False)
class KeyItem:
    """One form explained: which form, in what words, and the middle of the form."""

    form: str
    words: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Key:
    """All forms in use with their words, and where the key ends."""

    items: tuple[KeyItem, ...]
    bottom: float


def lay_out_key(
    forms: Iterable[tuple[str, str]], width: float, top: float, font: float, measure: Measure
) -> Key:
    """Return the key under a chart, its first line at *top*."""
    items: list[KeyItem] = []
    x, y, lines = font, top, 1
    for form, said in forms:
        words = wrapped(said, width - _FORM * font, measure)
        length = max(map(measure, words.split("\n"))) + _FORM * font
        if items and x + length > width:
            x, y, lines = font, y + (0.6 + 1.2 * lines) * font, 1
        lines = max(lines, words.count("\n") + 1)
        items.append(KeyItem(form, words, x, y))
        x += length
    return Key(tuple(items), ceil(y + (1.2 * lines - 0.1) * font))
