"""What was noted on the same days, as plain counts: no netting, no ratio, no score."""

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class CounterEvidence(Generic[K]):
    """On ``on`` of ``days`` days something else was noted too; most often first."""

    days: int
    on: int
    by_key: tuple[tuple[K, int], ...]


def co_occurrence(days_of: Mapping[K, AbstractSet[date]]) -> dict[tuple[K, K], int]:
    """Return on how many days each two were both noted, where that is at least one.

    A pair stands once, its keys in the order of *days_of*.
    """
    # Late: the first paint does without numpy.
    import numpy as np

    keys = list(days_of)
    column = {day: place for place, day in enumerate(set().union(*days_of.values()))}
    held = np.zeros((len(keys), len(column)), np.float32)
    for row, days in enumerate(days_of.values()):
        held[row, [column[day] for day in days]] = 1
    both = np.triu(held @ held.T, 1)
    return {
        (keys[row], keys[other]): int(both[row, other]) for row, other in np.argwhere(both).tolist()
    }


def counter_evidence(
    days: AbstractSet[date], others: Mapping[K, AbstractSet[date]]
) -> CounterEvidence[K]:
    """Return on how many of *days* any of *others* was noted too, and which."""
    same = {key: days & other for key, other in others.items()}
    counts = sorted(((key, len(both)) for key, both in same.items() if both), key=_most)
    return CounterEvidence(len(days), len(set().union(*same.values())), tuple(counts))


def _most(counted: tuple[K, int]) -> int:
    return -counted[1]
