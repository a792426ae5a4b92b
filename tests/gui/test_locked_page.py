"""The locked page and the first run."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from onveilig_desktop import texts
from onveilig_desktop.texts import LANGUAGES
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.welcome_page import WelcomePage
from onveilig_desktop.ui.workspace import Workspace

TELLTALE = ("onveilig", "unsafe", "relatie", "relation", "geweld", "violence", "signa")


def words_on(widget):
    shown = [part.text() for kind in (QLabel, QPushButton) for part in widget.findChildren(kind)]
    return " ".join([*shown, widget.window().windowTitle()]).lower()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_locked_page_says_nothing_about_the_subject(opened, language):
    opened.lock()
    opened.page.language_wanted.emit(language)
    assert texts.language() == language
    assert not [word for word in TELLTALE if word in words_on(opened.page)]


def test_the_cursor_is_in_the_passphrase(opened):
    opened.lock()
    assert opened.window.focusWidget() is opened.page.passphrase.line


def test_a_wrong_passphrase_is_refused_in_one_sentence_and_can_be_mended(opened):
    opened.lock()
    page = opened.unlock("wrong")
    assert isinstance(page, LockedPage)
    assert "does not open" in page.message.text()
    assert page.passphrase.line.selectedText() == "wrong"
    assert isinstance(opened.unlock(), Workspace)


def test_an_empty_passphrase_is_refused(opened):
    opened.lock()
    page = opened.unlock("")
    assert isinstance(page, LockedPage)
    assert page.message.text() == "Type a passphrase first."


def test_what_is_typed_can_be_shown(opened):
    opened.lock()
    field = opened.page.passphrase
    show = field.findChild(QPushButton)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    opened.click(show)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    opened.click(show)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_noticed(opened):
    opened.lock()
    line = opened.page.passphrase.line
    hint = next(part for part in opened.page.findChildren(QLabel) if "Caps" in part.text())
    QTest.keyClick(line, "A")  # a capital without Shift
    assert not hint.isHidden()
    QTest.keyClick(line, "a")
    assert hint.isHidden()
    QTest.keyClick(line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert hint.isHidden()


def test_without_a_journal_one_is_offered(stage):
    assert isinstance(stage.page, LockedPage)
    assert stage.page.unlock.isHidden()
    stage.click(stage.page.new)
    assert isinstance(stage.page, WelcomePage)


def test_not_now_leaves_nothing_behind(stage):
    stage.click(stage.page.new)
    leave = next(b for b in stage.page.findChildren(QPushButton) if b.text() == "Not now")
    stage.click(leave)
    assert stage.window.isHidden()
    assert not stage.folder.exists()


def test_two_different_passphrases_make_no_journal(stage):
    stage.click(stage.page.new)
    stage.click(stage.page.next)
    stage.type(stage.page.passphrase.line, "one")
    stage.type(stage.page.again.line, "two")
    stage.click(stage.page.make)
    assert "not the same" in stage.page.message.text()
    assert not stage.folder.exists()


def test_an_empty_passphrase_makes_no_journal(stage):
    stage.click(stage.page.new)
    stage.click(stage.page.next)
    stage.click(stage.page.make)
    assert stage.page.message.text() == "Type a passphrase first."
    assert isinstance(stage.page, WelcomePage)
    assert not stage.folder.exists()


def test_a_second_window_is_told_that_the_journal_is_open(opened):
    first = opened.window, opened.tasks
    opened.open_window()
    page = opened.unlock()
    assert page.message.text() == "This journal is already open in another window."
    opened.close()
    opened.window, opened.tasks = first


def test_the_way_out_comes_before_anything_else(stage):
    stage.click(stage.page.new)
    shown = [part.text() for part in stage.page.findChildren(QLabel) if part.isVisible()]
    assert shown[1].startswith("Three times Shift")


def test_enter_goes_from_the_passphrase_to_its_repetition(stage):
    stage.click(stage.page.new)
    stage.click(stage.page.next)
    page = stage.page
    stage.type(page.passphrase.line, "one")
    QTest.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert stage.window.focusWidget() is page.again.line
    assert page.message.text() == ""


def test_after_an_error_the_cursor_is_where_it_can_be_mended(stage):
    stage.click(stage.page.new)
    stage.click(stage.page.next)
    page = stage.page
    stage.click(page.make)
    assert stage.window.focusWidget() is page.passphrase.line
    stage.type(page.passphrase.line, "one")
    stage.type(page.again.line, "two")
    stage.click(page.make)
    assert stage.window.focusWidget() is page.again.line
    stage.folder.write_text("a file is in the way")
    page.again.line.setText("one")
    stage.click(page.make)
    assert page.message.text() != ""
    assert stage.window.focusWidget() is page.other


def test_the_language_in_use_looks_chosen(opened):
    opened.lock()
    chosen = {
        part.text(): part.isChecked()
        for part in opened.page.findChildren(QPushButton)
        if part.text() in LANGUAGES.values()
    }
    assert chosen == {"Nederlands": False, "English": True}
