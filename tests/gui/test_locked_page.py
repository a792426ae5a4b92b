"""The locked page and the first run."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from onveilig_desktop import texts
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.texts import LANGUAGES
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.renew_page import RenewPage
from onveilig_desktop.ui.welcome_page import WelcomePage
from onveilig_desktop.ui.workspace import Workspace
from stage import PASSPHRASE

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
    stage.go_to_passphrase()
    stage.type(stage.page.passphrase.line, "one")
    stage.type(stage.page.again.line, "two")
    stage.click(stage.page.make)
    assert "not the same" in stage.page.new.fault.text()
    assert not stage.folder.exists()


def test_an_empty_passphrase_makes_no_journal(stage):
    stage.click(stage.page.new)
    stage.go_to_passphrase()
    stage.click(stage.page.make)
    assert stage.page.new.fault.text() == "Type a passphrase first."
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
    stage.go_to_passphrase()
    page = stage.page
    stage.type(page.passphrase.line, "one")
    QTest.keyClick(page.passphrase.line, Qt.Key.Key_Return)
    assert stage.window.focusWidget() is page.again.line
    assert not page.new.fault.isVisible()


def test_after_an_error_the_cursor_is_where_it_can_be_mended(stage):
    stage.click(stage.page.new)
    stage.go_to_passphrase()
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
    assert stage.window.focusWidget() is page.back


def test_the_first_passphrase_is_weighed_and_words_are_suggested(stage):
    stage.click(stage.page.new)
    stage.go_to_passphrase()
    new = stage.page.new
    stage.settle()
    before = new.again.mapTo(stage.window, QPoint())
    stage.type(new.first.line, "welkom01")
    stage.qtbot.waitUntil(new.strength.isVisible)
    stage.settle()
    assert new.again.mapTo(stage.window, QPoint()) == before  # nothing moves while one types
    assert new.strength.text() == "A computer that guesses finds this within minutes."
    stage.click(new.suggest)
    stage.type(new.again.line, new.text())
    stage.click(stage.page.make)
    assert isinstance(stage.page, Workspace)


@pytest.fixture
def forgotten(opened):
    """A locked page, a recovery code, and nobody who knows the passphrase."""
    codes = []
    opened.page.session.tend(
        lambda gate: gate.keys.make_code(PASSPHRASE), codes.append, owner=opened.page
    )
    opened.settle()
    opened.lock()
    opened.click(opened.page.by_code)
    return opened, codes[0]


def open_by(stage, typed):
    stage.page.passphrase.line.clear()
    return stage.unlock(typed)


def test_the_recovery_code_opens_and_a_new_passphrase_is_asked_at_once(forgotten):
    stage, code = forgotten
    assert stage.page.passphrase.line.accessibleName() == "Recovery code"
    page = open_by(stage, " ".join(code.groups).lower())
    assert isinstance(page, RenewPage)
    stage.type(page.new.first.line, "zes gele bootjes")
    stage.type(page.new.again.line, "zes gele bootjes")
    stage.click(page.keep)
    assert isinstance(stage.page, Workspace)
    stage.lock()
    assert isinstance(stage.unlock(PASSPHRASE), LockedPage)
    assert isinstance(open_by(stage, "zes gele bootjes"), Workspace)
    stage.lock()
    stage.click(stage.page.by_code)
    assert isinstance(open_by(stage, "".join(code.groups)), RenewPage)


def test_who_has_no_time_for_a_new_passphrase_goes_on(forgotten):
    stage, code = forgotten
    page = open_by(stage, "-".join(code.groups))
    stage.click(page.later)
    assert isinstance(stage.page, Workspace)
    stage.lock()
    assert isinstance(stage.unlock(PASSPHRASE), Workspace)


def test_a_code_that_is_not_the_one_is_told_where_it_can_be_mended(forgotten):
    stage, code = forgotten
    page = open_by(stage, " ".join(["11111", *code.groups[1:]]))
    assert page.message.text() == "Check these groups once more: 1."
    page = open_by(stage, " ".join(code.groups[:7]))
    assert "Check each group" in page.message.text()
    page = open_by(stage, " ".join(RecoveryCode.fresh().groups))
    assert "recovery code does not open" in page.message.text()
    stage.click(page.by_code)
    assert isinstance(open_by(stage, PASSPHRASE), Workspace)


def test_while_a_new_passphrase_is_asked_it_locks_as_always(forgotten):
    stage, code = forgotten
    open_by(stage, " ".join(code.groups))
    stage.seconds += 301
    stage.guards.idle.look()
    stage.settle()
    assert isinstance(stage.page, LockedPage)
    assert stage.ended[-1] == ("locked", stage.folder)


def test_the_language_in_use_looks_chosen(opened):
    opened.lock()
    chosen = {
        part.text(): part.isChecked()
        for part in opened.page.findChildren(QPushButton)
        if part.text() in LANGUAGES.values()
    }
    assert chosen == {"Nederlands": False, "English": True}


def test_while_a_new_passphrase_is_asked_one_can_leave_at_once(forgotten):
    stage, code = forgotten
    page = open_by(stage, " ".join(code.groups))
    QTest.mouseClick(page.findChild(QPushButton, "way_out"), Qt.MouseButton.LeftButton)
    assert stage.ended[-1] == ("left", None)
    assert not stage.window.isVisible()
