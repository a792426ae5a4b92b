"""The database of a backup, taken out of it to be looked at or put back."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from onveilig_desktop.errors import DamagedJournalError, OnveiligError
from onveilig_desktop.journal.backups import (
    BackupFolderGoneError,
    DamagedBackupError,
    LockedBackupError,
)
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.vault.backup_file import BackupHeader
from onveilig_desktop.vault.envelope import unlock
from onveilig_desktop.vault.files import Folder, said_plainly
from onveilig_desktop.vault.header import HEADER_BYTES, Found, Header
from onveilig_desktop.vault.integrity import are_pages_whole
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class TakenOut:
    """The database of a backup, for a while a file of its own; still encrypted."""

    header: Header
    found: Found
    vault: Vault


@contextmanager
def taken_out(
    folder: Folder, path: Path, secret: Secret | None, known: DataKey | None = None
) -> Iterator[TakenOut]:
    """Take the database out of the backup at *path* into *folder*, and make sure of it.

    Args:
        folder: of a journal; the file is gone from it afterwards.
        path: the backup.
        secret: what opened the journal when it was made.
        known: the key of the journal that is open, which may be that of the backup too.

    Raises:
        LockedBackupError, WrongPassphraseError, WrongCodeError, DamagedBackupError,
        NewerFormatError, BackupFolderGoneError, DiskFullError, ReadOnlyFolderError,
        StorageError
    """
    if not path.is_file():
        raise BackupFolderGoneError if not path.parent.exists() else DamagedBackupError
    with said_plainly():
        backup = BackupHeader.read(path)
    found = _found(backup, secret, known)
    outer = found.key
    inner, facts = backup.inner(outer), backup.facts(outer)
    file_id = os.urandom(16)
    try:
        if inner is None or facts is None:
            raise DamagedBackupError
        made = folder.new_database(file_id)
        with said_plainly():
            if _extract(path, made) != facts.size:
                raise DamagedBackupError
        vault = Vault(made, inner)
        _make_sure(vault)
        yield TakenOut(backup.header, found, vault)
    finally:
        outer.wipe()
        if inner is not None:
            inner.wipe()
        with suppress(OnveiligError):
            folder.drop_unfinished(file_id)


def _found(backup: BackupHeader, secret: Secret | None, known: DataKey | None) -> Found:
    if known is not None and backup.facts(known) is not None:
        return Found(known.copy(), 0, None)
    if secret is None:
        raise LockedBackupError
    return unlock(backup.header, secret)


def _extract(path: Path, made: Path) -> int:
    with path.open("rb") as file, made.open("wb") as database:
        file.seek(HEADER_BYTES)
        shutil.copyfileobj(file, database, 1024 * 1024)
        return database.tell()


def _make_sure(vault: Vault) -> None:
    try:
        with vault.reading() as connection:
            is_whole = are_pages_whole(connection)
        vault.check()
    except DamagedJournalError:
        raise DamagedBackupError from None
    if not is_whole:
        raise DamagedBackupError
