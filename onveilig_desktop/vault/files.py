"""The files of a journal's folder: written whole or not at all, open to this login only."""

import errno
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from onveilig_desktop.errors import (
    DamagedJournalError,
    DiskFullError,
    ForeignFileError,
    JournalBusyError,
    JournalExistsError,
    NewerFormatError,
    NoJournalError,
    OnveiligError,
    ReadOnlyFolderError,
    StorageError,
)
from onveilig_desktop.vault import in_place
from onveilig_desktop.vault.header import HEADER_BYTES, Header

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_DATABASE: Final = re.compile(r"[0-9a-f]{32}")
_OURS: Final = re.compile(r"index|[0-9a-f]{32}(-journal)?")
_UNFINISHED: Final = re.compile(r"(index|[0-9a-f]{32})~(-journal)?")
_PAGE_BYTES: Final = 4096
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_NOT_A_FILE: Final = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST}


@contextmanager
def said_plainly() -> Iterator[None]:
    """Raise what the system says about files as an error with a sentence.

    Raises:
        DiskFullError, ReadOnlyFolderError, ForeignFileError, StorageError
    """
    try:
        yield
    except OSError as error:
        raise _meaning(error.errno) from None


def _meaning(number: int | None) -> OnveiligError:
    if number in _FULL:
        return DiskFullError()
    if number in _READ_ONLY:
        return ReadOnlyFolderError()
    return ForeignFileError() if number in _NOT_A_FILE else StorageError()


class Folder:
    """The one journal of one folder, as files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index = path / "index"
        self._lock: int | None = None

    def has_journal(self) -> bool:
        """Say whether there is a journal here, or what is left of one."""
        return os.path.lexists(self._index) or self._has_database()

    def make(self) -> None:
        """Make the folder, if it is not there, open to this login only."""
        with said_plainly():
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def refuse_journal(self) -> None:
        """Raise ``JournalExistsError`` or ``ForeignFileError`` if a journal may not go here."""
        if not self.has_journal():
            return
        with suppress(DamagedJournalError, NewerFormatError):
            self.header()
        raise JournalExistsError

    def header(self) -> Header:
        """Read the header.

        Raises:
            NoJournalError: there is none, and no database either.
            ForeignFileError: ``index`` is something else, and there is no database.
            DamagedJournalError, NewerFormatError, ReadOnlyFolderError, StorageError
        """
        if not self.has_journal():
            raise NoJournalError
        if not self._index.exists():
            raise DamagedJournalError
        with said_plainly(), self._index.open("rb") as index:
            raw = index.read(HEADER_BYTES + 1)
        try:
            return Header.parse(raw)
        except DamagedJournalError:
            if raw and not self._has_database():
                raise ForeignFileError from None
            raise

    def lock(self) -> None:
        """Keep every other process out until ``release``; a process that dies lets go.

        Raises:
            JournalBusyError: another process is in.
            ForeignFileError: ``index.lock`` is something else.
            ReadOnlyFolderError, DiskFullError, StorageError
        """
        with said_plainly():
            handle = os.open(self.path / "index.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(handle)
        except BaseException:
            os.close(handle)
            raise
        self._lock = handle

    def release(self) -> None:
        """Let others in again. Does nothing when the folder is not locked."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def sweep(self, file_id: bytes | None = None) -> None:
        """Remove what was never finished. Needs the lock, and ``database`` first if there is one.

        Args:
            file_id: names the database that was opened. What a rotation was to remove goes
                too: a database of ours by its form that is not newer than that one.

        Raises:
            ReadOnlyFolderError, StorageError
        """
        with said_plainly():
            for file in self.path.iterdir():
                if _UNFINISHED.fullmatch(file.name):
                    file.unlink()
            if file_id is not None:
                self._sweep_databases(self.path / file_id.hex())

    def _sweep_databases(self, kept: Path) -> None:
        until = kept.stat().st_mtime_ns
        for file in self.path.iterdir():
            if _DATABASE.fullmatch(file.name) and file != kept and _age(file) <= until:
                self.remove_database(file)

    def ours(self) -> Sequence[Path]:
        """Return the files that hold the journal: the header, databases, SQLite's journals."""
        with suppress(OSError):
            return [file for file in self.path.iterdir() if _OURS.fullmatch(file.name)]
        return []

    def remove_database(self, path: Path) -> None:
        """Remove a database that the header does not name; if that fails, a later sweep does.

        A journal of SQLite's beside it goes first: it would be played back into another.
        """
        with suppress(OSError):
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
            path.unlink(missing_ok=True)

    def write_header(self, header: Header) -> None:
        """Put *header* in place, whole or not at all; then overwrite the one before it.

        Raises:
            DiskFullError, ReadOnlyFolderError, StorageError
        """
        unfinished = self.path / "index~"
        with said_plainly(), in_place.overwriting(self._index):
            try:
                in_place.write(unfinished, header.pack())
                in_place.replace(unfinished, self._index)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            self.keep_names()

    def new_database(self, file_id: bytes) -> Path:
        """Make an empty file for a database that has yet to be filled, and return where."""
        path = self.path / f"{file_id.hex()}~"
        with said_plainly():
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        return path

    def drop_unfinished(self, file_id: bytes) -> None:
        """Take back what ``new_database`` made."""
        with said_plainly():
            for suffix in ("~-journal", "~"):
                (self.path / f"{file_id.hex()}{suffix}").unlink(missing_ok=True)

    def database(self, file_id: bytes) -> Path:
        """Return where the database is that the header names.

        A new one gets its name only after the header is in place: if that was
        interrupted, it is done now.

        Raises:
            DamagedJournalError: it is not there, or it has no page in it.
            ReadOnlyFolderError, StorageError
        """
        path = self.path / file_id.hex()
        unfinished = self.path / f"{file_id.hex()}~"
        with said_plainly():
            if not path.exists() and unfinished.exists():
                unfinished.rename(path)
                self.keep_names()
            if not path.is_file() or path.stat().st_size < _PAGE_BYTES:
                raise DamagedJournalError
        return path

    def _has_database(self) -> bool:
        with suppress(OSError):
            return any(_DATABASE.fullmatch(file.name) for file in self.path.iterdir())
        return False

    def keep_names(self) -> None:
        """Wait until the names in the folder are on the disk."""
        in_place.sync_names(self.path)


def _age(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mtime_ns
    return 0


def _take(handle: int) -> None:
    if os.fstat(handle).st_size:
        raise ForeignFileError
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise JournalBusyError from None
