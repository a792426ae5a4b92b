"""A file from outside, on its way into the journal."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import FileIO
from itertools import chain
from pathlib import Path
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.media import PROGRAM, media_type

MAX_FILE: Final = 25_000_000
"""Bytes in one attachment."""

PIECE: Final = 256 * 1024
"""Bytes that are read and kept at a time."""

_MAX_NAME: Final = 150


class UnreadableFileError(OnveiligError):
    """The file is gone, or may not be read."""

    sentence = N_("This file could not be read. Nothing was added.")


class NoFileError(OnveiligError):
    """It is a folder, or something else that has no content of its own."""

    sentence = N_("This is not a file. Choose the files in a folder one by one.")


class EmptyFileError(OnveiligError):
    """There is nothing in the file."""

    sentence = N_("There is nothing in this file. Nothing was added.")


class LargeFileError(OnveiligError):
    """The file is larger than one attachment may be."""

    sentence = N_("This file is larger than 25 MB. It stays where it is; nothing was added.")


class ChangedFileError(OnveiligError):
    """The file was written to, or cut off, while it was read."""

    sentence = N_("This file changed while it was being read. Nothing was added; try again.")


class ProgramFileError(OnveiligError):
    """The file is a program, whatever its name says."""

    sentence = N_("This file is a program, whatever its name says. It was not added.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What is known of a file before it is read whole; ``pieces`` can be read once."""

    name: str = field(repr=False)
    media: str
    size: int
    pieces: Iterator[bytes] = field(repr=False)


@contextmanager
def incoming(path: Path) -> Iterator[Incoming]:
    """Open the file at *path* to be read piece by piece.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, LargeFileError, ProgramFileError;
        while ``pieces`` are read: UnreadableFileError, ChangedFileError.
    """
    with opened(path) as (file, size):
        if size > MAX_FILE:
            raise LargeFileError
        first = _read(file)
        media = media_type(first)
        if media == PROGRAM:
            raise ProgramFileError
        pieces = _counted(chain([first], iter(lambda: _read(file), b"")), size)
        yield Incoming(name=_tidy_name(path.name), media=media, size=size, pieces=pieces)


@contextmanager
def opened(path: Path) -> Iterator[tuple[FileIO, int]]:
    """Open the file at *path*, whatever stands there; with it comes its size in bytes.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError
    """
    try:
        # a pipe must not be waited for, and Windows would read line ends of its own
        flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(path, os.O_RDONLY | flags)
    except (OSError, ValueError):
        is_folder = os.path.isdir(path)  # noqa: PTH112 - takes any name, such as one with a NUL
        raise (NoFileError if is_folder else UnreadableFileError) from None
    try:
        size = _size(os.fstat(handle))
    except BaseException:
        os.close(handle)
        raise
    with os.fdopen(handle, "rb", buffering=0) as file:
        yield file, size


def _size(found: os.stat_result) -> int:
    if not stat.S_ISREG(found.st_mode):
        raise NoFileError
    if found.st_size == 0:
        raise EmptyFileError
    return found.st_size


def _read(file: FileIO) -> bytes:
    try:
        return file.read(PIECE) or b""
    except OSError:
        raise UnreadableFileError from None


def _counted(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    """Pass *pieces* on as long as they are no more, and in the end no less, than *size*."""
    read = 0
    for piece in pieces:
        read += len(piece)
        if read > size:
            raise ChangedFileError
        yield piece
    if read != size:
        raise ChangedFileError


def _tidy_name(name: str) -> str:
    """Return a file name that can be shown: no signs that hide or turn around the others."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    seen = "".join(sign for sign in whole if unicodedata.category(sign)[0] != "C")
    return unicodedata.normalize("NFC", seen)[-_MAX_NAME:]
