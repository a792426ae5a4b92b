"""Does the order of the gaps tell anything, or would any other order do as well?

The statistic is that of Lewis and Robinson (1974) for a trend in a renewal process; its
distribution here is that of the same gaps in every other order, which is exact whatever
the gaps are distributed like. Long gaps first is coming back faster.

With Σ (m-1-j)·g_j = const - Σ j·g_j, and shuffling within segments only, each segment adds
Σ (place within the segment)·gap, so segments are counted apart and added up.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations
from math import erfc, factorial, lgamma, log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onveilig_desktop.analysis.segments import Segments

SEED: Final = 20250101
SHUFFLES: Final = 9999
ALL_ORDERS_TO: Final = factorial(8)
"""As many orders are all tried; from more, ``SHUFFLES`` are drawn."""
NORMAL_FROM: Final = 200
"""With more gaps than this their sum is as good as normal."""

Tails = tuple[float, float]
"""The shares of orders at least as much faster, and at least as much slower."""


def shuffle_test(segments: Segments, seed: int = SEED) -> Tails:
    """Return ``(p_faster, p_slower)``: the shares of orders that go as far, or further.

    *segments* are whole numbers (days, or scores), shuffled within each segment only.
    Both shares are 1 when there is nothing to shuffle. All orders are tried up to 8! of
    them; else (1 + number as extreme) / 10000 over 9999 seeded shuffles; with more than
    200 numbers the normal distribution with the mean and variance of all orders.
    """
    return shuffle_tests([segments], seed)[0]


def shuffle_tests(many: Sequence[Segments], seed: int = SEED) -> list[Tails]:
    """Return ``shuffle_test`` of each; the drawn orders are shared, so many cost little.

    What one gives never depends on the others.
    """
    drawn = [place for place, segments in enumerate(many) if _must_draw(segments)]
    totals = _drawn_totals([many[place] for place in drawn], seed)
    sampled = dict(zip(drawn, totals, strict=True))
    return [
        _sampled_tails(segments, sampled[place]) if place in sampled else _computed(segments)
        for place, segments in enumerate(many)
    ]


def observed_total(segments: Segments) -> int:
    """Return Σ (place within its segment)·gap, in days: small is coming back faster."""
    return sum(place * gap for gaps in segments for place, gap in enumerate(gaps))


def _size(segments: Segments) -> int:
    return sum(map(len, segments))


def _is_small(segments: Segments) -> bool:
    # The logarithm of the number of orders: factorials of hundreds of gaps are slow.
    return sum(lgamma(len(gaps) + 1) for gaps in segments) < log(ALL_ORDERS_TO) + 1e-6


def _must_draw(segments: Segments) -> bool:
    return _size(segments) <= NORMAL_FROM and not _is_small(segments)


def _computed(segments: Segments) -> Tails:
    return _all_orders(segments) if _is_small(segments) else _normal(segments)


def _all_orders(segments: Segments) -> Tails:
    totals: NDArray[np.float64] = np.zeros(1)
    for gaps in segments:
        totals = np.add.outer(totals, _orders(len(gaps)) @ np.array(gaps, float)).ravel()
    observed = observed_total(segments)
    return float(np.mean(totals <= observed)), float(np.mean(totals >= observed))


@cache
def _orders(length: int) -> NDArray[np.float64]:
    return np.array(list(permutations(range(length))), float)


def _sampled_tails(segments: Segments, totals: NDArray[np.float64]) -> Tails:
    observed = observed_total(segments)
    faster = 1 + int(np.count_nonzero(totals <= observed))
    slower = 1 + int(np.count_nonzero(totals >= observed))
    return faster / (SHUFFLES + 1), slower / (SHUFFLES + 1)


def _drawn_totals(tests: Sequence[Segments], seed: int) -> NDArray[np.float64]:
    """Return the total of each shuffle, a row for each test.

    Totals of whole numbers below 2**53 are exact, so ties are ties on every machine.
    """
    totals = np.zeros((len(tests), SHUFFLES))
    for place in range(max(map(len, tests), default=0)):
        rows: dict[int, list[int]] = {}
        for row, segments in enumerate(tests):
            if place < len(segments):
                rows.setdefault(len(segments[place]), []).append(row)
        for ranks in growing_ranks(place, rows, seed):
            same = rows[len(ranks)]
            gaps = np.array([tests[row][place] for row in same], float)
            totals[same] += gaps @ ranks.astype(float)
    return totals


def growing_ranks(
    place: int, lengths: Iterable[int], seed: int = SEED, shuffles: int = SHUFFLES
) -> Iterator[NDArray[np.uint8]]:
    """Yield random orders of each of *lengths* (at most 255), shortest first.

    A row for each gap, a column for each shuffle, holding where the gap comes. An order
    grows by putting the next gap at a random place among those before, which is as uniform
    as Fisher and Yates and lets all lengths share one walk. The draws are the raw numbers of
    PCG64, which never change between versions and machines; ``random.Random`` is as stable
    but takes a second for what this does in milliseconds. *place* is that of the segment:
    segments must be shuffled independently. A yielded array is only good until the next.
    """
    wanted = set(lengths)
    draws = np.random.PCG64([seed, place])
    ranks = np.empty((max(wanted), shuffles), np.uint8)
    for length in range(1, len(ranks) + 1):
        # 32 random bits times the length: uneven by less than one in ten million.
        drawn = draws.random_raw(shuffles) >> np.uint64(32)
        at = (drawn * np.uint64(length) >> np.uint64(32)).astype(np.uint8)
        before = ranks[: length - 1]
        before += before >= at
        ranks[length - 1] = at
        if length in wanted:
            yield ranks[:length]


def _normal(segments: Segments) -> Tails:
    """Mean and variance of Σ rank·gap when all orders are equally likely."""
    mean = variance = 0.0
    for gaps in segments:
        length, total = len(gaps), sum(gaps)
        mean += (length - 1) / 2 * total
        squares = sum(gap * gap for gap in gaps) - total * total / length
        variance += squares * length * (length + 1) / 12
    if variance <= 0:
        return 1.0, 1.0
    away = (observed_total(segments) - mean) / sqrt(2 * variance)
    return erfc(-away) / 2, erfc(away) / 2
