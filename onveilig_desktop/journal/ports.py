"""What the journal needs from storage; ``vault`` fills it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from onveilig_desktop.journal.draft import Draft
from onveilig_desktop.journal.entry import Entry, EntryId, EntryLine


class Entries(Protocol):
    """The stored entries. Every change is also a revision that stays."""

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry, or raise ``MissingEntryError``."""
        ...

    def lines(self) -> Sequence[EntryLine]:
        """Return every entry that is not in the bin, latest day first."""
        ...

    def texts(self, entry_ids: Sequence[EntryId]) -> Sequence[Entry]:
        """Return these entries whole, in the order of their days."""
        ...

    def put(self, entry: Entry, at: datetime) -> None:
        """Store a new entry, or a new version of one that is there."""
        ...

    def bin(self, entry_id: EntryId, at: datetime) -> None:
        """Put an entry in the bin, or raise ``MissingEntryError``."""
        ...

    def restore(self, entry_id: EntryId, at: datetime) -> None:
        """Take an entry out of the bin, or raise ``MissingEntryError``."""
        ...


class Drafts(Protocol):
    """The sealed drafts: one for the new entry, one for each entry under correction."""

    def all(self) -> Sequence[Draft]:
        """Return every draft but those of entries in the bin, the latest sealed first."""
        ...

    def put(self, draft: Draft, at: datetime) -> None:
        """Seal *draft* in the place of an earlier one for the same entry."""
        ...

    def drop(self, entry_id: EntryId | None) -> None:
        """Forget the draft for this entry, or the one for a new entry."""
        ...


class Transaction(Protocol):
    """One all-or-nothing piece of work."""

    @property
    def entries(self) -> Entries:
        """The stored entries."""
        ...

    @property
    def drafts(self) -> Drafts:
        """The sealed drafts."""
        ...


Begin = Callable[[], AbstractContextManager[Transaction]]
