"""Reading back gently: dates without texts and signals, until they are asked for."""

import pytest
from PySide6.QtWidgets import QPushButton

from hiding import LISTENING, hide, page_with_entry, told
from onveilig_desktop.journal import Details, Draft
from onveilig_desktop.ui.attachment_page import AttachmentPage
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.summary_page import SummaryPage
from onveilig_desktop.ui.text_field import Story
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader
from onveilig_desktop.ui.versions_page import VersionsPage


@pytest.fixture
def page(opened):
    return page_with_entry(opened)


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


def test_the_list_shows_dates_without_openings_and_signals(opened, page):
    before = row_height(page)
    assert "The story." in row_words(page)
    hide(opened)
    assert "The story." not in row_words(page)
    assert "Listened" not in row_words(page)
    assert row_words(page) == "Fri 20 November 2026. 1 signal"
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


def test_what_is_being_written_is_not_folded(opened, page):
    hide(opened)
    page.write(Draft(text="Mine.", details=Details(said="Words.")))
    assert page.editor.text.isVisible()
    assert page.editor.more.fields["said"].isVisible()


def aside(opened, kind):
    [found] = [one for one in opened.page.findChildren(kind) if one.isVisible()]
    return found


def go_to_bin(opened, page):
    opened.click(page.side.currentWidget().delete)
    opened.write("Other words.", LISTENING, day="3-11-2026")
    opened.click(page.side.currentWidget().delete)
    opened.click(page.beneath.bin)
    return aside(opened, BinPage), "3 November 2026"


def go_to_wordings(opened, page):
    opened.click(page.side.currentWidget().edit)
    page.editor.text.setPlainText("The story. Other words.")
    opened.click(page.editor.save)
    opened.click(page.side.currentWidget().kept.versions)
    return aside(opened, VersionsPage), "20 November 2026"


def go_to_file(opened, page):
    path = opened.folder.parent / "Other words..txt"
    path.write_text("x")
    page.side.currentWidget().attachments.take([path])
    opened.settle()
    opened.click(page.side.currentWidget().attachments.files.findChild(QPushButton))
    return aside(opened, AttachmentPage), "20 November 2026"


def go_to_thread(opened, page):
    first = page.side.currentWidget().entry_id
    opened.write("Other words.", LISTENING, day="3-11-2026")
    second = page.side.currentWidget().entry_id
    opened.page.session.change(
        lambda journal: journal.threads.tie(first, second), lambda _: None, owner=page
    )
    opened.settle()
    opened.click(page.side.currentWidget().afterwards.together)
    return aside(opened, ThreadReader), "3 November 2026"


def go_to_chooser(opened, page):
    opened.write("Other words.", LISTENING, day="3-11-2026")
    page.read(page.model.index(1).data(ROW_ROLE).line.id)
    opened.settle()
    opened.click(page.side.currentWidget().afterwards.same)
    return aside(opened, ThreadChooser), "3 November 2026"


def go_to_summary(opened, page):
    opened.write("Other words.", LISTENING, day="3-11-2026")
    shown = opened.page.show_page(2)
    fold = shown.choices.folds["entries"].toggle
    fold.setChecked(True)
    opened.settle()
    return aside(opened, SummaryPage), "3 November 2026"


WAYS = [go_to_bin, go_to_wordings, go_to_file, go_to_thread, go_to_chooser, go_to_summary]


@pytest.mark.parametrize("go", WAYS)
@pytest.mark.parametrize("is_first", [True, False])
def test_every_page_folds_the_texts_and_keeps_the_dates(opened, page, go, is_first):
    if is_first:
        hide(opened)
    shown, day = go(opened, page)
    opened.settle()
    if not is_first:
        assert "Other words." in told(shown)
        hide(opened)
    assert "Other words." not in told(shown)
    assert "The story." not in told(shown)
    assert "Listened" not in told(shown)
    assert day in told(shown)
    hide(opened)
    assert "Other words." in told(shown)


def test_what_is_chosen_later_in_the_bin_is_folded_again(opened, page):
    hide(opened)
    shown, _day = go_to_bin(opened, page)
    opened.click(shown.texts.show_text)
    first = shown.story.toPlainText()
    assert shown.story.isVisible()
    shown.list.setCurrentIndex(shown.model.index(1))
    opened.settle()
    assert shown.story.toPlainText() != first
    assert not shown.story.isVisible()


def test_another_wording_is_folded_again(opened, page):
    hide(opened)
    shown, _day = go_to_wordings(opened, page)
    opened.click(shown.texts.show_text)
    assert shown.story.isVisible()
    shown.list.setCurrentIndex(shown.model.index(1))
    opened.settle()
    assert not shown.story.isVisible()


def test_files_are_listed_without_their_names(opened, page):
    go_to_file(opened, page)
    opened.page.show_page(0)
    opened.settle()
    reader = page.side.currentWidget()
    assert "Other words" in told(reader)
    hide(opened)
    assert "Other words" not in told(reader.attachments.files)
    assert "document" in told(reader.attachments.files)


def test_lists_count_the_signals_in_the_place_of_the_words(opened, page):
    hide(opened)
    for go in (go_to_summary, go_to_bin):
        shown, _day = go(opened, page)
        assert "1 signal" in told(shown)
        opened.page.show_page(0)
