"""Seeing what a person does in any window of the program, at the least cost."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow


class WindowWatch(QObject):
    """Its event filter sees the keys and clicks of every window, also of dialogs.

    Of each from the moment it gets the keyboard. A shortcut would work in one window only;
    a filter on the whole application would see, and slow down, every event of every widget.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(application.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
