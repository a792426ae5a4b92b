"""Making, opening and shutting a journal."""

import stat

import pytest
from vaults import CHEAP, PASSPHRASE, gate_of

from onveilig_desktop.errors import (
    EmptyPassphraseError,
    ForeignFileError,
    JournalBusyError,
    JournalExistsError,
    NoJournalError,
    WrongPassphraseError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault.header import Header


def test_what_was_written_is_there_after_shutting(gate, journal):
    entry = journal.save(Draft(text="Een gewone dag.", day="1-2"))
    gate.close()
    assert gate.open(PASSPHRASE).entry(entry.id) == entry


def test_a_made_journal_is_open_and_empty(tmp_path):
    gate = gate_of(tmp_path / "new" / "journal")
    assert gate.folder == tmp_path / "new" / "journal"
    assert not gate.exists()
    journal = gate.create(PASSPHRASE)
    assert gate.exists()
    assert not journal.lines()
    assert not journal.drafts()
    gate.close()


def test_only_the_passphrase_opens_it(gate, journal):
    entry = journal.save(Draft(text="Een gewone dag.", day="1-2"))
    gate.close()
    for wrong in ("Drie gele fietsen", "drie gele fietse", "drie gele fietsen ", "x"):
        with pytest.raises(WrongPassphraseError):
            gate.open(wrong)
    assert gate.open(PASSPHRASE).entry(entry.id) == entry


def test_an_empty_passphrase_neither_makes_nor_opens(gate, tmp_path):
    for enter in (gate.open, gate.open_to_read, gate.salvage):
        with pytest.raises(EmptyPassphraseError):
            enter("")
    with pytest.raises(EmptyPassphraseError):
        gate_of(tmp_path / "new").create("")
    with pytest.raises(EmptyPassphraseError):
        gate_of(tmp_path / "new").restore(tmp_path, "")
    assert not (tmp_path / "new").exists()


def test_there_is_nothing_to_open(tmp_path):
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(NoJournalError):
            gate_of(folder).open(PASSPHRASE)
    assert not list(tmp_path.iterdir())


def test_a_journal_is_never_made_over_another(gate, folder):
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(JournalExistsError):
        gate_of(folder).create("another")
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    gate.open(PASSPHRASE)


def test_an_open_journal_is_busy(gate, journal, folder):
    with pytest.raises(JournalBusyError):
        gate_of(folder).open(PASSPHRASE)
    gate.close()
    second = gate_of(folder)
    second.open(PASSPHRASE)
    second.close()


def test_a_journal_that_is_salvaged_is_busy_and_one_that_was_not_is_free(gate, folder):
    with pytest.raises(WrongPassphraseError):
        gate.salvage("x")
    second = gate_of(folder)
    second.open(PASSPHRASE)
    second.close()
    gate.salvage(PASSPHRASE)
    with pytest.raises(JournalBusyError):
        second.open(PASSPHRASE)


def test_only_this_login_may_read_the_files(tmp_path):
    folder = tmp_path / "journal"
    gate = gate_of(folder)
    gate.create(PASSPHRASE).seal(Draft(text="x"))
    modes = {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == {0o600}
    made = gate.backups.make().path
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    for place in (folder, made.parent):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
    gate.close()


def test_the_work_that_is_asked_for_is_what_a_guess_costs(tmp_path):
    gate = gate_of(tmp_path / "journal")
    gate.create(PASSPHRASE)
    gate.close()
    assert Header.parse((tmp_path / "journal" / "index").read_bytes()).work == CHEAP


def test_what_cannot_be_taken_away_keeps_nobody_from_shutting(gate, folder):
    gate.salvage(PASSPHRASE)
    [made] = folder.glob("*~")
    made.unlink()
    made.mkdir()
    gate.close()
    with pytest.raises(ValueError, match="shut"):
        _ = gate.care


def test_what_is_in_the_way_of_tidying_up_is_said_plainly(folder):
    (folder / "index~").mkdir()
    with pytest.raises(ForeignFileError):
        gate_of(folder).open(PASSPHRASE)
