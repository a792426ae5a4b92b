"""Putting files in place: whole, on the disk, and over what was there."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until what was written to *path* is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_names(folder: Path) -> None:
    """Wait until the names in *folder* are on the disk."""
    if sys.platform != "win32":  # there a folder cannot be opened, and names are kept
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def replace(made: Path, place: Path) -> None:
    """Put *made* in *place*, at once."""
    for _n in range(20 if sys.platform == "win32" else 0):
        # something that looks for viruses may hold a new file for a moment
        with suppress(PermissionError):
            made.replace(place)
            return
        time.sleep(0.05)
    made.replace(place)


@contextmanager
def overwriting(path: Path) -> Iterator[None]:
    """Overwrite what *path* named before the block, once the block has put another there.

    A copy of the keys under an old passphrase stays readable otherwise, until the disk uses
    the room again. Disks that write elsewhere each time may keep it all the same.
    """
    before = None
    if sys.platform != "win32":  # there an open file cannot be replaced
        with suppress(OSError):
            before = os.open(path, os.O_RDWR)
    try:
        yield
        if before is not None:
            _overwrite(before)
    finally:
        if before is not None:
            os.close(before)


def _overwrite(handle: int) -> None:
    with suppress(OSError):
        if os.fstat(handle).st_nlink == 0:  # never what is still in place
            os.write(handle, os.urandom(os.fstat(handle).st_size))
            os.fsync(handle)


def write(path: Path, content: bytes) -> None:
    """Write a file that only this login may read, and wait until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, for its mode
        file.write(content)
        file.flush()
        os.fsync(handle)
