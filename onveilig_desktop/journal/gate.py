"""The way into a journal that is locked away; ``vault`` fills it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from onveilig_desktop.journal.backups import Backup, Backups
from onveilig_desktop.journal.integrity import Care, Salvaged
from onveilig_desktop.journal.journal import Journal
from onveilig_desktop.journal.keeping import Keys, Secret
from onveilig_desktop.journal.visits import Visits


class Gate(Protocol):
    """Opens and shuts the one journal of one folder."""

    @property
    def folder(self) -> Path:
        """Where the journal is, or will be."""
        ...

    def exists(self) -> bool:
        """Say whether a journal has been made here."""
        ...

    def create(self, passphrase: str) -> Journal:
        """Make a new, empty journal and open it.

        Raises:
            EmptyPassphraseError, JournalExistsError, ForeignFileError,
            ReadOnlyFolderError, DiskFullError, LowMemoryError, StorageError
        """
        ...

    def open(self, secret: Secret, *, missed: int = 0) -> Journal:
        """Open the journal with its passphrase or its recovery code.

        Args:
            secret: what opens it.
            missed: how many wrong tries were made before this one.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, NoJournalError,
            ForeignFileError, NewerFormatError, DamagedJournalError, JournalBusyError,
            ReadOnlyFolderError, DiskFullError, LowMemoryError, StorageError
        """
        ...

    def restore(self, path: Path, secret: Secret) -> Journal:
        """Make a journal of a backup in a folder that has none, or a damaged one; open it.

        What opened the journal when the backup was made opens it again. What is left of a
        damaged one is copied into a folder of its own first.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, DamagedBackupError,
            BackupFolderGoneError, NewerFormatError, JournalBusyError, ReadOnlyFolderError,
            DiskFullError, LowMemoryError, StorageError
        """
        ...

    def open_to_read(self, secret: Secret) -> Journal:
        """Open a journal where nothing can be written, when ``open`` says that it is so.

        Raises:
            as ``open``
        """
        ...

    def salvage(self, secret: Secret) -> Salvaged:
        """Open what can be read of a damaged journal, read only, when ``open`` says it is.

        ``backups`` are at hand; after ``backups.restore``, ``close`` and ``open`` it again.
        Takes a second for each 10 MB or so.

        Raises:
            as ``open``; ``DamagedJournalError`` when nothing can be read: ``restore`` is left.
        """
        ...

    def copies(self) -> Sequence[Backup]:
        """Return the backups beside the journal by name and date alone, the latest first."""
        ...

    def move(self, folder: Path) -> bool:
        """Let the open journal go on in *folder*, with the backups beside it.

        Returns:
            whether it could be removed from the folder until now.

        Raises:
            JournalExistsError, ForeignFileError, JournalBusyError, DiskFullError,
            ReadOnlyFolderError, DamagedJournalError, StorageError: then all is as it was.
        """
        ...

    def erase(self, *, keeps_copies: bool = False) -> None:
        """Shut the journal and remove it: this copy can no longer be opened with this program.

        Args:
            keeps_copies: whether the backups beside the journal stay.

        Raises:
            JournalBusyError, ReadOnlyFolderError, StorageError
        """
        ...

    @property
    def is_read_only(self) -> bool:
        """Whether the journal that is open can only be read."""
        ...

    @property
    def backups(self) -> Backups:
        """The backups of the open journal; ``ValueError`` when it is shut."""
        ...

    @property
    def care(self) -> Care:
        """Looking after the open journal; ``ValueError`` when it is shut."""
        ...

    @property
    def keys(self) -> Keys:
        """The keys of the open journal; ``ValueError`` when it is shut."""
        ...

    @property
    def visits(self) -> Visits:
        """When the open journal was opened before; ``ValueError`` when it is shut."""
        ...

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        ...
