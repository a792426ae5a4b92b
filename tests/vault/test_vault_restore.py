"""Backups: looked at on trial, put back, and moved to another computer."""

import stat
from contextlib import closing

import pytest
from vaults import PASSPHRASE, database, gate_of, stories

from onveilig_desktop.errors import (
    DamagedJournalError,
    ForeignFileError,
    WrongCodeError,
    WrongPassphraseError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.backups import DamagedBackupError, LockedBackupError
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.vault.connection import connect

NEW = "vier blauwe bussen"


def test_a_trial_says_what_is_in_it_and_changes_nothing(backups, journal, folder):
    made = backups.make()
    journal.save(Draft(text="Daarna.", day="2-2"))
    before = contents_of_files(folder)
    told, examined = backups.examine(made.path)
    assert told == made.contents
    assert told.entries == 1
    assert backups.now().entries == 2
    assert examined.is_complete
    assert examined.is_sound
    assert contents_of_files(folder) == before


def contents_of_files(folder):
    return {
        file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_backup_put_back_and_what_it_replaced_put_back_again(backups, journal, gate, clock):
    made = backups.make()
    journal.save(Draft(text="Daarna.", day="2-2"))
    clock.forward(minutes=1)
    kept = backups.restore(made.path)
    assert stories(journal) == ["Een gewone dag."]
    assert kept.is_kept_aside
    assert kept.contents.entries == 2
    journal.save(Draft(text="Weer daarna.", day="3-2"))
    clock.forward(minutes=1)
    backups.restore(kept.path)
    assert stories(journal) == ["Daarna.", "Een gewone dag."]
    assert gate._vault.verify() == []
    gate.close()
    assert stories(gate.open(PASSPHRASE)) == ["Daarna.", "Een gewone dag."]


def test_what_is_kept_aside_stays_until_it_is_removed(backups, clock):
    kept = backups.restore(backups.make().path)
    for _ in range(40):
        clock.forward(days=1)
        backups.make()
    assert kept in backups.all()
    backups.remove(kept.path)
    assert kept not in backups.all()


def test_only_backups_are_removed(backups, tmp_path):
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"x")
    with pytest.raises(DamagedBackupError):
        backups.remove(photo)
    assert photo.exists()
    (tmp_path / "20260101-000000").mkdir()
    with pytest.raises(ForeignFileError):
        backups.remove(tmp_path / "20260101-000000")


def test_settings_stay_when_an_old_journal_comes_back(backups, tmp_path):
    made = backups.make()
    place = tmp_path / "stick"
    place.mkdir()
    backups.keep_in(place)
    backups.restore(made.path)
    assert backups.folder == place


def test_a_backup_from_before_another_passphrase(backups, gate, clock):
    """The header alone changed: the journal that is open opens it by itself."""
    made = backups.make()
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
    assert backups.all() == [made]
    assert backups.examine(made.path)[0].entries == 1


def test_a_backup_from_before_another_key(gate, backups, journal, clock):
    code = gate.keys.make_code(PASSPHRASE)
    made = backups.make()
    gate.keys.rotate(PASSPHRASE, NEW)
    journal.save(Draft(text="Daarna.", day="2-2"))
    clock.forward(minutes=1)
    (listed,) = gate.backups.all()
    assert (listed.path, listed.contents, listed.is_damaged) == (made.path, None, False)
    with pytest.raises(LockedBackupError):
        gate.backups.examine(made.path)
    with pytest.raises(WrongPassphraseError):
        gate.backups.examine(made.path, NEW)
    with pytest.raises(WrongCodeError):
        gate.backups.examine(made.path, RecoveryCode.fresh())
    for secret in (PASSPHRASE, code):
        assert gate.backups.examine(made.path, secret)[0] == made.contents
    gate.backups.restore(made.path, PASSPHRASE)
    assert stories(journal) == ["Een gewone dag."]
    gate.close()
    with pytest.raises(WrongPassphraseError):
        gate.open(PASSPHRASE)
    assert stories(gate.open(NEW)) == ["Een gewone dag."]


@pytest.mark.parametrize("by_code", [True, False])
def test_on_another_computer_with_nothing_but_the_backup(gate, backups, tmp_path, by_code):
    code = gate.keys.make_code(PASSPHRASE)
    made = backups.make()
    gate.close()
    elsewhere = gate_of(tmp_path / "elsewhere")
    for wrong in ("x", RecoveryCode.fresh()):
        with pytest.raises((WrongPassphraseError, WrongCodeError)):
            elsewhere.restore(made.path, wrong)
        assert not elsewhere.exists()
    assert stories(elsewhere.restore(made.path, code if by_code else PASSPHRASE)) == [
        "Een gewone dag."
    ]
    elsewhere.close()
    for secret in (PASSPHRASE, code):
        assert stories(elsewhere.open(secret)) == ["Een gewone dag."]
        assert elsewhere.keys.has_code
        elsewhere.close()


@pytest.mark.parametrize("what", ["index", "database", "both gone"])
def test_over_a_damaged_journal_of_which_nothing_is_lost(gate, backups, folder, what):
    made = backups.make()
    gate.close()
    file = database(folder)
    if what == "index":
        (folder / "index").write_bytes(b"x" * 4096)
    elif what == "database":
        file.write_bytes(file.read_bytes()[:9000])
    else:
        file.unlink()
        (folder / "index").unlink()
    before = files_of(folder)
    assert stories(gate.restore(made.path, PASSPHRASE)) == ["Een gewone dag."]
    gate.close()
    assert stories(gate.open(PASSPHRASE)) == ["Een gewone dag."]
    aside = list(folder.glob("*-aside"))
    assert [files_of(place) for place in aside] == ([before] if before else [])
    assert {stat.S_IMODE(place.stat().st_mode) for place in aside} <= {0o700}
    kept = (file for place in aside for file in place.iterdir())
    assert {stat.S_IMODE(file.stat().st_mode) for file in kept} <= {0o600}


def test_what_sqlite_left_is_not_played_back_into_a_backup(gate, backups, journal, vault, folder):
    made = backups.make()
    journal.save(Draft(text="regel " * 5000, day="1-2"))
    left = vault.path.with_name(f"{vault.path.name}-journal")
    with closing(connect(vault.path, vault.key)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        for table in ("entry_text", "entry", "revision"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("CREATE TABLE more AS SELECT zeroblob(200000)")
        hot = left.read_bytes()
    gate.close()
    assert len(hot) > 4096
    (folder / "index").write_bytes(b"x" * 4096)
    left.write_bytes(hot)
    assert stories(gate.restore(made.path, PASSPHRASE)) == ["Een gewone dag."]
    assert gate._vault.verify() == []


def files_of(folder):
    """Every file with something in it."""
    found = (file for file in folder.iterdir() if file.is_file() and file.stat().st_size)
    return {file.name: file.read_bytes() for file in found}


def test_a_damaged_journal_is_no_backup_and_no_reason_to_drop_one(gate, backups, journal, folder):
    made = backups.make()
    journal.save(Draft(text="regel " * 5000, day="1-2"))
    file = database(folder)
    raw = bytearray(file.read_bytes())
    raw[-6000] ^= 1
    file.write_bytes(raw)
    with pytest.raises(DamagedJournalError):
        backups.make()
    assert backups.all() == [made]
    kept = backups.restore(made.path)
    assert kept.is_kept_aside
    assert kept.contents is None
    assert raw in kept.path.read_bytes()
    assert stories(journal) == ["Een gewone dag."]
