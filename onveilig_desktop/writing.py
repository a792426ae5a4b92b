"""Putting a made file where the person wants it: whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from onveilig_desktop.errors import (
    N_,
    DiskFullError,
    OnveiligError,
    ReadOnlyFolderError,
    StorageError,
)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_SUCH_FILES = (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT)
_OPENED = "/proc/self/fd"
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


class FileTakenError(OnveiligError):
    """There is a file of that name, and nobody said that it may go."""

    sentence = N_("There is already a file with this name. It was left as it is.")


def write_once(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write *data* to *path*, for this login only, and leave nothing half done.

    With *replace* an existing file goes only when the new one is complete.

    Raises:
        FileTakenError, ReadOnlyFolderError, DiskFullError, StorageError
    """
    write_pieces(path, [data], replace=replace)


class FileGoneError(OnveiligError):
    """A file that was made here is not there: moved, deleted, or on a stick that is out."""

    sentence = N_(
        "The file is not there any more, so nothing was deleted now. "
        "On a stick that was taken out it is still there."
    )


class NotDeletedError(OnveiligError):
    """A file that was made here cannot be taken away again."""

    sentence = N_("This file could not be deleted. Delete it yourself, where it is.")


def delete(path: Path) -> None:
    """Take away a file that was made here.

    Raises:
        FileGoneError, NotDeletedError
    """
    try:
        path.unlink()
    except FileNotFoundError:
        raise FileGoneError from None
    except OSError:
        raise NotDeletedError from None


def write_pieces(path: Path, pieces: Iterable[bytes], *, replace: bool = False) -> None:
    """Do what ``write_once`` does with a file that comes piece by piece.

    Raises:
        FileTakenError, ReadOnlyFolderError, DiskFullError, StorageError, and whatever
        *pieces* raise.
    """
    target = path.with_name(secrets.token_hex(8)) if replace else path
    try:
        _write_new(target, pieces)
        if replace:
            _put_in_place(target, path)
    except FileExistsError:
        raise FileTakenError from None
    except OSError as error:
        raise _told(error) from None


def _write_new(path: Path, pieces: Iterable[bytes]) -> None:
    if os.path.lexists(path):
        raise FileExistsError
    handle = _without_a_name(path.parent)
    if handle is None:
        _write_named(path, pieces)
        return
    with os.fdopen(handle, "wb") as file:
        _fill(file, pieces)
        _name(handle, path)


def _without_a_name(folder: Path) -> int | None:
    """Open a file that is gone when the computer stops before it was given a name.

    What is readable must not stay behind half; not every disk has such files.
    """
    if not hasattr(os, "O_TMPFILE") or not Path(_OPENED).is_dir():
        return None
    try:
        return os.open(folder, os.O_WRONLY | os.O_TMPFILE, 0o600)
    except OSError as error:
        if error.errno in _NO_SUCH_FILES:
            return None
        raise


def _name(handle: int, path: Path) -> None:
    # by way of a folder: otherwise the link is followed on no system
    opened = os.open(_OPENED, os.O_RDONLY)
    try:
        os.link(str(handle), path, src_dir_fd=opened)
    finally:
        os.close(opened)


def _write_named(path: Path, pieces: Iterable[bytes]) -> None:
    binary = getattr(os, "O_BINARY", 0)  # Windows would write line ends of its own
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, pieces)
        path.stat()  # a stick may be gone, and what was open still takes what is written
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _fill(file: BinaryIO, pieces: Iterable[bytes]) -> None:
    file.writelines(pieces)
    file.flush()
    os.fsync(file.fileno())


def _put_in_place(made: Path, path: Path) -> None:
    try:
        made.replace(path)
    except OSError:
        made.unlink(missing_ok=True)
        raise


def _told(error: OSError) -> OnveiligError:
    if error.errno in _NO_ROOM:
        return DiskFullError()
    return ReadOnlyFolderError() if error.errno in _NOT_ALLOWED else StorageError()
