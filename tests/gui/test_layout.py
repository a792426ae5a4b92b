"""Every page at its smallest, in the longest language: nothing is cut off."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from onveilig_desktop import texts
from onveilig_desktop.catalog import SignalId, steps
from onveilig_desktop.journal import Precision
from onveilig_desktop.ui import language
from onveilig_desktop.ui.entry_reader import EntryReader

LEAST = (900, 600)


def cut_off(window):
    """Each visible text that does not fit into its widget, or its widget into the parent."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton | QLineEdit):
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            fits = part.heightForWidth(part.width()) <= part.height() + 1
        elif isinstance(part, QLineEdit):
            shown = part.text() or part.placeholderText()
            fits = part.fontMetrics().horizontalAdvance(shown) <= part.width() - 20
        else:
            fits = part.sizeHint().width() <= part.width() + 1
        inside = QRect(QPoint(0, 0), part.parentWidget().size()).contains(part.geometry())
        if not (fits and inside):
            found.append((type(part).__name__, part.text()[:40], part.geometry()))
    return found


@pytest.fixture(params=["nl", "en"])
def small(request, opened):
    language.speak(request.param)
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    yield opened
    texts.use("en")


def every(small):
    yield "empty journal"
    small.write("x", SignalId("violence.manipulation"), SignalId("unsafety.control"))
    yield "reader"
    editor = small.write("y", save=False)
    yield "editor"
    for precision in Precision:
        small.click(editor.when.precision.chip(precision))
        yield f"editor {precision}"
    yield from every_with_more(small, editor)
    small.page.show_page(1)
    small.settle()
    yield "patterns"
    small.page.show_page(2)
    small.settle()
    yield "summary"
    small.page.session.failed.emit(
        texts.gettext("The disk is full. Make room and save again; your text is still here.")
    )
    small.settle()
    yield "notice"
    small.lock()
    yield "locked"
    small.unlock("wrong")
    yield "refused"
    small.window.welcome()
    small.settle()
    yield "before you begin"
    small.window.welcome(safety_read=True)
    small.settle()
    yield "new journal"


def every_with_more(small, editor):
    small.click(editor.more.toggle)
    for key in steps():
        small.click(editor.more.steps.chip(key))
    editor.when.day.setText("dinsdag 14 maart 2026")
    small.type(editor.when.day, " ")
    editor.more.fields["place"].setPlainText("z")
    yield "editor with more"
    small.click(editor.when.precision.chip(Precision.DAY))
    editor.when.day.clear()
    small.type(editor.when.day, "lente")
    small.click(editor.save)
    assert isinstance(small.page.journal_page.side.currentWidget(), EntryReader)
    yield "reader with more"
    small.click(small.page.journal_page.hide_texts)
    yield "texts hidden"


def test_nothing_is_cut_off_at_the_smallest_size(small):
    assert small.window.size().toTuple() == LEAST
    wrong = {}
    for name in every(small):
        small.settle()
        if found := cut_off(small.window):
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("wrap", [False, True])
def test_the_check_itself_notices_what_is_cut_off(qapp, qtbot, wrap):
    ground = QWidget()
    qtbot.addWidget(ground)
    label = QLabel("a sentence that is longer than this", ground)
    label.setWordWrap(wrap)
    label.setGeometry(0, 0, 60, 14)
    ground.show()
    assert [kind for kind, _words, _place in cut_off(ground)] == ["QLabel"]
