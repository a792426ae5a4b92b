"""Keys that come faster than the worker answers, and ways that are short for hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import column
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.thread_chooser import ThreadChooser


def at_once(stage, chord):
    stage.qtbot.keySequence(QApplication.focusWidget() or stage.window, QKeySequence(chord))


def chips(stage):
    return stage.page.journal_page.editor.signals._chips


def test_a_new_entry_right_after_saving_takes_no_place_of_the_saved_one(opened):
    editor = opened.write("first", save=False)
    at_once(opened, keys.SAVE.chord)
    at_once(opened, keys.NEW.chord)
    QTest.keyClicks(QApplication.focusWidget(), "second")
    opened.settle()
    assert editor.text.hasFocus()
    assert editor.text.toPlainText() == "second"
    at_once(opened, keys.SAVE.chord)
    opened.settle()
    assert sorted(opened.stories()) == ["first", "second"]
    assert opened.drafts() == []


def test_what_was_to_be_read_takes_no_place_of_what_is_begun_meanwhile(opened):
    editor = opened.write("first", save=False)
    page = opened.page.journal_page
    editor.saved.connect(lambda _saved: page.write(Draft.new()))  # after it is asked to be read
    at_once(opened, keys.SAVE.chord)
    opened.settle()
    assert page.side.currentWidget() is editor
    QTest.keyClicks(QApplication.focusWidget(), "second")
    assert editor.text.toPlainText() == "second"


def test_two_are_saved_though_the_first_save_is_still_under_way(opened):
    opened.write("first", save=False)
    for chord in (keys.SAVE.chord, keys.NEW.chord):
        at_once(opened, chord)
    QTest.keyClicks(QApplication.focusWidget(), "second")
    at_once(opened, keys.SAVE.chord)
    opened.settle()
    assert sorted(opened.stories()) == ["first", "second"]


def test_the_answer_to_a_save_does_not_take_the_keyboard_from_a_check_in(opened):
    opened.write("first", save=False)
    for chord in (keys.SAVE.chord, keys.CHECK_IN.chord):
        at_once(opened, chord)
    opened.settle()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    at_once(opened, keys.SAVE.chord)
    opened.settle()
    [made] = opened.ask(lambda journal: journal.check_ins.all())
    assert made.answers.nothing_happened
    assert opened.stories() == ["first"]


def test_after_unlocking_enter_begins_an_entry(opened):
    assert opened.page.journal_page.new.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert opened.page.journal_page.editor.text.hasFocus()


def test_who_asks_for_the_keyboard_too_early_has_it_when_it_is_shown(qtbot):
    left, line = QWidget(), QLineEdit()
    left.setLayout(column(QLineEdit(), line))
    window = QMainWindow()
    qtbot.addWidget(window)
    halves = Halves(left, QWidget(), shares=(1, 2), gap=20)
    line.setFocus()
    window.setCentralWidget(halves)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(line.hasFocus)


def test_a_chord_leads_from_the_story_to_the_signals_and_shows_them(opened):
    opened.write("story", save=False)
    at_once(opened, keys.SIGNALS.chord)
    first = next(iter(chips(opened).values()))
    assert first.hasFocus()
    assert first.visibleRegion().boundingRect().size() == first.size()


@pytest.mark.parametrize(("way", "back"), [("Right", "Left"), ("Down", "Up")])
def test_the_arrows_walk_among_the_signals_and_back(opened, way, back):
    opened.write("story", save=False)
    at_once(opened, keys.SIGNALS.chord)
    met = [QApplication.focusWidget()]
    for chord in (way, way, back, back):
        at_once(opened, chord)
        met.append(QApplication.focusWidget())
    assert set(met) <= set(chips(opened).values())
    assert met[0] is met[4]
    assert met[1] is met[3]
    assert len(set(met)) == 3


def test_an_arrow_that_leads_nowhere_stays(opened):
    opened.write("story", save=False)
    at_once(opened, keys.SIGNALS.chord)
    first = QApplication.focusWidget()
    at_once(opened, "Left")
    assert first.hasFocus()


def test_tab_comes_by_new_signals_where_they_stand(opened):
    editor = opened.write("story", save=False)
    opened.ask(lambda journal: journal.own_words.add("cold", is_concern=True))
    opened.page.session.read_words()
    opened.settle()
    *_, last = chips(opened).values()
    assert len(chips(opened)) == len(catalog.shipped().signals) + 1
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert editor.signals.own_words.hasFocus()
    editor.text.setFocus()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in chips(opened).values():
            break
    assert next(iter(chips(opened).values())).hasFocus()


def test_an_entry_that_is_read_is_tied_by_a_chord(opened):
    opened.write("first")
    opened.write("second")
    at_once(opened, keys.TIE.chord)
    opened.settle()
    assert opened.page.findChild(ThreadChooser).search.hasFocus()
