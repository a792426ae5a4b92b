"""The header says what it was given, and takes any bytes without surprise."""

import hashlib
import struct
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaults import CHEAP

from onveilig_desktop.errors import (
    DamagedJournalError,
    EmptyPassphraseError,
    LowMemoryError,
    NewerFormatError,
)
from onveilig_desktop.vault.header import HEADER_BYTES, Header
from onveilig_desktop.vault.key import (
    DataKey,
    KeyWork,
    derive,
    passphrase_bytes,
    seal,
    unseal,
    wipe,
)

WRAPPING = bytearray(range(32))


def whole(start):
    """A header-sized file with a right checksum that begins with *start*."""
    body = start[: HEADER_BYTES - 32].ljust(HEADER_BYTES - 32, b"\xa5")
    return body + hashlib.sha256(body).digest()


@given(st.binary(min_size=32, max_size=1500))
def test_any_fields_with_a_right_checksum(start):
    version, kdf, passes, kibibytes = struct.unpack_from("<BBBxI", start, 16)
    in_bounds = 1 <= passes <= 32 and 8 * 1024 <= kibibytes <= 4 * 1024 * 1024
    if version > 1:
        with pytest.raises(NewerFormatError):
            Header.parse(whole(start))
    elif (version, kdf) == (1, 1) and in_bounds:
        assert Header.parse(whole(start)).work == KeyWork(passes, kibibytes)
    else:
        with pytest.raises(DamagedJournalError):
            Header.parse(whole(start))


@given(st.integers(1, 32), st.integers(8 * 1024, 4 * 1024 * 1024), st.integers(0, 2**64 - 1))
def test_it_comes_back(passes, kibibytes, generation):
    fresh = Header.fresh(KeyWork(passes, kibibytes))
    header = Header(fresh.salt, fresh.work, generation, fresh.slots)
    assert len(header.pack()) == HEADER_BYTES
    assert Header.parse(header.pack()) == header


@pytest.mark.parametrize(
    ("passes", "kibibytes"), [(0, 8192), (33, 8192), (1, 8191), (1, 4 * 1024 * 1024 + 1)]
)
def test_work_has_bounds(passes, kibibytes):
    with pytest.raises(ValueError, match="bounds"):
        KeyWork(passes, kibibytes)
    with pytest.raises(DamagedJournalError):
        Header.parse(whole(bytes(16) + struct.pack("<BBBxI", 1, 1, passes, kibibytes)))


def test_only_the_right_key_opens_it():
    key = DataKey.fresh()
    header = Header.parse(Header.fresh(CHEAP).with_key(WRAPPING, key).pack())
    assert header.open(WRAPPING).specification() == key.specification()
    assert header.open(WRAPPING).file_id == key.file_id
    assert header.open(bytearray(32)) is None
    assert Header.fresh(CHEAP).open(WRAPPING) is None


def test_any_slot_may_be_the_one():
    key = DataKey.fresh()
    places = Counter()
    for _ in range(200):
        fresh = Header.fresh(CHEAP)
        slots = fresh.with_key(WRAPPING, key).slots
        places.update(n for n in range(8) if slots[n] != fresh.slots[n])
    assert set(places) == set(range(8))
    assert places.total() == 200


def test_a_used_slot_looks_like_any_other():
    header = Header.fresh(CHEAP).with_key(WRAPPING, DataKey.fresh())
    assert {len(slot) for slot in header.slots} == {176}
    assert all(len(set(slot)) > 60 for slot in header.slots)
    assert bytes(8) not in header.pack()[64:]


def test_sealed_is_bound_to_what_it_is_about():
    sealed = seal(WRAPPING, bytearray(b"payload"), b"here")
    assert unseal(WRAPPING, sealed, b"here") == b"payload"
    assert unseal(WRAPPING, sealed, b"there") is None
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        assert unseal(WRAPPING, bytes(flipped), b"here") is None


def test_argon2id_as_others_compute_it():
    """The figure is argon2-cffi's, from the reference implementation: one lane, version 1.3."""
    derived = derive(bytearray(b"password"), b"somesaltsomesalt", KeyWork(2, 64 * 1024))
    assert derived.hex() == ("fc33b78139231d34b71626bd6245c1d72efa190ad605c3d8166a72adcedfa2c2")


def test_accents_are_the_same_however_they_are_typed():
    assert passphrase_bytes("café") == passphrase_bytes("cafe\u0301") == "café".encode()
    assert passphrase_bytes("Café") != passphrase_bytes("café")
    assert len(passphrase_bytes("\ud800")) == 3
    with pytest.raises(EmptyPassphraseError):
        passphrase_bytes("")


@pytest.mark.parametrize(
    ("seconds", "kibibytes"), [(0.1, 262_144), (1.5, 262_144), (1.6, 131_072), (9.0, 65_536)]
)
def test_work_is_halved_while_it_is_slow(seconds, kibibytes):
    measured = KeyWork.measured(lambda work: seconds * work.kibibytes / 262_144)
    assert measured == KeyWork(3, kibibytes)


def test_what_was_just_done_is_not_done_again_to_measure_it():
    asked = []

    def seconds(work):
        asked.append(work.kibibytes)
        return 0.1

    assert KeyWork.measured(seconds, {KeyWork(3, 262_144): 0.4}) == KeyWork(3, 262_144)
    assert asked == []
    assert KeyWork.measured(seconds, {KeyWork(3, 262_144): 2.0}) == KeyWork(3, 131_072)
    assert asked == [131_072]


def test_work_is_halved_while_memory_is_short():
    def seconds(work):
        if work.kibibytes > 100_000:
            raise LowMemoryError
        return 0.1

    assert KeyWork.measured(seconds) == KeyWork(3, 65_536)


def test_work_is_measured_on_this_computer():
    assert KeyWork.measured().kibibytes >= 65_536


def test_wiping():
    secret = bytearray(b"secret")
    wipe(secret)
    assert secret == bytes(6)
    wipe(bytearray())
    key = DataKey.fresh()
    assert not key.is_wiped
    key.wipe()
    assert key.is_wiped
    assert b"1" not in key.specification()[2:66]
