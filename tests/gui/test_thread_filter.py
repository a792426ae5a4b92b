"""Seeing the entries of one thread only, and all others again."""

import pytest

from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from searching import search, wait

PAIN = ["🙂 Weer een ruzie, heel kort.", "Eén ruzie over geld."]


@pytest.fixture
def tied(noted):
    """Four entries, of which two are a thread and one of these is read."""
    page = noted.page.journal_page
    rows = [page.model.index(n).data(ROW_ROLE) for n in range(page.model.rowCount())]
    ids = {row.line.opening: row.line.id for row in rows if row.line is not None}
    one, other = (ids[words] for words in PAIN)
    noted.page.session.change(
        lambda journal: journal.threads.tie(one, other), lambda _: None, owner=page
    )
    page.read(one)
    noted.settle()
    return noted


def bar_of(stage):
    return stage.page.journal_page.search


def show_only(stage):
    stage.click(stage.page.journal_page.side.currentWidget().afterwards.only)


def chips(stage):
    panel = bar_of(stage).panel
    stage.settle()
    return list(panel.one_thread.threads._chips.values())


def test_an_entry_by_itself_offers_no_thread(noted):
    page = noted.page.journal_page
    page.read(page.model.index(1).data(ROW_ROLE).line.id)
    noted.settle()
    assert not page.side.currentWidget().afterwards.only.isVisible()
    noted.click(bar_of(noted).filter)
    assert not bar_of(noted).panel.one_thread.isVisible()


def test_from_an_entry_to_its_thread_and_back(tied):
    search(tied, "gewandeld")
    show_only(tied)
    assert tied.stories() == PAIN
    bar = bar_of(tied)
    assert bar.box.text() == ""
    assert bar.count.text() == "2 of 4 entries"
    assert bar.filter.text() == "Filter (1)"
    assert bar.one_thread.isVisible()
    search(tied, "geld")
    assert tied.stories() == PAIN[1:]
    tied.click(bar.leave_thread)
    assert not bar.one_thread.isVisible()
    assert bar.box.text() == "geld"
    search(tied, "")
    assert len(tied.stories()) == 4


def test_a_thread_is_chosen_in_the_filter(tied):
    bar = bar_of(tied)
    tied.click(bar.filter)
    [chip] = chips(tied)
    assert chip.text() == "1 February 2026 · 2 entries"
    tied.click(chip)
    wait(tied)
    assert tied.stories() == PAIN
    assert bar.one_thread.isVisible()
    tied.click(bar.leave_thread)
    assert not chip.isChecked()
    show_only(tied)
    assert chip.isChecked()
    tied.click(chip)
    wait(tied)
    assert len(tied.stories()) == 4


def test_show_all_leaves_the_thread(tied):
    show_only(tied)
    tied.click(bar_of(tied).show_all)
    assert not bar_of(tied).one_thread.isVisible()
    assert len(tied.stories()) == 4


def test_a_view_keeps_the_thread(tied):
    show_only(tied)
    bar = bar_of(tied)
    tied.click(bar.filter)
    tied.type(bar.panel.views.name, "The same pain")
    tied.click(bar.panel.views.keep)
    tied.lock()
    tied.unlock()
    bar = bar_of(tied)
    tied.click(bar.filter)
    tied.click(bar.panel.views.chip("The same pain"))
    assert tied.stories() == PAIN
    assert bar.one_thread.isVisible()
    assert [chip.isChecked() for chip in chips(tied)] == [True]
