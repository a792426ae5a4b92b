"""The settings at their smallest, in Dutch, also in large letters, and by Tab alone."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from test_keys import unreached

from cut_off import cut_off
from onveilig_desktop.ui.welcome_page import Step
from stage import PASSPHRASE


def every(small):
    small.click(small.page.rail.settings)
    page = small.page._aside
    yield "folded"
    unfold(small, page, "preferences")
    page.preferences.minutes.setText("99")
    page.preferences.minutes.editingFinished.emit()
    yield "locking"
    yield from every_passphrase(small, page)
    yield from every_code(small, page)
    yield from every_place(small, page)
    small.lock()
    yield "locked"
    small.click(small.page.by_code)
    small.unlock("x")
    yield "a code mistyped"
    yield from every_first_run(small)


def unfold(small, page, name):
    for key, fold in page.folds.items():
        if fold.toggle.isChecked() != (key == name):
            fold.toggle.click()
    small.settle()


def every_passphrase(small, page):
    unfold(small, page, "passphrase")
    panel = page.passphrase
    small.click(panel.new.suggest)
    small.qtbot.waitUntil(panel.new.strength.isVisible)
    yield "words suggested"
    panel.know_code(True)
    panel.someone_knows.chip(True).click()
    panel.code.setText("x")
    panel.current.line.setText("x")
    panel.new.again.line.setText(panel.new.text())
    panel.change.click()
    yield "another key, the code mistyped"
    panel.code.clear()
    panel.change.click()
    yield "a wrong passphrase"


def every_code(small, page):
    unfold(small, page, "recovery")
    panel = page.recovery
    yield "no code"
    panel.current.line.setText(PASSPHRASE)
    panel.make.click()
    small.settle()
    yield "a code"
    panel.shown.written.click()
    panel.shown.compare.click()
    yield "the code asked for"


def every_place(small, page):
    unfold(small, page, "place")
    for choice in (True, False):
        page.place.copy.chip(choice).click()
        yield f"place {choice}"
    (small.folder.parent / "Dropbox").mkdir()
    page.place.take_to(small.folder.parent / "Dropbox")
    yield "asked where to"
    page.place.question.yes.click()
    small.settle()
    yield "moved"


def every_first_run(small):
    small.window.welcome(Step.PASSPHRASE)
    small.settle()
    new = small.page.new
    new.suggest.click()
    small.settle()
    small.qtbot.waitUntil(new.strength.isVisible)
    yield "first run"


def test_nothing_is_cut_off(small):
    wrong = {}
    for name in every(small):
        small.settle()
        if cut_off(small.window):  # a long text may be laid out a moment after it was set
            small.qtbot.wait(300)
        if found := cut_off(small.window):
            wrong[name] = found
    assert wrong == {}


def test_every_control_is_reached_by_tab(small):
    missed = {}
    for name in every(small):
        small.settle()
        if found := unreached(small.window):
            missed[name] = found
    assert missed == {}


def test_every_field_tells_what_it_is_for(small):
    nameless = {}
    for name in every(small):
        fields = small.window.findChildren(QLineEdit)
        told = [part.accessibleName() for part in fields if part.isVisible()]
        if not all(told):
            nameless[name] = told
    assert nameless == {}


def test_tab_goes_down_the_page(small):
    small.click(small.page.rail.settings)
    page = small.page._aside
    unfold(small, page, "passphrase")
    panel = page.passphrase
    panel.someone_knows.chip(False).setFocus()
    order = []
    while QApplication.focusWidget() is not panel.change:
        order.append(QApplication.focusWidget().mapTo(panel, QPoint()).y())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert order == sorted(order)
    assert len(order) == 9


def test_every_heading_begins_in_the_same_place(small):
    small.click(small.page.rail.settings)
    folds = small.page._aside.folds.values()
    assert len({fold.toggle.iconSize().width() for fold in folds}) == 1
