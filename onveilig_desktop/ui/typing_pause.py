"""When to seal what is being typed."""

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE_MS = 500
_AT_LAST_MS = 700
"""For who types on without a pause: with the sealing itself, no second is ever at risk."""


class TypingPause(QObject):
    """Tells of every pause in typing, and now and then when there is none."""

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._at_last = QTimer(self, singleShot=True, interval=_AT_LAST_MS)
        for timer in (self._pause, self._at_last):
            timer.timeout.connect(self.came)

    def typed(self) -> None:
        """Wait for the next pause."""
        self._pause.start()
        if not self._at_last.isActive():
            self._at_last.start()

    def rest(self) -> None:
        """Wait for nothing any more: all that was typed is in hand."""
        self._pause.stop()
        self._at_last.stop()
