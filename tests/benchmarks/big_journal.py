"""A journal of many entries in the real window: unlocking, listing, saving, drawing."""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from onveilig_desktop import app, catalog
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_delegate import EntryDelegate
from onveilig_desktop.ui.garbage import GarbageCollection
from onveilig_desktop.ui.window import MainWindow
from onveilig_desktop.ui.workspace import Workspace
from onveilig_desktop.ui.world import World
from onveilig_desktop.vault import KeyWork, VaultGate, envelope

PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of a journal that is thrown away
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
WORDS = (
    "ik",
    "wij",
    "samen",
    "thuis",
    "avond",
    "vroeg",
    "zei",
    "weer",
    "niet",
    "gesprek",
    "koffie",
)
SAVES = 15
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


def first_entry_painted() -> list[float]:
    """Return a list that gets the moment at which the first entry has been painted.

    Not by a filter on the application: for that, Qt's binding builds all its classes at the
    first event, which takes longer than what is measured.
    """
    at: list[float] = []
    original = EntryDelegate._entry

    def painting(delegate: EntryDelegate, *drawn: object) -> None:
        EntryDelegate._entry = original  # type: ignore[method-assign]
        QTimer.singleShot(0, lambda: at.append(time.perf_counter()))
        original(delegate, *drawn)  # type: ignore[arg-type]

    EntryDelegate._entry = painting  # type: ignore[assignment, method-assign]
    return at


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

    def scroll(self) -> None:
        """Page through the list, to its end and back."""
        view = self.window.centralWidget().journal_page.list
        for key in [Qt.Key.Key_PageDown] * 60 + [Qt.Key.Key_End, Qt.Key.Key_Home]:
            QTest.keyClick(view, key)
            wait(16)
        self.settle()

    def open_form(self) -> None:
        """Open the form for the first time, which builds it."""
        QTest.mouseClick(self.window.centralWidget().journal_page.new, Qt.MouseButton.LeftButton)
        self.settle()

    def save(self) -> None:
        """Write new entries one after another."""
        page = self.window.centralWidget().journal_page
        rng = random.Random(2)  # noqa: S311 - the same texts each time
        for _ in range(SAVES):
            QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
            page.editor.text.setPlainText(story(rng))
            self.settle(quiet=0.1)  # nor in the very moment in which the form appears
            QTest.mouseClick(page.editor.save, Qt.MouseButton.LeftButton)
            self.settle(quiet=0.5)  # nobody saves twice in a second

    def draw(self) -> None:
        """Open the patterns, and draw them once more at another width."""
        self.window.centralWidget().show_page(1)
        self.settle()
        self.window.resize(self.window.width() + 160, self.window.height())
        self.settle()

    def idle(self) -> None:
        """Do nothing for as long as an unlock takes; what the machine itself adds."""
        self.settle(quiet=2)


def wait(milliseconds: int) -> None:
    """Let events run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def story(rng: random.Random) -> str:
    """Return about eighty words."""
    return " ".join(rng.choices(WORDS, k=rng.randint(40, 120)))


def fill(folder: Path, entries: int, work: KeyWork | None = None) -> None:
    """Write *entries* of the last five years through the journal's own verb."""
    rng, signals = random.Random(1), list(catalog.shipped().signals)  # noqa: S311 - made up
    opened = VaultGate(folder, lambda: NOW, work=work)
    opened.create(PASSPHRASE)
    with opened._vault.transaction() as transaction:  # all in one, so that it takes seconds
        book = Journal(lambda: nullcontext(transaction), lambda: NOW)
        for _ in range(entries):
            day = (NOW - timedelta(days=rng.randrange(5 * 365))).date()
            chosen = frozenset(rng.sample(signals, k=rng.randint(0, 3)))
            book.save(Draft(text=story(rng), day=write_day(day), signals=chosen, intensity=3))
    opened.close()


def timed(owner: object, name: str, times: list[tuple[float, float]]) -> None:
    """Note begin and end of each call of *owner*'s function *name*."""
    original = getattr(owner, name)

    def noting(*arguments: object, **named: object) -> object:
        begun = time.perf_counter()
        result = original(*arguments, **named)
        times.append((begun, time.perf_counter()))
        return result

    setattr(owner, name, noting)


def bare_commit(folder: Path) -> float:
    """Return the median of one synced insert of plain SQLite on the same disk, in ms."""
    times = []
    with closing(sqlite3.connect(folder / "bare", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=TRUNCATE")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE notes (text)")
        for _ in range(SAVES):
            begun = time.perf_counter()
            database.execute("INSERT INTO notes VALUES ('a')")
            times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def open_window(folder: Path) -> tuple[Run, list[float], Callable[[], None]]:
    """Return a window over the locked journal, and how to close it."""
    application = QApplication([])
    application.setStyle("Fusion")
    theme.apply(application, "light")
    GarbageCollection(application)
    app._import((*app._NEEDED_SOON, *app._NEEDED_LATER))  # as a thread does while a person types
    window, tasks = app.compose(folder, WORLD)
    run = Run(window, lambda: not tasks.is_busy)
    window.show()
    run.settle()

    def close() -> None:
        window.close()
        tasks.shutdown()

    return run, first_entry_painted(), close


def main(entries: int) -> None:
    """Measure and print."""
    derived: list[tuple[float, float]] = []
    saved: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "journal")
        begun = time.perf_counter()
        fill(folder, entries)
        print(f"\n{entries} entries, written in {time.perf_counter() - begun:.0f} s")
        timed(envelope, "derive", derived)
        timed(Journal, "save", saved)
        run, listed, close = open_window(folder)
        blocked = {
            "doing nothing": run.lateness.during(run.idle),
            "unlocking": run.lateness.during(run.unlock),
            "listing": run.lateness.during(run.scroll),
            "opening the form": run.lateness.during(run.open_form),
            "saving": run.lateness.during(run.save),
            "drawing": run.lateness.during(run.draw),
        }
        close()
        commit = bare_commit(folder)
    usable = 1000 * (listed[0] - derived[-1][1])
    saves = [1000 * (end - begin) for begin, end in saved]
    print(f"list usable after the key is derived {usable:7.0f} ms   to reach: 300")
    print(f"a save on the worker, median         {statistics.median(saves):7.1f} ms   to reach: 10")
    print(f"one synced insert of plain SQLite    {commit:7.1f} ms")
    for name, worst in blocked.items():
        print(f"window blocked while {name:16} {worst:7.0f} ms   to reach: 50")


if __name__ == "__main__":
    main(int(sys.argv[1]))
