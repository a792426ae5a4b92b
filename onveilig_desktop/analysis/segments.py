"""Days between occasions, in the stretches within which their order means something."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise

Segments = Sequence[Sequence[int]]
"""Gaps in whole days, in order of time, in stretches without a pause between."""


def gap_segments(
    days: Iterable[date], pauses: Iterable[tuple[date, date]] = ()
) -> tuple[tuple[int, ...], ...]:
    """Return the gaps between consecutive *days*, in whole days, earliest first.

    A gap with a paused day strictly inside was not observed: it is left out, and the next
    begins a new segment. *pauses* are first and last days, both included, in any order and
    possibly overlapping. Days that come twice count once. Fewer than two days have no gaps.
    """
    ordinals = _ordinals(days)
    pieces = _pieces(ordinals, pauses)
    return tuple([_gaps(ordinals[start:end]) for start, end in pieces if end - start > 1])


def _ordinals(days: Iterable[date]) -> list[int]:
    return sorted({day.toordinal() for day in days})


def _gaps(ordinals: Sequence[int]) -> tuple[int, ...]:
    return tuple([after - before for before, after in pairwise(ordinals)])


def _pieces(
    ordinals: Sequence[int], pauses: Iterable[tuple[date, date]]
) -> Iterable[tuple[int, int]]:
    if not ordinals:
        return ()
    return pairwise((0, *_cuts(ordinals, pauses), len(ordinals)))


def _cuts(ordinals: Sequence[int], pauses: Iterable[tuple[date, date]]) -> Sequence[int]:
    """Return the places of the days before which there is a gap with a paused day inside.

    Of the pauses that begin before the end of a gap, the one that lasts longest tells:
    there is a paused day inside when it ends after the gap's beginning.
    """
    ordered = sorted((first.toordinal(), last.toordinal()) for first, last in pauses)
    if not ordered:
        return ()
    begins = [first for first, _ in ordered]
    longest = list(accumulate((last for _, last in ordered), max, initial=0))
    return [
        place
        for place, (before, after) in enumerate(pairwise(ordinals), start=1)
        if after - before > 1 and longest[bisect_left(begins, after)] > before
    ]
