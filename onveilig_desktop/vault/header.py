"""The file ``index``: 4096 bytes that give the data key to whoever has a passphrase.

::

    salt 16 | version 1 | kdf 1 | passes 1 | zero 1 | KiB 4 | generation 8 | zero 32
    8 slots of 176 | random fill | SHA-256 of all before it
    slot = nonce 24 | key 32, salt 16, file id 16, zeros 32, sealed | tag 16 | random fill

Numbers are little-endian. Slots in use and slots that are not look the same. Later
versions keep the length, the place of the version byte and the checksum.
"""

import hashlib
import os
import secrets
import struct
from dataclasses import dataclass, replace
from typing import Final

from onveilig_desktop.errors import DamagedJournalError, NewerFormatError
from onveilig_desktop.vault.key import (
    NONCE_BYTES,
    SALT_BYTES,
    TAG_BYTES,
    DataKey,
    KeyWork,
    seal,
    unseal,
    wipe,
)

HEADER_BYTES: Final = 4096
VERSION: Final = 1
_KDF: Final = 1
_FIELDS: Final = struct.Struct("<BBBxIQ")
_CHECKSUM_BYTES: Final = 32
_SLOTS: Final = 8
_SLOT_BYTES: Final = 176
_FIRST_SLOT: Final = 64
_PAYLOAD_BYTES: Final = 96
_SEALED_BYTES: Final = NONCE_BYTES + _PAYLOAD_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True)
class Header:
    """The parsed header. ``generation`` counts its rewrites."""

    salt: bytes
    work: KeyWork
    generation: int
    slots: tuple[bytes, ...]

    @classmethod
    def fresh(cls, work: KeyWork) -> "Header":
        """Return a header that nothing opens yet."""
        return cls(os.urandom(SALT_BYTES), work, 0, tuple(map(os.urandom, [_SLOT_BYTES] * _SLOTS)))

    @classmethod
    def parse(cls, raw: bytes) -> "Header":
        """Return what *raw* holds.

        Raises:
            DamagedJournalError: it is not a whole, unaltered header.
            NewerFormatError: it is one of a later version.
        """
        if len(raw) != HEADER_BYTES or _checksum(raw) != raw[-_CHECKSUM_BYTES:]:
            raise DamagedJournalError
        version, kdf, passes, kibibytes, generation = _FIELDS.unpack_from(raw, SALT_BYTES)
        if version > VERSION:
            raise NewerFormatError
        if (version, kdf) != (VERSION, _KDF):
            raise DamagedJournalError
        try:
            work = KeyWork(passes, kibibytes)
        except ValueError:
            raise DamagedJournalError from None
        return cls(raw[:SALT_BYTES], work, generation, _slots(raw))

    def pack(self) -> bytes:
        """Return the header as it is kept."""
        raw = bytearray(os.urandom(HEADER_BYTES))
        raw[:_FIRST_SLOT] = bytes(_FIRST_SLOT)
        raw[:SALT_BYTES] = self.salt
        _FIELDS.pack_into(
            raw, SALT_BYTES, VERSION, _KDF, self.work.passes, self.work.kibibytes, self.generation
        )
        slots = b"".join(self.slots)
        raw[_FIRST_SLOT : _FIRST_SLOT + len(slots)] = slots
        raw[-_CHECKSUM_BYTES:] = _checksum(raw)
        return bytes(raw)

    def with_key(self, wrapping: bytearray, data_key: DataKey) -> "Header":
        """Return a header of which one slot, taken at random, gives *data_key* to *wrapping*."""
        place = secrets.randbelow(_SLOTS)
        payload = data_key.packed(_PAYLOAD_BYTES)
        sealed = seal(wrapping, payload, self._about(place))
        wipe(payload)
        slots = list(self.slots)
        slots[place] = sealed + os.urandom(_SLOT_BYTES - _SEALED_BYTES)
        return replace(self, slots=tuple(slots))

    def open(self, wrapping: bytearray) -> DataKey | None:
        """Return the data key of the slot that *wrapping* opens, if there is one.

        Every slot is tried, so that the time does not tell which one it was.
        """
        found = None
        for place, slot in enumerate(self.slots):
            payload = unseal(wrapping, slot[:_SEALED_BYTES], self._about(place))
            if payload is not None:
                found = DataKey.unpacked(payload)
                wipe(payload)
        return found

    def _about(self, place: int) -> bytes:
        return b"index" + self.salt + bytes((VERSION, place))


def _checksum(raw: bytes | bytearray) -> bytes:
    return hashlib.sha256(memoryview(raw)[:-_CHECKSUM_BYTES]).digest()


def _slots(raw: bytes) -> tuple[bytes, ...]:
    starts = range(_FIRST_SLOT, _FIRST_SLOT + _SLOTS * _SLOT_BYTES, _SLOT_BYTES)
    return tuple(raw[start : start + _SLOT_BYTES] for start in starts)
