"""The person's own words on paper: plain strings, in lines that fit."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

Data = Mapping[str, Any]
"""What the template gets: strings, lists and numbers, and nothing that acts as markup."""
_LONG_WORD: Final = re.compile(r"\S{48}(?=\S)(?![\u0300-\u036f\u200d\ufe00-\ufe0f])")
_BREAK_HERE: Final = "\N{ZERO WIDTH SPACE}"


def paragraphs(text: str) -> Sequence[Data]:
    """Return each line of *text* that says something, with the side it begins at."""
    return [
        {"text": _breakable(line), "rtl": _is_rtl(line)}
        for line in text.split("\n")
        if line.strip()
    ]


def _breakable(line: str) -> str:
    """Let a very long word go on at the next line; paper does not scroll."""
    return _LONG_WORD.sub(lambda match: match.group() + _BREAK_HERE, line)


def _is_rtl(line: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in line)
    return next((side != "L" for side in directions if side in ("L", "R", "AL")), False)
