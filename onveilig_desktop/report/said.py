"""An answer in words, with what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """The answer in few words, the counts it rests on, and what is not known."""

    answer: str
    lines: Sequence[str]
    unknown: str
