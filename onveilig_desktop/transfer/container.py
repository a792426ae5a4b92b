"""A zip with a journal and its attachments: ``journal.json``, ``attachments/<SHA-256>``."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

from onveilig_desktop.journal.archived import DamagedCopyError, Filed
from onveilig_desktop.journal.attachments import MAX_TOGETHER
from onveilig_desktop.journal.incoming import MAX_FILE, PIECE
from onveilig_desktop.transfer.opening import HugeFileError, unzipping

JOURNAL: Final = "journal.json"
MAX_JOURNAL: Final = 1_000_000_000
"""Bytes of JSON that are read: a hundred times what twenty years of writing make."""

_ATTACHMENT: Final = re.compile(r"attachments/([0-9a-f]{64})")
_MOST_FILES: Final = 100_000
_SMALL: Final = 20_000_000
_DENSEST: Final = 200
"""Bytes of text that one compressed byte stands for; no text comes near, a bomb goes past."""

_NEVER: Final = (1980, 1, 1, 0, 0, 0)
"""The moment of every file inside, so that the zip tells nothing and is always the same."""


class Packing:
    """A zip that is written from its beginning to its end, and drained meanwhile."""

    def __init__(self) -> None:
        self._written = bytearray()
        self._zip = zipfile.ZipFile(self, "w")  # type: ignore[call-overload]

    def write(self, data: bytes) -> int:
        """Take what the zip writes."""
        self._written += data
        return len(data)

    def flush(self) -> None:
        """Do nothing: what was written is here already."""

    def drain(self) -> bytes:
        """Return what was written since the last time."""
        some = bytes(self._written)
        self._written.clear()
        return some

    def journal(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Put the journal itself in, and return the zip as far as it goes."""
        return self._put(JOURNAL, chunks, zipfile.ZIP_DEFLATED)

    def attachments(self, filed: Sequence[Filed]) -> Iterator[bytes]:
        """Put each different file in once."""
        by_hash = {one.attachment.sha256: one for one in filed}
        for sha256, one in by_hash.items():
            yield from self._put(f"attachments/{sha256.hex()}", one.pieces(), zipfile.ZIP_STORED)

    def end(self) -> bytes:
        """Close the zip and return the rest of it."""
        self._zip.close()
        return self.drain()

    def _put(self, name: str, chunks: Iterator[bytes], how: int) -> Iterator[bytes]:
        info = zipfile.ZipInfo(name, _NEVER)
        info.compress_type = how
        with self._zip.open(info, "w") as file:
            for chunk in chunks:
                file.write(chunk)
                yield self.drain()
        yield self.drain()


class Unpacking:
    """A zip that came from outside, of which nothing is believed.

    Raises:
        DamagedCopyError: it is damaged, or holds anything else.
        HugeFileError: what it holds is larger than it can be.
    """

    def __init__(self, file: BinaryIO) -> None:
        with unzipping(DamagedCopyError):
            self._zip = zipfile.ZipFile(file)
            self._infos = {info.filename: info for info in self._zip.infolist()}
            self._refuse()

    def journal(self) -> Iterator[bytes]:
        """Return the journal itself."""
        return self._read(self._infos[JOURNAL])

    def attachment(self, sha256: bytes) -> Iterator[bytes]:
        """Return the bytes of an attachment.

        Raises:
            DamagedCopyError: it is not there, or it is damaged.
        """
        info = self._infos.get(f"attachments/{sha256.hex()}")
        if info is None:
            raise DamagedCopyError
        return self._read(info)

    def _refuse(self) -> None:
        infos = self._zip.infolist()
        if len(infos) != len(self._infos) or JOURNAL not in self._infos:
            raise DamagedCopyError
        files = [info for info in infos if info.filename != JOURNAL]
        if not all(_ATTACHMENT.fullmatch(info.filename) for info in files):
            raise DamagedCopyError
        if len(files) > _MOST_FILES or sum(info.file_size for info in files) > MAX_TOGETHER:
            raise HugeFileError
        journal = self._infos[JOURNAL]
        if journal.file_size > max(_SMALL, _DENSEST * journal.compress_size):
            raise HugeFileError
        if journal.file_size > MAX_JOURNAL or any(info.file_size > MAX_FILE for info in files):
            raise HugeFileError

    def _read(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        with unzipping(DamagedCopyError), self._zip.open(info) as file:
            while some := file.read(PIECE):
                yield some
