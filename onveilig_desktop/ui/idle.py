"""Noticing that nobody has touched the program for a while."""

import math
import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from onveilig_desktop.ui.window_watch import WindowWatch

_LOOK: Final = 10.0
"""Seconds: timers stand still while the computer sleeps, so it looks at least this often."""
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


def since_boot() -> float:
    """Return the seconds since the computer was started, with those in which it slept.

    The one clock that nobody can put back, and that suspending does not stop.
    """
    if sys.platform == "win32":
        return time.monotonic()  # counts sleep there
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # and there
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Idle(WindowWatch):
    """Says so when keys, mouse and touch were still for as long as was set."""

    noticed = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = since_boot) -> None:
        super().__init__(parent)
        self._clock = clock
        self._touched_at = clock()
        self._limit = math.inf
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        # what an input method writes does not come as keys
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.touch)

    def allow(self, minutes: int) -> None:
        """Notice a stillness of so many minutes from now on."""
        self._limit = 60.0 * minutes
        self._touched_at = self._clock()
        self.look()

    def look(self) -> None:
        """See whether it was long enough; otherwise look again when it may be."""
        left = self._left()
        if left <= 0:
            self._touched_at = self._clock()
            left = self._left()
            self.noticed.emit()
        self._timer.start(int(1000 * min(left, _LOOK)) + 1)

    def touch(self) -> None:
        """Begin anew, unless it was too long already: the computer may have slept."""
        if self._left() <= 0:
            self.look()
        else:
            self._touched_at = self._clock()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Take every touch for a sign of someone."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _left(self) -> float:
        return self._touched_at + self._limit - self._clock()
