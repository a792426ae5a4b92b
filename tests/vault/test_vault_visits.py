"""When the journal was opened is kept in it, and is no change that a backup has to hold."""

from datetime import timedelta
from itertools import pairwise

import pytest
from vaults import PASSPHRASE, Clock, gate_of

from onveilig_desktop.errors import WrongPassphraseError
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.visits import KEPT_VISITS


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shut(tmp_path, clock):
    """A journal with one entry, of which there is a backup."""
    gate = gate_of(tmp_path / "journal", clock)
    gate.create(PASSPHRASE).save(Draft(text="koffie", day="14-3-2026"))
    gate.backups.make()
    gate.close()
    return gate


def visit(gate, clock, secret=PASSPHRASE, missed=0):
    clock.forward(hours=1)
    gate.open(secret, missed=missed)
    gate.close()


def test_it_remembers_the_last_ones(shut, clock):
    for missed in range(KEPT_VISITS + 3):
        visit(shut, clock, missed=missed)
    shut.open(PASSPHRASE)
    here, *before = shut.visits.all()
    shut.close()
    assert (here.at, here.missed) == (clock(), 0)
    assert [one.missed for one in before] == list(range(KEPT_VISITS + 2, 3, -1))
    assert {a.at - b.at for a, b in pairwise(before)} == {timedelta(hours=1)}


def test_it_remembers_that_it_was_the_recovery_code(shut, clock):
    shut.open(PASSPHRASE)
    code = shut.keys.make_code(PASSPHRASE)
    shut.close()
    visit(shut, clock, code)
    shut.open(PASSPHRASE)
    assert [one.by_code for one in shut.visits.all()] == [False, True, False]
    shut.close()


def test_it_is_no_change_for_which_a_backup_is_made(shut, clock):
    for _ in range(3):
        visit(shut, clock)
        journal = shut.open(PASSPHRASE)
        assert not shut.backups.is_due()
        shut.close()
    journal = shut.open(PASSPHRASE)
    journal.save(Draft(text="thee", day="14-3-2026"))
    assert shut.backups.is_due()
    shut.close()
    visit(shut, clock)
    shut.open(PASSPHRASE)
    assert shut.backups.is_due()
    shut.backups.make()
    assert not shut.backups.is_due()
    shut.close()
    visit(shut, clock)
    shut.open(PASSPHRASE)
    assert not shut.backups.is_due()
    shut.close()


def test_what_is_put_back_counts_as_changed_and_the_visits_stay(shut, clock):
    visit(shut, clock)
    journal = shut.open(PASSPHRASE)
    before = shut.visits.all()
    journal.save(Draft(text="thee", day="14-3-2026"))
    shut.close()
    shut.open(PASSPHRASE)
    shut.backups.restore(shut.backups.all()[0].path)
    assert shut.backups.is_due()
    assert list(shut.visits.all()[1:]) == list(before)
    shut.close()


def test_opening_a_copy_in_an_empty_folder_is_a_visit_too(shut, clock, tmp_path):
    visit(shut, clock)
    copy = shut.copies()[0].path
    clock.forward(hours=1)
    elsewhere = gate_of(tmp_path / "elsewhere", clock)
    elsewhere.restore(copy, PASSPHRASE)
    assert elsewhere.visits.all()[0].at == clock()
    assert len(elsewhere.visits.all()) == 1  # the copy is older than the visit to the other
    elsewhere.close()


def test_a_wrong_try_leaves_the_files_as_they_are(shut):
    before = files(shut.folder)
    with pytest.raises(WrongPassphraseError):
        shut.open("not this one")
    assert files(shut.folder) == before


def files(folder):
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
