"""Once, more often, or coming back: a counting rule, not a test of chance.

Something that happens every week at the same rate is a pattern, though a test would
find nothing unusual in it. «At least two occasions» follows the Protection from
Harassment Act 1997, s. 7(3), and the Domestic Abuse (Scotland) Act 2018, s. 10(4); the
year follows definitions that count over the past twelve months. That three occasions
must be four weeks apart, and that five within four weeks also suffice, is this
project's own choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import Final

from onveilig_desktop.analysis.occasion import Occasion, Occasions

YEAR: Final = 365
SPREAD: Final = 28
ENOUGH: Final = 3
DENSE: Final = 5


class State(StrEnum):
    """What the dates of one signal add up to, from less to more."""

    NONE = "none"
    SINGLE = "single"
    REPEATED = "repeated"
    RECURRING = "recurring"


@dataclass(frozen=True, slots=True)
class Gaps:
    """Days between one exact date and the next."""

    median: float
    least: int
    most: int


def state(found: Occasions) -> State:
    """Return the state that *found* is in; more notes never lower it.

    Recurring is three occasions within less than 365 days with at least 28 days from the
    first to the last, or five exact dates within less than 28 days. A month counts as the
    day that is least favourable to this. Linear in the number of occasions.
    """
    if found.at_least == 0:
        return State.NONE
    if found.at_least == 1:
        return State.SINGLE
    if _spread(found.counted) or _dense(found.days):
        return State.RECURRING
    return State.REPEATED


def gaps(found: Occasions) -> Gaps | None:
    """Return the days between exact dates, or nothing when there are fewer than two."""
    between = [(after.first - before.first).days for before, after in pairwise(found.days)]
    return Gaps(median(between), min(between), max(between)) if between else None


def _spread(counted: Sequence[Occasion]) -> bool:
    """Whether some occasion has the first of its year at least four weeks before it.

    Bounds only grow along the list, so the furthest one still within the year is both the
    one to try and the place to go on from.
    """
    start = 0
    bounds = [_bounds(occasion) for occasion in counted]
    for place, (earliest, latest) in enumerate(bounds):
        while latest - bounds[start][0] >= YEAR:
            start += 1
        if place - start + 1 >= ENOUGH and earliest - bounds[start][1] >= SPREAD:
            return True
    return False


def _dense(days: Sequence[Occasion]) -> bool:
    bounds = [_bounds(occasion) for occasion in days]
    return any(
        last[1] - first[0] < SPREAD
        for first, last in zip(bounds, bounds[DENSE - 1 :], strict=False)
    )


def _bounds(occasion: Occasion) -> tuple[int, int]:
    """Return the earliest and latest day, as ordinals, that the rule has to reckon with.

    Of a month the day is unknown, so both ends count against a pattern. A night lies on
    both its days for certain, so either may be used and its ends are turned round:
    noting the evening before must not undo a pattern.
    """
    first, last = occasion.first.toordinal(), occasion.last.toordinal()
    return (first, last) if occasion.is_month else (last, first)
