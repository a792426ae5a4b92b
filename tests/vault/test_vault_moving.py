"""A journal in another folder, and one that goes."""

import sys

import pytest
from vaults import PASSPHRASE, contents, database, gate_of, stories

from onveilig_desktop.errors import (
    DamagedJournalError,
    ForeignFileError,
    JournalBusyError,
    JournalExistsError,
    NoJournalError,
    ReadOnlyFolderError,
    StorageError,
)
from onveilig_desktop.journal import Draft

STORIES = ["Een gewone dag."]


@pytest.fixture
def kept(gate, journal):
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    gate.backups.make()
    return journal


def test_it_goes_on_in_the_other_folder_and_the_first_is_gone(gate, kept, folder, tmp_path):
    target = tmp_path / "elsewhere" / "journal"
    assert gate.move(target)
    assert gate.folder == target
    assert not folder.exists()
    assert stories(kept) == STORIES
    kept.save(Draft(text="Daarna.", day="2-2"))
    gate.keys.change(PASSPHRASE, "vier blauwe bussen", keeps_code=True)
    assert len(gate.backups.all()) == 1
    gate.backups.make()
    with pytest.raises(JournalBusyError):
        gate_of(target).open("vier blauwe bussen")
    gate.close()
    assert len(gate.open("vier blauwe bussen").lines()) == 2


def test_what_is_not_ours_stays_in_the_first_folder(gate, kept, folder, tmp_path):
    (folder / "vakantie.txt").write_text("zon")
    (folder / "copies" / "foto.jpg").write_bytes(b"x")
    assert gate.move(tmp_path / "elsewhere")
    left = sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    assert left == ["copies/foto.jpg", "vakantie.txt"]


def test_never_over_something_else(gate, kept, folder, tmp_path):
    other = gate_of(tmp_path / "other")
    other.create(PASSPHRASE)
    other.close()
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "index").write_text("x")
    (tmp_path / "file").write_text("x")
    refusals = {"other": JournalExistsError, "foreign": ForeignFileError, "file": ForeignFileError}
    for name, error in refusals.items():
        before = contents(folder / "copies"), (folder / "index").read_bytes()
        with pytest.raises(error):
            gate.move(tmp_path / name)
        assert (contents(folder / "copies"), (folder / "index").read_bytes()) == before
        assert stories(kept) == STORIES
    with pytest.raises(JournalExistsError):
        gate.move(folder)
    assert gate.folder == folder


def test_a_damaged_journal_stays_where_it_is(gate, kept, folder, tmp_path):
    kept.save(Draft(text="regel " * 5000, day="1-2"))
    file = database(folder)
    raw = bytearray(file.read_bytes())
    raw[-6000] ^= 1
    file.write_bytes(raw)
    with pytest.raises(DamagedJournalError):
        gate.move(tmp_path / "elsewhere")
    assert database(folder).read_bytes() == raw
    assert not gate_of(tmp_path / "elsewhere").exists()
    left = [file.name for file in (tmp_path / "elsewhere").iterdir()]
    assert left == ["index.lock"]
    gate.close()
    gate_of(tmp_path / "elsewhere").create(PASSPHRASE)


def test_backups_that_were_there_before_outlast_a_move_that_fails(gate, kept, folder, tmp_path):
    target = tmp_path / "elsewhere" / "copies"
    target.mkdir(parents=True)
    (target / "20200101-000000").write_bytes(b"of before")
    (folder / "index").rename(folder / "away")
    with pytest.raises(DamagedJournalError):
        gate.move(target.parent)
    assert contents(target) == {"20200101-000000": b"of before"}
    (folder / "away").rename(folder / "index")
    assert stories(kept) == STORIES


NAME = "20260314-193000"


@pytest.fixture
def target(kept, tmp_path):
    """Where backups are already, beside no journal."""
    place = tmp_path / "elsewhere" / "copies"
    place.mkdir(parents=True)
    return place


def test_of_two_backups_of_one_second_both_are_there_after_a_move(gate, kept, folder, target):
    kept.save(Draft(text="Nog een.", day="2-2"))
    gate.backups.make()
    first, second = (file for _name, file in sorted(contents(folder / "copies").items()))
    there = {NAME: b"of another journal", f"{NAME}-3": b"and another"}
    for name, content in there.items():
        (target / name).write_bytes(content)
    assert gate.move(target.parent)
    assert contents(target) == {**there, f"{NAME}-2": first, f"{NAME}-4": second}
    ours = [backup for backup in gate.backups.all() if backup.contents is not None]
    assert [backup.path.name for backup in ours] == [f"{NAME}-4", f"{NAME}-2"]
    assert [gate.backups.examine(backup.path)[0].entries for backup in ours] == [2, 1]
    gate.backups.make()
    assert {*contents(target)} == {NAME, *(f"{NAME}-{number}" for number in range(2, 6))}


@pytest.mark.parametrize("name", [NAME, f"{NAME}-2"])
def test_a_backup_that_is_there_already_is_left_as_it_is(gate, kept, folder, target, name):
    (backup,) = contents(folder / "copies").values()
    (target / NAME).write_bytes(b"of another journal")
    (target / name).write_bytes(backup)
    before = {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in target.iterdir()}
    assert gate.move(target.parent)
    after = {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in target.iterdir()}
    assert after == before
    assert (target / name).read_bytes() == backup


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")
def test_what_only_has_the_name_of_a_backup_is_not_written_to(gate, kept, folder, target):
    (backup,) = contents(folder / "copies").values()
    (target / NAME).symlink_to(target / "nowhere")
    (target / f"{NAME}-2").mkdir()
    (target / f"{NAME}-3~").write_bytes(b"what was left when the power went")
    assert gate.move(target.parent)
    assert sorted(file.name for file in target.iterdir()) == [NAME, f"{NAME}-2", f"{NAME}-3"]
    assert (target / NAME).is_symlink()
    assert (target / f"{NAME}-3").read_bytes() == backup


@pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")
@pytest.mark.parametrize("link", ["folder", "symlink", "hardlink"])
def test_one_file_under_two_names_is_not_taken_for_a_copy(gate, kept, folder, target, link):
    before = contents(folder / "copies")
    if link == "folder":
        target.rmdir()
        target.symlink_to(folder / "copies")
    elif link == "symlink":
        (target / NAME).symlink_to(folder / "copies" / NAME)
    else:
        (target / NAME).hardlink_to(folder / "copies" / NAME)
    with pytest.raises(StorageError):
        gate.move(target.parent)
    assert contents(folder / "copies") == contents(target) == before
    assert gate.folder == folder
    assert stories(kept) == STORIES


@pytest.mark.parametrize("there", [[], [NAME], [NAME, f"{NAME}-2"]])
def test_a_move_that_fails_leaves_what_was_there_as_it_was(
    gate, kept, folder, target, clock, there
):
    clock.forward(seconds=1)
    gate.backups.make()
    before = contents(folder / "copies")
    for name in there:
        (target / name).write_bytes(b"of another journal")
    in_the_way = target / "20260314-193001~"
    in_the_way.mkdir()
    with pytest.raises((ForeignFileError, ReadOnlyFolderError)):
        gate.move(target.parent)
    in_the_way.rmdir()
    assert contents(target) == dict.fromkeys(there, b"of another journal")
    (folder / "index").rename(folder / "away")
    with pytest.raises(DamagedJournalError):
        gate.move(target.parent)
    (folder / "away").rename(folder / "index")
    assert contents(target) == dict.fromkeys(there, b"of another journal")
    assert contents(folder / "copies") == before
    assert stories(kept) == STORIES
    assert gate.move(target.parent)
    assert sorted(contents(target).values()) == sorted(
        [*before.values(), *[b"of another journal"] * len(there)]
    )


def test_what_stands_in_the_way_leaves_the_journal_in_both_folders(gate, kept, folder, tmp_path):
    (folder / f"{database(folder).name}~").mkdir()
    assert not gate.move(tmp_path / "elsewhere")
    assert gate.folder == tmp_path / "elsewhere"
    assert stories(kept) == STORIES
    assert stories(gate_of(folder).open_to_read(PASSPHRASE)) == STORIES


def test_erasing_overwrites_what_opens_it_first(gate, kept, folder):
    header = (folder / "index").read_bytes()
    backup = gate.backups.all()[0].path
    first = backup.read_bytes()[:4096]
    with (folder / "index").open("rb") as index, backup.open("rb") as copy:
        gate.erase()
        for file, before in ((index, header), (copy, first)):
            left = file.read(4096)
            assert len(left) == 4096
            assert sum(a == b for a, b in zip(left, before, strict=True)) < 100
    assert not folder.exists()
    assert not gate.exists()
    with pytest.raises(ValueError, match="shut"):
        kept.lines()
    with pytest.raises(NoJournalError):
        gate.open(PASSPHRASE)


def test_backups_may_stay_and_still_open(gate, kept, folder, tmp_path):
    backup = gate.backups.all()[0].path
    gate.erase(keeps_copies=True)
    assert [file.name for file in folder.iterdir()] == ["copies"]
    assert stories(gate.restore(backup, PASSPHRASE)) == STORIES
    gate.close()


def test_a_locked_journal_can_be_erased_and_one_in_use_cannot(gate, kept, folder):
    with pytest.raises(JournalBusyError):
        gate_of(folder).erase()
    assert stories(kept) == STORIES
    gate.close()
    gate_of(folder).erase()
    assert not folder.exists()


def test_only_what_is_ours_is_erased(gate, kept, folder):
    (folder / "vakantie.txt").write_text("zon")
    gate.erase()
    assert [file.name for file in folder.iterdir()] == ["vakantie.txt"]
