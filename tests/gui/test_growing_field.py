"""The field for what happened grows with its text, and the caret is never out of sight."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from cut_off import LEAST
from onveilig_desktop.journal import Preferences
from onveilig_desktop.ui.appearance import Appearance
from onveilig_desktop.ui.frames import scrollers_of

ENTER = Qt.Key.Key_Return


@pytest.fixture(params=[100, 150])
def sized(request, opened, qapp):
    wanted = Preferences(text_percent=request.param)
    opened.ask(lambda journal: journal.settings.keep(wanted))
    opened.lock()
    opened.window.resize(*LEAST)
    yield opened.unlock() and opened
    Appearance.of(qapp).rest()


def seen(text):
    """Whether the whole caret is in sight, whatever scrolls around it."""
    caret = text.cursorRect().adjusted(0, 2, 0, -2)
    return text.viewport().visibleRegion().contains(caret) and not caret.isEmpty()


def moves(text):
    """Whether the text has to be scrolled in its own field."""
    return text.verticalScrollBar().maximum() > 0


def test_it_grows_line_by_line_and_scrolls_only_when_it_fills_what_is_seen(sized):
    text = sized.write("first", save=False).text
    sized.settle()
    heights = [text.height()]
    for number in range(40):
        QTest.keyClick(text, ENTER)
        QTest.keyClicks(text, f"line {number}")
        sized.settle()
        heights.append(text.height())
        assert seen(text)
        if not moves(text):
            assert text.visibleRegion().boundingRect() == text.rect()
    assert moves(text)
    assert heights == sorted(heights)
    assert heights[-1] > heights[0]
    [form, *_around] = scrollers_of(text)
    assert heights[-1] < form.viewport().height()
    assert text.visibleRegion().boundingRect() == text.rect()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    sized.settle()
    assert seen(text)
    text.clear()
    sized.settle()
    assert text.height() == heights[0]


def test_typing_brings_the_caret_back_from_wherever_one_scrolled_to(sized):
    text = sized.write("first", save=False).text
    text.appendPlainText("and on\n" * 30)
    around = scrollers_of(text)
    sized.settle()
    for area in around:
        for end in ("minimum", "maximum"):
            bar = area.verticalScrollBar()
            bar.setValue(getattr(bar, end)())
        QTest.keyClicks(text, "x")
        sized.settle()
        assert seen(text)


def test_all_of_the_form_that_stays_is_in_sight_while_one_writes(sized):
    sized.page.standing.tell("There is no copy of this journal, or its folder is not there now.")
    editor = sized.write("first", save=False)
    for tell in (lambda: sized.page.standing.tell(""), lambda: sized.window.resize(900, 640)):
        for part in (editor.heading, editor.text, editor.later, editor.save, editor.discard):
            assert part.visibleRegion().boundingRect() == part.rect()
        assert editor.mapTo(sized.window, QPoint()).y() >= 0
        tell()
        sized.settle()


def test_halves_that_were_dragged_stay_so_when_the_window_grows_taller(opened):
    halves = opened.page.journal_page._halves
    opened.window.resize(1200, 700)
    opened.settle()
    halves.setSizes([400, halves.width() - 400])
    dragged = halves.sizes()
    opened.window.resize(1200, 760)
    opened.settle()
    assert halves.sizes() == dragged
