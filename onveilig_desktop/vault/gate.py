"""The gate to a journal in a vault."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onveilig_desktop.errors import OnveiligError, WrongPassphraseError
from onveilig_desktop.journal import Clock, Journal
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Header
from onveilig_desktop.vault.key import DataKey, KeyWork, derive, passphrase_bytes, wipe
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
        secret = passphrase_bytes(passphrase)
        try:
            self._folder.refuse_journal()
            self._folder.make()
            with self._locked():
                self._folder.refuse_journal()
                return self._enter(self._make(secret))
        finally:
            wipe(secret)

    def open(self, passphrase: str) -> Journal:
        """Open the journal.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, NoJournalError, ForeignFileError,
            NewerFormatError, DamagedJournalError, JournalBusyError, ReadOnlyFolderError,
            DiskFullError, LowMemoryError, StorageError
        """
        secret = passphrase_bytes(passphrase)
        try:
            self._folder.header()  # before the lock makes a file in a folder that is not ours
            with self._locked():
                return self._enter(self._unlock(secret))
        finally:
            wipe(secret)

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None
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

    def _make(self, secret: bytearray) -> DataKey:
        self._folder.sweep()
        key = DataKey.fresh()
        try:
            Vault(self._folder.new_database(key.file_id), key).fill()
            header = Header.fresh(self._work or KeyWork.measured())
            wrapping = derive(secret, header.salt, header.work)
            header = header.with_key(wrapping, key)
            wipe(wrapping)
            self._folder.write_header(header)
        except BaseException:
            key.wipe()
            with suppress(OnveiligError):
                self._folder.sweep()
            raise
        return key

    def _unlock(self, secret: bytearray) -> DataKey:
        header = self._folder.header()
        wrapping = derive(secret, header.salt, header.work)
        key = header.open(wrapping)
        wipe(wrapping)
        if key is None:
            raise WrongPassphraseError
        return key

    def _enter(self, key: DataKey) -> Journal:
        try:
            vault = Vault(self._folder.database(key.file_id), key)
            vault.check()
            self._folder.sweep()
        except BaseException:
            key.wipe()
            raise
        self._vault = vault
        return Journal(vault.transaction, self._clock)
