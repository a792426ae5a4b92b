"""From shares of orders to a direction: the thresholds, and what a direction must survive.

False reassurance is the dangerous error, so «slower» asks twice as much as «faster».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import log, sqrt
from statistics import fmean
from typing import Final

from onveilig_desktop.analysis.segments import Segments

LEAST_GAPS: Final = 5
CLEAR_GAPS: Final = 9
STEADY_GAPS: Final = 29
STEADY_RATIO: Final = 2.0
SLACK: Final = 2.0
"""How many times its threshold a direction may reach when read in another way."""


class Direction(StrEnum):
    """Whether the gaps between occasions became shorter or longer."""

    TOO_LITTLE = "too_little"
    NO_CLEAR = "no_clear"
    SIGNS_FASTER = "signs_faster"
    CLEAR_FASTER = "clear_faster"
    SIGNS_SLOWER = "signs_slower"
    CLEAR_SLOWER = "clear_slower"
    ABOUT_AS_OFTEN = "about_as_often"
    DEPENDS_ON_READING = "depends_on_reading"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One reading of the dates: how many gaps, and the two shares of the shuffle test."""

    gaps: int
    p_faster: float
    p_slower: float


@dataclass(frozen=True, slots=True)
class Way:
    """Faster or slower, and what it takes to say so."""

    is_faster: bool
    signs: Direction
    clear: Direction
    signs_at: float
    clear_at: float

    def share(self, tested: Weighed) -> float:
        """Return the share of orders that go at least as far this way."""
        return tested.p_faster if self.is_faster else tested.p_slower

    def stands(self, other: Weighed) -> bool:
        """Say whether another reading of the same dates still leans this way enough."""
        return other.gaps >= LEAST_GAPS and self.share(other) <= SLACK * self.signs_at

    def name(self, tested: Weighed, others: Iterable[Weighed] = ()) -> Direction:
        """Return how clearly it goes this way, at most as clearly as each reading lets it."""
        is_clear = tested.gaps >= CLEAR_GAPS and self.share(tested) <= self.clear_at
        keeps = all(self.share(other) <= SLACK * self.clear_at for other in others)
        return self.clear if is_clear and keeps else self.signs


FASTER: Final = Way(True, Direction.SIGNS_FASTER, Direction.CLEAR_FASTER, 0.05, 0.01)
SLOWER: Final = Way(False, Direction.SIGNS_SLOWER, Direction.CLEAR_SLOWER, 0.025, 0.005)


def way_of(tested: Weighed) -> Way | None:
    """Return which way the gaps go, if they do; never both."""
    if tested.gaps < LEAST_GAPS:
        return None
    for way in (FASTER, SLOWER):
        if way.share(tested) <= way.signs_at:
            return way
    return None


def is_steady(segments: Segments) -> bool:
    """Say whether the rate certainly stayed within half and twice what it was.

    Two one-sided tests at .05 (Schuirmann 1987) of the ratio between the mean gap of the
    first half and of the last, on the scale of logarithms, with the large-sample error of
    a ratio of means. Irregular gaps widen it, regular ones do not narrow it.
    """
    gaps = [gap for segment in segments for gap in segment]
    if len(gaps) < STEADY_GAPS:
        return False
    half = len(gaps) // 2
    mean = fmean(gaps)
    variance = sum((gap - mean) ** 2 for gap in gaps) / (len(gaps) - 1)
    variation = max(1.0, variance / mean**2)
    ratio = abs(log(fmean(gaps[:half]) / fmean(gaps[-half:])))
    return ratio + 1.645 * sqrt(2 * variation / half) <= log(STEADY_RATIO)
