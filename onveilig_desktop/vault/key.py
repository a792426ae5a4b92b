"""Keys, in memory that can be wiped: Argon2id and XChaCha20-Poly1305 of libsodium.

The bindings below PyNaCl's own functions are used because they write into a buffer
that is ours; ``nacl.pwhash`` and ``nacl.bindings`` return ``bytes``, which stay in
memory for as long as the interpreter likes.
"""

import os
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import nacl.bindings  # prepares libsodium
from nacl._sodium import ffi, lib

from onveilig_desktop.errors import EmptyPassphraseError, LowMemoryError

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
FILE_ID_BYTES: Final = 16
NONCE_BYTES: Final = 24
TAG_BYTES: Final = 16
_PERSON: Final = b"recovery code".ljust(16, b"\0")
_MOST_PASSES: Final = 32
_LEAST_KIBIBYTES: Final = 8 * 1024
_MOST_KIBIBYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeyWork:
    """How much work one guess at a passphrase costs.

    Args:
        passes: times that Argon2id goes through its memory, 1 to 32.
        kibibytes: that memory, 8 MiB to 4 GiB, in KiB.

    Raises:
        ValueError: outside these bounds.
    """

    passes: int
    kibibytes: int

    def __post_init__(self) -> None:
        if not 1 <= self.passes <= _MOST_PASSES:
            raise ValueError("passes out of bounds")
        if not _LEAST_KIBIBYTES <= self.kibibytes <= _MOST_KIBIBYTES:
            raise ValueError("memory out of bounds")

    @classmethod
    def measured(
        cls,
        seconds: Callable[["KeyWork"], float] | None = None,
        known: Mapping["KeyWork", float] = MappingProxyType({}),
    ) -> "KeyWork":
        """Return what this computer does in a second and a half, at most 256 MiB.

        The second recommended setting of RFC 9106 with four times its memory; halved
        while it is slow or memory is short, never below 64 MiB.

        Args:
            seconds: how long some work takes; without it, it is done and timed.
            known: how long some took just now, which is then not done again.

        Raises:
            LowMemoryError: there is not even 64 MiB.
        """
        ask = _seconds if seconds is None else seconds
        kibibytes = 256 * 1024
        while kibibytes > 64 * 1024:
            try:
                work = cls(3, kibibytes)
                if (known.get(work) or ask(work)) <= 1.5:  # noqa: PLR2004 - said above
                    return work
            except LowMemoryError:
                pass
            kibibytes //= 2
        ask(cls(3, kibibytes))
        return cls(3, kibibytes)


class DataKey:
    """What opens the database: its key and salt, and the id that names its file."""

    def __init__(self, key: bytearray, salt: bytes, file_id: bytes) -> None:
        self._key = key
        self.salt = salt
        self.file_id = file_id

    @classmethod
    def fresh(cls) -> "DataKey":
        """Return a new random key."""
        key = bytearray(KEY_BYTES)
        lib.randombytes(ffi.from_buffer(key), KEY_BYTES)  # os.urandom leaves a copy behind
        return cls(key, os.urandom(SALT_BYTES), os.urandom(FILE_ID_BYTES))

    @property
    def is_wiped(self) -> bool:
        """Whether the key is gone."""
        return not any(self._key)

    def copy(self) -> "DataKey":
        """Return the same key in memory of its own, for work that may outlast this one.

        Raises:
            ValueError: it is gone already.
        """
        copied = DataKey(bytearray(self._key), self.salt, self.file_id)
        if copied.is_wiped:
            raise ValueError("the key is gone")
        return copied

    def subkey(self, purpose: bytes) -> bytearray:
        """Return 32 bytes for something else than the database, by BLAKE2b; wipe them after use.

        Args:
            purpose: at most 16 bytes.
        """
        made = bytearray(KEY_BYTES)
        lib.crypto_generichash_blake2b_salt_personal(
            ffi.from_buffer(made),
            KEY_BYTES,
            ffi.NULL,
            0,
            ffi.from_buffer(self._key),
            KEY_BYTES,
            self.salt,
            purpose.ljust(16, b"\0"),
        )
        return made

    def specification(self) -> bytearray:
        """Return ``x'<64 hex key><32 hex salt>'`` as SQLCipher takes it; wipe it after use."""
        digits = b"0123456789abcdef"
        made = bytearray(b"x'" + bytes(2 * (KEY_BYTES + SALT_BYTES)) + b"'")
        place = 2
        for part in (self._key, self.salt):
            for value in part:
                made[place], made[place + 1] = digits[value >> 4], digits[value & 15]
                place += 2
        return made

    def packed(self, length: int) -> bytearray:
        """Return key, salt and id followed by zeros, *length* bytes; wipe it after use."""
        made = bytearray(length)
        made[:KEY_BYTES] = self._key
        made[KEY_BYTES : KEY_BYTES + SALT_BYTES + FILE_ID_BYTES] = self.salt + self.file_id
        return made

    @classmethod
    def unpacked(cls, packed: bytearray) -> "DataKey":
        """Return the key that ``packed`` wrote."""
        rest = bytes(packed[KEY_BYTES : KEY_BYTES + SALT_BYTES + FILE_ID_BYTES])
        return cls(packed[:KEY_BYTES], rest[:SALT_BYTES], rest[SALT_BYTES:])

    def wipe(self) -> None:
        """Overwrite the key in memory."""
        wipe(self._key)


def wipe(secret: bytearray) -> None:
    """Overwrite *secret* with zeros, in a way that is not optimised away."""
    if secret:
        lib.sodium_memzero(ffi.from_buffer(secret), len(secret))


def passphrase_bytes(passphrase: str) -> bytearray:
    """Return *passphrase* the same however its accents were typed (NFC); wipe it after use.

    Raises:
        EmptyPassphraseError: nothing was typed.
    """
    if not passphrase:
        raise EmptyPassphraseError
    normal = unicodedata.normalize("NFC", passphrase)
    return bytearray(normal.encode("utf-8", "surrogatepass"))


def derive(passphrase: bytearray, salt: bytes, work: KeyWork) -> bytearray:
    """Return 32 bytes from *passphrase* by Argon2id 1.3 (RFC 9106), one lane.

    Args:
        passphrase: at least one byte.
        salt: 16 bytes.
        work: how much of it.

    Raises:
        LowMemoryError: the memory it asks for is not there.
    """
    made = bytearray(KEY_BYTES)
    failed = lib.crypto_pwhash(
        ffi.from_buffer(made),
        KEY_BYTES,
        ffi.from_buffer("char[]", passphrase),
        len(passphrase),
        salt,
        work.passes,
        work.kibibytes * 1024,
        nacl.bindings.crypto_pwhash_ALG_ARGON2ID13,
    )
    if failed:
        raise LowMemoryError
    return made


def recovery_key(code: bytes, salt: bytes) -> bytearray:
    """Return 32 bytes from a recovery code of 160 random bits: BLAKE2b-256 keyed by *salt*.

    No work is needed to make guessing it slow: there are too many to begin with.
    """
    made = bytearray(KEY_BYTES)
    lib.crypto_generichash_blake2b_salt_personal(
        ffi.from_buffer(made), KEY_BYTES, code, len(code), salt, len(salt), ffi.NULL, _PERSON
    )
    return made


def seal(key: bytearray, payload: bytearray, about: bytes) -> bytes:
    """Return *payload* under *key*, bound to *about*: nonce 24, ciphertext, tag 16."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = bytearray(len(payload) + TAG_BYTES)
    lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
        ffi.from_buffer(sealed),
        ffi.NULL,
        ffi.from_buffer(payload),
        len(payload),
        about,
        len(about),
        ffi.NULL,
        nonce,
        ffi.from_buffer(key),
    )
    return nonce + bytes(sealed)


def unseal(key: bytearray, sealed: bytes, about: bytes) -> bytearray | None:
    """Return what ``seal`` was given, or None if *key*, *sealed* or *about* is another."""
    nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    payload = bytearray(len(rest) - TAG_BYTES)
    failed = lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
        ffi.from_buffer(payload),
        ffi.NULL,
        ffi.NULL,
        rest,
        len(rest),
        about,
        len(about),
        nonce,
        ffi.from_buffer(key),
    )
    return None if failed else payload


def _seconds(work: KeyWork) -> float:
    begun = time.perf_counter()
    wipe(derive(bytearray(b"-"), bytes(SALT_BYTES), work))
    return time.perf_counter() - begun
