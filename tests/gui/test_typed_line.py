"""What a screen reader or dictation writes counts as typed; what the program shows does not."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from onveilig_desktop.ui.typed_line import TypedLine


def dictate(field, words):
    """Write as a program for accessibility does."""
    writing = QAccessible.queryAccessibleInterface(field).editableTextInterface()
    writing.replaceText(0, len(field.text()), words)


def test_a_line_tells_what_was_dictated_and_nothing_else(qtbot):
    line, heard = TypedLine(), []
    qtbot.addWidget(line)
    line.typed.connect(heard.append)
    line.setText("by the program")
    line.clear()
    assert heard == []
    dictate(line, "by voice")
    qtbot.keyClicks(line, "!")
    assert heard == ["by voice", "by voice!"]


def test_a_dictated_date_is_shown_as_it_was_understood(opened):
    editor = opened.write("x", save=False)
    dictate(editor.when.day, "14-3-2026")
    shown = [part.text() for part in editor.when.findChildren(QLabel) if part.isVisible()]
    assert "Sat 14 March 2026" in shown


def test_a_dictated_period_finds_what_lies_in_it(opened):
    opened.write("early", day="1-2-2026")
    opened.write("late", day="1-11-2026")
    opened.click(opened.page.journal_page.search.filter)
    dictate(opened.page.journal_page.search.panel.first, "1-6-2026")
    opened.qtbot.waitUntil(lambda: opened.stories() == ["late"])
