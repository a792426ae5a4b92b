"""A journal in another folder, and a journal that goes."""

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onveilig_desktop.errors import DamagedJournalError, OnveiligError
from onveilig_desktop.vault import in_place
from onveilig_desktop.vault.backup import made_at_of, names_of
from onveilig_desktop.vault.files import Folder, said_plainly
from onveilig_desktop.vault.header import HEADER_BYTES
from onveilig_desktop.vault.integrity import are_pages_whole
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.vault import Vault


def move(vault: Vault, source: Folder, target: Folder, copies: str) -> None:
    """Let an open journal go on in another folder; it is left in the first.

    It is copied and checked while nobody can write. The header, which comes last, makes it a
    journal there: whichever way this stops, at least one of the two folders has all of it.

    Args:
        vault: the open vault.
        source: its folder.
        target: an empty one, locked.
        copies: the folder of backups inside a journal's folder.

    Raises:
        JournalExistsError, DiskFullError, ReadOnlyFolderError, DamagedJournalError,
        StorageError: then all is as it was.
    """
    key = vault.key
    with vault.held(), _taken_back(target, key, copies):
        _copy_backups(source.path / copies, target.path / copies)
        _copy_database(vault, target.new_database(key.file_id))
        target.write_header(source.header())
        vault.turn_to(target.database(key.file_id), key)


def remove(folder: Folder, copies: str, *, keeps_copies: bool = False) -> None:
    """Overwrite the header, by which alone the rest can be read; then remove what is ours.

    A disk may keep what was overwritten: that is not in the hands of a program. What is not
    of ours by its form stays, and the folder with it.

    Raises:
        ReadOnlyFolderError, StorageError: of the header. What else cannot be removed stays.
    """
    with said_plainly():
        _overwrite(folder.path / "index")
    if not keeps_copies:
        _remove_backups(folder.path / copies)
    for path in (*folder.ours(), folder.path / "index.lock"):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for left in (folder.path / copies, folder.path):
        with suppress(OSError):
            left.rmdir()


def leave(folder: Folder, copies: str) -> None:
    """Remove a journal that goes on elsewhere: at each moment it is whole here, or not here.

    Raises:
        as ``remove``
    """
    with said_plainly():
        for path in sorted(folder.ours()):  # ``index`` as the last
            if path.name.endswith("-journal"):
                path.unlink()
            else:
                in_place.replace(path, path.with_name(f"{path.name}~"))
        folder.keep_names()
        _overwrite(folder.path / "index~")
    folder.sweep()
    remove(folder, copies)


def _remove_backups(place: Path) -> None:
    for backup in _backups(place):
        with suppress(OSError):
            _overwrite(backup, HEADER_BYTES)


@contextmanager
def _taken_back(target: Folder, key: DataKey, copies: str) -> Iterator[None]:
    """If the block fails, remove what it made, and no backup that was there before."""
    place = target.path / copies
    was_there, before = os.path.lexists(place), {*_backups(place)}
    try:
        yield
    except BaseException:
        if not target.has_journal():
            with suppress(OnveiligError):
                target.drop_unfinished(key.file_id)
            for backup in {*_backups(place)} - before:
                with suppress(OSError):
                    backup.unlink()
            if not was_there:
                with suppress(OSError):
                    place.rmdir()
        raise


def _copy_database(vault: Vault, made: Path) -> None:
    with said_plainly():
        shutil.copyfile(vault.path, made)
        in_place.sync(made)
    copied = Vault(made, vault.key)
    copied.check()
    with copied.reading() as connection:
        if not are_pages_whole(connection):
            raise DamagedJournalError


def _copy_backups(source: Path, target: Path) -> None:
    backups = _backups(source)
    if not backups:
        return
    with said_plainly():
        target.mkdir(mode=0o700, exist_ok=True)
        for backup in sorted(backups):
            _copy_backup(backup, target)
        in_place.sync_names(target)


def _copy_backup(backup: Path, target: Path) -> None:
    """Copy a backup over nothing: under a name that is free, unless it is there already."""
    for place in names_of(target, backup.name):
        if not os.path.lexists(place):
            _copy_whole(backup, place)
            break
        if _is_same(backup, place):
            with suppress(OSError):  # it alone will be left of the two
                in_place.sync(place)
            break


def _copy_whole(backup: Path, place: Path) -> None:
    made = place.with_name(f"{place.name}~")
    made.unlink(missing_ok=True)
    try:
        shutil.copyfile(backup, made)
        os.chmod(made, 0o600)  # noqa: PTH101 - as the others are
        in_place.sync(made)
        in_place.replace(made, place)
    except BaseException:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise


def _is_same(backup: Path, place: Path) -> bool:
    """Say whether the same bytes are there.

    Raises:
        SameFileError: it is one file, which would be overwritten when it is removed here.
    """
    if place.exists() and place.samefile(backup):
        raise shutil.SameFileError
    with suppress(OSError):
        return filecmp.cmp(backup, place, shallow=False)
    return False


def _backups(place: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in place.iterdir() if made_at_of(path) is not None]
    return []


def _overwrite(path: Path, length: int | None = None) -> None:
    """Write over the first *length* bytes of a file, wait for the disk, and remove it."""
    if path.exists():
        handle = os.open(path, os.O_RDWR)
        try:
            os.write(handle, os.urandom(length or os.fstat(handle).st_size))
            os.fsync(handle)
        finally:
            os.close(handle)
        path.unlink()
