"""An entry: what happened, when, and what the person recognised in it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal.moment import Moment

EntryId = NewType("EntryId", UUID)


class Repair(StrEnum):
    """Whether it was mended afterwards, as far as the person knows."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OPEN = "open"


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

    def __post_init__(self) -> None:
        if self.intensity not in (None, 1, 2, 3, 4, 5):
            raise ValueError("intensity runs from 1 to 5")
        if self.trust not in (None, -2, -1, 0, 1, 2):
            raise ValueError("trust runs from -2 to 2")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """An entry as the list and the analysis need it: all but most of its words.

    ``opening`` is the first 200 characters of the text.
    """

    id: EntryId
    happened: Moment
    written_at: datetime
    opening: str = field(repr=False)
    signals: frozenset[SignalId] = frozenset()
    intensity: int | None = None
    trust: int | None = None
    repair: Repair | None = None
