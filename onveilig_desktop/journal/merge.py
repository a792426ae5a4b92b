"""What bringing in a copy of a journal will do, and what it did."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onveilig_desktop.journal.entry import Entry


class Way(StrEnum):
    """How a copy comes in."""

    WHOLE = "whole"
    """This journal is empty: it becomes what the copy is, with its history."""
    AHEAD = "ahead"
    """The copy goes on where this journal stops: its history is taken over."""
    JOIN = "join"
    """Both went their own way: what is new there is added on top here."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that was corrected here and there since; both wordings are kept.

    The one that was written last becomes the entry, the other is a version of it.
    """

    here: Entry
    there: Entry
    is_there_later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """How many entries are new, newer or changed on both sides, and what comes beside them.

    ``first`` and ``last`` are the earliest and latest day of what is new or newer.
    ``moved`` entries go into the bin or out of it; ``erased_here`` were removed here for
    good and stay away; ``differing`` is what stands beside the entries and is kept as it is
    here. When not ``is_history_whole``, the history in the copy does not hold, and its
    entries come in without it.
    """

    way: Way
    is_history_whole: bool = True
    new: int = 0
    newer: int = 0
    conflicts: tuple[Conflict, ...] = ()
    moved: int = 0
    erased_here: int = 0
    files: int = 0
    beside: int = 0
    differing: int = 0
    first: date | None = None
    last: date | None = None

    @property
    def changes_nothing(self) -> bool:
        """Whether everything in the copy is here already."""
        added = self.new, self.newer, len(self.conflicts), self.moved, self.files, self.beside
        return not any(added)
