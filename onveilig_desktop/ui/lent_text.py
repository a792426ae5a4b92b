"""A text that is lent to the clipboard and taken back."""

from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

_SECONDS = 30


class LentText(QObject):
    """Clears the clipboard after half a minute, or when its parent dies, if it is still there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._back = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._back.timeout.connect(_take_back)
        parent.destroyed.connect(_take_back)

    def lend(self, text: str) -> None:
        """Put *text* on the clipboard and ask programs that keep a list to leave it out."""
        mime = QMimeData()
        mime.setText(text)
        mime.setData("x-kde-passwordManagerHint", b"secret")
        mime.setData(_OURS, b"1")
        QGuiApplication.clipboard().setMimeData(mime)
        self._back.start()

    def take_back(self) -> None:
        """Clear the clipboard now, unless something else was copied since."""
        self._back.stop()
        _take_back()


_OURS = "application/x-lent"


def _take_back() -> None:
    clipboard = QGuiApplication.clipboard()
    held = cast("QMimeData | None", clipboard.mimeData())  # none where nothing was ever copied
    if held is not None and held.hasFormat(_OURS):
        clipboard.clear()
