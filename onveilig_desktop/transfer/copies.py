"""A whole journal as a file that any program can read, and such a file brought in."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.archived import DamagedCopyError, Filed, Piece, Source
from onveilig_desktop.journal.attachments import MAX_TOGETHER
from onveilig_desktop.journal.incoming import PIECE, UnreadableFileError
from onveilig_desktop.journal.merge import Merge
from onveilig_desktop.journal.progress import Parts, Told, to_nobody
from onveilig_desktop.transfer.container import MAX_JOURNAL, Packing, Unpacking
from onveilig_desktop.transfer.journal_json import json_of, pieces_of
from onveilig_desktop.transfer.opening import opened
from onveilig_desktop.writing import write_pieces

_ZIP: Final = b"PK\x03\x04"
_PARTS: Final = 4
"""Of bringing in: reading, reading again, making the entries, checking."""


def copy_suffix(journal: Journal) -> str:
    """Return how the name of a copy ends: ``.zip`` with attachments, else ``.json``."""
    return ".zip" if journal.archive.has_files() else ".json"


def write_copy(
    journal: Journal,
    path: Path,
    made_on: date,
    *,
    replace: bool = False,
    told: Told = to_nobody,
) -> None:
    """Write everything in *journal* to *path*, whole or not at all. It is not encrypted.

    Raises:
        FileTakenError, ReadOnlyFolderError, DiskFullError, StorageError, and what *told*
        raises: then there is no file.
    """
    size = journal.archive.size()

    def take(pieces: Iterator[Piece], has_files: bool) -> None:
        chunks = _zipped(pieces, made_on) if has_files else json_of(pieces, made_on)
        write_pieces(path, _weighed(chunks, size, told), replace=replace)

    journal.archive.give(take)


def compare_copy(journal: Journal, path: Path, told: Told = to_nobody) -> Merge:
    """Say what ``bring_copy`` will do; nothing is written.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError, OtherFormatError,
        NewerCopyError, DamagedCopyError, FutureCopyError
    """
    return journal.archive.compare(_source(path, Parts(told)))


def bring_copy(journal: Journal, path: Path, told: Told = to_nobody) -> Merge:
    """Bring in the copy at *path*, whole or not at all, and say what was done.

    Raises:
        what ``compare_copy`` raises; FullOfFilesError, DiskFullError, StorageError, and what
        *told* raises: then nothing was brought in.
    """
    parts = Parts(told, _PARTS)
    return journal.archive.bring(_source(path, parts), parts)


def _weighed(chunks: Iterator[bytes], size: int, told: Told) -> Iterator[bytes]:
    done = 0
    for chunk in chunks:
        yield chunk
        done += len(chunk)
        told(done, size)


def _zipped(pieces: Iterator[Piece], made_on: date) -> Iterator[bytes]:
    packing, filed = Packing(), list[Filed]()

    def noted() -> Iterator[Piece]:
        for piece in pieces:
            if isinstance(piece, Filed):
                filed.append(piece)
            yield piece

    yield from packing.journal(json_of(noted(), made_on))
    yield from packing.attachments(filed)
    yield packing.end()


def _source(path: Path, parts: Parts) -> Source:
    """Return the pieces in a file, which tell how far it was read: each reading is a part."""

    def pieces(told: Told) -> Iterator[Piece]:
        with opened(path, MAX_JOURNAL + MAX_TOGETHER) as file:
            size = os.fstat(file.fileno()).st_size
            for piece in _pieces(file):
                told(file.tell(), size)
                yield piece

    return lambda: pieces(parts.begin())


def _pieces(file: BinaryIO) -> Iterator[Piece]:
    if file.peek(len(_ZIP)).startswith(_ZIP):  # type: ignore[attr-defined]
        zipped = Unpacking(file)
        return pieces_of(zipped.journal(), zipped.attachment)
    return pieces_of(_chunks(file), _nothing)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    try:
        while some := file.read(PIECE):
            yield some
    except OSError:
        raise UnreadableFileError from None


def _nothing(_sha256: bytes) -> Iterator[bytes]:
    """A plain file has no attachments beside it."""
    raise DamagedCopyError
