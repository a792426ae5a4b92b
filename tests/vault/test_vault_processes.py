"""One process at a time, and whatever a dead one left."""

import shutil
import subprocess
import sys

import pytest
from vaults import PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import DamagedJournalError, JournalBusyError, WrongPassphraseError
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault.files import Folder

OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault import VaultGate

gate = VaultGate(Path(sys.argv[1]), lambda: datetime(2026, 3, 14, tzinfo=UTC))
journal = gate.open(sys.argv[2])
journal.save(Draft(text="saved", day="1-2"))
with journal._begin() as transaction:
    transaction.drafts._connection.exec_driver_sql("PRAGMA cache_size = 10")
    for n in range(20):
        transaction.drafts.put(Draft(text="x" * 100_000), datetime(2026, 3, 14, tzinfo=UTC))
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other(folder):
    """Another process that has the journal open, in the middle of a transaction."""
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", OPEN, folder, PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout.readline() == b"open\n"
        yield process
        process.kill()


def test_a_second_process_is_kept_out_until_the_first_dies(folder, other):
    gate = gate_of(folder)
    before = contents(folder)
    with pytest.raises(JournalBusyError):
        gate.open(PASSPHRASE)
    assert contents(folder) == before
    other.kill()
    other.wait()
    journal = gate.open(PASSPHRASE)
    assert [line.opening for line in journal.lines()] == ["saved"]
    assert not journal.drafts()
    assert gate._vault.verify() == []
    gate.close()


def test_a_refused_passphrase_lets_others_in(folder):
    first, second = gate_of(folder), gate_of(folder)
    with pytest.raises(WrongPassphraseError):
        first.open("x")
    second.open(PASSPHRASE)
    with pytest.raises(JournalBusyError):
        first.open(PASSPHRASE)
    second.close()


def test_making_stopped_before_the_header(master, tmp_path):
    folder = tmp_path / "journal"
    folder.mkdir()
    shutil.copy(database(master), folder / f"{database(master).name}~")
    (folder / f"{database(master).name}~-journal").write_bytes(b"x")
    (folder / "index~").write_bytes(b"half")
    gate = gate_of(folder)
    assert not gate.exists()
    gate.create(PASSPHRASE).save(Draft(text="x", day="1-2"))
    gate.close()
    assert not list(folder.glob("*~*"))
    assert len(gate.open(PASSPHRASE).lines()) == 1
    gate.close()


def test_making_stopped_after_the_header(folder):
    named = database(folder)
    named.rename(folder / f"{named.name}~")
    gate = gate_of(folder)
    assert gate.exists()
    assert gate.open(PASSPHRASE).lines() == []
    gate.close()
    assert named.exists()
    assert not list(folder.glob("*~*"))


def test_a_refusal_sweeps_nothing(folder):
    database(folder).write_bytes(b"")
    (folder / "index~").write_bytes(b"half")
    with pytest.raises(DamagedJournalError):
        gate_of(folder).open(PASSPHRASE)
    assert (folder / "index~").read_bytes() == b"half"


def test_letting_go_twice(folder):
    locked = Folder(folder)
    locked.lock()
    with pytest.raises(JournalBusyError):
        Folder(folder).lock()
    locked.release()
    locked.release()
    Folder(folder).lock()
