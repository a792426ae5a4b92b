"""Taking the journal along in open files."""

import csv
import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from moving import answer, slow, told, turn, words
from onveilig_desktop.errors import DiskFullError, ReadOnlyFolderError
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.writing import FileGoneError, FileTakenError

READABLE = "This file is not locked. Anyone who opens it can read all that is in it."


def test_everything_goes_into_one_file_that_may_go_again(moving, home):
    panel = turn(moving, moving.take_all)
    assert READABLE in told(panel)
    answer()
    moving.stage.click(panel.place)
    made = home / "notes 2026-11-20.json"
    assert words(panel) == [f"Saved: {made}"]
    assert panel.back.text() == "Done"
    assert panel.window().focusWidget() is panel.back  # Enter saves no other one
    assert [part.property("kind") for part in (panel.back, panel.place)] == ["primary", ""]
    assert json.loads(made.read_text())["format"] == "notities"
    moving.stage.click(panel.delete)
    assert not made.exists()
    assert words(panel) == ["This copy is deleted."]
    assert not panel.delete.isVisible()
    assert panel.back.text() == "Cancel"
    assert [part.property("kind") for part in (panel.back, panel.place)] == ["", "primary"]


def test_a_journal_with_files_goes_into_a_zip(moving, home):
    photo = home / "photo.txt"
    photo.write_text("words")
    [entry] = moving.stage.entries()
    moving.stage.ask(lambda journal: journal.attachments.add(entry.id, photo))
    panel = turn(moving, moving.take_all)
    answer()
    moving.stage.click(panel.place)
    assert (home / "notes 2026-11-20.zip").read_bytes().startswith(b"PK")


def test_a_table_opens_in_a_spreadsheet(moving, home):
    panel = turn(moving, moving.take_table)
    assert READABLE in told(panel)
    answer()
    moving.stage.click(panel.place)
    with (home / "notes 2026-11-20.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["What happened?"] == "Zelf geschreven."


def test_a_folder_that_is_copied_elsewhere_is_asked_about(moving, home):
    shared = home / "Dropbox"
    shared.mkdir()
    panel = turn(moving, moving.take_all)
    panel.save_at(shared / "a.json")
    moving.stage.settle()
    assert panel.question.isVisible()
    assert list(shared.iterdir()) == []
    moving.stage.click(panel.question.yes)
    assert (shared / "a.json").exists()


def test_an_existing_file_goes_only_when_that_is_said(moving, home):
    made = home / "notes 2026-11-20.json"
    made.write_text("mine")
    panel = turn(moving, moving.take_all)
    panel.save_to(made)
    moving.stage.settle()
    assert made.read_text() == "mine"
    assert FileTakenError.sentence in told(panel)
    moving.stage.click(panel.question.no)
    assert made.read_text() == "mine"
    answer()
    moving.stage.click(panel.place)
    assert made.read_text().startswith('{"format"')


@pytest.fixture
def stick(mounted):
    """A full one with a file on it."""
    place = mounted("size=64k")
    (place / "old.json").write_bytes(b"x" * 40_000)
    return place


def test_a_full_stick_keeps_what_was_on_it(moving, stick):
    moving.stage.ask(lambda journal: journal.save(Draft(text="x" * 90_000, day="2-2-2026")))
    panel = turn(moving, moving.take_all)
    for path, replace in ((stick / "new.json", False), (stick / "old.json", True)):
        panel.save_to(path, replace=replace)
        moving.stage.settle()
        assert words(panel) == [DiskFullError.sentence]
        assert not panel.delete.isVisible()
    assert [path.name for path in stick.iterdir()] == ["old.json"]
    assert (stick / "old.json").read_bytes() == b"x" * 40_000


def test_a_copy_on_a_stick_that_is_out_is_not_said_to_be_deleted(moving, home):
    stick, elsewhere = home / "stick", home / "elsewhere"
    stick.mkdir()
    panel = turn(moving, moving.take_all)
    panel.save_to(stick / "a.json")
    moving.stage.settle()
    stick.rename(elsewhere)
    moving.stage.click(panel.delete)
    assert words(panel) == [FileGoneError.sentence]
    elsewhere.rename(stick)
    moving.stage.click(panel.delete)
    assert words(panel) == ["This copy is deleted."]
    assert list(stick.iterdir()) == []


def test_a_folder_that_takes_no_files(moving, mounted):
    panel = turn(moving, moving.take_table)
    panel.save_to(mounted("ro") / "a.csv")
    moving.stage.settle()
    assert words(panel) == [ReadOnlyFolderError.sentence]


def test_a_copy_that_is_being_made_stops_when_the_page_is_left(moving, home):
    panel = turn(moving, moving.take_all)
    gate = slow(moving.stage, lambda _: None)
    panel.save_to(home / "a.json")
    moving.stage.qtbot.waitUntil(panel.work.isVisible)
    assert not panel.place.isEnabled()
    moving.back.click()
    gate.set()
    moving.stage.settle()
    assert not (home / "a.json").exists()


def test_what_takes_a_moment_shows_nothing(moving, home):
    panel = turn(moving, moving.take_all)
    shown = []
    panel.work.progress.valueChanged.connect(lambda _: shown.append(panel.work.isVisible()))
    panel.save_to(home / "a.json")
    moving.stage.settle()
    assert not panel.work.isVisible()
    assert not any(shown)
    assert panel.place.isEnabled()


def test_a_draft_is_sealed_while_a_copy_is_made(moving, home):
    """Whoever goes on to write is not kept waiting: what is under way gives up."""
    stage = moving.stage
    panel = turn(moving, moving.take_all)
    gate = slow(stage, lambda _: None)
    panel.save_to(home / "a.json")
    stage.page.show_page(0)
    page = stage.page.journal_page
    page.new.click()
    QTest.keyClicks(page.editor.text, "haast")
    page.editor.seal()
    gate.set()
    stage.settle()
    assert stage.drafts() == ["haast"]
    assert not (home / "a.json").exists()


def test_every_way_is_there_for_the_keyboard(moving):
    stage = moving.stage
    moving.take_all.setFocus()
    QTest.keyClick(moving.take_all, Qt.Key.Key_Return)
    stage.settle()
    assert moving.panel.back.hasFocus()
    QTest.keyClick(moving.panel.back, Qt.Key.Key_Return)
    stage.settle()
    assert moving.panel is None
    assert moving.take_all.hasFocus()
    assert stage.ask(Journal.lines)
