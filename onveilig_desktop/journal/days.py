"""What is noted beside the entries: check-ins, markers, pauses, and dated answers."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.entry import EntryId, Repair

MarkerId = NewType("MarkerId", UUID)
PauseId = NewType("PauseId", UUID)
MAX_LINE: Final = 80
"""Characters in a text of one line: a marker, or the name of a signal."""


class LongLineError(OnveiligError):
    """A text of one line has more characters than fit on it."""

    sentence = N_("This is too long for one line. Eighty characters fit; your text is still here.")


class Speaking(StrEnum):
    """Whether the person could speak freely."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Eggshells(StrEnum):
    """Whether the person was walking on eggshells."""

    YES = "yes"
    A_LITTLE = "a_little"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a check-in asks; each may be left open. ``trust`` runs from -2 to 2."""

    trust: int | None = None
    speaking: Speaking | None = None
    eggshells: Eggshells | None = None
    nothing_happened: bool = False

    def __post_init__(self) -> None:
        if self.trust not in (None, -2, -1, 0, 1, 2):
            raise ValueError("trust runs from -2 to 2")

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return self == NO_ANSWERS


NO_ANSWERS: Final = Answers()


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How one day was. ``written_at`` is when it was first written down."""

    day: date
    answers: Answers
    written_at: datetime


@dataclass(frozen=True, slots=True)
class RepairAnswer:
    """Whether repair had followed, as the person knew it at that moment."""

    entry: EntryId
    answer: Repair
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Marker:
    """What else was going on from a day on: a few words beside the charts."""

    id: MarkerId
    day: date
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which the person did not write, the first and the last included."""

    id: PauseId
    first: date
    last: date
