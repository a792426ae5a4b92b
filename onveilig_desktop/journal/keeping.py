"""What keeps a journal safe beside what is written in it; ``vault`` fills these."""

from typing import Protocol

from onveilig_desktop.journal.recovery_code import RecoveryCode

Secret = str | RecoveryCode
"""What opens a journal: its passphrase, or its recovery code if there is one."""


class Keys(Protocol):
    """The keys of the open journal. Each verb asks once more for what opens it.

    All of them take the time of one, two or three guesses at a passphrase: they go to the
    worker. Whichever way one stops, either the old secret or the new one opens the journal.
    """

    @property
    def has_code(self) -> bool:
        """Whether there is a recovery code."""
        ...

    def change(self, current: Secret, new: str, *, keeps_code: bool) -> None:
        """Let *new* open the journal instead of the passphrase until now.

        Copies that were made before, and backups, still open with the old one. How much
        work a guess costs is measured anew.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, ReadOnlyFolderError,
            DiskFullError, LowMemoryError, StorageError
        """
        ...

    def rotate(self, current: Secret, new: str, *, code: RecoveryCode | None = None) -> None:
        """Put the journal under a new key, for when someone may know the passphrase.

        Whoever has an old copy of the folder and the old passphrase reads that copy, and
        nothing that is written from now on. The recovery code is dropped unless it is typed.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, ReadOnlyFolderError,
            DiskFullError, DamagedJournalError, LowMemoryError, StorageError
        """
        ...

    def make_code(self, passphrase: str) -> RecoveryCode:
        """Make a recovery code in the place of an earlier one, and return it: only this once.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, ReadOnlyFolderError, DiskFullError,
            LowMemoryError, StorageError
        """
        ...

    def drop_code(self, passphrase: str) -> None:
        """Let no recovery code open the journal any more.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, ReadOnlyFolderError, DiskFullError,
            LowMemoryError, StorageError
        """
        ...
