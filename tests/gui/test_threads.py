"""Tying entries together and reading them in order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from onveilig_desktop.journal import Draft
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.entry_texts import EntryTexts
from onveilig_desktop.ui.frames import Fitted
from onveilig_desktop.ui.text_field import Story
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader
from searching import save


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
    rows = [chooser.model.index(n).data(ROW_ROLE) for n in range(chooser.model.rowCount())]
    return [row.line for row in rows if row.line is not None]


def tie_to(stage, words):
    stage.click(reader(stage).afterwards.same)
    chooser = aside(stage, ThreadChooser)
    stage.type(chooser.search, words)
    stage.qtbot.waitUntil(lambda: len(offered(chooser)) == 1 and chooser.tie.isEnabled())
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    stage.settle()


def story(stage):
    shown = aside(stage, ThreadReader)
    [text] = [one for one in shown.findChildren(EntryTexts) if one.isVisible()]
    return text.findChild(Story).toPlainText()


def test_the_latest_other_entry_is_offered_first_and_never_itself(notes):
    notes.click(reader(notes).afterwards.same)
    chooser = aside(notes, ThreadChooser)
    stories = [line.opening for line in offered(chooser)]
    assert stories == ["Garden again", "Stairs", "Kitchen", "Garden"]
    assert chooser.list.currentIndex().data(ROW_ROLE).line.opening == "Stairs"
    assert chooser.tie.isEnabled()
    QTest.keyClick(chooser.list, Qt.Key.Key_Up)
    assert not chooser.tie.isEnabled()
    assert chooser.state.text() == "This is the entry itself. Choose another one."


def test_only_what_is_in_view_is_read_however_long_the_journal(opened):
    save(opened, *(Draft(text=f"Entry {n}", day=f"{1 + n % 28}-3-2026") for n in range(120)))
    page = opened.page.journal_page
    page.read(page.model.index(1).data(ROW_ROLE).line.id)
    opened.settle()
    opened.click(reader(opened).afterwards.same)
    chooser = aside(opened, ThreadChooser)
    assert chooser.model.rowCount() == 121
    assert len(chooser.model._found) < 100
    QTest.keyClick(chooser.list, Qt.Key.Key_End)
    opened.qtbot.waitUntil(chooser.tie.isEnabled)
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    opened.settle()
    [_first, last] = opened.ask(lambda it: it.threads.of(reader(opened).entry_id))[::-1]
    assert last.happened.day.day == 1


def test_return_does_not_tie_what_was_not_yet_looked_for(notes):
    notes.click(reader(notes).afterwards.same)
    chooser = aside(notes, ThreadChooser)
    notes.type(chooser.search, "kitch")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert not chooser.tie.isEnabled()
    notes.settle()
    assert chooser.isVisible()
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    notes.settle()
    tied = notes.ask(lambda it: it.threads.of(reader(notes).entry_id))
    assert [entry.text for entry in tied] == ["Kitchen", "Garden again"]


@pytest.mark.parametrize(
    ("said", "found"), [("kitch", 1), ("5-11", 1), ("GARDEN", 2), ("no", 0), ("4-11", 0)]
)
def test_words_or_a_date_leave_what_has_them(notes, said, found):
    notes.click(reader(notes).afterwards.same)
    chooser = aside(notes, ThreadChooser)
    notes.type(chooser.search, said)
    notes.qtbot.waitUntil(lambda: not chooser._pause.isActive())
    notes.settle()
    assert len(offered(chooser)) == found
    assert chooser.tie.isEnabled() is bool(found)


def test_tied_by_keys_and_read_from_the_earliest_day_on(notes):
    assert not reader(notes).afterwards.together.isVisible()
    tie_to(notes, "1-11")
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
    tie_to(notes, "1 nov")
    tie_to(notes, "stairs")
    notes.click(reader(notes).afterwards.together)
    shown = aside(notes, ThreadReader)
    notes.click(shown.untie)
    assert story(notes) == "Stairs"
    notes.click(shown.untie)
    assert notes.page.journal_page.isVisible()
    assert not reader(notes).afterwards.together.isVisible()


def test_with_hidden_texts_only_dates_are_offered(notes):
    tie_to(notes, "1-11")
    notes.page.session.hide_texts(hidden=True)
    notes.click(reader(notes).afterwards.same)
    chooser = aside(notes, ThreadChooser)
    words = [chooser.model.index(n).data() for n in range(1, chooser.model.rowCount())]
    assert words[0] == "Thu 12 November 2026"
    assert not any("Garden" in said for said in words)
    notes.page.show_page(0)
    notes.click(reader(notes).afterwards.together)
    shown = aside(notes, ThreadReader)
    assert not [one for one in shown.findChildren(Story) if one.isVisible()]
    assert [one for one in shown.findChildren(QLabel) if "1 November 2026" in one.text()]


def test_an_entry_alone_has_nothing_to_be_tied_to(opened):
    opened.write("Alone")
    opened.click(reader(opened).afterwards.same)
    chooser = aside(opened, ThreadChooser)
    assert not chooser.tie.isEnabled()
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    opened.settle()
    assert chooser.isVisible()


def test_the_buttons_stand_right_below_a_short_entry(notes):
    notes.window.resize(1280, 820)
    tie_to(notes, "Kitchen")
    notes.click(reader(notes).afterwards.together)
    notes.settle()
    shown = aside(notes, ThreadReader)
    [fields] = [each for each in shown.findChildren(Fitted) if each.isVisible()]
    assert fields.verticalScrollBar().maximum() == 0
    below = shown.next.mapTo(shown, QPoint()).y() - fields.mapTo(shown, QPoint()).y()
    assert 0 <= below - fields.height() <= 24
    assert below < shown.height() / 2
