"""Starts one of the two programs and prints the moment at which its first picture is done.

Only a window that notes its own painting is put in the place of Qt's; an event filter
would make the bare window pay for what it does not use. With ``typed`` it goes on: keys are
pressed all the time while the program imports what it needs later.
"""

import json
import os
import sys
import threading
import time

WHAT = sys.argv[1]

if WHAT != "bare":  # as from its own command: what comes first there comes first here
    from onveilig_desktop.app import main

from PySide6 import QtWidgets  # noqa: E402 - as above
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtGui import QPaintEvent  # noqa: E402

EVERY_MS = 5


class Watched(QtWidgets.QMainWindow):
    """A main window that goes on as soon as it has been painted once."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and go on when this paint event has been handled to its end."""
        super().paintEvent(event)
        if not hasattr(self, "painted"):
            self.painted = True
            QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if WHAT == "typed":
            self.typist = Typist(self.centralWidget().passphrase.line)
        else:
            tell(time.monotonic())


class Typist:
    """Presses a key every few milliseconds, and notes how late it is typed."""

    def __init__(self, line: QtWidgets.QLineEdit) -> None:
        from PySide6.QtTest import QTest

        self._line, self._press = line, QTest.keyClicks
        self._typed = self._longest = 0.0
        self._begun = self._last = time.monotonic()
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        self._press(self._line, "a")
        assert self._line.text()
        now = time.monotonic()
        self._typed = self._typed or now
        self._longest = max(self._longest, now - self._last - EVERY_MS / 1000)
        self._last = now
        if all(thread.name != "warm" for thread in threading.enumerate()):
            tell(self._typed, now - self._begun, self._longest)


def tell(*moments: float) -> None:
    """Print *moments* and end here."""
    os.write(1, json.dumps(moments).encode())
    os._exit(0)


def bare() -> None:
    """Show a window with nothing in it."""
    application = QtWidgets.QApplication([])
    window = Watched()
    window.resize(1180, 760)
    window.show()
    application.exec()


if WHAT == "bare":
    bare()
else:
    QtWidgets.QMainWindow = Watched  # type: ignore[misc]
    main([])
