"""What opens a journal leaves memory with the work it was made for."""

import os
import sys
from contextlib import contextmanager

import pytest
from vaults import CHEAP, NOON, PASSPHRASE, database, gate_of

from onveilig_desktop.errors import DamagedJournalError, WrongPassphraseError
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault import VaultGate, key
from onveilig_desktop.vault.key import DataKey, derive

NEW = "vier groene fietsen"
WRONG = "vijf blauwe fietsen"


@contextmanager
def secrets_made():
    """Collect what holds a key or a passphrase, as ``vault.key`` gives it to whoever asks."""
    made = []

    def watch(frame, event, given):
        if event == "return" and frame.f_code.co_filename == key.__file__:
            made.extend(one for one in (given, getattr(given, "_key", None)) if is_secret(one))

    sys.setprofile(watch)
    try:
        yield made
    finally:
        sys.setprofile(None)


def is_secret(given):
    """Of what is sealed in a backup, the facts about it open nothing."""
    return isinstance(given, bytearray) and any(given) and not given.startswith(b"{")


def test_what_is_not_wiped_is_seen():
    with secrets_made() as made:
        left = derive(bytearray(b"x"), bytes(16), CHEAP)
        DataKey.fresh().wipe()
    assert [one for one in made if any(one)] == [left]


def change(gate):
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)


def change_by_code(gate):
    code = gate.keys.make_code(PASSPHRASE)
    gate.keys.change(code, NEW, keeps_code=True)
    gate.keys.drop_code(NEW)


def rotate(gate):
    code = gate.keys.make_code(PASSPHRASE)
    gate.keys.change(PASSPHRASE, NEW, keeps_code=True)
    gate.keys.rotate(NEW, WRONG, code=code)


def refused(gate):
    for work in (gate.keys.make_code, gate.keys.drop_code):
        with pytest.raises(WrongPassphraseError):
            work(WRONG)
    gate.close()
    with pytest.raises(WrongPassphraseError):
        gate.open(WRONG)


def back_up(gate):
    made = gate.backups.make()
    gate.backups.all()
    gate.backups.examine(made.path)
    gate.backups.examine(made.path, PASSPHRASE)
    gate.backups.restore(made.path)
    gate.keys.rotate(PASSPHRASE, NEW)
    with pytest.raises(WrongPassphraseError):
        gate.backups.examine(made.path, WRONG)
    gate.backups.restore(made.path, PASSPHRASE)


def put_back(gate):
    made = gate.backups.make()
    gate.close()
    (gate.folder / "index").write_bytes(b"x")
    gate.restore(made.path, PASSPHRASE)
    gate.backups.keep_aside()


def read_only(gate):
    gate.close()
    gate.open_to_read(PASSPHRASE)


def salvage(gate):
    gate.close()
    raw = bytearray(database(gate.folder).read_bytes())
    raw[-100] ^= 1
    database(gate.folder).write_bytes(raw)
    gate.salvage(PASSPHRASE)


def move(gate):
    gate.move(gate.folder.with_name("elsewhere"))


@pytest.mark.parametrize(
    "work",
    [change, change_by_code, rotate, refused, back_up, put_back, read_only, salvage, move],
)
def test_nothing_that_opens_it_is_left_when_it_is_shut(folder, work):
    gate = gate_of(folder)
    with secrets_made() as made:
        gate.open(PASSPHRASE).save(Draft(text="Een gewone dag.", day="1-2"))
        work(gate)
        gate.close()
    assert len(made) > 5
    assert [bytes(one) for one in made if any(one)] == []


def test_nothing_that_opens_it_is_left_of_making_one(tmp_path):
    gate = VaultGate(tmp_path / "journal", lambda: NOON, work=CHEAP)
    with secrets_made() as made:
        gate.create(PASSPHRASE)
        gate.erase()
    assert [bytes(one) for one in made if any(one)] == []


@pytest.mark.parametrize("enter", [VaultGate.open, VaultGate.open_to_read, VaultGate.salvage])
def test_nothing_that_opens_it_is_left_when_it_cannot_be_read(folder, enter):
    database(folder).write_bytes(os.urandom(8192))
    with secrets_made() as made, pytest.raises(DamagedJournalError):
        enter(gate_of(folder), PASSPHRASE)
    assert len(made) > 2
    assert [bytes(one) for one in made if any(one)] == []
