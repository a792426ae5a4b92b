"""Everything without a mouse: each control by Tab, each chord in the table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from onveilig_desktop.ui import keys
from onveilig_desktop.ui.attachments_panel import AttachmentsPanel
from onveilig_desktop.ui.keys_page import KeysPage

CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)


def press(stage, chord):
    sequence = QKeySequence(chord)
    stage.qtbot.keySequence(QApplication.focusWidget() or stage.window, sequence)
    stage.settle()


def controls(window):
    """Every control that can be used now; one of a group of choices stands for all."""
    return {
        part
        for part in window.findChildren(QWidget)
        if isinstance(part, CONTROLS)
        and part.isVisible()
        and part.isEnabled()
        and not part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    }


def walked(window):
    """Every widget that Tab comes by, from where the focus is until it is there again."""
    found = set()
    for _ in range(400):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in found:
            return found
        found.add(now)
    raise AssertionError("Tab does not come round")


def unreached(window):
    reached = walked(window)
    return [
        (type(part).__name__, part.text() if hasattr(part, "text") else part.accessibleName())
        for part in controls(window) - reached
        if not (isinstance(part, QAbstractButton) and in_reached_group(part, reached))
    ]


def in_reached_group(part, reached):
    """The arrows go from one to the next in an exclusive group."""
    return part.group() is not None and any(other in reached for other in part.group().buttons())


def everywhere(stage):
    """Go to every page of an open journal; say where we are."""
    page = stage.page.journal_page
    yield "empty journal"
    stage.write("first", "violence.manipulation")
    stage.write("second")
    stage.page.journal_page.side.currentWidget().edit.click()
    stage.settle()
    page.editor.text.setPlainText("second, corrected")
    yield "editor"
    stage.click(page.editor.save)
    yield "reader"
    yield from searching(stage, page.search)
    stage.click(page.side.currentWidget().kept.versions)
    yield "wordings"
    press(stage, keys.BACK.chord)
    stage.click(page.side.currentWidget().delete)
    yield "undo"
    stage.click(page.beneath.bin)
    yield "bin"
    stage.click(stage.page._aside.erase)
    yield "question"
    press(stage, keys.BACK.chord)
    stage.click(page.beneath.history)
    yield "history"
    press(stage, keys.HELP.chord)
    yield "keys"
    press(stage, keys.BACK.chord)
    for number, key in enumerate(keys.PAGES):
        press(stage, key.chord)
        assert stage.page.rail.shown == number
        yield key.does


def searching(stage, bar):
    stage.click(bar.filter)
    stage.type(bar.box, "first")
    stage.qtbot.waitUntil(bar.show_all.isVisible)
    yield "search and filter"
    stage.click(bar.show_all)
    stage.click(bar.filter)


def test_every_control_is_reached_by_tab(opened):
    missed = {}
    for where in everywhere(opened):
        opened.settle()
        assert opened.window.isActiveWindow(), f"{where}: something else came up for a moment"
        if found := unreached(opened.window):
            missed[where] = found
    assert missed == {}


def test_a_control_that_tab_misses_is_noticed(opened):
    opened.page.journal_page.new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert unreached(opened.window) == [("Button", "New entry")]


@pytest.fixture
def three(opened):
    for day in ("1-11-2026", "5-11-2026", "9-11-2026"):
        opened.write(f"story of {day}", day=day)
    return opened


def read_now(stage):
    return stage.page.journal_page.side.currentWidget().findChild(QPlainTextEdit).toPlainText()


def test_next_and_previous_while_reading(three):
    assert read_now(three) == "story of 9-11-2026"
    press(three, keys.NEXT.chord)
    assert read_now(three) == "story of 5-11-2026"
    three.page.journal_page.side.currentWidget().edit.setFocus()
    press(three, keys.NEXT.chord)
    assert read_now(three) == "story of 1-11-2026"
    press(three, keys.NEXT.chord)
    assert read_now(three) == "story of 1-11-2026"
    press(three, keys.PREVIOUS.chord)
    assert read_now(three) == "story of 5-11-2026"


def test_what_is_written_is_never_left_by_a_key_for_reading(three):
    editor = three.write("half a", save=False)
    press(three, keys.NEXT.chord)
    assert three.page.journal_page.side.currentWidget() is editor


def test_the_first_entry_is_read_by_the_first_press(three):
    three.lock()
    three.unlock()
    press(three, keys.NEXT.chord)
    assert read_now(three) == "story of 9-11-2026"


def test_every_shortcut_is_in_the_table_and_the_other_way_round(three):
    page = three.page.journal_page
    bound = shortcuts(three)
    three.click(page.side.currentWidget().edit)
    bound |= shortcuts(three)
    three.click(page.beneath.bin)
    bound |= shortcuts(three)
    assert bound == {QKeySequence(key.chord).toString() for key in keys.KEYS}


def shortcuts(stage):
    return {made.key().toString() for made in stage.window.findChildren(QShortcut)}


def test_no_chord_stands_in_the_table_twice():
    chords = [key.chord for key in keys.KEYS]
    assert len(set(chords)) == len(chords)


def test_the_help_page_lists_them_all(opened):
    press(opened, keys.HELP.chord)
    page = opened.page.findChild(KeysPage)
    shown = [part.text() for part in page.findChildren(QLabel)]
    for key in keys.KEYS:
        assert key.shown in shown
        assert key.words in shown
    assert "Three times Shift" in shown


DOES = {
    keys.NEW: lambda it: it.page.journal_page.side.currentWidget() is it.page.journal_page.editor,
    keys.EDIT: lambda it: it.page.journal_page.editor.draft().text == "story of 9-11-2026",
    keys.NEXT: lambda it: read_now(it) == "story of 5-11-2026",
    keys.FIND: lambda it: it.page.journal_page.search.box.hasFocus(),
    keys.HELP: lambda it: it.page.findChild(KeysPage) is not None,
    keys.LOCK: lambda it: it.ended == [("locked", it.folder)],
    keys.QUIT: lambda it: not it.window.isVisible(),
    **{key: lambda it, n=n: it.page.rail.shown == n for n, key in enumerate(keys.PAGES)},
}


@pytest.mark.parametrize("key", DOES, ids=lambda key: key.chord)
def test_a_chord_does_what_it_says(three, key):
    press(three, key.chord)
    assert DOES[key](three)


def test_saving_and_going_back_by_a_chord(three):
    page = three.page.journal_page
    press(three, keys.NEW.chord)
    QTest.keyClicks(page.editor.text, "fourth")
    press(three, keys.SAVE.chord)
    assert three.stories()[0] == "fourth"
    press(three, keys.HELP.chord)
    press(three, keys.BACK.chord)
    assert page.isVisible()


def test_the_files_of_an_entry_need_no_mouse(three, tmp_path):
    photo = tmp_path / "note.txt"
    photo.write_text("words")
    panel = three.page.journal_page.side.currentWidget().findChild(AttachmentsPanel)
    panel.take([photo])
    three.settle()
    three.qtbot.waitUntil(panel.files.isVisible)
    assert unreached(three.window) == []


def test_one_page_is_marked_beside_the_way_too(opened):
    rail = opened.page.rail
    pages = rail._group.buttons()
    opened.page.show_page(1)
    for way in (rail.settings, rail.keys):
        opened.click(way)
        assert not any(page.isChecked() for page in pages)
    opened.click(opened.page._aside.back)
    assert [page.isChecked() for page in pages] == [False, True, False, False, False]
    opened.click(rail.settings)
    opened.click(pages[1])
    assert [page.isChecked() for page in pages] == [False, True, False, False, False]
    opened.click(rail.settings)
    opened.click(pages[3])
    assert [page.isChecked() for page in pages] == [False, False, False, True, False]
