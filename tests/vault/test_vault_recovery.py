"""A recovery code: made, used, kept, dropped, and never to be seen from outside."""

import hashlib

import pytest
from vaults import PASSPHRASE, contents

from onveilig_desktop.errors import WrongCodeError, WrongPassphraseError
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.header import Header
from onveilig_desktop.vault.key import recovery_key

NEW = "vier blauwe bussen"


@pytest.fixture
def code(gate, journal):
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    return gate.keys.make_code(PASSPHRASE)


def opens(gate, secret):
    gate.close()
    try:
        return len(gate.open(secret).lines()) == 1
    except (WrongPassphraseError, WrongCodeError):
        return False


def test_there_is_none_unless_it_is_asked_for(gate, journal):
    assert not gate.keys.has_code


def test_it_opens_the_journal_and_so_does_the_passphrase(gate, code):
    assert gate.keys.has_code
    for secret in (code, PASSPHRASE, RecoveryCode.read("-".join(code.groups).lower())):
        assert opens(gate, secret)
        assert gate.keys.has_code
    assert not opens(gate, RecoveryCode.fresh())


def test_making_one_takes_the_passphrase(gate, journal, folder):
    before = contents(folder)
    with pytest.raises(WrongPassphraseError):
        gate.keys.make_code("x")
    assert contents(folder) == before


def test_a_new_one_takes_the_place_of_the_first(gate, code):
    second = gate.keys.make_code(PASSPHRASE)
    assert opens(gate, second)
    assert not opens(gate, code)
    assert opens(gate, PASSPHRASE)


def test_it_can_be_dropped(gate, code):
    gate.keys.drop_code(PASSPHRASE)
    assert not gate.keys.has_code
    assert not opens(gate, code)
    assert opens(gate, PASSPHRASE)
    assert not gate.keys.has_code


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize("by_code", [True, False])
def test_another_passphrase_keeps_it_or_not(gate, code, keeps, by_code):
    gate.keys.change(code if by_code else PASSPHRASE, NEW, keeps_code=keeps)
    assert gate.keys.has_code is keeps
    assert opens(gate, code) is keeps
    assert opens(gate, NEW)
    assert gate.keys.has_code is keeps
    assert not opens(gate, PASSPHRASE)


@pytest.mark.parametrize("by_code", [True, False])
def test_rotating_drops_it_unless_it_is_typed(gate, code, by_code):
    gate.keys.rotate(code if by_code else PASSPHRASE, NEW, code=code)
    assert gate.keys.has_code
    assert opens(gate, code)
    gate.keys.rotate(NEW, PASSPHRASE)
    assert not gate.keys.has_code
    assert not opens(gate, code)
    assert opens(gate, PASSPHRASE)


def test_rotating_takes_the_right_one(gate, code, folder):
    before = contents(folder)
    with pytest.raises(WrongCodeError):
        gate.keys.rotate(PASSPHRASE, NEW, code=RecoveryCode.fresh())
    assert contents(folder) == before


def slots(folder):
    return Header.parse((folder / "index").read_bytes()).slots


def changed(before, after):
    return sum(a != b for a, b in zip(before, after, strict=True))


def test_nobody_sees_from_two_headers_whether_there_is_one(gate, journal, folder):
    """With a code and without one the same number of slots changes at each step."""
    steps = {}
    for with_code in (False, True):
        before = slots(folder)
        gate.keys.change(PASSPHRASE, PASSPHRASE, keeps_code=True)
        after = slots(folder)
        gate.keys.change(PASSPHRASE, PASSPHRASE, keeps_code=False)
        steps[with_code] = (changed(before, after), changed(after, slots(folder)))
        before = slots(folder)
        gate.keys.make_code(PASSPHRASE)
        assert changed(before, slots(folder)) == 8
    assert steps[True] == steps[False] == (1, 8)
    before = slots(folder)
    gate.keys.drop_code(PASSPHRASE)
    assert changed(before, slots(folder)) == 8


def test_the_key_is_blake2b_as_others_compute_it():
    secret, salt = bytes(range(20)), bytes(range(16))
    person = b"recovery code".ljust(16, b"\0")
    expected = hashlib.blake2b(secret, digest_size=32, key=salt, person=person).digest()
    assert recovery_key(secret, salt) == expected
