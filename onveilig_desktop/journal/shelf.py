"""What stands beside the history, here and in a copy that is brought in."""

from collections.abc import Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Final

from onveilig_desktop.catalog import OwnSignal, Wording
from onveilig_desktop.journal.archived import (
    Beside,
    DamagedCopyError,
    Filed,
    FutureCopyError,
    Sealed,
    Silence,
)
from onveilig_desktop.journal.days import CheckIn, Marker, Pause, RepairAnswer
from onveilig_desktop.journal.entry import EntryId
from onveilig_desktop.journal.ledger import Ledger
from onveilig_desktop.journal.ports import Transaction
from onveilig_desktop.journal.view import View

ELSEWHERE: Final = timedelta(days=1)
"""How much later it can already be in another place of the world."""


class Shelf:
    """Takes what is not here yet, and leaves what is.

    Args:
        transaction: the journal here.
        here: its history; what was erased does not come back.
        there: the history of the copy.
    """

    def __init__(self, transaction: Transaction, here: Ledger, there: Ledger) -> None:
        self._transaction = transaction
        self._here, self._there = here, there
        self._stored = {_key(piece): _value(piece) for piece in transaction.archive.beside()}
        self._seen: set[Hashable] = set()
        self.files = self.beside = self.differing = 0

    def compare(self, piece: Beside, now: datetime) -> None:
        """Count what one piece will do.

        Raises:
            DamagedCopyError: it is there twice, or belongs to nothing.
            FutureCopyError
        """
        key = _key(piece)
        if key in self._seen and not isinstance(piece, RepairAnswer):
            raise DamagedCopyError
        self._seen.add(key)
        day = _last_day(piece)
        if day is not None and day > (now + ELSEWHERE).date():
            raise FutureCopyError
        entry = _entry(piece)
        if isinstance(piece, Filed | RepairAnswer):
            told = None if entry is None else self._there.told.get(entry)
            if told is None or told.is_file:
                raise DamagedCopyError
        if self.lacks(piece):
            self.files += isinstance(piece, Filed)
            self.beside += not isinstance(piece, Filed)
        elif key in self._stored:
            self.differing += self._stored[key] != _value(piece)

    def lacks(self, piece: Beside) -> bool:
        """Say whether *piece* is not here and may come in."""
        entry = _entry(piece)
        if entry is not None and self._here.is_erased(entry):
            return False
        if isinstance(piece, Filed) and self._here.is_erased(piece.attachment.id):
            return False
        return _key(piece) not in self._stored

    def put(self, piece: Beside) -> None:
        """Store one piece that is lacking; not a file."""
        stored = self._transaction
        match piece:
            case RepairAnswer():
                stored.repairs.add(piece)
            case CheckIn():
                stored.check_ins.put(piece)
            case Marker() | Pause():
                stored.calendar.put(piece)
            case Silence():
                stored.calendar.settle(piece.after, was_pause=piece.was_pause)
            case _:
                self._put_own(piece)

    def _put_own(self, piece: Beside) -> None:
        """Store what the person made of the program."""
        stored = self._transaction
        match piece:
            case Wording():
                stored.words.word(piece)
            case OwnSignal():
                stored.words.put(piece)
            case View():
                stored.views.put(replace(piece, name=self._free(piece.name)))
            case Sealed():
                stored.drafts.put(piece.draft, piece.at)

    def _free(self, name: str) -> str:
        taken = {view.name.casefold() for view in self._transaction.views.all()}
        others = (f"{name} ({number})" for number in count(2))
        return (
            name
            if name.casefold() not in taken
            else next(other for other in others if other.casefold() not in taken)
        )


def _key(piece: Beside) -> Hashable:
    """Return what makes it the same thing here and there."""
    match piece:
        case RepairAnswer():
            return piece
        case Filed():
            told: Hashable = piece.attachment.id
        case CheckIn():
            told = piece.day
        case Silence():
            told = piece.after
        case Wording():
            told = piece.signal
        case Sealed():
            told = piece.draft.entry_id
        case _:
            told = piece.id
    return type(piece), told


def _value(piece: Beside) -> object:
    return piece.attachment if isinstance(piece, Filed) else piece


def _entry(piece: Beside) -> EntryId | None:
    match piece:
        case Filed():
            return piece.attachment.entry_id
        case RepairAnswer():
            return piece.entry
        case Sealed():
            return piece.draft.entry_id
        case _:
            return None


def _last_day(piece: Beside) -> date | None:
    """Return the day until which it tells of something, if it does."""
    if isinstance(piece, Pause):
        return piece.last
    return piece.day if isinstance(piece, CheckIn | Marker) else None
