"""Putting a backup back."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert, select

from onveilig_desktop.errors import DamagedJournalError, OnveiligError
from onveilig_desktop.journal import Clock
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.vault import files, in_place
from onveilig_desktop.vault.copying import copy_under
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Found
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.schema import setting
from onveilig_desktop.vault.taking_out import TakenOut, taken_out
from onveilig_desktop.vault.vault import Vault


def put_over(folder: Folder, vault: Vault, taken: TakenOut) -> None:
    """Put what was taken out of a backup in the place of the open database, under its key.

    The rename is the moment from which it counts. Settings stay as they are now.

    Raises:
        DiskFullError, ReadOnlyFolderError, DamagedJournalError, StorageError
    """
    key = vault.key
    made = _under(folder, taken, key)
    try:
        _take_over(_settings(vault), Vault(made, key))
        _put(folder, vault, made)
    except BaseException:
        with suppress(OnveiligError):
            folder.drop_unfinished(key.file_id)
        raise


def put_into(folder: Folder, path: Path, secret: Secret, clock: Clock) -> Found:
    """Make a journal of the backup at *path* in *folder*, which has none or a damaged one.

    What opened the journal when the backup was made opens it again. What is in the folder of
    a journal is copied into a folder of its own first. Needs the lock.

    Raises:
        as ``taken_out``
    """
    with taken_out(folder, path, secret) as taken:
        _keep_aside(folder, clock().astimezone(UTC))
        key = taken.found.key.copy()
        made = _under(folder, taken, key)
        if (folder.path / key.file_id.hex()).exists():
            _name(made, folder.path / key.file_id.hex())
        folder.write_header(taken.header)
        return replace(taken.found, key=key)


def _under(folder: Folder, taken: TakenOut, key: DataKey) -> Path:
    folder.drop_unfinished(key.file_id)
    made = folder.new_database(key.file_id)
    copy_under(taken.vault.path, taken.vault.key, made, key)
    Vault(made, key).check()
    return made


def _settings(vault: Vault) -> Sequence[Mapping[str, str]]:
    with suppress(DamagedJournalError), vault.reading() as connection:
        found = connection.execute(select(setting.c.name, setting.c.value))
        return [{"name": row.name, "value": row.value} for row in found]
    return ()


def _take_over(settings: Sequence[Mapping[str, str]], made: Vault) -> None:
    if settings:
        with made.writing() as connection:
            connection.execute(setting.delete())
            connection.execute(insert(setting), [dict(row) for row in settings])
    with files.said_plainly():
        in_place.sync(made.path)


def _put(folder: Folder, vault: Vault, made: Path) -> None:
    with ExitStack() as held:
        with suppress(DamagedJournalError):  # then nobody else can write either
            held.enter_context(vault.held())
        if sys.platform == "win32":
            held.close()  # there an open file cannot be replaced
        _name(made, vault.path)
        vault.turn_to(vault.path, vault.key)


def _name(made: Path, path: Path) -> None:
    """Put *made* in the place of *path*; SQLite's journal goes, which belongs to the old one."""
    with files.said_plainly():
        for database in (made, path):
            database.with_name(f"{database.name}-journal").unlink(missing_ok=True)
        in_place.replace(made, path)
        in_place.sync_names(path.parent)


def _keep_aside(folder: Folder, now: datetime) -> None:
    if not folder.has_journal():
        return
    with files.said_plainly():
        aside = folder.path / f"{now:%Y%m%d-%H%M%S}-aside"
        aside.mkdir(mode=0o700)
        for file in folder.ours():
            shutil.copyfile(file, aside / file.name)
            os.chmod(aside / file.name, 0o600)  # noqa: PTH101 - as the others are
            in_place.sync(aside / file.name)
        in_place.sync_names(aside)
        folder.keep_names()
