"""The gate to a journal in a vault."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Clock, Journal
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.vault.backups import VaultBackups
from onveilig_desktop.vault.envelope import envelope, require, unlock
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Found
from onveilig_desktop.vault.key import DataKey, KeyWork
from onveilig_desktop.vault.keys import VaultKeys
from onveilig_desktop.vault.restore import put_into
from onveilig_desktop.vault.vault import Vault


class VaultGate:
    """Fills ``journal.Gate`` with a header, a database and a lock in one folder.

    Args:
        folder: where they are, or will be.
        clock: the present, for the journal.
        work: what a guess at a new passphrase will cost; without it, it is measured.
    """

    def __init__(self, folder: Path, clock: Clock, *, work: KeyWork | None = None) -> None:
        self._folder = Folder(folder)
        self._clock = clock
        self._work = work
        self._vault: Vault | None = None
        self._keys: VaultKeys | None = None

    @property
    def folder(self) -> Path:
        """Where the journal is, or will be."""
        return self._folder.path

    def exists(self) -> bool:
        """Say whether a journal has been made here, or whether something is left of one."""
        return self._folder.has_journal()

    def create(self, passphrase: str) -> Journal:
        """Make a new, empty journal and open it.

        The header's rename is the moment from which it exists; what was made before an
        error is taken away again.

        Raises:
            EmptyPassphraseError, JournalExistsError, ForeignFileError,
            ReadOnlyFolderError, DiskFullError, LowMemoryError, StorageError,
            JournalBusyError: another process is making one.
        """
        require(passphrase)
        self._folder.refuse_journal()
        self._folder.make()
        with self._locked():
            self._folder.refuse_journal()
            return self._enter(self._make(passphrase))

    def open(self, secret: Secret) -> Journal:
        """Open the journal with its passphrase or its recovery code.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, NoJournalError,
            ForeignFileError, NewerFormatError, DamagedJournalError, JournalBusyError,
            ReadOnlyFolderError, DiskFullError, LowMemoryError, StorageError
        """
        require(secret)
        self._folder.header()  # before the lock makes a file in a folder that is not ours
        with self._locked():
            return self._enter(unlock(self._folder.header(), secret))

    def restore(self, path: Path, secret: Secret) -> Journal:
        """Make a journal of a backup in a folder that has none, or a damaged one; open it.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, DamagedBackupError,
            BackupFolderGoneError, NewerFormatError, JournalBusyError, ReadOnlyFolderError,
            DiskFullError, LowMemoryError, StorageError
        """
        require(secret)
        self._folder.make()
        with self._locked():
            self._folder.sweep()
            return self._enter(put_into(self._folder, path, secret, self._clock))

    @property
    def keys(self) -> VaultKeys:
        """The keys of the open journal.

        Raises:
            ValueError: the journal is shut.
        """
        if self._keys is None:
            raise ValueError("the journal is shut")
        return self._keys

    @property
    def backups(self) -> VaultBackups:
        """The backups of the open journal.

        Raises:
            ValueError: the journal is shut.
        """
        return VaultBackups(self._folder, self._opened, self._clock)

    @property
    def _opened(self) -> Vault:
        if self._vault is None:
            raise ValueError("the journal is shut")
        return self._vault

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        if self._vault is not None:
            self._vault.close()
            self._vault = self._keys = None
            self._folder.release()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep other processes out; if entering fails, let them in again."""
        self._folder.lock()
        try:
            yield
        except BaseException:
            self._folder.release()
            raise

    def _make(self, passphrase: str) -> Found:
        self._folder.sweep()
        key = DataKey.fresh()
        try:
            Vault(self._folder.new_database(key.file_id), key).fill()
            work = self._work or KeyWork.measured()
            self._folder.write_header(envelope(work, key, passphrase))
        except BaseException:
            key.wipe()
            with suppress(OnveiligError):
                self._folder.sweep()
            raise
        return Found(key, 0, None)

    def _enter(self, found: Found) -> Journal:
        key = found.key
        try:
            vault = Vault(self._folder.database(key.file_id), key)
            vault.check()
            self._folder.sweep(key.file_id)
        except BaseException:
            key.wipe()
            raise
        self._vault = vault
        self._keys = VaultKeys(
            self._folder, vault, self._work, has_code=found.code_place is not None
        )
        return Journal(vault.transaction, self._clock)
