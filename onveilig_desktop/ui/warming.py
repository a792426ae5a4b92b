"""What is made ready while the passphrase is typed, so that the journal opens without a halt.

All of it is Qt's own and has to be done on the thread of the window: piece by piece, with
room for a key between two of them.
"""

from collections.abc import Callable
from functools import partial

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from onveilig_desktop import resources
from onveilig_desktop.ui import icons


class Warming(QObject):
    """Does one piece at a time, as soon as nothing else is to be done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        names = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
        self._left: list[Callable[[], object]] = [
            *(partial(getattr, QtWidgets, name) for name in dir(QtWidgets)),
            _know_widgets,
            *(partial(icons.read, name, window) for name in names),
        ]
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    @property
    def is_over(self) -> bool:
        """Return whether all is ready."""
        return not self._left

    def _next(self) -> None:
        if self._left:
            self._left.pop(0)()
        else:
            self._timer.stop()


def _know_widgets() -> None:
    """Meet a widget that Qt made: for the first, the binding looks through all its classes."""
    QAbstractScrollArea().viewport()
