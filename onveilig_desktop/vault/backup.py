"""Making backups: one file each, whole or not at all."""

import hashlib
import itertools
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from onveilig_desktop.errors import DamagedJournalError, DiskFullError, OnveiligError
from onveilig_desktop.journal import Clock
from onveilig_desktop.journal.backups import (
    Backup,
    BackupFolderGoneError,
    BackupFullError,
    DamagedBackupError,
    needed,
)
from onveilig_desktop.journal.integrity import Damage, Examined
from onveilig_desktop.vault import files, in_place
from onveilig_desktop.vault.backup_file import BackupHeader, Facts
from onveilig_desktop.vault.contents import contents
from onveilig_desktop.vault.copying import copy_under
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import HEADER_BYTES
from onveilig_desktop.vault.integrity import are_pages_whole, examine
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.state import mark_of, state_of
from onveilig_desktop.vault.vault import Vault

Progress = Callable[[float], None]

_NAME: Final = re.compile(r"(\d{8}-\d{6})(?:-\d+)?")
_UNFINISHED: Final = re.compile(rf"{_NAME.pattern}~")
_STAMP: Final = "%Y%m%d-%H%M%S"
_PIECE_BYTES: Final = 1024 * 1024
_SPOILS: Final = {Damage.PAGES, Damage.STRUCTURE}


def listed(place: Path, key: DataKey | None) -> Sequence[Backup]:
    """Return the backups in *place*, the latest first; *key* is the journal's, if it is open."""
    found = []
    with suppress(OSError):
        for path in place.iterdir():
            made_at = made_at_of(path)
            if made_at is not None:
                found.append(_seen(path, made_at, key))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def made_at_of(path: Path) -> datetime | None:
    """Return when the backup at *path* was made by its name, or nothing: it is none of ours."""
    named = _NAME.fullmatch(path.name)
    with suppress(ValueError):
        return None if named is None else datetime.strptime(f"{named[1]}Z", f"{_STAMP}%z")
    return None


def names_of(place: Path, name: str) -> Iterator[Path]:
    """Yield what a backup of that *name* may be called in *place*: the first that is free."""
    yield place / name
    stamp = "-".join(name.split("-")[:2])
    yield from (place / f"{stamp}-{number}" for number in itertools.count(2))


class Making:
    """One backup in the making.

    Args:
        folder: of the journal.
        vault: the open vault.
        place: the folder for the backup.
        clock: the present.
    """

    def __init__(self, folder: Folder, vault: Vault, place: Path, clock: Clock) -> None:
        self._folder = folder
        self._vault = vault
        self._place = place
        self._clock = clock

    def make(self, progress: Progress, *, is_kept_aside: bool = False) -> Backup:
        """See ``journal.Backups.make``.

        The journal is copied as it is while nobody can save, and all else is done with
        that copy. What is old goes only when the new one is in its place and was read back.
        """
        outer, inner = self._vault.key.copy(), DataKey.fresh()
        try:
            with _no_room_said(), self._temporary() as made:
                with self._temporary() as copy:
                    mark = self._snapshot(copy)
                    progress(0.1)
                    kept = Vault(copy, outer)
                    examined = _examined(kept, progress)
                    held = contents(kept)
                    copy_under(copy, outer, made, inner)
                progress(0.7)
                _open(made, inner)
                facts = Facts(
                    made_at=self._clock().astimezone(UTC),
                    contents=held,
                    mark=mark,
                    size=made.stat().st_size,
                    is_kept_aside=is_kept_aside,
                )
                path = self._put(made, outer, inner, facts)
            if examined.is_sound:
                self._let_go(path, outer)
            progress(1.0)
            return _seen(path, facts.made_at, outer)
        finally:
            outer.wipe()
            inner.wipe()

    def keep_as_it_is(self) -> Backup:
        """Keep a damaged journal aside, byte by byte, under the key it has."""
        key = self._vault.key.copy()
        try:
            with _no_room_said(), self._temporary() as copy, files.said_plainly():
                shutil.copyfile(self._vault.path, copy)
                facts = Facts(
                    made_at=self._clock().astimezone(UTC),
                    contents=None,
                    mark=mark_of(copy),
                    size=copy.stat().st_size,
                    is_kept_aside=True,
                )
                return _seen(self._put(copy, key, key, facts), facts.made_at, key)
        finally:
            key.wipe()

    @contextmanager
    def _temporary(self) -> Iterator[Path]:
        """Lend a file in the folder of the journal, which a sweep would remove."""
        file_id = os.urandom(16)
        try:
            yield self._folder.new_database(file_id)
        finally:
            with suppress(OnveiligError):
                self._folder.drop_unfinished(file_id)

    def _snapshot(self, copy: Path) -> str:
        with self._vault.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").all()
            with files.said_plainly():
                shutil.copyfile(self._vault.path, copy)
            return state_of(connection, copy)

    def _put(self, made: Path, outer: DataKey, inner: DataKey, facts: Facts) -> Path:
        """Write the backup beside the others, read it back, and only then name it."""
        header = BackupHeader.made(self._folder.header(), outer, inner, facts)
        with _folder_gone_said(self._place):
            self._sweep()
            named = names_of(self._place, facts.made_at.strftime(_STAMP))
            path = next(path for path in named if not os.path.lexists(path))
            unfinished = path.with_name(f"{path.name}~")
            try:
                _make_sure(unfinished, _written(unfinished, header.raw, made))
                in_place.replace(unfinished, path)
            except BaseException:
                with suppress(OSError):
                    unfinished.unlink(missing_ok=True)
                raise
            in_place.sync_names(self._place)
        return path

    def _sweep(self) -> None:
        for path in self._place.iterdir():
            if _UNFINISHED.fullmatch(path.name):
                path.unlink()

    def _let_go(self, made: Path, key: DataKey) -> None:
        """Remove what is no longer needed, of this journal only; never the one just made."""
        ours = [
            backup
            for backup in listed(self._place, key)
            if backup.contents is not None and not backup.is_kept_aside and not backup.is_damaged
        ]
        kept = needed([backup.made_at for backup in ours])
        for backup in ours:
            if backup.made_at not in kept and backup.path != made:
                with suppress(OSError):
                    backup.path.unlink()


def _examined(kept: Vault, progress: Progress) -> Examined:
    examined = Examined(done=0.0)
    for examined in examine(kept):
        progress(0.1 + 0.4 * examined.done)
        if _SPOILS & {*examined.damage}:
            raise DamagedJournalError
    return examined


def _open(made: Path, inner: DataKey) -> None:
    """Make sure that a copy can be opened and that every page of it is whole."""
    copied = Vault(made, inner)
    copied.check()
    with copied.reading() as connection:
        if not are_pages_whole(connection):
            raise DamagedBackupError


def _seen(path: Path, made_at: datetime, key: DataKey | None) -> Backup:
    size, facts, is_damaged = 0, None, True
    with suppress(OSError, OnveiligError):
        size = path.stat().st_size
        header = BackupHeader.read(path)
        facts = None if key is None else header.facts(key)
        is_damaged = size != HEADER_BYTES + facts.size if facts else size <= HEADER_BYTES
    return Backup(
        path=path,
        made_at=made_at,
        size=size,
        contents=None if facts is None else facts.contents,
        is_damaged=is_damaged,
        is_kept_aside=facts is not None and facts.is_kept_aside,
    )


@contextmanager
def _no_room_said() -> Iterator[None]:
    try:
        yield
    except DiskFullError:
        raise BackupFullError from None


@contextmanager
def _folder_gone_said(place: Path) -> Iterator[None]:
    try:
        with files.said_plainly():
            yield
    except (OnveiligError, OSError):
        if not place.is_dir():
            raise BackupFolderGoneError from None
        raise


def _written(path: Path, header: bytes, database: Path) -> str:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    counted = hashlib.sha256(header)
    with open(handle, "wb") as file, database.open("rb") as source:  # noqa: PTH123 - for its mode
        file.write(header)
        for piece in _pieces(source):
            counted.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(handle)
    return counted.hexdigest()


def _make_sure(path: Path, written: str) -> None:
    """Read a file back and compare it with what was *written*.

    Raises:
        DamagedBackupError
    """
    counted = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # read it from the disk, where it can be
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for piece in _pieces(file):
            counted.update(piece)
    if counted.hexdigest() != written:
        raise DamagedBackupError


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE_BYTES):
        yield piece
