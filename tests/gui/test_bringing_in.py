"""Bringing in a copy of a journal, or one's own past, after seeing what it will do."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from moving import TODAY, answer, bring, slow, texts, turn, visit, words
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.archived import DamagedCopyError
from onveilig_desktop.transfer import bring_copy, write_copy
from onveilig_desktop.ui.entries_page import EntriesPage
from onveilig_desktop.ui.long_work import LongWork
from onveilig_desktop.ui.versions_page import VersionsPage
from onveilig_desktop.vault import VaultGate
from stage import LIGHT_WORK, PASSPHRASE

LOGBOOK = (
    "Datum;Tijd;Wat gebeurde er;Wie\r\n"
    "14-2-2026;20:30;Ruzie over het eten;ik\r\n"
    "3-2-2026;;Het was stil;\r\n"
    "31-2-2026;;Geen dag;\r\n"
)


def correct(stage, text):
    [entry] = stage.entries()
    stage.pass_days(1)
    stage.ask(lambda book: book.save(Draft(entry_id=entry.id, text=text, day="1-2-2026")))
    return entry.id


def test_a_copy_of_this_journal_has_nothing_new(moving, copy):
    panel = bring(moving, copy)
    assert words(panel)[1] == "There is nothing new in it."
    assert not panel.add.isVisible()


def test_what_was_removed_here_stays_away(moving, copy):
    stage = moving.stage
    stage.ask(lambda journal: journal.delete(journal.lines()[0].id))
    stage.ask(lambda journal: journal.bin.erase(journal.bin.lines()[0].line.id))
    stage.click(moving.back)
    panel = bring(visit(stage), copy)
    assert "1 entry stays away: you removed it here for good" in words(panel)


def test_both_wordings_of_a_conflict_are_told_first_and_read_later(moving, second, home):
    stage = moving.stage
    entry_id = correct(stage, "Hier anders.")
    second.save(Draft(entry_id=entry_id, text="Daar nog anders.", day="1-2-2026"))
    there = home / "there.json"
    write_copy(second, there, TODAY)
    panel = bring(moving, there)
    assert any("corrected here and there" in line for line in words(panel))
    assert words(panel)[-1].endswith("the one in the file is later")
    assert texts(stage) == ["Hier anders."]
    stage.click(panel.add)
    assert texts(stage) == ["Daar nog anders."]
    stage.click(panel.conflicts)
    assert stage.page.findChild(EntriesPage) is None  # one is read at once
    stage.click(stage.page.journal_page.side.currentWidget().kept.versions)
    versions = stage.page.findChild(VersionsPage)
    assert versions.model.index(0).data() == (
        "Corrected · Mon 30 November 2026, 12:00 · "
        "came in from a copy on Sat 21 November 2026, 12:00"
    )


@pytest.fixture
def second(moving, copy):
    """Another journal, ten days later, that begins as a copy of this one."""
    later = moving.stage.now + timedelta(days=10)
    gate = VaultGate(copy.with_name("second"), lambda: later, work=LIGHT_WORK)
    journal = gate.create(PASSPHRASE)
    bring_copy(journal, copy)
    yield journal
    gate.close()


@pytest.fixture
def logbook(home):
    path = home / "logboek.csv"
    path.write_bytes(LOGBOOK.encode("cp1252"))
    return path


def test_a_logbook_comes_in_once(moving, logbook):
    panel = bring(moving, logbook)
    assert words(panel) == [
        "This is a table.",
        "2 entries to add: Tue 3 February 2026 to Sat 14 February 2026",
        "Each keeps its own day, and counts as written down today.",
        "1 cannot be read and stays out:",
    ]
    assert panel.unread.text() == (
        "3. «31-2-2026 Geen dag» This day does not exist. Check the date."
    )
    across = panel.columns.horizontalHeader().length()
    assert across >= panel.columns.viewport().width()  # the words have all the room there is
    ways = (panel.back, panel.file, panel.add)
    assert [part.property("kind") for part in ways] == ["", "", "primary"]
    moving.stage.click(panel.add)
    assert [part.property("kind") for part in ways[:2]] == ["primary", ""]
    assert panel.window().focusWidget() is panel.back
    assert panel.back.text() == "Done"
    assert words(panel)[0] == "2 entries are in the journal now."
    assert words(panel)[1].endswith(str(logbook))
    assert texts(moving.stage) == ["Het was stil", "Ruzie over het eten", "Zelf geschreven."]
    panel.look_in(logbook)
    moving.stage.settle()
    assert words(panel)[1:3] == [
        "There is nothing new in it.",
        "2 are in the journal already and stay out",
    ]
    assert not panel.add.isVisible()


def choose(stage, role, key):
    role.setCurrentIndex(role.findData(key))
    role.activated.emit(role.currentIndex())
    stage.settle()


def test_the_columns_can_be_something_else(moving, logbook):
    panel = bring(moving, logbook)
    roles = panel.columns.roles
    assert [role.currentData() for role in roles] == ["day", "time", "text", "present"]
    choose(moving.stage, roles[3], "text")
    choose(moving.stage, roles[1], "")
    moving.stage.click(panel.add)
    assert "Ruzie over het eten\n\nik" in texts(moving.stage)
    entry = next(one for one in moving.stage.entries() if "eten" in one.text)
    assert entry.happened.minute is None


def test_one_thing_stands_in_one_column(moving, logbook):
    panel = bring(moving, logbook)
    roles = panel.columns.roles
    choose(moving.stage, roles[3], "day")
    assert [role.currentData() for role in roles] == ["", "time", "text", "day"]
    assert "3 cannot be read and stay out:" in words(panel)
    choose(moving.stage, roles[3], "")
    assert words(panel)[1] == "Choose the column with the dates, and one with what happened."
    assert not panel.add.isVisible()
    choose(moving.stage, roles[0], "day")
    assert panel.add.isVisible()


def test_the_month_may_come_first(moving, home):
    path = home / "log.csv"
    path.write_text("Date,Note\n3/4/2026,words\n")
    panel = bring(moving, path)
    assert "Fri 3 April 2026" in words(panel)[1]
    moving.stage.click(panel.order.chip(True))
    assert "Wed 4 March 2026" in words(panel)[1]


def test_hidden_texts_are_hidden_here_too(moving, logbook):
    panel = bring(moving, logbook)
    assert panel.columns.item(1, 2).text() == "Ruzie over het eten"
    moving.stage.page.session.hide_texts(True)
    moving.stage.settle()
    assert panel.columns.item(1, 2).text() == "…"
    assert "Geen dag" not in panel.unread.text()


FORMS = {
    "notes.txt": ("1 maart 2026\nhet was stil\n", "This is text with dates."),
    "jrnl.txt": ("[2026-03-01 20:30] Stil. Heel stil.\n", "These are entries of jrnl."),
    "jrnl.json": (
        '{"entries": [{"date": "2026-03-01", "time": "20:30", "title": "a", "body": "b"}]}',
        "These are entries of jrnl.",
    ),
    "day.json": (
        '{"entries": [{"creationDate": "2026-03-01T20:30:00Z", "text": "stil"}]}',
        "These are entries of Day One.",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_what_other_programs_keep_is_recognised(moving, home, name):
    content, recognised = FORMS[name]
    (home / name).write_text(content)
    panel = bring(moving, home / name)
    assert words(panel)[:2] == [recognised, "1 entry to add: Sun 1 March 2026"]
    moving.stage.click(panel.add)
    assert len(texts(moving.stage)) == 2


def test_a_folder_of_rednotebook(moving, home):
    (home / "data").mkdir()
    (home / "data" / "2026-03.txt").write_text("1: {text: het was stil}\n")
    panel = turn(moving, moving.bring)
    answer("data")
    moving.stage.click(panel.folder)
    assert words(panel)[0] == "These are entries of RedNotebook."


BROKEN = {
    "empty": b"",
    "nothing.txt": b"no dates in here\n",
    "broken.json": b'{"format":"notities","version":1,"made_on":"2026-11-20","revisions":[{',
    "new.json": b'{"format":"notities","version":99,"made_on":"2036-11-20"}',
    "other.json": b'{"something": "else"}',
    "broken.zip": b"PK\x03\x04broken",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\x00",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_said_plainly(moving, home, name):
    path = home / name
    path.write_bytes(BROKEN[name])
    panel = bring(moving, path)
    [sentence] = words(panel)
    assert sentence.endswith(".")
    assert not panel.add.isVisible()
    assert texts(moving.stage) == ["Zelf geschreven."]
    assert path.read_bytes() == BROKEN[name]


def test_a_file_that_went_meanwhile_adds_nothing(moving, second, home):
    second.save(Draft(text="nog een", day="2-2-2026"))
    newer = home / "newer.json"
    write_copy(second, newer, TODAY)
    panel = bring(moving, newer)
    assert "1 new entry" in words(panel)
    newer.write_bytes(newer.read_bytes()[:-300])
    moving.stage.click(panel.add)
    assert words(panel) == [DamagedCopyError.sentence]
    assert texts(moving.stage) == ["Zelf geschreven."]


def test_an_import_stops_when_the_page_is_left(moving, logbook):
    stage = moving.stage
    panel = bring(moving, logbook)
    gate = slow(stage, lambda _: None)
    panel.add.click()
    stage.qtbot.waitUntil(panel.work.isVisible)
    assert "nothing is added" in panel.work.words.text()
    moving.back.click()
    gate.set()
    stage.settle()
    assert texts(stage) == ["Zelf geschreven."]


def test_an_import_can_be_stopped(moving, logbook):
    stage = moving.stage
    panel = bring(moving, logbook)
    gate = slow(stage, lambda _: None)
    panel.add.click()
    stage.qtbot.waitUntil(panel.work.isVisible)
    panel.work.stop.setFocus()
    panel.work.stop.click()
    gate.set()
    stage.settle()
    assert words(panel) == ["Stopped. Nothing was changed."]
    assert panel.file.hasFocus()
    assert texts(stage) == ["Zelf geschreven."]
    stage.click(panel.add)
    assert len(texts(stage)) == 3


def test_what_was_done_just_before_leaving_is_heard_of(moving):
    """The verb told nothing any more, so it could not be stopped."""
    stage = moving.stage
    panel = turn(moving, moving.bring)
    held = threading.Event()

    def work(opened, _told):
        held.wait(20)
        return opened.save(Draft(text="nog een", day="2-2-2026"))

    panel.work.change("…", work, lambda _entry: None, stage.page.session.fail)
    stage.qtbot.waitUntil(panel.work.isVisible)
    stage.page.show_page(0)
    held.set()
    stage.settle()
    stage.qtbot.waitUntil(lambda: stage.page.findChild(LongWork) is None)
    stage.settle()
    assert "nog een" in stage.stories()


def test_the_keyboard_stays_while_the_dialog_that_was_open_closes(moving, home, qtbot):
    """The window is not the one in use then; what is switched off gives the focus away."""
    (home / "nothing.txt").write_text("no dates in here")
    panel = turn(moving, moving.bring)
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not panel.isActiveWindow())
    panel.look_in(home / "nothing.txt")
    dialog.close()
    panel.window().activateWindow()
    moving.stage.settle()
    qtbot.waitUntil(panel.file.hasFocus)
