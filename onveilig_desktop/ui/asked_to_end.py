"""Being asked to end by the system: at logging out, from a terminal, by another program."""

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


def close_windows_when_asked(application: QApplication) -> None:
    """Close the windows as a person would, so that what is unfinished is sealed first.

    Python runs a handler only when it gets a turn, which Qt does not give it while it
    waits; so the signal is also written to a pipe that Qt watches. Windows has no such
    signals for a program with a window.
    """
    if sys.platform == "win32":
        return
    read, write = os.pipe()
    for end in (read, write):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(write)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup asks
            signal.signal(number, _wait_for_qt)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, application)

    def close() -> None:
        os.read(read, 64)
        application.closeAllWindows()

    notifier.activated.connect(close)


def _wait_for_qt(_number: int, _frame: object) -> None:
    """Do nothing here: Qt reads of it from the pipe."""
