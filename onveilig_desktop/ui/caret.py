"""Lets the caret stand still when nobody types.

What blinks on and on draws the eye and keeps the processor from resting: of all that a locked
journal does, it was the most. Accessibility guidelines want movement to end within seconds.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from onveilig_desktop.ui.window_watch import WindowWatch

_BLINKS_FOR: Final = 5000
"""Milliseconds after the last key or click: WCAG 2.2, criterion 2.2.2."""
_TOUCHES: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Caret(WindowWatch):
    """Blinks as the system wants it, for a while after each key and each click."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._usual = QApplication.cursorFlashTime()
        self._rest = QTimer(self, singleShot=True, interval=_BLINKS_FOR)
        self._rest.timeout.connect(self.stand_still)
        self._rest.start()

    def stand_still(self) -> None:
        """Stay in sight, without blinking, until someone types or clicks again."""
        QApplication.setCursorFlashTime(0)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Blink anew after every touch."""
        if event.type() in _TOUCHES:
            if not self._rest.isActive():
                QApplication.setCursorFlashTime(self._usual)
            self._rest.start()
        return False
