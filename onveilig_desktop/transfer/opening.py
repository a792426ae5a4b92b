"""A file from outside, opened with care."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal import incoming
from onveilig_desktop.journal.incoming import UnreadableFileError

MAX_NOTES: Final = 50_000_000
"""Bytes in a file with notes of another program: more than a life of writing."""


class HugeFileError(OnveiligError):
    """The file is larger than anything that can be brought in."""

    sentence = N_("This file is too large to bring in. Nothing was added.")


@contextmanager
def opened(path: Path, at_most: int) -> Iterator[io.BufferedReader]:
    """Open the file at *path* to be read, if it has no more bytes than *at_most*.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError
    """
    with incoming.opened(path) as (file, size):
        if size > at_most:
            raise HugeFileError
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


@contextmanager
def unzipping(failure: type[OnveiligError]) -> Iterator[None]:
    """Say *failure* plainly for whatever the reading of a zip raises."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ):
        raise failure from None
