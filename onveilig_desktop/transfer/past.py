"""What another program kept, as notes; and what of it could not be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.past import PastNote
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.transfer.opening import HugeFileError

MOST_NOTES: Final = 200_000
"""Ten a day for fifty years; a file with more was made to fill the memory."""


class UnknownFormError(OnveiligError):
    """It is none of the forms that can be read."""

    sentence = N_("This file has no entries with dates that can be read. Nothing was added.")


class BrokenNotesError(OnveiligError):
    """It is of a known form, but it is damaged."""

    sentence = N_("This file is damaged and cannot be read. Nothing was added.")


@dataclass(frozen=True, slots=True)
class Unread:
    """One note that stays out: which one it is, counted from one, and why."""

    number: int
    opening: str = field(repr=False)
    sentence: str


@dataclass(frozen=True, slots=True)
class PastNotes:
    """What a file holds. ``left`` pictures and other files in it are not brought in."""

    notes: tuple[PastNote, ...]
    unread: tuple[Unread, ...] = ()
    left: int = 0


def not_too_many(things: Sequence[object]) -> None:
    """Refuse more notes than anyone writes before the first of them is read.

    Raises:
        HugeFileError
    """
    if len(things) > MOST_NOTES:
        raise HugeFileError


class Gathering:
    """Collects notes one by one; one that is not right does not stop the others."""

    def __init__(self, now: datetime, told: Told) -> None:
        self.now = now
        self._told = told
        self.left = 0
        self._notes: list[PastNote] = []
        self._unread: list[Unread] = []

    def add(self, opening: str, make: Callable[[], PastNote]) -> None:
        """Take the next note, which begins with *opening*.

        Raises:
            HugeFileError: there are more than anyone writes.
        """
        number = len(self._notes) + len(self._unread) + 1
        if number > MOST_NOTES:
            raise HugeFileError
        self._told(number, 0)
        try:
            note = make()
            note.entry(self.now)
        except OnveiligError as error:
            self._unread.append(Unread(number, " ".join(opening.split())[:80], error.sentence))
        else:
            self._notes.append(note)

    def gathered(self) -> PastNotes:
        """Return all of it, earliest day first.

        Raises:
            UnknownFormError: there is nothing.
        """
        if not self._notes and not self._unread:
            raise UnknownFormError
        notes = sorted(self._notes, key=_order)
        return PastNotes(tuple(notes), tuple(self._unread), self.left)


def _order(note: PastNote) -> tuple[str, str]:
    return note.happened.day.isoformat(), str(note.happened.minute or "")


def openings(texts: Sequence[str]) -> str:
    """Return the beginning of what stands in several cells."""
    return " ".join(texts)[:200]
