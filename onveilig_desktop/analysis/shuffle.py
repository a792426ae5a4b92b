"""Does the order of the gaps tell anything, or would any other order do as well?

The statistic is that of Lewis and Robinson (1974) for a trend in a renewal process; its
distribution here is that of the same gaps in every other order, which is exact whatever
the gaps are distributed like. Long gaps first is coming back faster.

With Σ (m-1-j)·g_j = const - Σ j·g_j, and shuffling within segments only, each segment adds
Σ (place within the segment)·gap, so segments are counted apart and added up.
"""

from collections.abc import Sequence
from math import erfc, lgamma, sqrt
from typing import Final

from onveilig_desktop.analysis.segments import Segments

SEED: Final = 20250101
EXACT_TO: Final = 8
"""Up to as many orders as eight gaps have, all are tried; of more, some are drawn."""
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
    # Late: with it comes numpy, which the first paint does without.
    from onveilig_desktop.analysis import orders

    drawn = [place for place, segments in enumerate(many) if _must_draw(segments)]
    tails = orders.drawn_tails([many[place] for place in drawn], seed)
    known = dict(zip(drawn, tails, strict=True))
    for place, segments in enumerate(many):
        if place not in known:
            known[place] = orders.all_tails(segments) if _is_few(segments) else _normal(segments)
    return [known[place] for place in range(len(many))]


def observed_total(segments: Segments) -> int:
    """Return Σ (place within its segment)·gap, in days: small is coming back faster."""
    return sum(place * gap for gaps in segments for place, gap in enumerate(gaps))


def _is_few(segments: Segments) -> bool:
    # The logarithm of the number of orders: factorials of hundreds of gaps are slow.
    return sum(lgamma(len(gaps) + 1) for gaps in segments) < lgamma(EXACT_TO + 1) + 1e-6


def _must_draw(segments: Segments) -> bool:
    return sum(map(len, segments)) <= NORMAL_FROM and not _is_few(segments)


def _normal(segments: Segments) -> Tails:
    """Mean and variance of Σ place·gap when all orders are equally likely."""
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
