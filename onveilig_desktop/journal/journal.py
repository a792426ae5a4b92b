"""What a person does with a journal."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

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
from onveilig_desktop.journal.ports import Begin, Clock
from onveilig_desktop.journal.repairs import Repairs
from onveilig_desktop.journal.threads import Threads
from onveilig_desktop.journal.views import Views


class Journal:
    """An open journal; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock
        self.attachments = Attachments(begin, clock)
        self.bin = Bin(begin, clock)
        self.finding = Finding(begin)
        self.history = History(begin)
        self.calendar = Calendar(begin, clock)
        self.check_ins = CheckIns(begin, clock)
        self.own_words = OwnWords(begin)
        self.repairs = Repairs(begin, clock)
        self.threads = Threads(begin, clock)
        self.views = Views(begin)

    def save(self, draft: Draft) -> Entry:
        """Make an entry of *draft*, or a new version of the entry it corrects.

        The sealed draft goes in the same transaction, so it is never lost and never
        offered twice. A new answer about repair is kept with its date.
        """
        now, known = self._clock(), None
        with self._begin() as transaction:
            if draft.entry_id is None:
                entry = draft.complete(entry_id=EntryId(uuid4()), written_at=now, now=now)
            else:
                old = transaction.entries.get(draft.entry_id)
                entry = draft.complete(
                    entry_id=old.id, written_at=old.written_at, now=now, earlier=old.happened
                )
                entry, known = replace(entry, thread=old.thread), old.repair
            transaction.entries.put(entry, now)
            if entry.repair is not None and entry.repair is not known:
                transaction.repairs.add(RepairAnswer(entry.id, entry.repair, now))
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
        """Keep an unfinished draft, encrypted; an empty one is forgotten."""
        with self._begin() as transaction:
            if draft.is_empty:
                transaction.drafts.drop(draft.entry_id)
            else:
                transaction.drafts.put(draft, self._clock())

    def drop_draft(self, entry_id: EntryId | None) -> None:
        """Forget the draft for this entry, or the one for a new entry."""
        with self._begin() as transaction:
            transaction.drafts.drop(entry_id)

    def drafts(self) -> Sequence[Draft]:
        """Return the sealed drafts, the latest first."""
        with self._begin() as transaction:
            return transaction.drafts.all()
