"""What taking a journal out, and bringing one in, needs from storage; ``vault`` fills it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from onveilig_desktop.journal.archived import Beside, Filed, Revision
from onveilig_desktop.journal.entry import Entry
from onveilig_desktop.journal.progress import Told


class StoredArchive(Protocol):
    """A journal as a whole, in one transaction."""

    def has_files(self) -> bool:
        """Say whether there are attachments."""
        ...

    def revisions(self) -> Iterator[Revision]:
        """Return the whole history in its order."""
        ...

    def beside(self) -> Iterator[Beside]:
        """Return what stands beside the history, always in the same order."""
        ...

    def holds(self, previous: bytes | None, made: Revision) -> bool:
        """Say whether *made* is bound to the link before it and says what it said then."""
        ...

    def read(self, made: Revision) -> Entry:
        """Return the wording in a revision, or raise ``DamagedCopyError``."""
        ...

    def go_on(self, more: Iterable[Revision], told: Told) -> None:
        """Take over revisions that follow on the last one here, link by link.

        *told* hears how many entries are made of them, after all were read.

        Raises:
            DamagedCopyError
        """
        ...

    def receive(self, made: Sequence[Revision], at: datetime) -> None:
        """Put wordings from another copy on top, some hundreds; their entries leave the bin."""
        ...

    def put_on_top(self, entry_id: UUID, digest: bytes, at: datetime) -> None:
        """Make a wording of an entry the latest again, by the SHA-256 of its content."""
        ...

    def take_over(self, filed: Filed) -> None:
        """Store an attachment that the history tells of already.

        Raises:
            DamagedCopyError: the bytes are others, or the entry is not there.
        """
        ...

    def receive_file(self, filed: Filed, at: datetime) -> None:
        """Store an attachment from another copy.

        Raises:
            DamagedCopyError: the bytes are others, or the entry is not there.
        """
        ...

    def size(self) -> int:
        """Return about how many bytes a copy of all of it takes."""
        ...

    def is_sound(self, told: Told) -> bool:
        """Say whether the history holds and everything is as it tells."""
        ...
