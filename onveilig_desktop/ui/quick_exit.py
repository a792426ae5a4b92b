"""Three times Shift: the quick way out, from every page and over every dialog."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_TIMES = 3
_WITHIN_MS = 1500


class QuickExit(QObject):
    """Watches the whole application; a shortcut would need an active window."""

    def __init__(self, leave: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        self._presses = 0
        self._since = QElapsedTimer()
        application = QGuiApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Count presses of Shift with nothing in between."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched.isWindowType():  # once for each press, before any widget gets it
                self._pressed(event)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._presses = 0
        return False

    def _pressed(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() != Qt.Key.Key_Shift:
            self._presses = 0
            return
        if self._presses == 0 or self._since.elapsed() > _WITHIN_MS:
            self._presses = 0
            self._since.start()
        self._presses += 1
        if self._presses == _TIMES:
            self._presses = 0
            self._leave()
