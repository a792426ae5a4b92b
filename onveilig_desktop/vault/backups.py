"""The backups of an open vault."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.journal import Clock
from onveilig_desktop.journal.backups import (
    Backup,
    BackupFolderGoneError,
    Contents,
    DamagedBackupError,
)
from onveilig_desktop.journal.integrity import Examined
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.vault import files, settings
from onveilig_desktop.vault.backup import Making, Progress, listed, made_at_of
from onveilig_desktop.vault.backup_file import BackupHeader
from onveilig_desktop.vault.contents import begun_at, contents
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.integrity import examined
from onveilig_desktop.vault.restore import put_over
from onveilig_desktop.vault.state import state_of
from onveilig_desktop.vault.taking_out import taken_out
from onveilig_desktop.vault.vault import Vault

BESIDE: Final = "copies"
"""The folder for backups in that of the journal, until another one is chosen."""

_SETTING: Final = "backups.folder"


class VaultBackups:
    """The ``journal.Backups`` of one open vault."""

    def __init__(self, folder: Folder, vault: Vault, clock: Clock) -> None:
        self._folder = folder
        self._vault = vault
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        chosen = ""
        with suppress(DamagedJournalError), self._vault.reading() as connection:
            chosen = settings.read(connection, _SETTING)
        return Path(chosen) if chosen else self._folder.path / BESIDE

    def keep_in(self, folder: Path | None) -> None:
        """See ``journal.Backups``. Whether the folder can be written to is tried at once."""
        if folder is not None:
            if not folder.is_dir():
                raise BackupFolderGoneError
            with files.said_plainly():
                tried = folder / "20000101-000000~"  # swept if this is the last that happens
                tried.touch(mode=0o600)
                tried.unlink()
        with self._vault.writing() as connection:
            settings.write(connection, _SETTING, "" if folder is None else str(folder.absolute()))

    def all(self) -> Sequence[Backup]:
        """See ``journal.Backups``."""
        return listed(self.folder, self._vault.key)

    def now(self) -> Contents:
        """See ``journal.Backups``."""
        return contents(self._vault)

    def begun_at(self) -> datetime | None:
        """See ``journal.Backups``."""
        return begun_at(self._vault)

    def is_due(self) -> bool:
        """See ``journal.Backups``."""
        with self._vault.reading() as connection:
            now, key = state_of(connection, self._vault.path), self._vault.key
        for backup in self.all():
            with files.said_plainly():
                facts = None if backup.is_damaged else BackupHeader.read(backup.path).facts(key)
            if facts is not None:
                return facts.mark != now
        return True

    def make(self, progress: Progress = lambda _done: None) -> Backup:
        """See ``journal.Backups``."""
        return self._making(self.folder).make(progress)

    def examine(self, path: Path, secret: Secret | None = None) -> tuple[Contents, Examined]:
        """See ``journal.Backups``."""
        with taken_out(self._folder, path, secret, self._vault.key) as taken:
            return contents(taken.vault), examined(taken.vault)

    def restore(self, path: Path, secret: Secret | None = None) -> Backup:
        """See ``journal.Backups``."""
        with taken_out(self._folder, path, secret, self._vault.key) as taken:
            try:
                kept = self._making(self.folder).make(lambda _done: None, is_kept_aside=True)
            except DamagedJournalError:
                kept = self.keep_aside()
            put_over(self._folder, self._vault, taken)
        return kept

    def remove(self, path: Path) -> None:
        """See ``journal.Backups``."""
        if made_at_of(path) is None:
            raise DamagedBackupError
        with files.said_plainly():
            path.unlink(missing_ok=True)

    def keep_aside(self) -> Backup:
        """Keep the journal as it is, byte by byte; beside it, if the chosen folder is not there.

        Raises:
            as ``make``
        """
        try:
            return self._making(self.folder).keep_as_it_is()
        except BackupFolderGoneError:
            return self._making(self._folder.path / BESIDE).keep_as_it_is()

    def _making(self, place: Path) -> Making:
        if place == self._folder.path / BESIDE:
            with files.said_plainly():
                place.mkdir(mode=0o700, exist_ok=True)
        elif not place.is_dir():
            raise BackupFolderGoneError
        return Making(self._folder, self._vault, place, self._clock)
