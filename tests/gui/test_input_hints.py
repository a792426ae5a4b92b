"""No keyboard that learns words learns those of the journal, whatever field they are in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.file_dialogs import new_file_dialog
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage

HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


def untold(stage, within, least=1):
    """Give the keyboard to every editor; return those that are not as they have to be."""
    stage.settle()
    assert not any(box.isEditable() for box in within.findChildren(QComboBox))
    editors = [editor for kind in EDITORS for editor in within.findChildren(kind)]
    writable = [editor for editor in editors if editor.isEnabled() and not editor.isReadOnly()]
    assert len(writable) >= least
    for editor in writable:
        reveal(editor)
        editor.setFocus()
        assert editor.hasFocus()
    return [editor for editor in writable if editor.inputMethodHints() & HINTS != HINTS]


def reveal(editor):
    """Show it and what it is in, as when the person has come to it."""
    above = editor
    while above is not None and not editor.isVisible():
        above.show()
        above = above.parentWidget()


def test_on_the_locked_page(opened):
    opened.lock()
    assert untold(opened, opened.page) == []


def test_on_the_first_pages(stage):
    stage.click(stage.page.new)
    stage.go_to_passphrase()
    assert untold(stage, stage.page, least=2) == []


@pytest.mark.parametrize("number", range(4))
def test_on_every_page(opened, number):
    opened.write("kept")
    opened.click(opened.page.journal_page.new)
    assert untold(opened, opened.page.show_page(number), least=0) == []


@pytest.mark.parametrize("aside", [CheckInPage, HistoryPage, OwnWordsPage])
def test_on_every_page_beside_the_way(opened, aside):
    opened.page.visit(aside)
    assert untold(opened, opened.page._aside) == []


def test_in_the_dialog_for_files(opened):
    dialog = new_file_dialog(opened.page, "Where?", "notes.pdf")
    dialog.open()
    opened.qtbot.waitUntil(dialog.isActiveWindow)
    assert untold(opened, dialog) == []
