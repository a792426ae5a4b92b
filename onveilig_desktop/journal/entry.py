"""An entry: what happened, when, and what the person recognised in it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from onveilig_desktop.catalog import SignalId, StepId
from onveilig_desktop.journal.moment import Moment

EntryId = NewType("EntryId", UUID)
ThreadId = NewType("ThreadId", UUID)


class Repair(StrEnum):
    """Whether it was mended afterwards, as far as the person knows."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    SAME = "same"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What else can be noted beside the story, each in a field of its own, each optional.

    Left out of ``repr``, as they are the person's own words.
    """

    seen: str = field(default="", repr=False)
    """What a camera would have seen."""
    said: str = field(default="", repr=False)
    """The exact words."""
    meant: str = field(default="", repr=False)
    """What it meant to me."""
    felt: str = field(default="", repr=False)
    """What I felt in my body."""
    effect: str = field(default="", repr=False)
    """What it did to daily life."""
    present: str = field(default="", repr=False)
    """Who was present."""
    place: str = field(default="", repr=False)
    """Where it was."""


NO_DETAILS: Final = Details()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated note. Made by ``Draft.complete`` alone; storage brings it back.

    The text is left out of ``repr`` so that it cannot reach a log. ``written_at`` is
    when it was first written down, whatever was corrected since.
    """

    id: EntryId
    happened: Moment
    written_at: datetime
    text: str = field(repr=False)
    signals: frozenset[SignalId] = frozenset()
    intensity: int | None = None
    trust: int | None = None
    repair: Repair | None = None
    details: Details = NO_DETAILS
    steps: frozenset[StepId] = frozenset()
    thread: ThreadId | None = None

    def __post_init__(self) -> None:
        if self.intensity not in (None, 1, 2, 3, 4, 5):
            raise ValueError("intensity runs from 1 to 5")
        if self.trust not in (None, -2, -1, 0, 1, 2):
            raise ValueError("trust runs from -2 to 2")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry as the list and the analysis need it: all but most of its words.

    ``opening`` is the first 200 characters of the text, where they were asked for.
    """

    id: EntryId
    happened: Moment
    written_at: datetime
    opening: str = field(repr=False)
    signals: frozenset[SignalId] = frozenset()
    intensity: int | None = None
    trust: int | None = None
    repair: Repair | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """A line of an entry in the bin, and since when it is there."""

    line: EntryLine
    binned_at: datetime
