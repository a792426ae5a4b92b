"""Backups: made, listed, kept, looked at and put back."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from vaults import PASSPHRASE, database, gate_of, names

from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.backups import (
    BackupFolderGoneError,
    Contents,
    DamagedBackupError,
)
from onveilig_desktop.vault.backup_file import BackupHeader

NEW = "vier blauwe bussen"


def test_a_backup_says_when_and_how_much(backups, clock, gate, folder):
    made = backups.make()
    assert made.made_at == clock.now
    assert made.contents == Contents(1, clock.now.replace(minute=30))
    assert backups.all() == [made]
    assert backups.now() == made.contents
    assert made.path.parent == folder / "copies"
    assert made.size == made.path.stat().st_size
    assert names(folder) == sorted(["copies", "index", "index.lock", database(folder).name])
    assert not made.is_damaged
    assert not made.is_kept_aside


def test_it_is_one_file_of_which_nothing_can_be_read(backups, journal):
    journal.save(Draft(text="kanarie " * 1000, day="1-2"))
    raw = backups.make().path.read_bytes()
    assert b"kanarie" not in raw
    assert b"SQLite" not in raw
    assert all(len(set(raw[n : n + 4096])) > 200 for n in range(4096, len(raw), 4096))


def test_it_is_under_a_key_of_its_own(backups, gate):
    made = [backups.make().path for _ in range(2)]
    first, second = (BackupHeader.read(path).inner(gate._vault.key) for path in made)
    assert len({bytes(key._key) for key in (first, second, gate._vault.key)}) == 3
    assert len({key.file_id for key in (first, second, gate._vault.key)}) == 3


def test_it_is_due_when_something_was_written(backups, journal, gate):
    assert backups.is_due()
    backups.make()
    assert not backups.is_due()
    journal.lines()
    gate.close()
    journal = gate.open(PASSPHRASE)
    assert not gate.backups.is_due()
    journal.seal(Draft(text="half"))
    assert gate.backups.is_due()


def test_it_is_known_since_when_something_is_written(gate, journal, clock):
    assert gate.backups.begun_at() is None
    began = clock.now
    first = journal.save(Draft(text="eerst", day="1-2"))
    clock.forward(days=3)
    journal.save(Draft(text="later", day="1-2"))
    journal.delete(first.id)
    assert gate.backups.begun_at() == began
    assert gate.backups.now() == Contents(1, clock.now)


def test_two_of_the_same_second_have_names_of_their_own(backups):
    first, second, third = (backups.make().path for _ in range(3))
    assert [second.name, third.name] == [f"{first.name}-2", f"{first.name}-3"]


def test_a_name_that_is_no_moment_is_none_of_ours(backups):
    made = backups.make()
    odd = made.path.with_name("20261399-256199")
    made.path.replace(odd)
    assert backups.all() == []
    with pytest.raises(DamagedBackupError):
        backups.remove(odd)
    assert odd.exists()


def test_one_that_was_removed_can_be_removed_again(backups):
    made = backups.make()
    for _time in range(2):
        backups.remove(made.path)
        assert backups.all() == []


def test_progress_is_heard(backups):
    heard = []
    backups.make(heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) > 4


def test_old_ones_go_and_the_last_of_days_weeks_and_months_stay(backups, clock):
    for _ in range(30):
        clock.forward(days=1)
        made = backups.make()
    kept = backups.all()
    assert kept[0] == made
    assert 8 <= len(kept) <= 7 + 4 + 2
    assert backups.make() in backups.all()


def test_a_damaged_one_takes_the_place_of_no_good_one(backups, clock):
    good = backups.make()
    cut = good.path.with_name(f"{good.made_at + timedelta(hours=1):%Y%m%d-%H%M%S}")
    cut.write_bytes(good.path.read_bytes()[:-4096])
    clock.forward(days=1)
    made = backups.make()
    assert [(one.path, one.is_damaged) for one in backups.all()] == [
        (made.path, False),
        (cut, True),
        (good.path, False),
    ]


def test_a_clock_that_went_back_costs_no_backup_just_made(backups, clock):
    clock.forward(days=400)
    for _ in range(8):
        clock.forward(days=1)
        backups.make()
    clock.forward(days=-500)
    assert backups.make() in backups.all()


def test_what_is_not_of_this_journal_stays(backups, clock, tmp_path, master):
    place = tmp_path / "stick"
    place.mkdir()
    other = gate_of(tmp_path / "other", clock)
    other.create(PASSPHRASE)
    other.backups.keep_in(place)
    theirs = other.backups.make()
    other.close()
    (place / "foto.jpg").write_bytes(b"x")
    (place / "20200101-000000").write_bytes(b"not a backup")
    backups.keep_in(place)
    for _ in range(3):
        clock.forward(hours=1)
        backups.make()
    assert {"foto.jpg", "20200101-000000", theirs.path.name} < {*names(place)}
    assert len(names(place)) == 4
    listed = {backup.path.name: backup for backup in backups.all()}
    assert listed["20200101-000000"].is_damaged
    assert listed[theirs.path.name].contents is None
    assert not listed[theirs.path.name].is_damaged
    assert "foto.jpg" not in listed


def test_the_folder_can_be_chosen_and_is_remembered(backups, gate, tmp_path, folder):
    place = tmp_path / "stick"
    with pytest.raises(BackupFolderGoneError):
        backups.keep_in(place)
    place.mkdir()
    backups.keep_in(place)
    assert names(place) == []
    gate.close()
    gate.open(PASSPHRASE)
    assert gate.backups.folder == place
    assert gate.backups.make().path.parent == place
    gate.backups.keep_in(None)
    assert gate.backups.folder == folder / "copies"


def test_a_stick_that_is_gone(backups, tmp_path):
    place = tmp_path / "stick"
    place.mkdir()
    backups.keep_in(place)
    backups.make()
    place.rename(tmp_path / "pulled out")
    with pytest.raises(BackupFolderGoneError):
        backups.make()
    assert not place.exists()
    assert backups.all() == []
    assert backups.is_due()
    (tmp_path / "pulled out").rename(place)
    assert len(backups.all()) == 1


def test_saving_goes_on_while_a_backup_is_made(gate, backups, journal):
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.append(journal.save(Draft(text="tussendoor", day="1-2")).id)

    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(write)
        made = [backups.make() for _ in range(4)]
        stop.set()
        writing.result()
    assert len(written) > 4
    for backup in made:
        told, examined = backups.examine(backup.path)
        assert examined.is_sound
        assert told == backup.contents
    assert {line.id for line in journal.lines()} >= set(written)


def test_a_shut_journal_makes_none(gate, backups):
    making = gate.backups
    gate.close()
    with pytest.raises(ValueError, match="shut"):
        making.make()
    with pytest.raises(ValueError, match="shut"):
        _ = gate.backups
