"""The gate to a journal in a vault."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Clock, Journal
from onveilig_desktop.journal.backups import Backup
from onveilig_desktop.journal.integrity import Salvaged
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.vault.backup import listed
from onveilig_desktop.vault.backups import BESIDE, VaultBackups
from onveilig_desktop.vault.care import VaultCare
from onveilig_desktop.vault.envelope import envelope, require, unlock
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Found
from onveilig_desktop.vault.integrity import examined
from onveilig_desktop.vault.key import DataKey, KeyWork
from onveilig_desktop.vault.keys import VaultKeys
from onveilig_desktop.vault.moving import leave, move, remove
from onveilig_desktop.vault.restore import put_into
from onveilig_desktop.vault.salvage import salvage
from onveilig_desktop.vault.vault import Vault
from onveilig_desktop.vault.visits import VaultVisits, note


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
        self._damaged: Vault | None = None
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

    def open(self, secret: Secret, *, missed: int = 0) -> Journal:
        """Open the journal with its passphrase or its recovery code, after *missed* wrong ones.

        Raises:
            EmptyPassphraseError, WrongPassphraseError, WrongCodeError, NoJournalError,
            ForeignFileError, NewerFormatError, DamagedJournalError, JournalBusyError,
            ReadOnlyFolderError, DiskFullError, LowMemoryError, StorageError
        """
        require(secret)
        self._folder.header()  # before the lock makes a file in a folder that is not ours
        with self._locked():
            journal = self._enter(unlock(self._folder.header(), secret))
            note(self._opened, self._clock(), secret, missed)
            return journal

    def restore(self, path: Path, secret: Secret) -> Journal:
        """Make a journal of a backup in a folder that has none, or a damaged one; open it.

        Raises:
            as ``open``, and DamagedBackupError, BackupFolderGoneError
        """
        require(secret)
        self._folder.make()
        with self._locked():
            self._folder.sweep()
            journal = self._enter(put_into(self._folder, path, secret, self._clock))
            note(self._opened, self._clock(), secret, missed=0)
            return journal

    def open_to_read(self, secret: Secret) -> Journal:
        """Open a journal where nothing can be written; nobody else is kept out.

        Raises:
            as ``open``, but ``ReadOnlyFolderError`` only where the schema is an older one.
        """
        require(secret)
        return self._enter(unlock(self._folder.header(), secret), is_read_only=True)

    def salvage(self, secret: Secret) -> Salvaged:
        """Open what can be read of a damaged journal, read only; ``backups`` are at hand.

        Raises:
            as ``open``; ``DamagedJournalError`` when nothing can be read.
        """
        require(secret)
        with self._locked():
            key = unlock(self._folder.header(), secret).key
            damaged = Vault(self._folder.path / key.file_id.hex(), key)
            try:
                return self._read_what_can_be(damaged)
            except BaseException:
                damaged.close()
                raise

    def copies(self) -> Sequence[Backup]:
        """Return the backups beside the journal by name and date alone, the latest first."""
        return listed(self._folder.path / BESIDE, None)

    def move(self, folder: Path) -> bool:
        """Let the open journal go on in *folder*, with the backups beside it.

        Returns:
            whether it could be removed from the folder until now.

        Raises:
            JournalExistsError, ForeignFileError, JournalBusyError, DiskFullError,
            ReadOnlyFolderError, DamagedJournalError, StorageError: then all is as it was.
            ValueError: the journal is shut.
        """
        vault, keys, before, target = self._opened, self.keys, self._folder, Folder(folder)
        target.refuse_journal()
        target.make()
        target.lock()
        try:
            move(vault, before, target, BESIDE)
        except BaseException:
            target.release()
            raise
        self._folder = target
        self._keys = VaultKeys(target, vault, self._work, has_code=keys.has_code)
        with suppress(OnveiligError):
            leave(before, BESIDE)
        before.release()
        return not before.has_journal()

    def erase(self, *, keeps_copies: bool = False) -> None:
        """Shut the journal and remove it: this copy can no longer be opened with this program.

        Copies elsewhere, backups on another disk and what a disk keeps of what was
        overwritten are not reached.

        Raises:
            JournalBusyError, ReadOnlyFolderError, StorageError
        """
        if self._vault is None:
            self._folder.lock()
        else:
            self._shut()
        try:
            remove(self._folder, BESIDE, keeps_copies=keeps_copies)
        finally:
            self._folder.release()

    @property
    def is_read_only(self) -> bool:
        """Whether the journal that is open can only be read."""
        return self._vault is not None and self._vault.is_read_only

    @property
    def keys(self) -> VaultKeys:
        """The keys of the open journal; ``ValueError`` when it is shut."""
        if self._keys is None:
            raise ValueError("the journal is shut")
        return self._keys

    @property
    def backups(self) -> VaultBackups:
        """The backups of the open journal; ``ValueError`` when it is shut."""
        return VaultBackups(self._folder, self._damaged or self._opened, self._clock)

    @property
    def care(self) -> VaultCare:
        """Looking after the open journal; ``ValueError`` when it is shut."""
        return VaultCare(self._opened, self._clock)

    @property
    def visits(self) -> VaultVisits:
        """When the open journal was opened before; ``ValueError`` when it is shut."""
        return VaultVisits(self._opened)

    @property
    def _opened(self) -> Vault:
        if self._vault is None:
            raise ValueError("the journal is shut")
        return self._vault

    def close(self) -> None:
        """Shut the journal; its key leaves memory. Does nothing when it is shut."""
        if self._vault is not None:
            self._shut()
            self._folder.release()

    def _shut(self) -> None:
        if self._vault is not None and self._damaged is not None:
            with suppress(OnveiligError):
                self._folder.drop_unfinished(self._vault.key.file_id)
        for vault in filter(None, (self._vault, self._damaged)):
            vault.close()
        self._vault = self._keys = self._damaged = None

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

    def _enter(self, found: Found, *, is_read_only: bool = False) -> Journal:
        key = found.key
        try:
            path = self._folder.database(key.file_id)
            vault = Vault(path, key, is_read_only=is_read_only)
            vault.check(VaultBackups(self._folder, vault, self._clock).keep_aside)
            if not is_read_only:
                self._folder.sweep(key.file_id)
        except BaseException:
            key.wipe()
            raise
        self._vault, has_code = vault, found.code_place is not None
        self._keys = VaultKeys(self._folder, vault, self._work, has_code=has_code)
        return Journal(vault.transaction, self._clock)

    def _read_what_can_be(self, damaged: Vault) -> Salvaged:
        key = DataKey.fresh()
        try:
            made = self._folder.new_database(key.file_id)
            vault = Vault(made, key)
            vault.fill()
            damage = examined(damaged).damage
            lost = salvage(damaged.path, damaged.key, vault)
        except BaseException:
            key.wipe()
            with suppress(OnveiligError):
                self._folder.drop_unfinished(key.file_id)
            raise
        self._vault, self._damaged = Vault(made, key, is_read_only=True), damaged
        journal = Journal(self._vault.transaction, self._clock)
        return Salvaged(journal=journal, damage=damage, lost=lost)
