"""Hiding the texts, and reading all that can still be read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPlainTextEdit, QPushButton, QWidget

from onveilig_desktop.catalog import SignalId

LISTENING = SignalId("friction.listening")


def page_with_entry(opened):
    """The page of the journal, over an entry with a text, a signal, and a short field."""
    editor = opened.write("The story.", LISTENING, save=False)
    editor.more.fields["place"].setPlainText("The place.")
    opened.click(editor.save)
    return opened.page.journal_page


def hide(opened):
    QTest.keyClick(opened.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    opened.settle()


def told(widget):
    """All that can be read on a page, aloud or on the screen."""
    seen = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    lists = [view.model() for view in seen if isinstance(view, QAbstractItemView)]
    return " ".join(
        [
            *(one.text() for one in seen if isinstance(one, QLabel | QPushButton)),
            *(one.toolTip() for one in seen),
            *(one.toPlainText() for one in seen if isinstance(one, QPlainTextEdit)),
            *(model.index(n, 0).data() for model in lists for n in range(model.rowCount())),
        ]
    )
