"""Three times Shift: the quick way out, from every page and over every dialog."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_TIMES = 3
_WITHIN_MS = 1500


class QuickExit(QObject):
    """Watches whichever window has the keyboard.

    A shortcut would work in one window only; a filter on the whole application would
    see, and slow down, every event of every widget.
    """

    def __init__(self, leave: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        self._presses = 0
        self._since = QElapsedTimer()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Count presses of Shift with nothing in between."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._pressed(event)
        elif event.type() is QEvent.Type.MouseButtonPress:
            self._presses = 0
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

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
