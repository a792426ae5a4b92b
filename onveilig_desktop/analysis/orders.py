"""Orders of gaps by the thousand, with numpy: import this late.

Totals of whole numbers below 2**53 are exact, so ties are ties on every machine.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onveilig_desktop.analysis.segments import Segments
from onveilig_desktop.analysis.shuffle import Tails, observed_total

SHUFFLES: Final = 9999
BAND_SHUFFLES: Final = 999
MIDDLE: Final = (0.05, 0.95)
"""Between these lie 90 % of the orders."""
_Z: Final = 1.645
Floats = NDArray[np.float64]


def all_tails(segments: Segments) -> Tails:
    """Return the shares among all orders, each as likely as any other."""
    totals: Floats = np.zeros(1)
    for gaps in segments:
        totals = np.add.outer(totals, _places(len(gaps)) @ np.array(gaps, float)).ravel()
    observed = observed_total(segments)
    return float(np.mean(totals <= observed)), float(np.mean(totals >= observed))


@cache
def _places(length: int) -> Floats:
    return np.array(list(permutations(range(length))), float)


def drawn_tails(tests: Sequence[Segments], seed: int) -> list[Tails]:
    """Return the shares of each test among the same shuffles, the real order added."""
    totals = _drawn_totals(tests, seed)
    return [
        (
            float(1 + np.count_nonzero(drawn <= observed_total(segments))) / (SHUFFLES + 1),
            float(1 + np.count_nonzero(drawn >= observed_total(segments))) / (SHUFFLES + 1),
        )
        for segments, drawn in zip(tests, totals, strict=True)
    ]


def _drawn_totals(tests: Sequence[Segments], seed: int) -> Floats:
    """Return the total of each shuffle, a row for each test."""
    totals = np.zeros((len(tests), SHUFFLES))
    for place in range(max(map(len, tests), default=0)):
        rows: dict[int, list[int]] = {}
        for row, segments in enumerate(tests):
            if place < len(segments):
                rows.setdefault(len(segments[place]), []).append(row)
        for ranks in growing_ranks(place, rows, seed, SHUFFLES):
            same = rows[len(ranks)]
            gaps = np.array([tests[row][place] for row in same], float)
            totals[same] += gaps @ ranks.astype(float)
    return totals


def growing_ranks(
    place: int, lengths: Iterable[int], seed: int, shuffles: int
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
        before += (before >= at).view(np.uint8)
        ranks[length - 1] = at
        if length in wanted:
            yield ranks[:length]


def drawn_band(gaps: Sequence[int], place: int, seed: int) -> list[tuple[float, float]]:
    """Return the middle 90 % of the cumulative gaps over 999 shuffles, in days."""
    values = np.array(gaps, float)
    (ranks,) = growing_ranks(place, [len(gaps)], seed, BAND_SHUFFLES)
    ordered = np.empty(ranks.shape)
    np.put_along_axis(ordered, ranks.astype(np.intp), values[:, None], axis=0)
    low, high = np.quantile(ordered.cumsum(axis=0), MIDDLE, axis=1, method="nearest")
    return list(zip(low.tolist(), high.tolist(), strict=True))


def normal_band(gaps: Sequence[int]) -> list[tuple[float, float]]:
    """Return the same from the normal form of a sum drawn without replacement."""
    values = np.array(gaps, float)
    drawn = np.arange(1, len(values) + 1)
    middle = drawn * values.mean()
    spread = _Z * np.sqrt(drawn * (1 - drawn / len(values))) * values.std(ddof=1)
    # No order can begin below nothing or run beyond the end.
    low = np.clip(middle - spread, 0, None)
    high = np.clip(middle + spread, None, values.sum())
    return list(zip(low.tolist(), high.tolist(), strict=True))
