"""Photos, sounds and documents that belong to an entry, kept as they were."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.attachment import Attachment, AttachmentId
from onveilig_desktop.journal.entry import EntryId
from onveilig_desktop.journal.incoming import incoming
from onveilig_desktop.journal.ports import Begin, Clock

T = TypeVar("T")

MAX_TOGETHER: Final = 500_000_000
"""Bytes in all attachments of a journal together."""


class FullOfFilesError(OnveiligError):
    """All attachments together would be more than a journal holds."""

    sentence = N_(
        "The journal already holds 500 MB of files. Take some out and remove them here first; "
        "nothing was added."
    )


class Attachments:
    """The files in the journal; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def of(self, entry_id: EntryId) -> Sequence[Attachment]:
        """Return the attachments of one entry in the order in which they were added."""
        with self._begin() as transaction:
            return transaction.attachments.of(entry_id)

    def add(self, entry_id: EntryId, path: Path) -> Attachment:
        """Put a copy of the file at *path* in the journal, whole or not at all.

        Raises:
            UnreadableFileError, NoFileError, EmptyFileError, LargeFileError,
            ProgramFileError, ChangedFileError, FullOfFilesError, MissingEntryError
        """
        with incoming(path) as file, self._begin() as transaction:
            if transaction.attachments.size_together() + file.size > MAX_TOGETHER:
                raise FullOfFilesError
            return transaction.attachments.put(entry_id, file, self._clock())

    def read(self, attachment_id: AttachmentId) -> bytes:
        """Return the original bytes, to be shown from memory."""
        return self.give(attachment_id, b"".join)

    def give(self, attachment_id: AttachmentId, take: Callable[[Iterator[bytes]], T]) -> T:
        """Hand the original bytes to *take*, piece by piece, and return what it returns.

        Raises:
            MissingAttachmentError, or DamagedJournalError as the last piece: the bytes are
            not those that were added.
        """
        with self._begin() as transaction:
            return take(transaction.attachments.pieces(attachment_id))

    def remove(self, attachment_id: AttachmentId) -> None:
        """Remove one attachment for good; that it was there stays in the history.

        At once nothing can be read of it any more; ``clear`` overwrites what is large.
        """
        with self._begin() as transaction:
            transaction.attachments.erase(attachment_id, self._clock())

    def clear(self) -> int:
        """Overwrite some of what was removed, also earlier; return how many bytes are left.

        Some is as much as keeps nobody waiting, so ask until nothing is left.
        """
        with self._begin() as transaction:
            return transaction.attachments.clear()
