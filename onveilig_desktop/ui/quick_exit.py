"""Some times Shift: the quick way out, from every page and over every dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from onveilig_desktop.ui.window_watch import WindowWatch

if TYPE_CHECKING:  # known when a journal is open
    from onveilig_desktop.journal import Preferences

_WITHIN_MS = 1500
_USUAL = 3


class QuickExit(WindowWatch):
    """Counts in whichever window has the keyboard."""

    def __init__(self, leave: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        self._presses = 0
        self._since = QElapsedTimer()
        self._times: int | None = _USUAL

    def follow(self, preferences: "Preferences") -> None:
        """Count to as many as the person set, or do nothing."""
        self._times = preferences.shifts if preferences.leaves_by_shift else None
        self._presses = 0

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Count presses of Shift with nothing in between."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
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
        if self._presses == self._times:
            self._presses = 0
            self._leave()
