"""Where a journal is, and where it goes: never among files of another kind."""

import pytest

from onveilig_desktop.paths import BESIDE, INDEX, AppPaths, beside, holds_journal, own_place


def test_a_folder_that_holds_nothing_is_taken_as_it_is(tmp_path):
    assert own_place(tmp_path) == tmp_path


@pytest.mark.parametrize("name", ["letter.txt", ".hidden", INDEX])
def test_among_other_files_it_gets_a_folder_of_its_own(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    assert own_place(tmp_path) == tmp_path / "notities"


def test_a_journal_is_known_by_its_file(tmp_path):
    assert not holds_journal(tmp_path)
    (tmp_path / INDEX).mkdir()
    assert not holds_journal(tmp_path)
    (tmp_path / INDEX).rmdir()
    (tmp_path / INDEX).write_bytes(b"x")
    assert holds_journal(tmp_path)


def test_what_can_be_made_again_stands_below_the_journal(tmp_path):
    assert AppPaths.within(tmp_path) == (tmp_path, tmp_path / "cache")


@pytest.mark.parametrize(
    "program", ["notities/notities", "Notities.app/Contents/MacOS/notities"], ids=["folder", "app"]
)
def test_a_journal_travels_beside_the_program_where_its_folder_was_made(tmp_path, program):
    program = tmp_path / program
    program.parent.mkdir(parents=True)
    assert beside(program) is None
    (tmp_path / BESIDE).mkdir()
    assert beside(program) == tmp_path / BESIDE
