"""A file from outside, opened with care."""

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.incoming import EmptyFileError, NoFileError, UnreadableFileError

MAX_NOTES: Final = 50_000_000
"""Bytes in a file with notes of another program: more than a life of writing."""


class HugeFileError(OnveiligError):
    """The file is larger than anything that can be brought in."""

    sentence = N_("This file is too large to bring in. Nothing was added.")


@contextmanager
def opened(path: Path, at_most: int) -> Iterator[BinaryIO]:
    """Open the file at *path* to be read, if it has no more bytes than *at_most*.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError
    """
    try:
        # a pipe must not be waited for, and Windows would read line ends of its own
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, os.O_RDONLY | flags)
    except (OSError, ValueError):
        is_folder = os.path.isdir(path)  # noqa: PTH112 - takes any name, such as one with a NUL
        raise (NoFileError if is_folder else UnreadableFileError) from None
    try:
        _refuse(os.fstat(handle), at_most)
    except BaseException:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb", buffering=0) as file:
        yield io.BufferedReader(file)


def read_whole(path: Path) -> bytes:
    """Return all bytes of a file with notes.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError
    """
    with opened(path, MAX_NOTES) as file:
        try:
            found = file.read(MAX_NOTES + 1)
        except OSError:
            raise UnreadableFileError from None
    if len(found) > MAX_NOTES:
        raise HugeFileError
    return found


def _refuse(found: os.stat_result, at_most: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NoFileError
    if found.st_size == 0:
        raise EmptyFileError
    if found.st_size > at_most:
        raise HugeFileError
