"""Long silences between days of writing, which may have been a pause.

The rule is this project's own: four times the usual interval, and four weeks at least,
so that neither a daily nor a monthly writer is asked about an ordinary gap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final

LEAST_DAYS: Final = 28
TIMES_USUAL: Final = 4
AFTER_DAYS: Final = 5


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was written between two days; ``is_open`` while the later one is today."""

    after: date
    before: date
    is_open: bool


def suspected_pauses(writing_days: Iterable[date], today: date) -> Sequence[Silence]:
    """Return the silences that may have been a pause, earliest first.

    A silence counts from the fifth writing day on, when the days from its last writing day
    to the next (or to *today*) are at least 28 and at least four times the median number
    of days between writing days until then. What is written later never changes what an
    earlier silence is. Days after *today* are left out.
    """
    days = sorted({day for day in writing_days if day <= today})
    found = []
    between: list[int] = []
    for after, before in pairwise([*days, today]):
        length = (before - after).days
        if len(between) >= AFTER_DAYS - 1 and _is_long(length, between):
            found.append(Silence(after, before, is_open=after == days[-1]))
        between.append(length)
    return found


def _is_long(length: int, between: Sequence[int]) -> bool:
    # the median last: few gaps are that long, and taking it for each adds up over the years
    return length >= LEAST_DAYS and length >= TIMES_USUAL * median(between)
