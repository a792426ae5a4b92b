"""Another passphrase, and another key."""

import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from sqlcipher3.dbapi2 import DatabaseError
from vaults import PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import (
    DamagedJournalError,
    EmptyPassphraseError,
    OnveiligError,
    WrongCodeError,
    WrongPassphraseError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.connection import connect
from onveilig_desktop.vault.header import Header
from onveilig_desktop.vault.key import DataKey

NEW = "vier blauwe bussen"


def opens(folder, secret):
    """Say whether *secret* opens the journal, and what is in it."""
    gate = gate_of(folder)
    try:
        return [line.opening for line in gate.open(secret).lines()]
    except (WrongPassphraseError, WrongCodeError):
        return None
    finally:
        gate.close()


@pytest.fixture
def kept(journal):
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    return ["Een gewone dag."]


def test_a_new_passphrase_opens_and_the_old_one_does_not(gate, kept, folder):
    before = contents(folder)
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
    assert {name for name, held in contents(folder).items() if held != before[name]} == {"index"}
    gate.close()
    assert opens(folder, NEW) == kept
    assert opens(folder, PASSPHRASE) is None


def test_the_journal_stays_open_while_its_passphrase_changes(gate, journal, kept):
    gate.keys.change(PASSPHRASE, NEW, keeps_code=True)
    journal.save(Draft(text="Daarna.", day="2-2"))
    gate.keys.change(NEW, PASSPHRASE, keeps_code=True)
    gate.close()
    assert len(gate.open(PASSPHRASE).lines()) == 2


@pytest.mark.parametrize("verb", ["change", "rotate"])
def test_what_is_typed_has_to_open_it_and_something_has_to_be_new(gate, kept, folder, verb):
    options = {"keeps_code": True} if verb == "change" else {}
    change = getattr(gate.keys, verb)
    before = contents(folder)
    with pytest.raises(WrongPassphraseError):
        change("x", NEW, **options)
    with pytest.raises(WrongCodeError):
        change(RecoveryCode.fresh(), NEW, **options)
    for current, new in ((PASSPHRASE, ""), ("", NEW)):
        with pytest.raises(EmptyPassphraseError):
            change(current, new, **options)
    assert contents(folder) == before


def test_the_header_counts_how_often_it_was_written(gate, kept, folder):
    for n in range(1, 4):
        gate.keys.change(PASSPHRASE, PASSPHRASE, keeps_code=bool(n % 2))
        assert Header.parse((folder / "index").read_bytes()).generation == n


def test_the_header_before_it_is_overwritten(gate, kept, folder):
    """Whoever holds the old file open sees what is left of it."""
    with (folder / "index").open("rb") as before:
        old = before.read()
        gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
        before.seek(0)
        left = before.read()
    assert len(left) == len(old) == 4096
    assert sum(a == b for a, b in zip(left, old, strict=True)) < 100


def test_a_header_with_another_name_as_well_is_left(gate, kept, folder, tmp_path):
    old = (folder / "index").read_bytes()
    (tmp_path / "second").hardlink_to(folder / "index")
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
    assert (tmp_path / "second").read_bytes() == old


def test_rotating_puts_all_under_another_key(gate, journal, kept, folder):
    file, key = database(folder), gate._vault.key
    before, old = file.read_bytes(), DataKey(bytearray(key._key), key.salt, key.file_id)
    gate.keys.rotate(PASSPHRASE, NEW)
    assert key.is_wiped
    assert database(folder) != file
    with pytest.raises(DatabaseError, match="not a database"):
        connect(database(folder), old)
    assert not {*pages(before)} & {*pages(database(folder).read_bytes())}
    gate.close()
    assert opens(folder, NEW) == kept
    assert opens(folder, PASSPHRASE) is None


def pages(raw):
    return [raw[n : n + 4096] for n in range(0, len(raw), 4096)]


def test_nothing_else_changes_by_rotating(gate, journal, kept, vault):
    journal.seal(Draft(text="half"))
    code, flaws = journal.history.code(), vault.verify()
    gate.keys.rotate(PASSPHRASE, NEW)
    journal.save(Draft(text="Daarna.", day="2-2"))
    gate.close()
    journal = gate.open(NEW)
    assert journal.history.find(code) is not None
    assert [draft.text for draft in journal.drafts()] == []
    assert len(journal.lines()) == 2
    assert gate._vault.verify() == flaws == []


def test_what_others_write_while_it_rotates_is_kept(gate, journal, kept):
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.append(journal.save(Draft(text="tussendoor", day="1-2")).id)
            journal.lines()

    with ThreadPoolExecutor(3) as threads:
        writing = [threads.submit(write) for _ in range(3)]
        for n in range(6):
            gate.keys.rotate(PASSPHRASE if n % 2 == 0 else NEW, NEW if n % 2 == 0 else PASSPHRASE)
        stop.set()
        for done in writing:
            done.result()
    gate.close()
    found = {line.id for line in gate.open(PASSPHRASE).lines()}
    assert found >= set(written)
    assert len(written) > 3
    assert gate._vault.verify() == []


def test_a_damaged_page_is_not_carried_over(gate, journal, folder):
    journal.save(Draft(text="regel " * 5000, day="1-2"))
    file = database(folder)
    raw = bytearray(file.read_bytes())
    raw[-6000] ^= 1
    file.write_bytes(raw)
    before = contents(folder)
    with pytest.raises(DamagedJournalError):
        gate.keys.rotate(PASSPHRASE, NEW)
    assert contents(folder) == before


def test_what_a_stopped_rotation_left_is_swept(gate, kept, folder):
    old = database(folder).read_bytes()
    name = database(folder).name
    gate.keys.rotate(PASSPHRASE, NEW)
    gate.close()
    (folder / name).write_bytes(old)
    (folder / f"{name}-journal").write_bytes(b"x")
    named = database_named(folder)
    times = named.stat()
    os.utime(folder / name, ns=(times.st_atime_ns, times.st_mtime_ns - 1))
    (folder / "vakantie.txt").write_text("zon")
    (folder / ("f" * 33)).write_text("not ours by its form")
    assert opens(folder, NEW) == kept
    names = {file.name for file in folder.iterdir()} - {f"{named.name}-journal"}
    assert names == {"index", "index.lock", named.name, "vakantie.txt", "f" * 33}


def database_named(folder):
    """The database that the header names, found by its passphrase."""
    gate = gate_of(folder)
    gate.open(NEW)
    path = gate._vault.path
    gate.close()
    return path


def test_a_newer_database_that_nothing_names_stays(gate, kept, folder):
    """As when something that synchronises folders put an old header back."""
    other = folder / ("a" * 32)
    gate.close()
    other.write_bytes(b"newer")
    assert opens(folder, PASSPHRASE) == kept
    assert other.read_bytes() == b"newer"


def test_no_other_passphrase_opens_it(folder, kept, gate):
    gate.close()
    chance = random.Random(1)  # noqa: S311 - words for a test
    words = PASSPHRASE.split()
    near = [PASSPHRASE[:n] + PASSPHRASE[n + 1 :] for n in range(len(PASSPHRASE))]
    near += ["".join(chance.sample(PASSPHRASE, len(PASSPHRASE))) for _ in range(60)]
    near += [" ".join(chance.sample(words, 3)) for _ in range(20)]
    for wrong in sorted({*near} - {PASSPHRASE}):
        with pytest.raises(WrongPassphraseError):
            gate.open(wrong)
    assert opens(folder, PASSPHRASE) == kept  # nothing of it was wiped


def test_keys_of_a_shut_journal(gate):
    with pytest.raises(ValueError, match="shut"):
        _ = gate.keys
    with suppress(OnveiligError):
        gate.open("x")
    with pytest.raises(ValueError, match="shut"):
        _ = gate.keys
