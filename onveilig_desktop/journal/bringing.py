"""A copy of a journal on its way in."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import chain, islice
from typing import Final
from uuid import UUID

from onveilig_desktop.errors import DamagedJournalError, MissingEntryError
from onveilig_desktop.journal.archived import (
    Beside,
    DamagedCopyError,
    Filed,
    FutureCopyError,
    Piece,
    Revision,
    Source,
)
from onveilig_desktop.journal.attachments import MAX_TOGETHER, FullOfFilesError
from onveilig_desktop.journal.entry import Entry, EntryId
from onveilig_desktop.journal.ledger import COMING, WORDED, Change, Ledger, Told
from onveilig_desktop.journal.merge import Conflict, Merge, Way
from onveilig_desktop.journal.ports import Transaction
from onveilig_desktop.journal.progress import Parts
from onveilig_desktop.journal.shelf import ELSEWHERE, Shelf

_AT_ONCE: Final = 200


class Bringing:
    """One copy that comes in."""

    def __init__(self, transaction: Transaction, source: Source, now: datetime) -> None:
        self._transaction = transaction
        self._archive = transaction.archive
        self._source = source
        self._now = now
        self._latest = (now + ELSEWHERE).date()
        self._here, self._there = _ledger(transaction), Ledger()
        self._days: list[date] = []
        self._is_whole, self._is_ahead = True, self._here.seq == 0
        self._shelf = Shelf(transaction, self._here, self._there)

    def compare(self) -> Merge:
        """Read the copy once, from beginning to end."""
        for piece in self._source():
            if isinstance(piece, Revision):
                self._meet(piece)
            else:
                self._shelf.compare(piece, self._now)
        changes = [self._here.change(*told) for told in self._there.told.items()]
        moves = sum(self._here.moves(*told) for told in self._there.told.items())
        self._is_whole = self._is_whole and self._there.is_accounted_for
        conflicts = tuple(self._conflicts()) if Change.BOTH in changes else ()
        return Merge(
            way=self._way(),
            is_history_whole=self._is_whole,
            new=changes.count(Change.NEW),
            newer=changes.count(Change.NEWER),
            conflicts=conflicts,
            moved=moves,
            erased_here=changes.count(Change.GONE),
            files=self._shelf.files,
            beside=self._shelf.beside,
            differing=self._shelf.differing,
            first=min(self._days, default=None),
            last=max(self._days, default=None),
        )

    def _way(self) -> Way:
        if not (self._is_whole and self._is_ahead):
            return Way.JOIN
        return Way.AHEAD if self._here.seq else Way.WHOLE

    def _meet(self, made: Revision) -> None:
        if not self._archive.holds(self._there.link, made):
            self._is_whole = False
        self._there.add(made)
        if made.seq == self._here.seq:
            self._is_ahead = made.link == self._here.link
        if _digest(made) is not None:
            entry = self._archive.read(made)
            if entry.happened.day > self._latest:
                raise FutureCopyError
            if self._is_unknown(made):
                self._days.append(entry.happened.day)

    def _is_unknown(self, made: Revision) -> bool:
        here = self._here.told.get(made.subject)
        return here is None or (not here.is_erased and _digest(made) not in here.wordings)

    def _conflicts(self) -> Iterator[Conflict]:
        for made in _history(self._source(), []):
            there = self._there.told[made.subject]
            here = self._here.told.get(made.subject)
            if here is None or self._here.change(made.subject, there) is not Change.BOTH:
                continue
            if there.last == _digest(made):
                yield Conflict(
                    here=_stored(self._transaction, EntryId(made.subject)),
                    there=self._archive.read(made),
                    is_there_later=_later(there.last_at, here.last_at),
                )

    def write(self, merge: Merge, parts: Parts) -> None:
        """Read the copy once more and store what is not here."""
        pieces = self._source()
        rest: list[Beside] = []
        history = _history(pieces, rest)
        if merge.way is Way.JOIN:
            self._join(history, parts)
        else:
            ahead = (made for made in history if made.seq > self._here.seq)
            self._archive.go_on(ahead, parts.begin())
        for piece in chain(rest, pieces):
            if not isinstance(piece, Revision) and self._shelf.lacks(piece):
                self._put(piece, merge.way)
        if merge.way is Way.WHOLE and not self._archive.is_sound(parts.begin()):
            raise DamagedCopyError

    def _put(self, piece: Beside, way: Way) -> None:
        if not isinstance(piece, Filed):
            self._shelf.put(piece)
            return
        stored = self._transaction.attachments
        if stored.size_together() + piece.attachment.size > MAX_TOGETHER:
            raise FullOfFilesError
        if way is Way.JOIN:
            self._archive.receive_file(piece, self._now)
        else:
            self._archive.take_over(piece)

    def _join(self, history: Iterator[Revision], parts: Parts) -> None:
        changes = {key: self._here.change(key, told) for key, told in self._there.told.items()}
        coming = self._coming(history, changes)
        while some := list(islice(coming, _AT_ONCE)):
            self._archive.receive(some, self._now)
        told = parts.begin()
        for number, (subject, change) in enumerate(changes.items()):
            told(number, len(changes))
            self._settle(EntryId(subject), change)

    def _coming(
        self, history: Iterator[Revision], changes: Mapping[UUID, Change]
    ) -> Iterator[Revision]:
        """Return the wordings that are not here, each once."""
        received: set[bytes] = set()
        for made in history:
            digest = _digest(made)
            is_coming = changes[made.subject] in COMING and self._is_unknown(made)
            if is_coming and digest is not None and digest not in received:
                received.add(digest)
                yield made

    def _settle(self, subject: EntryId, change: Change) -> None:
        """Let the right wording be the latest, and put the entry where it belongs."""
        there, here = self._there.told[subject], self._here.told.get(subject)
        if change in COMING:
            is_ours = here and change is Change.BOTH and _later(here.last_at, there.last_at)
            last = here.last if here and is_ours else there.last
            if not _came_last(there, here, last):
                self._archive.put_on_top(subject, last, self._now)
        entries = self._transaction.entries
        if there.is_binned and change in {Change.NEW, Change.NEWER}:
            entries.bin(subject, self._now)
        elif self._here.moves(subject, there):
            (entries.bin if there.is_binned else entries.restore)(subject, self._now)


def _history(pieces: Iterator[Piece], rest: list[Beside]) -> Iterator[Revision]:
    """Return the revisions that *pieces* begin with; the first other one is put in *rest*."""
    for piece in pieces:
        if not isinstance(piece, Revision):
            rest.append(piece)
            return
        yield piece


def _ledger(transaction: Transaction) -> Ledger:
    """Return the history here; a journal without one that holds takes nothing in."""
    here = Ledger()
    try:
        for made in transaction.archive.revisions():
            here.add(made)
    except DamagedCopyError:
        raise DamagedJournalError from None
    return here


def _stored(transaction: Transaction, entry_id: EntryId) -> Entry:
    try:
        return transaction.entries.get(entry_id)
    except MissingEntryError:
        return transaction.bin.get(entry_id)


def _came_last(there: Told, here: Told | None, last: bytes) -> bool:
    """Say whether *last* is on top already: of what came in from there, it came last."""
    return (here is None or last not in here.wordings) and last == next(reversed(there.wordings))


def _later(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and (other is None or one >= other)


def _digest(made: Revision) -> bytes | None:
    """Return what stands for the wording in a revision, if it has one."""
    if made.content is None or made.kind not in WORDED:
        return None
    return hashlib.sha256(made.content).digest()
