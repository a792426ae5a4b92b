"""What a person does with a journal."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal.draft import Draft
from onveilig_desktop.journal.entry import Entry, EntryId, EntryLine
from onveilig_desktop.journal.ports import Begin, Transaction

Clock = Callable[[], datetime]
"""The present, with the time zone of the person."""


class Journal:
    """An open journal; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def save(self, draft: Draft) -> Entry:
        """Make an entry of *draft*, or a new version of the entry that has its id.

        Saving the same draft twice changes nothing the second time. The
        sealed draft goes in the same transaction, so it is never lost and never
        offered twice.
        """
        now = self._clock()
        with self._begin() as transaction:
            old = _stored(transaction, draft)
            if old is None:
                entry_id = EntryId(uuid4()) if draft.entry_id is None else draft.entry_id
                entry = draft.complete(entry_id=entry_id, written_at=now, now=now)
            else:
                entry = draft.complete(
                    entry_id=old.id, written_at=old.written_at, now=now, earlier=old.happened
                )
            if entry != old:
                transaction.entries.put(entry, now)
            transaction.drafts.drop(draft.entry_id)
        return entry

    def entry(self, entry_id: EntryId) -> Entry:
        """Return one entry whole."""
        with self._begin() as transaction:
            return transaction.entries.get(entry_id)

    def entries(self, entry_ids: Sequence[EntryId]) -> Sequence[Entry]:
        """Return these entries whole, earliest day first."""
        with self._begin() as transaction:
            return transaction.entries.texts(entry_ids)

    def lines(self) -> Sequence[EntryLine]:
        """Return a line for every entry, latest day first."""
        with self._begin() as transaction:
            return transaction.entries.lines()

    def delete(self, entry_id: EntryId) -> None:
        """Put an entry in the bin."""
        with self._begin() as transaction:
            transaction.entries.bin(entry_id, self._clock())

    def restore(self, entry_id: EntryId) -> None:
        """Take an entry out of the bin."""
        with self._begin() as transaction:
            transaction.entries.restore(entry_id, self._clock())

    def seal(self, draft: Draft) -> None:
        """Keep an unfinished draft, encrypted.

        One that is empty, or says what is already saved, is forgotten instead.
        """
        with self._begin() as transaction:
            old = _stored(transaction, draft)
            if draft.is_empty or (old is not None and draft == Draft.of(old)):
                transaction.drafts.drop(draft.entry_id)
            else:
                transaction.drafts.put(draft, self._clock())

    def drop_draft(self, entry_id: EntryId | None) -> None:
        """Forget the draft for this entry, or the one for a new entry."""
        with self._begin() as transaction:
            transaction.drafts.drop(entry_id)

    def drafts(self) -> Sequence[Draft]:
        """Return the sealed drafts, the latest first; not those of entries in the bin."""
        with self._begin() as transaction:
            return transaction.drafts.all()


def _stored(transaction: Transaction, draft: Draft) -> Entry | None:
    """Return the entry that *draft* corrects, or nothing when it is to be a new one."""
    if draft.entry_id is None:
        return None
    try:
        return transaction.entries.get(draft.entry_id)
    except MissingEntryError:
        return None
