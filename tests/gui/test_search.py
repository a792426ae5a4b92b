"""Searching and filtering the list, and keeping the question."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from onveilig_desktop.catalog import Group, SignalId
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.excerpt import Excerpt
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.found_words import draw_opening
from onveilig_desktop.ui.text_field import Story
from searching import press, save, search, wait

HIDING, LISTENING = SignalId("unsafety.hiding"), SignalId("friction.listening")


def test_typing_leaves_what_has_the_words(noted):
    bar = search(noted, "een RUZ")
    assert noted.stories() == ["🙂 Weer een ruzie, heel kort.", "Eén ruzie over geld."]
    assert bar.count.text() == "2 of 4 entries"
    search(noted, "een ruz geld")
    assert noted.stories() == ["Eén ruzie over geld."]
    noted.click(bar.show_all)
    assert len(noted.stories()) == 4
    assert bar.count.text() == "4 entries"
    assert not bar.show_all.isVisible()


def test_the_hits_are_shown_in_the_row_and_in_the_reader(noted):
    search(noted, "ruz")
    page = noted.page.journal_page
    row = page.model.index(1).data(ROW_ROLE)
    assert [row.excerpt.text[slice(*hit)] for hit in row.excerpt.hits] == ["ruz"]
    page.read(row.line.id)
    noted.settle()
    assert marked(page) == ["ruz"]
    search(noted, "heel k")
    assert marked(page) == ["heel", "k"]
    search(noted, "")
    assert marked(page) == []


def marked(page):
    reader = page.side.currentWidget()
    assert isinstance(reader, EntryReader)
    return [
        selection.cursor.selectedText()
        for story in reader.findChildren(Story)
        for selection in story.extraSelections()
    ]


def test_a_row_with_hits_is_drawn_with_their_colour(noted):
    page = noted.page.journal_page
    before = page.list.grab().toImage()
    search(noted, "ruz heel")
    after = page.list.grab().toImage()
    assert before != after
    page.list.setFixedWidth(120)
    save(noted, Draft(text="Ruzie " + "heel 🙂 erg lange zin " * 9, day="2-2-2026"))
    assert page.list.grab().toImage() != after


def test_nothing_found_is_one_sentence(noted):
    bar = search(noted, "zzz")
    assert noted.stories() == []
    assert bar.nothing.isVisible()
    assert bar.count.text() == "0 of 4 entries"
    press(noted, "Escape")
    assert not bar.nothing.isVisible()
    assert len(noted.stories()) == 4


def test_an_empty_journal_has_nothing_to_say_about_searching(opened):
    bar = opened.page.journal_page.search
    words = [each.text() for each in bar.nothing.findChildren(QLabel)]
    assert words == ["No entries yet", "What you save is listed here by month."]
    assert bar.count.text() == ""
    opened.write("x", day="2-2-2026")
    assert not bar.nothing.isVisible()


def test_ctrl_f_and_escape(noted):
    page = noted.page.journal_page
    page.list.setFocus()
    press(noted, keys.FIND.chord)
    assert page.search.box.hasFocus()
    QTest.keyClicks(page.search.box, "thuis")
    wait(noted)
    assert noted.stories() == ["Thuis."]
    press(noted, "Escape")
    assert page.search.box.text() == ""
    assert page.search.box.hasFocus()
    press(noted, "Escape")
    assert page.list.hasFocus()


@pytest.mark.parametrize(
    ("typed", "stories"),
    [("hid myself", ["Thuis."]), ("March 2019", []), ("2026 geld", ["Eén ruzie over geld."])],
)
def test_the_names_of_signals_and_dates_are_found_too(noted, typed, stories):
    search(noted, typed)
    assert noted.stories() == stories


def test_from_the_box_into_what_was_found(noted):
    page = noted.page.journal_page
    search(noted, "thuis")
    QTest.keyClick(page.search.box, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    noted.settle()
    assert marked(page) == ["Thuis"]


@pytest.mark.parametrize(
    ("choose", "stories"),
    [
        (lambda panel: panel.facts.chip("repair_open"), ["Eén ruzie over geld."]),
        (lambda panel: panel.groups.chip(Group.FRICTION), ["Samen gewandeld."]),
        (lambda panel: panel.signals.chip(HIDING), ["Thuis."]),
        (lambda panel: panel.intensity.chip(3), ["Eén ruzie over geld."]),
        (lambda panel: panel.facts.chip("own_words"), []),
    ],
)
def test_each_choice_narrows_the_list(noted, choose, stories):
    bar = noted.page.journal_page.search
    noted.click(bar.filter)
    choose(bar.panel).click()
    wait(noted)
    assert noted.stories() == stories
    assert bar.filter.text() == "Filter (1)"
    choose(bar.panel).click()
    wait(noted)
    assert len(noted.stories()) == 4
    assert bar.filter.text() == "Filter"


def test_what_was_written_late(noted):
    bar = noted.page.journal_page.search
    noted.click(bar.filter)
    bar.panel.facts.chip("written_late").click()
    wait(noted)
    assert "Samen gewandeld." not in noted.stories()
    assert len(noted.stories()) == 3


def test_a_period_in_figures_or_words(noted):
    bar = noted.page.journal_page.search
    noted.click(bar.filter)
    noted.type(bar.panel.first, "maart 2026")
    wait(noted)
    assert noted.stories() == ["Samen gewandeld.", "🙂 Weer een ruzie, heel kort.", "Thuis."]
    noted.type(bar.panel.last, "maart 2026")
    wait(noted)
    assert noted.stories() == ["Thuis."]
    bar.panel.last.clear()
    noted.type(bar.panel.last, "soon or later")
    wait(noted)
    assert bar.panel.period.text() != ""
    assert len(noted.stories()) == 3


@pytest.mark.parametrize(
    "words", ['"', "*", "AND OR NEAR(", "a\0b", "🙂", "x" * 10_000, "\u0301", "' -- ;", "=een"]
)
def test_strange_words_are_searched_for_quietly(noted, words):
    bar = noted.page.journal_page.search
    bar.box.setText(words)
    wait(noted)
    assert set(noted.stories()) <= {
        "Eén ruzie over geld.",
        "Samen gewandeld.",
        "🙂 Weer een ruzie, heel kort.",
        "Thuis.",
    }
    assert not noted.page._notice.isVisible()


def test_the_list_follows_while_a_question_stands(noted):
    search(noted, "ruzie")
    save(noted, Draft(text="Ruzie alweer.", day="3-11-2026"), Draft(text="Rust.", day="4-11-2026"))
    assert noted.stories()[0] == "Ruzie alweer."
    assert noted.page.journal_page.search.count.text() == "3 of 6 entries"


def test_a_long_list_reads_on_as_it_is_scrolled(opened):
    save(opened, *(Draft(text=f"note {n}", day="1-11-2026") for n in range(300)))
    page = opened.page.journal_page
    assert page.search.count.text() == "300 entries"
    assert page.model.index(300).data(ROW_ROLE).line is None
    QTest.keyClick(page.list, Qt.Key.Key_End)
    opened.qtbot.waitUntil(lambda: isinstance(page.side.currentWidget(), EntryReader))
    opened.settle()
    assert page.side.currentWidget().findChild(Story).toPlainText() == "note 0"
    assert page.list.currentIndex().row() == 300
    search(opened, "note")
    assert page.search.count.text() == "300 of 300 entries"
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.currentIndex().row() == 0
    QTest.keyClicks(page.list, "n")
    assert page.list.currentIndex().row() == 0


def test_a_long_result_stays_where_it_is_when_something_is_written(opened, qtbot):
    save(opened, *(Draft(text=f"note {n}", day="1-11-2026") for n in range(100)))
    page = opened.page.journal_page
    search(opened, "note")
    entry = page.model.index(1).data(ROW_ROLE).line
    with qtbot.assertNotEmitted(page.model.modelReset):
        save(opened, Draft(entry_id=entry.id, text="note, corrected", day="1-11-2026"))
    assert page.model.index(1).data(ROW_ROLE).line.opening == "note, corrected"


def test_the_chosen_entry_is_found_again_after_a_search(opened):
    save(opened, *(Draft(text=f"note {n}", day="1-11-2026") for n in range(200)))
    page = opened.page.journal_page
    opened.qtbot.waitUntil(lambda: page.model.index(150).data(ROW_ROLE).line is not None)
    entry = page.model.index(150).data(ROW_ROLE).line
    page.read(entry.id)
    opened.settle()
    search(opened, "zzz")
    search(opened, "")
    assert page.list.currentIndex().row() == 150


@pytest.mark.parametrize("text", ["x" * 300, "🙂" * 100, "een " + "y" * 300])
def test_a_word_without_end_stays_on_its_two_lines(qapp, text):
    ground, place = QImage(400, 120, QImage.Format.Format_RGB32), QRect(20, 20, 200, 40)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    draw_opening(painter, qapp.font(), place, Excerpt(text))
    painter.end()
    blank = ground.pixel(0, 0)
    inked = {(x, y) for x in range(400) for y in range(120) if ground.pixel(x, y) != blank}
    most = 20 + 2 * QFontMetrics(qapp.font()).height() + 2
    assert inked
    assert max(x for x, _y in inked) <= place.right() + 2
    assert max(y for _x, y in inked) <= most
