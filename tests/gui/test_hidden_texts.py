"""Reading back gently: dates and signals without the texts, until they are asked for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Details, Draft
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.text_field import Story

LISTENING = SignalId("friction.listening")


@pytest.fixture
def page(opened):
    editor = opened.write("The story.", LISTENING, save=False)
    editor.more.fields["place"].setPlainText("The place.")
    opened.click(editor.save)
    return opened.page.journal_page


def hide(opened):
    QTest.keyClick(opened.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    opened.settle()


def shown(page):
    reader = page.side.currentWidget()
    assert isinstance(reader, EntryReader)
    return [text.toPlainText() for text in reader.findChildren(Story) if text.isVisible()]


def row_words(page):
    return page.model.index(1).data()


def row_height(page):
    return page.list.visualRect(page.model.index(1)).height()


def test_one_chord_folds_the_texts_of_the_open_entry(opened, page):
    assert shown(page) == ["The story.", "The place."]
    hide(opened)
    assert shown(page) == []
    assert page.side.currentWidget().texts.show_text.isVisible()
    hide(opened)
    assert shown(page) == ["The story.", "The place."]


def test_one_button_shows_the_texts_of_this_entry_alone(opened, page):
    opened.write("Another.", day="1-11-2026")
    opened.click(page.hide_texts)
    assert shown(page) == []
    opened.click(page.side.currentWidget().texts.show_text)
    assert shown(page) == ["Another."]
    page.read(page.model.index(1).data(ROW_ROLE).line.id)
    opened.settle()
    assert shown(page) == []


def test_the_list_shows_dates_and_signals_without_openings(opened, page):
    before = row_height(page)
    assert "The story." in row_words(page)
    hide(opened)
    assert "The story." not in row_words(page)
    assert "Listened" in row_words(page)
    assert "20 November 2026" in row_words(page)
    assert row_height(page) < before
    picture = page.list.grab().toImage()
    hide(opened)
    assert row_height(page) == before
    assert page.list.grab().toImage() != picture


def test_the_entry_that_is_read_stays_chosen(opened, page):
    chosen = page.list.currentIndex().row()
    hide(opened)
    assert page.list.currentIndex().row() == chosen


def test_it_lasts_until_the_journal_is_locked(opened, page):
    hide(opened)
    opened.page.show_page(1)
    opened.page.show_page(0)
    assert page.hide_texts.text() == "Show texts"
    opened.write("Later.", day="2-11-2026")
    assert shown(page) == []
    opened.lock()
    opened.unlock()
    assert opened.page.journal_page.hide_texts.text() == "Hide texts"
    assert not opened.page.session.hides_texts


def test_patterns_are_counted_without_the_texts(opened, page):
    hide(opened)
    assert opened.page.show_page(1).isVisible()
    opened.settle()
    assert opened.page.session.hides_texts


def test_an_entry_without_words_has_nothing_to_unfold(opened, page):
    hide(opened)
    opened.write("", LISTENING, day="3-11-2026")
    assert not page.side.currentWidget().texts.show_text.isVisible()


def test_what_is_being_written_is_not_folded(opened, page):
    hide(opened)
    page.write(Draft(text="Mine.", details=Details(said="Words.")))
    assert page.editor.text.isVisible()
    assert page.editor.more.fields["said"].isVisible()
