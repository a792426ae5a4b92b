"""What the journal needs from storage; ``vault`` fills it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from onveilig_desktop.journal.attachment import Attachment, AttachmentId
from onveilig_desktop.journal.days_ports import (
    StoredCalendar,
    StoredCheckIns,
    StoredRepairs,
    StoredThreads,
    StoredWords,
)
from onveilig_desktop.journal.draft import Draft
from onveilig_desktop.journal.entry import Binned, Entry, EntryId, EntryLine
from onveilig_desktop.journal.finding_ports import StoredSearch, StoredViews
from onveilig_desktop.journal.half_done import StoredHalfDone
from onveilig_desktop.journal.incoming import Incoming
from onveilig_desktop.journal.preferences import StoredPreferences
from onveilig_desktop.journal.revision import Checked, Place, Version
from onveilig_desktop.journal.transfer_ports import StoredArchive

Clock = Callable[[], datetime]
"""The present, with the time zone of the person."""


class Entries(Protocol):
    """The stored entries. Every change is also a revision that stays."""

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry, or raise ``MissingEntryError``."""
        ...

    def lines(self, *, with_opening: bool = True) -> Sequence[EntryLine]:
        """Return every entry that is not in the bin, latest day first."""
        ...

    def texts(self, entry_ids: Sequence[EntryId]) -> Sequence[Entry]:
        """Return these entries whole, in the order of their days."""
        ...

    def put(self, entry: Entry, at: datetime) -> None:
        """Store a new entry, or a new version of one that is there."""
        ...

    def put_all(self, made: Sequence[Entry], at: datetime) -> int:
        """Do what ``put`` does for many in their order; return where they are in the history."""
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


class BinnedEntries(Protocol):
    """The stored entries that are in the bin."""

    def lines(self) -> Sequence[Binned]:
        """Return what is in the bin, the latest deleted first."""
        ...

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry in the bin, or raise ``MissingEntryError``."""
        ...

    def erase(self, entry_id: EntryId, at: datetime) -> None:
        """Remove one entry in the bin for good, or raise ``MissingEntryError``."""
        ...


class Inspection(Protocol):
    """A check of the history that is under way."""

    def go_on(self, connection: Any, /) -> Checked:
        """Check some more of what storage reads there, and return what was found so far."""
        ...


class Revisions(Protocol):
    """The history that is kept of every change."""

    def versions(self, entry_ids: Sequence[EntryId]) -> Sequence[Sequence[Version]]:
        """Return every wording of each of these entries, the first one first."""
        ...

    def corrected(self) -> Sequence[EntryId]:
        """Return the entries, not in the bin, that have more than one wording."""
        ...

    def last_link(self) -> bytes | None:
        """Return what stands for the whole history, or nothing when nothing was written."""
        ...

    def find(self, beginning: bytes) -> Place | None:
        """Return the revision whose link begins so, or nothing."""
        ...

    def inspection(self) -> Inspection:
        """Return a check that has yet to begin."""
        ...

    def go_on(self, inspection: Inspection) -> Checked:
        """Take a check a tenth of a second further and return what it found so far."""
        ...


class StoredAttachments(Protocol):
    """The stored files. Adding and erasing one is also a revision that stays."""

    def of(self, entry_id: EntryId) -> Sequence[Attachment]:
        """Return the attachments of one entry in the order in which they were added."""
        ...

    def size_together(self) -> int:
        """Return the bytes of all attachments together."""
        ...

    def put(self, entry_id: EntryId, file: Incoming, at: datetime) -> Attachment:
        """Store a file, or raise ``MissingEntryError``."""
        ...

    def pieces(self, attachment_id: AttachmentId) -> Iterator[bytes]:
        """Return the original bytes, or raise ``MissingAttachmentError``."""
        ...

    def erase(self, attachment_id: AttachmentId, at: datetime) -> None:
        """Remove a file for good, or raise ``MissingAttachmentError``."""
        ...

    def clear(self) -> int:
        """Overwrite some of the removed files; return how many bytes are left of them."""
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

    @property
    def bin(self) -> BinnedEntries:
        """The entries in the bin."""
        ...

    @property
    def revisions(self) -> Revisions:
        """The history."""
        ...

    @property
    def attachments(self) -> StoredAttachments:
        """The stored files."""
        ...

    @property
    def check_ins(self) -> StoredCheckIns:
        """The check-ins."""
        ...

    @property
    def repairs(self) -> StoredRepairs:
        """The dated answers about repair."""
        ...

    @property
    def threads(self) -> StoredThreads:
        """Which entries are in a thread."""
        ...

    @property
    def words(self) -> StoredWords:
        """Own names and own signals."""
        ...

    @property
    def calendar(self) -> StoredCalendar:
        """Markers, pauses and days of writing."""
        ...

    @property
    def search(self) -> StoredSearch:
        """Finding and listing entries."""
        ...

    @property
    def half_done(self) -> StoredHalfDone:
        """The half-filled forms."""
        ...

    @property
    def views(self) -> StoredViews:
        """The saved views."""
        ...

    @property
    def preferences(self) -> StoredPreferences:
        """The settings."""
        ...

    @property
    def archive(self) -> StoredArchive:
        """The journal as a whole."""
        ...


Begin = Callable[[], AbstractContextManager[Transaction]]
