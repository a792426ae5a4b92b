"""A text that is lent to the clipboard and taken back."""

import sys
from collections.abc import Mapping
from typing import Final, cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

_SECONDS: Final = 30
_OURS: Final = "application/x-lent"
_HINTS: Final[Mapping[str, bytes]] = {
    _OURS: b"1",
    "x-kde-passwordManagerHint": b"secret",
    **dict.fromkeys(
        (
            f'application/x-qt-windows-mime;value="{name}"'  # written after its manual, not tried
            for name in (
                "ExcludeClipboardContentFromMonitorProcessing",
                "CanIncludeInClipboardHistory",
                "CanUploadToCloudClipboard",
            )
            if sys.platform == "win32"
        ),
        bytes(4),
    ),
}
"""What asks programs that keep a list of copied texts to leave this one out."""


class LentText(QObject):
    """Clears the clipboard after half a minute, or when its parent dies, if it is still there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._back = QTimer(self, singleShot=True, interval=_SECONDS * 1000)
        self._back.timeout.connect(take_back)
        parent.destroyed.connect(take_back)

    def lend(self, text: str) -> None:
        """Put *text* on the clipboard and ask programs that keep a list to leave it out."""
        mime = QMimeData()
        mime.setText(text)
        for kind, said in _HINTS.items():
            mime.setData(kind, said)
        QGuiApplication.clipboard().setMimeData(mime)
        self._back.start()

    def lend_copies(self) -> None:
        """Lend from now on whatever is copied in this program, by whichever key or menu."""
        QGuiApplication.clipboard().dataChanged.connect(self._lend_copy)

    def take_back(self) -> None:
        """Clear the clipboard now, unless something else was copied since."""
        self._back.stop()
        take_back()

    def _lend_copy(self) -> None:
        held = _held()
        is_ours = held is not None and QGuiApplication.clipboard().ownsClipboard()
        if held is not None and is_ours and held.hasText() and not held.hasFormat(_OURS):
            self.lend(held.text())


def take_back() -> None:
    """Clear the clipboard if what is there was lent by this program."""
    held = _held()
    if held is not None and held.hasFormat(_OURS):
        QGuiApplication.clipboard().clear()


def _held() -> QMimeData | None:
    # none where nothing was ever copied
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
