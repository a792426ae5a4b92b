"""Tab walks a page as it is read, and whoever walks can see where they are."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from looking import come_to_rest
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.ui.keys_page import KeysPage
from onveilig_desktop.ui.signal_table import SignalTable
from onveilig_desktop.ui.thread_reader import ThreadReader

HUMILIATION = SignalId("violence.belittling")


def stops(page):
    """What Tab comes by within *page*, in its order."""
    found, part = [], page.nextInFocusChain()
    while part is not page:
        takes = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        if page.isAncestorOf(part) and part.isVisibleTo(page) and part.isEnabled() and takes:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def top(page, part):
    return part.mapTo(page, QPoint(0, part.height() // 2)).y()


def test_the_patterns_are_walked_from_top_to_bottom(opened):
    kinds = list(opened.page.session.catalog.signals)
    for day in range(2, 6):
        opened.write("x", *kinds, day=f"{day}-11-2026")
    page = opened.page.show_page(1)
    come_to_rest(opened, page)
    assert page.findChildren(SignalTable)
    assert page.charts.pair is not None
    walked = [part for part in stops(page) if isinstance(part, QPushButton)]
    upwards = [
        (one.text(), other.text())
        for one, other in pairwise(walked)
        if top(page, one) > top(page, other) + 2
    ]
    assert upwards == []


def test_a_question_is_walked_before_what_stands_below_it(opened):
    opened.write("x", HUMILIATION, day="1-11-2026")
    opened.write("y", day="2-11-2026", save=False)
    editor = opened.page.journal_page.editor
    opened.click(editor.repair.findChildren(QPushButton)[-1])
    opened.click(editor.signals.chip(HUMILIATION))
    opened.click(editor.save)
    opened.lock()
    opened.pass_days(4)
    opened.unlock()
    page = opened.page.journal_page
    assert page.questions.isVisible()
    page.questions.answers[0].setFocus()
    for answer in (*page.questions.answers[1:], page.new):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert answer.hasFocus()


def test_the_list_shows_the_focus_before_an_entry_is_chosen(opened):
    opened.write("x")
    page = opened.page.journal_page
    page.list.clearSelection()
    page.list.setCurrentIndex(page.model.index(-1))
    page.new.setFocus()
    QApplication.processEvents()
    before = page.list.grab().toImage()
    page.list.setFocus()
    QApplication.processEvents()
    assert page.list.grab().toImage() != before


def test_the_keys_can_be_read_to_the_end_without_a_mouse(opened):
    opened.window.resize(900, 400)
    opened.page.visit(KeysPage)
    opened.settle()
    [page] = opened.page.findChildren(KeysPage)
    QTest.keyClick(page.back, Qt.Key.Key_Tab)
    area = QApplication.focusWidget()
    assert page.isAncestorOf(area)
    bar = area.verticalScrollBar()
    QTest.keyClick(area, Qt.Key.Key_End)
    for _ in range(20):
        QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0


def test_the_days_begin_with_what_is_listed(opened):
    page = opened.page.show_page(3)
    opened.settle()
    assert stops(page)[0] is page.kind.findChildren(QPushButton)[0]


def test_the_last_of_a_thread_keeps_the_keyboard_on_the_page(opened):
    opened.write("x", day="1-11-2026")
    opened.write("y", day="2-11-2026")
    lines = opened.ask(lambda journal: journal.lines())
    opened.ask(lambda journal: journal.threads.tie(lines[0].id, lines[1].id))
    opened.page.visit(lambda session: ThreadReader(session, lines[0].id))
    opened.settle()
    [page] = opened.page.findChildren(ThreadReader)
    page.next.setFocus()
    opened.click(page.next)
    assert not page.next.isEnabled()
    assert page.previous.hasFocus()
