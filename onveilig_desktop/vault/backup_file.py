"""A backup as one file: a header of 4096 bytes, and a database under a key of its own.

::

    the header of the journal as it was: the same secrets open it
      but, in its random fill,
      1472  nonce 24 | key 32, salt 16, file id 16, zeros 32 of this database, sealed | tag 16
      1648  nonce 24 | facts in JSON, with spaces up to 512 bytes, sealed | tag 16
      and its SHA-256 made again
    the database

Both are sealed with keys that are made of the journal's data key.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.journal.backups import Contents, DamagedBackupError
from onveilig_desktop.vault.header import HEADER_BYTES, Header
from onveilig_desktop.vault.key import NONCE_BYTES, TAG_BYTES, DataKey, seal, unseal, wipe

_KEY_AT: Final = 1472
_FACTS_AT: Final = 1648
_KEY_BYTES: Final = 96
_FACTS_BYTES: Final = 512
_SEAL_BYTES: Final = NONCE_BYTES + TAG_BYTES
_CHECKSUM_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a backup says of itself to whoever has the key.

    ``mark`` stands for the state of the journal, ``size`` is that of the database in bytes.
    """

    made_at: datetime
    contents: Contents | None
    mark: str
    size: int
    is_kept_aside: bool


@dataclass(frozen=True, slots=True)
class BackupHeader:
    """The first 4096 bytes of a backup."""

    raw: bytes
    header: Header

    @classmethod
    def read(cls, path: Path) -> "BackupHeader":
        """Read that of the file at *path*.

        Raises:
            DamagedBackupError: it is not a whole header.
            NewerFormatError: it is one of a later version.
            OSError
        """
        with path.open("rb") as file:
            return cls.parse(file.read(HEADER_BYTES))

    @classmethod
    def parse(cls, raw: bytes) -> "BackupHeader":
        """Return what *raw* holds; raises as ``read`` does."""
        try:
            return cls(raw, Header.parse(raw))
        except DamagedJournalError:
            raise DamagedBackupError from None

    @classmethod
    def made(cls, header: Header, outer: DataKey, inner: DataKey, facts: Facts) -> "BackupHeader":
        """Return one for a database under *inner*, of a journal under *outer*."""
        raw = bytearray(header.pack())
        payload = inner.packed(_KEY_BYTES)
        _put(raw, _KEY_AT, _seal(outer, b"backup key", payload, header))
        wipe(payload)
        told = bytearray(_write(facts).ljust(_FACTS_BYTES))
        _put(raw, _FACTS_AT, _seal(outer, b"backup facts", told, header))
        _put(raw, HEADER_BYTES - _CHECKSUM_BYTES, hashlib.sha256(raw[:-_CHECKSUM_BYTES]).digest())
        return cls(bytes(raw), header)

    def inner(self, outer: DataKey) -> DataKey | None:
        """Return the key of the database, or nothing if *outer* is not the journal's."""
        payload = self._open(_KEY_AT, _KEY_BYTES, b"backup key", outer)
        if payload is None:
            return None
        key = DataKey.unpacked(payload)
        wipe(payload)
        return key

    def facts(self, outer: DataKey) -> Facts | None:
        """Return what it says of itself, or nothing if *outer* is not the journal's."""
        told = self._open(_FACTS_AT, _FACTS_BYTES, b"backup facts", outer)
        return None if told is None else _read(json.loads(told))

    def _open(self, at: int, length: int, purpose: bytes, outer: DataKey) -> bytearray | None:
        key = outer.subkey(purpose)
        sealed = self.raw[at : at + length + _SEAL_BYTES]
        opened = unseal(key, sealed, purpose + self.header.salt)
        wipe(key)
        return opened


def _seal(outer: DataKey, purpose: bytes, payload: bytearray, header: Header) -> bytes:
    key = outer.subkey(purpose)
    sealed = seal(key, payload, purpose + header.salt)
    wipe(key)
    return sealed


def _put(raw: bytearray, at: int, part: bytes) -> None:
    raw[at : at + len(part)] = part


def _write(facts: Facts) -> bytes:
    known = facts.contents
    last = None if known is None else known.last_written
    told = {
        "made_at": facts.made_at.isoformat(),
        "entries": None if known is None else known.entries,
        "last_written": None if last is None else last.isoformat(),
        "mark": facts.mark,
        "size": facts.size,
        "aside": facts.is_kept_aside,
    }
    return json.dumps(told).encode()


def _read(told: dict[str, Any]) -> Facts:
    last = told["last_written"]
    contents = None
    if told["entries"] is not None:
        contents = Contents(told["entries"], None if last is None else datetime.fromisoformat(last))
    return Facts(
        made_at=datetime.fromisoformat(told["made_at"]),
        contents=contents,
        mark=told["mark"],
        size=told["size"],
        is_kept_aside=told["aside"],
    )
