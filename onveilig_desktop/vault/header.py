"""The file ``index``: 4096 bytes that give the data key to whoever has a passphrase.

::

    salt 16 | version 1 | kdf 1 | passes 1 | zero 1 | KiB 4 | generation 8 | zero 32
    8 slots of 176 | random fill | SHA-256 of all before it
x are little-endian. Slots in use and slots that are not look the same. Later
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
_CODE_PLACE: Final = 64
_SEALED_BYTES: Final = NONCE_BYTES + _PAYLOAD_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True)
class Found:
    """What a slot holds: the data key, its own place, and that of the recovery code."""

    key: DataKey
    place: int
    code_place: int | None


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

    def with_key(
        self,
        wrapping: bytearray,
        data_key: DataKey,
        *,
        place: int | None = None,
        code_place: int | None = None,
    ) -> "Header":
        """Return a header of which one slot gives *data_key* to *wrapping*.

        Args:
            wrapping: the key from a passphrase or a recovery code.
            data_key: what the slot gives.
            place: the number of the slot; without it, one taken at random.
            code_place: the slot of the recovery code.
        """
        place = secrets.randbelow(_SLOTS) if place is None else place
        payload = data_key.packed(_PAYLOAD_BYTES)
        payload[_CODE_PLACE] = 0 if code_place is None else 1 + code_place
        sealed = seal(wrapping, payload, self._about(place))
        wipe(payload)
        slots = list(self.slots)
        slots[place] = sealed + os.urandom(_SLOT_BYTES - _SEALED_BYTES)
        return replace(self, slots=tuple(slots))

    def with_both(self, wrapping: bytearray, code: bytearray, data_key: DataKey) -> "Header":
        """Return a header that gives *data_key* to a passphrase and to a recovery code."""
        place, code_place = secrets.SystemRandom().sample(range(_SLOTS), 2)
        header = self.with_key(wrapping, data_key, place=place, code_place=code_place)
        return header.with_key(code, data_key, place=code_place, code_place=code_place)

    def open(self, wrapping: bytearray) -> DataKey | None:
        """Return the data key of the slot that *wrapping* opens, if there is one."""
        found = self.find(wrapping)
        return None if found is None else found.key

    def find(self, wrapping: bytearray) -> Found | None:
        """Return what is in the slot that *wrapping* opens, if there is one.

        Every slot is tried, so that the time does not tell which one it was.
        """
        found = None
        for place, slot in enumerate(self.slots):
            payload = unseal(wrapping, slot[:_SEALED_BYTES], self._about(place))
            if payload is not None:
                code_place = payload[_CODE_PLACE] - 1 if payload[_CODE_PLACE] else None
                found = Found(DataKey.unpacked(payload), place, code_place)
                wipe(payload)
        return found

    def _about(self, place: int) -> bytes:
        return b"index" + self.salt + bytes((VERSION, place))


def _checksum(raw: bytes | bytearray) -> bytes:
    return hashlib.sha256(memoryview(raw)[:-_CHECKSUM_BYTES]).digest()


def _slots(raw: bytes) -> tuple[bytes, ...]:
    starts = range(_FIRST_SLOT, _FIRST_SLOT + _SLOTS * _SLOT_BYTES, _SLOT_BYTES)
    return tuple(raw[start : start + _SLOT_BYTES] for start in starts)
