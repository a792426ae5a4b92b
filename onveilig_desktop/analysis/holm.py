"""Many questions at once, and still few false alarms."""

from collections.abc import Sequence


def holm(p_values: Sequence[float], alpha: float) -> tuple[bool, ...]:
    """Return which of *p_values* are at or below their step of Holm's procedure.

    The chance that any of them is a false alarm stays at most *alpha*, whatever ties them
    together (Holm 1979, Scandinavian Journal of Statistics 6, 65-70).
    """
    survives = [False] * len(p_values)
    by_size = sorted(range(len(p_values)), key=p_values.__getitem__)
    for step, place in enumerate(by_size):
        if p_values[place] > alpha / (len(p_values) - step):
            break
        survives[place] = True
    return tuple(survives)
