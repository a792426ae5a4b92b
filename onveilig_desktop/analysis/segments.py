"""Days between occasions, in the stretches within which their order means something."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

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
    gaps = np.diff(ordinals).tolist()
    pieces = _pieces(ordinals, pauses)
    return tuple([tuple(gaps[start : end - 1]) for start, end in pieces if end - start > 1])


def stretches(
    days: Iterable[date], pauses: Iterable[tuple[date, date]] = ()
) -> tuple[tuple[date, ...], ...]:
    """Return *days* in the stretches between the gaps that ``gap_segments`` leaves out.

    A day with such a gap on either side is a stretch of its own, and has no segment.
    """
    ordinals = _ordinals(days)
    ordered = [date.fromordinal(ordinal) for ordinal in ordinals.tolist()]
    return tuple([tuple(ordered[start:end]) for start, end in _pieces(ordinals, pauses)])


def _ordinals(days: Iterable[date]) -> NDArray[np.int64]:
    return np.unique(np.array([day.toordinal() for day in days], np.int64))


def _pieces(
    ordinals: NDArray[np.int64], pauses: Iterable[tuple[date, date]]
) -> Iterable[tuple[int, int]]:
    if not ordinals.size:
        return ()
    cuts = [place + 1 for place in _unobserved(ordinals, pauses)]
    return pairwise((0, *cuts, ordinals.size))


def _unobserved(ordinals: NDArray[np.int64], pauses: Iterable[tuple[date, date]]) -> Sequence[int]:
    """Return the places of the gaps with a paused day inside.

    Of the pauses that begin before the end of a gap, the one that lasts longest tells:
    there is a paused day inside when it ends after the gap's beginning.
    """
    ordered = sorted((first.toordinal(), last.toordinal()) for first, last in pauses)
    if not ordered:
        return ()
    begins = np.array([first for first, _ in ordered])
    longest = np.array([0, *accumulate((last for _, last in ordered), max)])
    ends = longest[np.searchsorted(begins, ordinals[1:])]
    inside = (ends > ordinals[:-1]) & (np.diff(ordinals) > 1)
    return np.flatnonzero(inside).tolist()
