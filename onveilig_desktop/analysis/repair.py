"""What came after it was mended, and after it was not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from onveilig_desktop.analysis.occasion import Occasion
from onveilig_desktop.analysis.survival import Step, kaplan_meier, median_survival

_DAY: Final = timedelta(days=1)
Answers = Sequence[bool | None]
"""For each thing noted whether it was mended, at least partly; or unknown."""


@dataclass(frozen=True, slots=True)
class Wait:
    """From one occasion to the next, or to the last day that anything is known of.

    ``days`` lie between ``since`` and ``until``; ``came_back`` when the next occasion is
    on ``until``.
    """

    since: date
    until: date
    came_back: bool

    @property
    def days(self) -> int:
        """How long the wait was."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class Returns:
    """The waits after one kind of answer, and the part that still waits at each time."""

    waits: tuple[Wait, ...]
    steps: tuple[Step, ...]
    median: int | None


@dataclass(frozen=True, slots=True)
class ReturnAfterRepair:
    """Return after occasions that were mended and that were not; ``unknown`` are neither."""

    repaired: Returns
    unrepaired: Returns
    unknown: int


def worst_known(answers: Iterable[bool | None]) -> bool | None:
    """Return the worst known answer of several about one occasion."""
    known = [answer for answer in answers if answer is not None]
    return all(known) if known else None


def return_after_repair(
    days: Sequence[Occasion],
    answers: Answers,
    today: date,
    pauses: Iterable[tuple[date, date]] = (),
) -> ReturnAfterRepair:
    """Return how long it took until the next occasion, after repair and without.

    *days* are the occasions with a day, earliest first, and *answers* those to what was
    noted, in the order in which it was. The last wait goes on today. When writing was
    paused before the next occasion, the wait is known up to the day before that pause.
    """
    waits: dict[bool | None, list[Wait]] = {True: [], False: [], None: []}
    breaks = sorted(pauses)
    for wait, occasion in zip(_waits(days, today, breaks), days, strict=True):
        waits[_answer(occasion, answers)].append(wait)
    return ReturnAfterRepair(_returns(waits[True]), _returns(waits[False]), len(waits[None]))


def _answer(occasion: Occasion, answers: Answers) -> bool | None:
    return worst_known(answers[member] for member in occasion.members)


def _waits(
    days: Sequence[Occasion], today: date, breaks: Sequence[tuple[date, date]]
) -> Iterable[Wait]:
    firsts = [occasion.first for occasion in days]
    for since, until in pairwise(firsts):
        yield _until_break(Wait(since, until, came_back=True), breaks)
    for since in firsts[-1:]:
        yield _until_break(Wait(since, today, came_back=False), breaks)


def _until_break(wait: Wait, breaks: Sequence[tuple[date, date]]) -> Wait:
    """Cut a wait short at the first pause with a day strictly inside it."""
    for first, last in breaks:
        begin = max(first, wait.since + _DAY)
        if begin <= last and begin < wait.until:
            return Wait(wait.since, begin - _DAY, came_back=False)
    return wait


def _returns(waits: Sequence[Wait]) -> Returns:
    durations = [wait.days for wait in waits]
    steps = kaplan_meier(durations, [wait.came_back for wait in waits])
    return Returns(tuple(waits), steps, median_survival(steps))
