"""The way into a journal that is locked away; ``vault`` fills it."""

from pathlib import Path
from typing import Protocol

from onveilig_desktop.journal.backups import Backups
from onveilig_desktop.journal.journal import Journal
from onveilig_desktop.journal.keeping import Keys, Secret


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

    def open(self, secret: Secret) -> Journal:
        """Open the journal with its passphrase or its recovery code.

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

    @property
    def backups(self) -> Backups:
        """The backups of the open journal; ``ValueError`` when it is shut."""
        ...

    @property
    def keys(self) -> Keys:
        """The keys of the open journal; ``ValueError`` when it is shut."""
        ...

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        ...
