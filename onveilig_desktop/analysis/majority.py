"""Which of two answers was given more often, said only when it is clear."""

from dataclasses import dataclass
from enum import StrEnum
from math import exp, lgamma, log
from typing import Final

LEAST: Final = 5
ALPHA: Final = 0.05
_NEGLIGIBLE: Final = 1e-18


class Majority(StrEnum):
    """What two counts add up to."""

    TOO_LITTLE = "too_little"
    A = "a"
    B = "b"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A majority among known answers, and how many unknown ones could change it.

    ``depends_on`` is 0 when the unknown answers, all the one or all the other, would lead
    to the same.
    """

    majority: Majority
    a: int
    b: int
    unknown: int
    depends_on: int


def majority(a: int, b: int) -> Majority:
    """Return the answer that was clearly given more often, from five answers on.

    The exact binomial probability of at least this many equal answers, were both equally
    likely, must be at most .05. *a* and *b* are counts, not negative.
    """
    if a + b < LEAST:
        return Majority.TOO_LITTLE
    if binomial_tail(a, b) > ALPHA:
        return Majority.MIXED
    return Majority.A if a > b else Majority.B


def majority_with_unknown(a: int, b: int, unknown: int) -> Verdict:
    """Return the majority of *a* and *b*, and whether *unknown* more could change it."""
    said = majority(a, b)
    tried = {said, majority(a + unknown, b), majority(a, b + unknown)}
    return Verdict(said, a, b, unknown, unknown if len(tried) > 1 else 0)


def binomial_tail(a: int, b: int) -> float:
    """Return the probability of *max(a, b)* or more out of *a + b* at one half each.

    The first term comes from the gamma function and the others follow by ratio; the
    relative error is below 1e-9, and for fewer than a hundred answers below 1e-12.
    """
    total, most = a + b, max(a, b)
    ways = lgamma(total + 1) - lgamma(most + 1) - lgamma(total - most + 1)
    term = exp(ways - total * log(2))
    tail = 0.0
    while term > _NEGLIGIBLE * tail and most <= total:
        tail += term
        term *= (total - most) / (most + 1)
        most += 1
    return tail
