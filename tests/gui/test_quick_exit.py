"""The quick way out: its keys, its button, and what it takes along."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)
from test_layout import every

from onveilig_desktop.journal import Form, FormKey
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.file_dialogs import folder_dialog, new_file_dialog
from onveilig_desktop.ui.keys_page import KeysPage
from onveilig_desktop.ui.printing import neutral_printer, print_dialog
from onveilig_desktop.ui.workspace import Workspace
from stage import PASSPHRASE

SHIFT = Qt.Key.Key_Shift
LEFT = [("left", None)]
DRAFTS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%draft%'"


def press(stage, *pressed):
    """Press keys where the keyboard is."""
    for key in pressed:
        QTest.keyClick(QGuiApplication.focusWindow(), key)
    return stage.ended == LEFT


def prefer(stage, **changes):
    session = stage.page.session
    session.prefer(replace(session.preferences, **changes))
    stage.settle()


def test_three_times_shift_is_the_way_out(opened):
    assert not press(opened, SHIFT, SHIFT)
    assert press(opened, SHIFT)
    assert not opened.window.isVisible()


def test_a_key_or_a_click_in_between_begins_anew(opened):
    assert not press(opened, SHIFT, SHIFT, Qt.Key.Key_A, SHIFT)
    QTest.mouseClick(opened.window.windowHandle(), Qt.MouseButton.LeftButton)
    assert not press(opened, SHIFT, SHIFT)


@pytest.mark.parametrize("times", [2, 4])
def test_the_person_says_how_many_times(opened, times):
    prefer(opened, shifts=times)
    assert not press(opened, *[SHIFT] * (times - 1))
    assert press(opened, SHIFT)


def test_what_was_set_holds_when_it_is_opened_again(opened):
    prefer(opened, shifts=2)
    opened.lock()
    opened.ended.clear()
    opened.unlock()
    assert press(opened, SHIFT, SHIFT)


def test_the_keys_can_be_off_and_the_button_stays(opened):
    prefer(opened, leaves_by_shift=False)
    assert not press(opened, *[SHIFT] * 9)
    QTest.mouseClick(opened.page.rail.leave, Qt.MouseButton.LeftButton)
    assert opened.ended == LEFT


@pytest.mark.parametrize("number", range(4))
def test_the_button_is_on_every_page(opened, number):
    opened.page.show_page(number)
    opened.settle()
    assert opened.page.rail.leave.isVisible()


def test_a_way_out_is_in_sight_wherever_one_goes(opened):
    without = {name for name in every(opened) if not is_way_out_in_sight(opened.page)}
    assert without == {"locked", "refused"}  # there is nothing to hide there yet


def is_way_out_in_sight(page):
    """In the first run it is «not now»: that closes everything too, and leaves nothing behind."""
    if isinstance(page, Workspace):
        return page.rail.leave.isVisible()
    ways = (one for one in page.findChildren(QPushButton) if one.isVisible())
    return any(one.text() in {"Leave at once", "Not now"} for one in ways)


def message_box(parent):
    return QMessageBox(QMessageBox.Icon.Question, "", "Sure?", parent=parent)


def plain_dialog(parent):
    made = QDialog(parent)
    made.setLayout(QVBoxLayout())
    return made


def print_dialog_over(parent):
    printer = neutral_printer()
    made = print_dialog(printer, parent)
    made.destroyed.connect(lambda: printer)  # it lives as long
    return made


DIALOGS = {
    "folder": lambda parent: folder_dialog(parent, "Where?"),
    "file": lambda parent: new_file_dialog(parent, "Where?", "notes.pdf"),
    "message": message_box,
    "plain": plain_dialog,
    "without a layout": QDialog,
    "print": print_dialog_over,
}


@pytest.fixture(params=DIALOGS.values(), ids=DIALOGS)
def over(opened, request):
    dialog = request.param(opened.page)
    QDialog.open(dialog)  # one of Qt's own wants more
    opened.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    opened.qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is dialog.windowHandle())
    return dialog


def test_the_keys_work_over_every_dialog(opened, over):
    assert press(opened, SHIFT, SHIFT, SHIFT)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == []


def test_every_dialog_has_a_button(opened, over):
    [button] = over.findChildren(QPushButton, "way_out")
    assert button.isVisible()
    assert button.accessibleName() or button.text()
    over.adjustSize()
    opened.settle()
    assert over.rect().contains(button.geometry())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.ended == LEFT


def test_the_button_is_not_what_return_presses(opened, over):
    QTest.keyClick(over, Qt.Key.Key_Return)
    assert opened.ended == []


def test_everything_unfinished_is_there_afterwards(opened):
    opened.click(opened.page.journal_page.new)
    opened.type(opened.page.journal_page.editor.text, "half a senten")
    opened.page.visit(CheckInPage)
    QTest.mouseClick(opened.page._aside.form.trust.chip(-2), Qt.MouseButton.LeftButton)
    QApplication.clipboard().setText("copied")
    assert press(opened, SHIFT, SHIFT, SHIFT)
    assert QApplication.clipboard().text() == ""
    opened.window._gate.close()
    gate = opened.world.gate_at(opened.folder)
    journal = gate.open(PASSPHRASE)
    assert [draft.text for draft in journal.drafts()] == ["half a senten"]
    assert [one.key for one in journal.unfinished.all()] == [FormKey(Form.CHECK_IN)]
    gate.close()


def test_it_is_gone_too_when_the_program_itself_goes_wrong_on_the_way(opened, monkeypatch):
    def break_off(*_given):
        raise RuntimeError

    opened.write("half a story", save=False)
    monkeypatch.setattr(opened.page, "seal", break_off)
    with pytest.raises(RuntimeError):
        opened.window.leave()
    assert opened.ended == LEFT
    assert not opened.window.isVisible()


def test_it_is_gone_too_when_nothing_can_be_kept(opened):
    opened.click(opened.page.journal_page.new)
    opened.type(opened.page.journal_page.editor.text, "half a senten")
    with opened.window._gate._vault._begin() as connection:
        for [name] in connection.exec_driver_sql(DRAFTS).all():
            connection.exec_driver_sql(f"DROP TABLE {name}")  # as a disk that takes nothing
    assert press(opened, SHIFT, SHIFT, SHIFT)
    assert not opened.window.isVisible()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Three times Shift"),
        ({"shifts": 2}, "Two times Shift"),
        ({"shifts": 4}, "Four times Shift"),
        ({"leaves_by_shift": False}, ""),
    ],
)
def test_the_pages_say_what_is_set(opened, changes, said):
    prefer(opened, **changes)
    assert opened.page.rail.leave.toolTip() == said
    opened.page.visit(KeysPage)
    told = {label.text() for label in opened.page._aside.findChildren(QLabel)}
    assert {one for one in told if one.endswith("times Shift")} == {said} - {""}
