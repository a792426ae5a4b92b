"""The days of one signal in order, in the stretches without a pause between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onveilig_desktop.journal import Pause
from onveilig_desktop.report.charts.around import days_of
from onveilig_desktop.report.patterns import Mark, Patterns, Row


@dataclass(frozen=True, slots=True)
class Gap:
    """The days from one occasion to the next; ``is_paused``: nobody wrote for a while."""

    before: Mark
    after: Mark
    is_paused: bool

    @property
    def days(self) -> int:
        """How many days lie between."""
        return (self.after.first - self.before.first).days


def since_begun(patterns: Patterns, row: Row) -> Sequence[Mark]:
    """Return the days of *row* from the first writing day on.

    What was written from memory when the journal began says how memory works, not how
    often it happened.
    """
    begun = patterns.begun or date.min
    return [mark for mark in days_of(row) if mark.first >= begun]


def gaps_between(marks: Sequence[Mark], pauses: Sequence[Pause]) -> Sequence[Gap]:
    """Return the gaps between *marks* in order."""
    return [Gap(a, b, _is_paused(a.first, b.first, pauses)) for a, b in pairwise(marks)]


def runs(gaps: Sequence[Gap]) -> Sequence[Sequence[Gap]]:
    """Return the gaps in stretches, without those in which there was a pause."""
    found: list[list[Gap]] = [[]]
    for gap in gaps:
        if gap.is_paused:
            found.append([])
        else:
            found[-1].append(gap)
    return [run for run in found if run]


def _is_paused(a: date, b: date, pauses: Sequence[Pause]) -> bool:
    """Say whether a paused day lies strictly between two days."""
    return (b - a).days > 1 and any(p.first < b and p.last > a for p in pauses)
