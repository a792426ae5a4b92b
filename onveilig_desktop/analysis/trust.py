"""Whether the person trusted or doubted their own view, from -2 to 2."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Final

from onveilig_desktop.analysis.majority import Majority, majority
from onveilig_desktop.analysis.shuffle import shuffle_test, shuffle_tests

LEVELS: Final = (-2, -1, 0, 1, 2)
LEAST_DAYS: Final = 8
CHANGE_AT: Final = 0.025


class TrustChange(StrEnum):
    """Whether self-trust went up or down over time."""

    TOO_LITTLE = "too_little"
    NO_CLEAR = "no_clear"
    MORE_TRUST = "more_trust"
    MORE_DOUBT = "more_doubt"


@dataclass(frozen=True, slots=True)
class Trust:
    """Self-trust in one group of entries.

    ``counts`` go from doubting strongly (-2) to trusting strongly (2). ``majority`` is A for
    trust and B for doubt; what was given as 0 is in neither.
    """

    counts: tuple[int, ...]
    majority: Majority
    change: TrustChange
    days: int

    @property
    def total(self) -> int:
        """How many entries had a value."""
        return sum(self.counts)


def trust(values: Iterable[tuple[date, int]]) -> Trust:
    """Return what *values*, each with its day, say; in whatever order they come."""
    return trusts([values])[0]


def trusts(groups: Iterable[Iterable[tuple[date, int]]]) -> list[Trust]:
    """Return what the values of each group say, as ``trust`` does.

    Entries about concerns and all others are two groups and never one: bad moments are
    written down more often, so together they would only tell which were noted more.
    """
    known = [list(values) for values in groups]
    tails = shuffle_tests([[_series(values)] for values in known])
    return [_weighed(values, up, down) for values, (down, up) in zip(known, tails, strict=True)]


def _weighed(known: Sequence[tuple[date, int]], up: float, down: float) -> Trust:
    levels = [value for _, value in known]
    counts = tuple([levels.count(level) for level in LEVELS])
    doubt, trusting = counts[0] + counts[1], counts[3] + counts[4]
    days = len({day for day, _ in known})
    change = _change(days, up, down)
    return Trust(counts, majority(trusting, doubt), change, days)


def trust_change(values: Iterable[tuple[date, int]]) -> tuple[float, float]:
    """Return ``(p_up, p_down)``: the shares of orders that go up, or down, at least as much.

    The shuffle test on Σ j·s_j, where s_j is the median value on the j-th day with one:
    so the order within a day is irrelevant and a full day does not weigh more.
    """
    down, up = shuffle_test([_series(values)])
    return up, down


def _series(values: Iterable[tuple[date, int]]) -> list[int]:
    of_day: dict[date, list[int]] = defaultdict(list)
    for day, value in values:
        of_day[day].append(value)
    # Twice the median is a whole number, and the test is the same on any scale.
    return [round(2 * median(of_day[day])) for day in sorted(of_day)]


def _change(days: int, up: float, down: float) -> TrustChange:
    if days < LEAST_DAYS:
        return TrustChange.TOO_LITTLE
    if up <= CHANGE_AT:
        return TrustChange.MORE_TRUST
    return TrustChange.MORE_DOUBT if down <= CHANGE_AT else TrustChange.NO_CLEAR
