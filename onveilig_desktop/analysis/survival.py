"""How long until something comes back, when the last times it may not have yet."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """What is known at one time, in days.

    ``at_risk`` still waited just before it; at it ``events`` came back and of ``censored``
    no more is known. ``survival`` is the estimated part that waits longer than ``time``.
    """

    time: int
    at_risk: int
    events: int
    censored: int
    survival: float


def kaplan_meier(durations: Iterable[int], observed: Iterable[bool]) -> tuple[Step, ...]:
    """Return the product-limit estimate, a step for each different duration, shortest first.

    *durations* are in days, not negative; *observed* says for each whether it ended by
    coming back, or else is only known to have lasted so long. Who stops being known at a
    time still counts as waiting then (Kaplan & Meier 1958, JASA 53, 457-481).

    Raises:
        ValueError: *durations* and *observed* are not equally many.
    """
    ended: Counter[int] = Counter()
    stopped: Counter[int] = Counter()
    for duration, came_back in zip(durations, observed, strict=True):
        (ended if came_back else stopped)[duration] += 1
    waiting = ended.total() + stopped.total()
    survival = 1.0
    steps = []
    for time in sorted(ended | stopped):
        events, censored = ended[time], stopped[time]
        survival *= (waiting - events) / waiting
        steps.append(Step(time, waiting, events, censored, survival))
        waiting -= events + censored
    return tuple(steps)


def median_survival(steps: Sequence[Step]) -> int | None:
    """Return the first time, in days, by which half came back; nothing if not reached."""
    # A product of fractions that is exactly one half may come out a hair above it.
    return next((step.time for step in steps if step.survival <= 0.5 + 1e-12), None)
