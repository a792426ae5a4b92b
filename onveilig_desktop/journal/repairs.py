"""Repair followed up: what became of it, answer by answer."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal.days import RepairAnswer
from onveilig_desktop.journal.entry import Entry, EntryId, Repair
from onveilig_desktop.journal.ports import Begin, Clock

FIRST_ASKED: Final = timedelta(days=3)
ASKED_AGAIN: Final = timedelta(days=7)


class Repairs:
    """The dated answers to «did repair follow?», and for which entry it is still open."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def due(self, concerns: Collection[SignalId]) -> Entry | None:
        """Return the entry to ask about now, the latest day first, or nothing.

        It is one of the latest thousand, holds one of *concerns*, was written three days ago
        or more, has no answer or «not yet known», was not answered after it was written in
        the last seven days, and is not under correction.
        """
        now = self._clock()
        with self._begin() as transaction:
            found = transaction.repairs.waiting(concerns, now - FIRST_ASKED, now - ASKED_AGAIN)
            return None if found is None else transaction.entries.get(found)

    def answer(self, entry_id: EntryId, answer: Repair) -> Entry:
        """Note the answer: a new version of the entry, and a dated answer beside it.

        Raises:
            MissingEntryError
        """
        now = self._clock()
        with self._begin() as transaction:
            entry = replace(transaction.entries.get(entry_id), repair=answer)
            transaction.entries.put(entry, now)
            transaction.repairs.add(RepairAnswer(entry_id, answer, now))
        return entry

    def answers(self, entry_id: EntryId) -> Sequence[RepairAnswer]:
        """Return the dated answers for one entry, earliest first."""
        with self._begin() as transaction:
            return transaction.repairs.of(entry_id)
