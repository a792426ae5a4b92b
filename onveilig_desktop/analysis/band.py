"""Where the cumulative steps could have run, had the same gaps come in another order."""

from onveilig_desktop.analysis.segments import Segments
from onveilig_desktop.analysis.shuffle import NORMAL_FROM, SEED


def shuffled_band(segments: Segments, seed: int = SEED) -> tuple[tuple[float, float], ...]:
    """Return for each gap the days from the start of its segment to its end, at 5 and 95 %.

    A pair ``(low, high)`` for each gap of all *segments* in order; the last of a segment is
    its whole length twice, as every order ends there. From 999 seeded shuffles; for segments
    of more than 200 gaps from the normal distribution of a sum drawn without replacement.
    """
    # Late: with it comes numpy, which the first paint does without.
    from onveilig_desktop.analysis import orders

    return tuple(
        pair
        for place, gaps in enumerate(segments)
        for pair in (
            orders.normal_band(gaps)
            if len(gaps) > NORMAL_FROM
            else orders.drawn_band(gaps, place, seed)
        )
    )
