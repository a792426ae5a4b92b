"""The bin by hand: read, put back, removed for good after one question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from onveilig_desktop.ui.bin_page import BinPage


@pytest.fixture
def binned(opened):
    """Two entries in the bin, one beside it."""
    for story in ("first story", "second story", "third story"):
        opened.write(story)
        if story != "third story":
            opened.click(opened.page.journal_page.side.currentWidget().delete)
    return opened


def go_to_bin(stage):
    stage.click(stage.page.journal_page.beneath.bin)
    page = stage.page.findChild(BinPage)
    assert page.isVisible()
    return page


def rows(page):
    return [page.model.index(n).data() for n in range(page.model.rowCount())]


def test_an_empty_bin_says_so(opened):
    page = go_to_bin(opened)
    assert page.count.text() == "The bin is empty."
    for part in (page.empty, page.restore, page.erase):
        assert not part.isEnabled()


def test_what_is_in_it_can_be_read(binned):
    page = go_to_bin(binned)
    assert ["second story" in words for words in rows(page)] == [True, False]
    assert "deleted on" in rows(page)[0]
    assert page.story.toPlainText() == "second story"
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    binned.settle()
    assert page.story.toPlainText() == "first story"


def test_it_is_put_back(binned):
    page = go_to_bin(binned)
    binned.click(page.restore)
    assert page.count.text() == "1 entry in the bin"
    binned.click(page.back)
    assert sorted(binned.stories()) == ["second story", "third story"]


def test_removing_asks_first_and_can_be_left(binned):
    page = go_to_bin(binned)
    binned.click(page.erase)
    assert page.question.isVisible()
    assert page.question.no.hasFocus()
    binned.click(page.question.no)
    assert not page.question.isVisible()
    assert len(rows(page)) == 2


def test_one_is_removed_for_good(binned):
    page = go_to_bin(binned)
    binned.click(page.erase)
    binned.click(page.question.yes)
    assert ["first story" in words for words in rows(page)] == [True]
    assert page.story.toPlainText() == "first story"


def test_the_bin_is_emptied(binned):
    page = go_to_bin(binned)
    binned.click(page.empty)
    binned.click(page.question.yes)
    binned.qtbot.waitUntil(lambda: page.count.text() == "The bin is empty.")
    assert page.story.toPlainText() == ""
    binned.click(page.back)
    assert binned.stories() == ["third story"]


def test_escape_goes_back_to_where_the_focus_was(binned):
    page = go_to_bin(binned)
    binned.qtbot.keyClick(page.back, Qt.Key.Key_Escape)
    binned.settle()
    assert binned.page.journal_page.isVisible()
    assert binned.page.journal_page.beneath.bin.hasFocus()
    binned.qtbot.waitUntil(lambda: binned.page.findChild(BinPage) is None)


def test_a_page_of_the_rail_is_a_way_back_too(binned):
    go_to_bin(binned)
    binned.page.show_page(1)
    binned.qtbot.waitUntil(lambda: binned.page.findChild(BinPage) is None)


def test_locking_leaves_no_bin_behind(binned):
    go_to_bin(binned)
    binned.lock()
    binned.qtbot.waitUntil(lambda: binned.window.findChild(BinPage) is None)


@pytest.fixture
def with_film(opened, tmp_path):
    """One entry with a large file, in the bin."""
    film = tmp_path / "film.wav"
    film.write_bytes(bytes(24_000_000))
    opened.write("with a film")
    opened.page.journal_page.side.currentWidget().attachments.take([film])
    opened.settle()
    opened.click(opened.page.journal_page.side.currentWidget().delete)
    return opened


def begin_to_erase(stage):
    page = go_to_bin(stage)
    stage.click(page.erase)
    QTest.mouseClick(page.question.yes, Qt.MouseButton.LeftButton)
    stage.qtbot.waitUntil(page.clearing.isVisible)
    return page


def is_cleared(stage):
    return stage.ask(lambda journal: journal.attachments.clear()) == 0


def test_others_come_between_while_a_large_file_is_overwritten(with_film):
    page, seen = begin_to_erase(with_film), []
    with_film.page.session.ask(
        lambda journal: journal.finding.count(),
        lambda _: seen.append(page.clearing.isVisible()),
        owner=page,
    )
    with_film.qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    with_film.settle()
    assert not page.clearing.isVisible()
    assert page.count.text() == "The bin is empty."
    assert is_cleared(with_film)


def test_overwriting_goes_on_when_the_page_is_left(with_film):
    page = begin_to_erase(with_film)
    with_film.click(page.back)
    assert is_cleared(with_film)


def test_overwriting_goes_on_after_locking(with_film):
    begin_to_erase(with_film)
    with_film.lock()
    with_film.unlock()
    assert is_cleared(with_film)
