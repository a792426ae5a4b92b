"""What a person does with a journal."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from onveilig_desktop.errors import MissingEntryError, OnveiligError
from onveilig_desktop.journal.archive import Archive
from onveilig_desktop.journal.attachments import Attachments
from onveilig_desktop.journal.bin import Bin
from onveilig_desktop.journal.calendar import Calendar
from onveilig_desktop.journal.check_ins import CheckIns
from onveilig_desktop.journal.days import RepairAnswer
from onveilig_desktop.journal.draft import Draft
from onveilig_desktop.journal.entry import Entry, EntryId, EntryLine
from onveilig_desktop.journal.finding import Finding
from onveilig_desktop.journal.history import History
from onveilig_desktop.journal.own_words import OwnWords
from onveilig_desktop.journal.past import Past
from onveilig_desktop.journal.ports import Begin, Clock, Transaction
from onveilig_desktop.journal.repairs import Repairs
from onveilig_desktop.journal.settings import Settings
from onveilig_desktop.journal.threads import Threads
from onveilig_desktop.journal.unfinished import Unfinished
from onveilig_desktop.journal.views import Views


class Journal:
    """An open journal; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock
        self.archive = Archive(begin, clock)
        self.attachments = Attachments(begin, clock)
        self.bin = Bin(begin, clock)
        self.finding = Finding(begin)
        self.history = History(begin)
        self.calendar = Calendar(begin, clock)
        self.check_ins = CheckIns(begin, clock)
        self.own_words = OwnWords(begin)
        self.past = Past(begin, clock)
        self.repairs = Repairs(begin, clock)
        self.settings = Settings(begin)
        self.threads = Threads(begin, clock)
        self.unfinished = Unfinished(begin, clock)
        self.views = Views(begin)

    def save(self, draft: Draft) -> Entry:
        """Make an entry of *draft*, or a new version of the entry that has its id.

        Saving the same draft twice changes nothing the second time. The sealed draft goes
        in the same transaction, so it is never lost and never offered twice. A new answer
        about repair is kept with its date.
        """
        now, known = self._clock(), None
        with self._begin() as transaction:
            old = _stored(transaction, draft)
            if old is None:
                entry_id = EntryId(uuid4()) if draft.entry_id is None else draft.entry_id
                entry = draft.complete(entry_id=entry_id, written_at=now, now=now)
            else:
                entry = draft.complete(
                    entry_id=old.id, written_at=old.written_at, now=now, earlier=old.happened
                )
                entry, known = replace(entry, thread=old.thread), old.repair
            if entry != old:
                transaction.entries.put(entry, now)
            if entry.repair is not None and entry.repair is not known:
                transaction.repairs.add(RepairAnswer(entry.id, entry.repair, now))
            transaction.drafts.drop(draft.entry_id)
        return entry

    def is_saved(self, draft: Draft) -> bool:
        """Say whether there is an entry that *draft* corrects."""
        with self._begin() as transaction:
            return _stored(transaction, draft) is not None

    def entry(self, entry_id: EntryId) -> Entry:
        """Return one entry whole."""
        with self._begin() as transaction:
            return transaction.entries.get(entry_id)

    def entries(self, entry_ids: Sequence[EntryId]) -> Sequence[Entry]:
        """Return these entries whole, earliest day first."""
        with self._begin() as transaction:
            return transaction.entries.texts(entry_ids)

    def lines(self, *, with_opening: bool = True) -> Sequence[EntryLine]:
        """Return a line for every entry, latest day first; *with_opening* or without a word."""
        with self._begin() as transaction:
            return transaction.entries.lines(with_opening=with_opening)

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
            if draft.is_empty or (old is not None and _says(draft, old, self._clock())):
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


def _says(draft: Draft, old: Entry, now: datetime) -> bool:
    """Say whether *draft*, when saved, would leave *old* as it is."""
    try:
        made = draft.complete(
            entry_id=old.id, written_at=old.written_at, now=now, earlier=old.happened
        )
    except OnveiligError:
        return False
    return replace(made, thread=old.thread) == old


def _stored(transaction: Transaction, draft: Draft) -> Entry | None:
    """Return the entry that *draft* corrects, or nothing when it is to be a new one."""
    if draft.entry_id is None:
        return None
    try:
        return transaction.entries.get(draft.entry_id)
    except MissingEntryError:
        return None
