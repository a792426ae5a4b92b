"""The real window over a journal, and how late it is while something is done in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from onveilig_desktop import app
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.garbage import GarbageCollection
from onveilig_desktop.ui.warming import Warming
from onveilig_desktop.ui.window import MainWindow
from onveilig_desktop.ui.workspace import Workspace
from onveilig_desktop.ui.world import World
from onveilig_desktop.vault import VaultGate
from tests.benchmarks.journals import NOW, PASSPHRASE

WORLD = World(
    gate_at=lambda folder: VaultGate(folder, lambda: NOW),
    clock=lambda: NOW,
    locked=lambda _folder: None,
    leave=lambda: None,
)


class Lateness(QObject):
    """How late a timer of five milliseconds comes: the GUI thread was busy for as long."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._came)
        self._last = self.worst = 0.0

    def during(self, work: Callable[[], None]) -> float:
        """Return the worst lateness in ms while *work* is done."""
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer.start()
        work()
        self._timer.stop()
        return self.worst

    def _came(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, 1000 * (now - self._last) - self._timer.interval())
        self._last = now


class Run:
    """One window over one big journal."""

    def __init__(self, window: MainWindow, is_idle: Callable[[], bool]) -> None:
        self.window = window
        self._is_idle = is_idle
        self.lateness = Lateness()

    def settle(self, quiet: float = 0.25) -> None:
        """Let events run until nothing has been under way for *quiet* seconds."""
        since = time.perf_counter()
        while time.perf_counter() - since < quiet:
            wait(10)
            if not self._is_idle():
                since = time.perf_counter()

    def unlock(self) -> None:
        """Type the passphrase and press Return."""
        line = self.window.centralWidget().passphrase.line
        line.setText(PASSPHRASE)
        QTest.keyClick(line, Qt.Key.Key_Return)
        while not isinstance(self.window.centralWidget(), Workspace):
            wait(5)
        self.settle()


def wait(milliseconds: int) -> None:
    """Let events run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def open_window(folder: Path) -> Iterator[Run]:
    """Show a window over the locked journal in *folder*."""
    application = QApplication([])
    application.setStyle("Fusion")
    theme.apply(application, "light")
    GarbageCollection(application)
    app._import((*app._NEEDED_SOON, *app._NEEDED_LATER))  # as a thread does while a person types
    window, tasks = app.compose(folder, WORLD)
    run = Run(window, lambda: not tasks.is_busy)
    window.show()
    warming = Warming(window)
    while not warming.is_over:
        wait(5)
    run.settle()
    yield run
    window.close()
    tasks.shutdown()
