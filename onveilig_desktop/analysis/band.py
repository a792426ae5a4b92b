"""Where the cumulative steps could have run, had the same gaps come in another order."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onveilig_desktop.analysis.segments import Segments
from onveilig_desktop.analysis.shuffle import NORMAL_FROM, SEED, growing_ranks

BAND_SHUFFLES: Final = 999
MIDDLE: Final = (0.05, 0.95)
"""Between these lie 90 % of the orders."""
_Z: Final = 1.645


def shuffled_band(segments: Segments, seed: int = SEED) -> tuple[tuple[float, float], ...]:
    """Return for each gap the days from the start of its segment to its end, at 5 and 95 %.

    A pair ``(low, high)`` for each gap of all *segments* in order; the last of a segment is
    its whole length twice, as every order ends there. From 999 seeded shuffles; for segments
    of more than 200 gaps from the normal distribution of a sum drawn without replacement.
    """
    return tuple(pair for place, gaps in enumerate(segments) for pair in _band(gaps, place, seed))


def _band(gaps: Sequence[int], place: int, seed: int) -> list[tuple[float, float]]:
    values = np.array(gaps, float)
    if len(gaps) > NORMAL_FROM:
        low, high = _normal(values)
    else:
        (ranks,) = growing_ranks(place, [len(gaps)], seed, BAND_SHUFFLES)
        ordered = np.empty(ranks.shape)
        np.put_along_axis(ordered, ranks.astype(np.intp), values[:, None], axis=0)
        low, high = np.quantile(ordered.cumsum(axis=0), MIDDLE, axis=1, method="nearest")
    return list(zip(low.tolist(), high.tolist(), strict=True))


def _normal(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    drawn = np.arange(1, len(values) + 1)
    middle = drawn * values.mean()
    left = 1 - drawn / len(values)
    spread = _Z * np.sqrt(drawn * left) * values.std(ddof=1)
    # No order can begin below nothing or run beyond the end.
    return np.clip(middle - spread, 0, None), np.clip(middle + spread, None, values.sum())
