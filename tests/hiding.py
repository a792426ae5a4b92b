"""Hiding the texts, and reading all that can still be read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPlainTextEdit, QPushButton, QWidget


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
