"""The ways in which the same dates can be read before their order is tested."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onveilig_desktop.analysis.occasion import Occasion, Occasions
from onveilig_desktop.analysis.segments import gap_segments

Spans = Sequence[tuple[date, date]]
"""First and last days, both included."""
Days = tuple[date, ...]
Gaps = tuple[tuple[int, ...], ...]


class Scenario(StrEnum):
    """Another way to read the same dates."""

    LATE_ENTRIES = "late_entries"
    SUSPECTED_PAUSES = "suspected_pauses"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Writing:
    """When there was writing at all.

    ``since`` is the first day on which anything was written. ``pauses`` and ``silences``
    (suspected pauses, not answered yet) are first and last days without writing.
    """

    since: date | None = None
    pauses: Spans = ()
    silences: Spans = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a direction is not about.

    ``earlier``: occasions from before the first writing day; ``months``: month entries
    since then; ``paused``: gaps with a pause inside.
    """

    earlier: int = 0
    months: int = 0
    paused: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """The occasions since writing began, and the same in other ways.

    Those from before were written down together, at the start: that they are few and far
    between says how memory works, not how often it happened.
    """

    days: tuple[Occasion, ...]
    months: tuple[Occasion, ...]
    earlier: int
    writing: Writing

    @property
    def used(self) -> Days:
        """The days between which the gaps are."""
        return tuple([occasion.first for occasion in self.days])

    @property
    def segments(self) -> Gaps:
        """The gaps as they were noted."""
        return gap_segments(self.used, self.writing.pauses)

    @property
    def month_entries(self) -> int:
        """How many entries since writing began lack a day."""
        return sum(len(month.members) for month in self.months)

    def scenarios(self) -> Iterator[tuple[Scenario, Gaps]]:
        """Yield the other readings that there are, each changing one thing."""
        pauses = self.writing.pauses
        if any(occasion.is_late for occasion in self.days):
            in_time = [occasion.first for occasion in self.days if not occasion.is_late]
            yield Scenario.LATE_ENTRIES, gap_segments(in_time, pauses)
        if self.writing.silences:
            paused = (*pauses, *self.writing.silences)
            yield Scenario.SUSPECTED_PAUSES, gap_segments(self.used, paused)
        if self.months:
            halfway = map(middle, self.months)
            yield Scenario.MONTHS, gap_segments((*self.used, *halfway), pauses)


def read(found: Occasions, writing: Writing) -> Read:
    """Take from *found* what happened since writing began; of a month, its middle counts."""
    since = writing.since or date.min
    days = tuple([occasion for occasion in found.days if occasion.first >= since])
    months = tuple([month for month in found.months if middle(month) >= since])
    return Read(days, months, len(found.days) - len(days), writing)


def middle(month: Occasion) -> date:
    """Return the day halfway a month; of the present month, halfway to today."""
    return month.first + (month.last - month.first) // 2


def left_out(taken: Read, segments: Iterable[Sequence[int]]) -> LeftOut:
    """Count what stays outside the direction."""
    gaps = sum(map(len, segments))
    return LeftOut(taken.earlier, taken.month_entries, max(0, len(taken.days) - 1 - gaps))
