"""Threads: entries that the person ties together as the same pain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import uuid4

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.entry import Entry, EntryId, ThreadId
from onveilig_desktop.journal.ports import Begin, Clock, Transaction

LATEST: Final = 12
"""Threads that are offered to choose from."""


class SameEntryError(OnveiligError):
    """An entry would have been tied to itself."""

    sentence = N_("This is the entry itself. Choose another one.")


@dataclass(frozen=True, slots=True)
class Thread:
    """Entries that are tied together, without the entries themselves."""

    id: ThreadId
    first: date
    """The earliest day; of a month, its first."""
    entries: int


class Threads:
    """An entry is in one thread at most; tying two threads makes them one."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def tie(self, one: EntryId, other: EntryId) -> ThreadId:
        """Say that two entries are the same pain; return the thread they are now in.

        Raises:
            SameEntryError: they are one entry.
            MissingEntryError
        """
        if one == other:
            raise SameEntryError
        with self._begin() as transaction:
            first, second = transaction.entries.get(one), transaction.entries.get(other)
            thread = first.thread or second.thread or ThreadId(uuid4())
            joining: Iterable[Entry] = [first, second]
            if second.thread is not None and second.thread != thread:
                moved = transaction.threads.members(second.thread)
                joining = transaction.entries.texts(moved)
            _put(transaction, joining, thread, self._clock())
        return thread

    def latest(self) -> Sequence[Thread]:
        """Return the threads that were gone on with lately, the one with the latest day first."""
        with self._begin() as transaction:
            return [Thread(*found) for found in transaction.threads.latest(LATEST)]

    def untie(self, entry_id: EntryId) -> None:
        """Take one entry out of its thread; in none, do nothing.

        Raises:
            MissingEntryError
        """
        with self._begin() as transaction:
            _put(transaction, [transaction.entries.get(entry_id)], None, self._clock())

    def of(self, entry_id: EntryId) -> Sequence[Entry]:
        """Return all that is tied to an entry, itself included, earliest day first.

        Raises:
            MissingEntryError
        """
        with self._begin() as transaction:
            entry = transaction.entries.get(entry_id)
            if entry.thread is None:
                return [entry]
            return transaction.entries.texts(transaction.threads.members(entry.thread))


def _put(
    transaction: Transaction, entries: Iterable[Entry], thread: ThreadId | None, at: datetime
) -> None:
    for entry in entries:
        if entry.thread != thread:
            transaction.entries.put(replace(entry, thread=thread), at)
