"""Tying entries together and reading them in order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from onveilig_desktop.ui.entry_texts import EntryTexts
from onveilig_desktop.ui.text_field import Story
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader


@pytest.fixture
def notes(opened):
    """Four entries; the last one is read."""
    for day, story in ((1, "Garden"), (5, "Kitchen"), (9, "Stairs"), (12, "Garden again")):
        opened.write(story, day=f"{day}-11-2026")
    return opened


def reader(stage):
    return stage.page.journal_page.side.currentWidget()


def aside(stage, kind):
    [found] = [one for one in stage.page.findChildren(kind) if one.isVisible()]
    return found


def offered(chooser):
    return [chooser.model.index(n).data() for n in range(chooser.model.rowCount())]


def tie_to(stage, words):
    stage.click(reader(stage).afterwards.same)
    chooser = aside(stage, ThreadChooser)
    stage.type(chooser.search, words)
    stage.qtbot.waitUntil(lambda: chooser.model.rowCount() == 1)
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    stage.settle()


def story(stage):
    shown = aside(stage, ThreadReader)
    [text] = [one for one in shown.findChildren(EntryTexts) if one.isVisible()]
    return text.findChild(Story).toPlainText()


def test_the_others_are_offered_latest_first_and_never_itself(notes):
    notes.click(reader(notes).afterwards.same)
    assert [words.split(" · ")[1] for words in offered(aside(notes, ThreadChooser))] == [
        "Stairs",
        "Kitchen",
        "Garden",
    ]


@pytest.mark.parametrize(("said", "found"), [("kitch", 1), ("5-11", 1), ("GARDEN", 1), ("no", 0)])
def test_words_or_a_date_leave_what_has_them(notes, said, found):
    notes.click(reader(notes).afterwards.same)
    chooser = aside(notes, ThreadChooser)
    notes.type(chooser.search, said)
    notes.qtbot.waitUntil(lambda: chooser.model.rowCount() == found)
    assert chooser.tie.isEnabled() is bool(found)


def test_tied_by_keys_and_read_from_the_earliest_day_on(notes):
    assert not reader(notes).afterwards.together.isVisible()
    tie_to(notes, "garden")
    tie_to(notes, "stairs")
    button = reader(notes).afterwards.together
    assert (button.isVisible(), button.text()) == (True, "Thread: 3 entries")
    notes.click(button)
    shown = aside(notes, ThreadReader)
    read = [story(notes)]
    while shown.next.isEnabled():
        notes.click(shown.next)
        read.append(story(notes))
    assert read == ["Garden", "Stairs", "Garden again"]
    notes.click(shown.previous)
    assert story(notes) == "Stairs"
    assert shown.count.text() == "Thread: 3 entries · 2/3"


def test_one_is_taken_out_and_a_thread_of_one_is_none(notes):
    tie_to(notes, "garden")
    tie_to(notes, "stairs")
    notes.click(reader(notes).afterwards.together)
    shown = aside(notes, ThreadReader)
    notes.click(shown.untie)
    assert story(notes) == "Stairs"
    notes.click(shown.untie)
    assert notes.page.journal_page.isVisible()
    assert not reader(notes).afterwards.together.isVisible()


def test_with_hidden_texts_only_dates_are_offered(notes):
    tie_to(notes, "garden")
    notes.page.session.hide_texts(hidden=True)
    notes.click(reader(notes).afterwards.same)
    assert all("·" not in words for words in offered(aside(notes, ThreadChooser)))
    notes.page.show_page(0)
    notes.click(reader(notes).afterwards.together)
    shown = aside(notes, ThreadReader)
    assert not [one for one in shown.findChildren(Story) if one.isVisible()]
    assert [one for one in shown.findChildren(QLabel) if "1 November 2026" in one.text()]


def test_an_entry_alone_has_nothing_to_be_tied_to(opened):
    opened.write("Alone")
    opened.click(reader(opened).afterwards.same)
    chooser = aside(opened, ThreadChooser)
    assert (chooser.tie.isEnabled(), offered(chooser)) == (False, [])
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    opened.settle()
    assert chooser.isVisible()
