"""The least and the largest letters, in the smallest window: nothing is cut off anywhere."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from test_layout import every, every_aside

from cut_off import LEAST, cut_off, too_wide
from onveilig_desktop import texts
from onveilig_desktop.journal import Preferences
from onveilig_desktop.ui import language
from onveilig_desktop.ui.appearance import Appearance
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.days_page import Kind
from onveilig_desktop.ui.guide_page import Part
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.nothing_yet import NothingYet
from onveilig_desktop.ui.rail_button import RailButton
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.welcome_page import Step, WelcomePage

TEXT_SIZES = (80, 150, 200)
GOES_BY = "checking"
"""What is over while one looks."""


@pytest.fixture(params=TEXT_SIZES)
def sized(request, opened, qapp):
    """The journal in Dutch, whose words are the longest, in letters of this size."""
    language.speak("nl")
    wanted = Preferences(text_percent=request.param)
    opened.ask(lambda journal: journal.settings.keep(wanted))
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    yield opened
    Appearance.of(qapp).rest()
    texts.use("en")


def all_wrong(stage, states, check=cut_off):
    wrong = {}
    for name in states:
        stage.settle()
        if found := check(stage.window):
            wrong[name] = found
    return wrong


def test_every_page(sized):
    assert all_wrong(sized, every(sized)) == {}


def test_what_lies_beside_the_way(sized, tmp_path):
    photo = tmp_path / "de keukentafel op zondagmorgen na het lange gesprek.txt"
    photo.write_text("words")
    states = (name for name in every_aside(sized, photo) if name != GOES_BY)
    assert all_wrong(sized, states) == {}


def every_of_the_guide(stage):
    page = stage.page.show_page(4)
    for part in Part:
        page.show_part(part)
        stage.settle()
        yield part
        page.parts[part].toggle.setChecked(False)


def test_the_guide_and_the_settings(sized):
    assert all_wrong(sized, every_of_the_guide(sized)) == {}
    sized.click(sized.page.rail.settings)
    for name, fold in sized.page._aside.folds.items():
        fold.toggle.click()
        assert all_wrong(sized, [name]) == {}
        fold.toggle.click()


def test_every_way_of_the_rail_is_there_whole(sized):
    ways = sized.page.rail.findChildren(RailButton)
    assert sized.window.size().toTuple() == LEAST
    for way in ways:
        assert way.width() >= way.sizeHint().width()
        assert way.height() >= way.sizeHint().height()
    assert sum(way.height() for way in ways) <= LEAST[1]


def test_the_choices_of_the_summary_and_what_is_told_before_it_leaves(sized):
    sized.write("Een verhaal over Sanne.")
    page = sized.page.show_page(2)
    sized.settle()
    for fold in page.choices.folds.values():
        fold.toggle.click()
        sized.settle()
        assert too_wide(sized.window) == []
        fold.toggle.click()
    sized.click(page.save)
    assert too_wide(sized.window) == []


LONG_NAME = Path(
    "/media/anna/eenheellangemapnaam_zonderspatiesertussen_die_nog_even_doorgaat_en_doorgaat_tot_het_eind/notities"
)


def every_path(stage):
    """Each page that names a folder or a file."""
    stage.page.visit(CopiesPage)
    stage.settle()
    stage.page._aside._show((LONG_NAME, False, []))
    yield "copies"
    stage.click(stage.page.rail.settings)
    settings = stage.page._aside
    settings.folds["place"].toggle.click()
    settings.place._know(LONG_NAME)
    yield "where it is"
    leaving = stage.page.show_page(2).leaving
    stage.click(stage.page.show_page(2).save)
    leaving.saved(LONG_NAME)
    yield "a file that was saved"
    yield from every_of_the_guide(stage)
    stage.lock()
    stage.window.welcome(Step.PLACE)
    stage.window.findChild(WelcomePage).keep_in(LONG_NAME)
    yield "before the first"


def test_a_folder_with_a_long_name_widens_no_page(sized):
    assert all_wrong(sized, every_path(sized), too_wide) == {}


def test_where_nothing_is_yet_the_words_come_before_the_picture(sized):
    sized.page.standing.tell("Er is geen kopie van dit dagboek. " * 3)
    sized.settle()
    [nothing] = sized.page.journal_page.side.currentWidget().findChildren(NothingYet)
    for high in (nothing.height(), 60, 1000):
        nothing.resize(nothing.width(), high)
        sized.settle()
        picture = nothing.picture.geometry()
        assert nothing.picture.isHidden() or not picture.intersects(nothing.words.geometry())
    assert nothing.picture.isVisible()
    nothing.resize(nothing.width(), 60)
    assert nothing.picture.isHidden()


def every_empty(stage):
    """Each page on which nothing is yet, under a notice that takes room away."""
    for kind in Kind:
        stage.page.show_page(3).show_kind(kind)
        yield f"days {kind}"
    for number, name in enumerate(("journal", "patterns", "summary")):
        stage.page.show_page(number)
        yield name
    for aside in (BinPage, CopiesPage, HistoryPage):
        stage.page.visit(aside)
        yield aside.__name__


def test_empty_under_a_notice(sized):
    sized.page.standing.tell("Er is geen kopie van dit dagboek, of de map ervoor is er nu niet.")
    assert all_wrong(sized, every_empty(sized)) == {}


def test_what_takes_it_back_is_in_sight_after_deleting(sized):
    sized.write("x")
    page = sized.page.journal_page
    assert page.undo_bar.visibleRegion().isEmpty()
    page.side.currentWidget().delete.click()
    sized.settle()
    assert page.undo_bar.undo.visibleRegion().boundingRect() == page.undo_bar.undo.rect()


def test_an_empty_journal_says_so_where_the_list_is_to_come(sized):
    words = sized.page.journal_page.search.nothing
    sized.settle()
    title, about = (each for each in words.findChildren(QLabel) if each.text())
    assert title.text() == "Nog geen notities"
    for each in (title, about):
        assert each.visibleRegion().boundingRect() == each.rect()  # without scrolling
    assert not words.picture.isVisible()
    sized.page.journal_page.search.box.setText("brood")
    sized.qtbot.waitUntil(lambda: title.text() == "Niets gevonden.")


def test_no_strip_of_an_entry_stands_above_the_first_to_choose(sized):
    for day in range(1, 8):
        sized.write("x", day=f"{day}-11-2026")
    sized.click(sized.page.journal_page.side.currentWidget().afterwards.same)
    sized.settle()
    [chooser] = [each for each in sized.page.findChildren(ThreadChooser) if each.isVisible()]
    view = chooser.list
    top = view.rowViewportPosition(view.rowAt(0))
    assert top == 0
    assert view.visualRect(view.currentIndex()).top() >= 0
