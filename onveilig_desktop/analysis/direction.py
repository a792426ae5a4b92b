"""Does it come back faster or slower: the only thing about dates that is put to a test."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean, median
from typing import Final, TypeVar

from onveilig_desktop.analysis.holm import holm
from onveilig_desktop.analysis.occasion import Occasions
from onveilig_desktop.analysis.reading import Gaps, LeftOut, Read, Scenario, Writing, left_out, read
from onveilig_desktop.analysis.shuffle import shuffle_tests
from onveilig_desktop.analysis.verdict import (
    FASTER,
    LEAST_GAPS,
    SLOWER,
    Direction,
    Way,
    Weighed,
    is_steady,
    way_of,
)

MOST_WITHOUT_DAY: Final = 0.25
"""With a larger part of the occasions without a day, nothing is said."""
_ALWAYS: Final = Writing()
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Reading:
    """A direction and all that it rests on.

    ``used`` are the days of the occasions, ``segments`` the gaps between them in days.
    ``early`` and ``late`` are the median gaps of the first and of the last half (the middle
    one of an odd number is in neither), in days; nothing below five gaps. A few long gaps
    can make a direction that medians do not show: then they are the mean gaps. ``depends_on``
    is the first other way to read the dates under which the direction does not stand.
    """

    direction: Direction
    used: tuple[date, ...]
    segments: Gaps
    left_out: LeftOut
    p_faster: float = 1.0
    p_slower: float = 1.0
    early: float | None = None
    late: float | None = None
    depends_on: Scenario | None = None

    @property
    def days(self) -> int:
        """How many occasions with a day it is about."""
        return len(self.used)

    @property
    def gaps(self) -> int:
        """How many completed gaps between them were observed."""
        return sum(map(len, self.segments))


def direction(found: Occasions, writing: Writing = _ALWAYS) -> Reading:
    """Return the direction of *found* by itself, as for all concerns together.

    It errs as little as it should and does not see everything. Of simulated journals of a
    year (10,000 of each kind, ``tests/benchmarks/calibration.py``) it says, with 6, 12, 20
    and 50 days noted, at its first threshold:

    - nothing changes: faster in 5.4, 5.3, 4.9 and 5.0 % (constant rate), in 1.4, 2.2, 2.3
      and 4.2 % (bursts); slower in at most 2.8 % of any kind;
    - twice as often in the second half: faster in 11, 23, 39 and 81 %;
    - four times as often: faster in 17, 47, 78 and 100 %, slower in 0.4 % at most;
    - half as often: slower in 6, 14, 27 and 70 %; a quarter: in 8, 32, 64 and 99 %.
    """
    taken, known = _tested({"": found}, writing)
    ways = {key: way for key, one in known.items() if (way := way_of(_weighed(one)))}
    return _decided(taken, known, ways)[""]


def directions(found: Mapping[K, Occasions], writing: Writing = _ALWAYS) -> dict[K, Reading]:
    """Return the direction of each, named only where it survives Holm over all of them.

    The more signals are noted, the more would seem to change by chance. Of all signals
    with at least five gaps, faster is tried at .05 and slower at .025.
    """
    taken, known = _tested(found, writing)
    return _decided(taken, known, _surviving(known))


def _tested(
    found: Mapping[K, Occasions], writing: Writing
) -> tuple[Mapping[K, Read], dict[K, Reading]]:
    """Return what each is about, and what is known of it before any way is weighed."""
    taken = {key: read(occasions, writing) for key, occasions in found.items()}
    known = {key: _unweighed(one) for key, one in taken.items()}
    to_test = [key for key, one in known.items() if one.direction is Direction.NO_CLEAR]
    shares = shuffle_tests([known[key].segments for key in to_test])
    for key, (faster, slower) in zip(to_test, shares, strict=True):
        known[key] = replace(known[key], p_faster=faster, p_slower=slower)
    return taken, known


def _unweighed(taken: Read) -> Reading:
    segments = taken.segments
    gaps = [gap for segment in segments for gap in segment]
    outside = left_out(taken, segments)
    if outside.months > MOST_WITHOUT_DAY * (outside.months + len(taken.days)):
        return Reading(Direction.WITHHELD, taken.used, segments, outside)
    if len(gaps) < LEAST_GAPS:
        return Reading(Direction.TOO_LITTLE, taken.used, segments, outside)
    half = len(gaps) // 2
    early, late = float(median(gaps[:half])), float(median(gaps[-half:]))
    return Reading(Direction.NO_CLEAR, taken.used, segments, outside, early=early, late=late)


def _weighed(one: Reading) -> Weighed:
    gaps = 0 if one.direction is Direction.WITHHELD else one.gaps
    return Weighed(gaps, one.p_faster, one.p_slower)


def _surviving(known: Mapping[K, Reading]) -> dict[K, Way]:
    weighed = {key: _weighed(one) for key, one in known.items()}
    family = [key for key, tested in weighed.items() if tested.gaps >= LEAST_GAPS]
    return {
        key: way
        for way in (FASTER, SLOWER)
        for key, survives in zip(
            family, holm([way.share(weighed[key]) for key in family], way.signs_at), strict=True
        )
        if survives
    }


def _decided(
    taken: Mapping[K, Read], known: Mapping[K, Reading], ways: Mapping[K, Way]
) -> dict[K, Reading]:
    others = [(key, *other) for key in ways for other in taken[key].scenarios()]
    shares = shuffle_tests([segments for _, _, segments in others])
    tried: dict[K, list[tuple[Scenario, Weighed]]] = {key: [] for key in ways}
    for (key, scenario, segments), tails in zip(others, shares, strict=True):
        tried[key].append((scenario, Weighed(sum(map(len, segments)), *tails)))
    return {
        key: _named(one, ways[key], tried[key]) if key in ways else _unnamed(one)
        for key, one in known.items()
    }


def _named(one: Reading, way: Way, tried: Sequence[tuple[Scenario, Weighed]]) -> Reading:
    for scenario, weighed in tried:
        if not way.stands(weighed):
            return replace(one, direction=Direction.DEPENDS_ON_READING, depends_on=scenario)
    name = way.name(_weighed(one), [weighed for _, weighed in tried])
    early, late = _showing(one, way)
    return replace(one, direction=name, early=early, late=late)


def _showing(one: Reading, way: Way) -> tuple[float | None, float | None]:
    """Return gaps of both halves that differ the way the direction goes."""
    early, late = one.early, one.late
    if early is None or late is None or (early > late if way.is_faster else early < late):
        return early, late
    gaps = [gap for segment in one.segments for gap in segment]
    half = len(gaps) // 2
    return round(fmean(gaps[:half]), 1), round(fmean(gaps[-half:]), 1)


def _unnamed(one: Reading) -> Reading:
    if one.direction is Direction.NO_CLEAR and is_steady(one.segments):
        return replace(one, direction=Direction.ABOUT_AS_OFTEN)
    return one
