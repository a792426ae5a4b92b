"""Keeping keyboards that learn words from learning those of the journal."""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

_HINTS: Final = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class InputHints(QObject):
    """Tells it of whatever can be typed in, when it gets the keyboard.

    In one place, so that no page, and no dialog of Qt itself, can leave it out.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._tell)

    @staticmethod
    def _tell(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            hints = now.inputMethodHints()
            if hints & _HINTS != _HINTS:
                now.setInputMethodHints(hints | _HINTS)
