"""Noticing that the first picture is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class _FirstPaint(QObject):
    def __init__(self, window: QWidget, begin: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._begin = begin
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._begin()
        return False


def on_first_paint(window: QWidget, begin: Callable[[], None]) -> None:
    """Call *begin* once, when *window* is painted for the first time.

    A timer of zero would fire before the first exposure and leave the window empty.
    """
    _FirstPaint(window, begin)
