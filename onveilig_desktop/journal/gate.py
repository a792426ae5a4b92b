"""The way into a journal that is locked away; ``vault`` fills it."""

from pathlib import Path
from typing import Protocol

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

    @property
    def keys(self) -> Keys:
        """The keys of the open journal; ``ValueError`` when it is shut."""
        ...

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        ...
