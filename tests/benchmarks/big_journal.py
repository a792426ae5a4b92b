"""A journal in the real window: unlocking, listing, saving, drawing.

Run ``python -m tests.benchmarks.big_journal ENTRIES``. Each line that says «blocked» is the
longest time for which the window did not answer.
"""

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from onveilig_desktop.journal import Journal
from onveilig_desktop.ui.entry_delegate import EntryDelegate
from onveilig_desktop.vault import envelope
from tests.benchmarks import journals
from tests.benchmarks.figures import tell
from tests.benchmarks.window import Run, open_window, wait

SAVES = 15
BLOCKED = 50
LISTED = {1_000: 300, 10_000: 300, 100_000: 600}
SAVED = {1_000: 10, 10_000: 10, 100_000: 20}


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


def idle(run: Run) -> None:
    """Do nothing for as long as an unlock takes; what the machine itself adds."""
    run.settle(quiet=2)


def scroll(run: Run) -> None:
    """Page through the list, to its end and back."""
    view = run.window.centralWidget().journal_page.list
    for key in [Qt.Key.Key_PageDown] * 60 + [Qt.Key.Key_End, Qt.Key.Key_Home]:
        QTest.keyClick(view, key)
        wait(16)
    run.settle()


def open_form(run: Run) -> None:
    """Open the form for the first time, which builds it."""
    QTest.mouseClick(run.window.centralWidget().journal_page.new, Qt.MouseButton.LeftButton)
    run.settle()


def save(run: Run) -> None:
    """Write new entries one after another."""
    page = run.window.centralWidget().journal_page
    for told in _told():
        QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
        page.editor.text.setPlainText(told)
        run.settle(quiet=0.1)  # nor in the very moment in which the form appears
        QTest.mouseClick(page.editor.save, Qt.MouseButton.LeftButton)
        run.settle(quiet=0.5)  # nobody saves twice in a second


@cache
def _told() -> Sequence[str]:
    """Return what is written, made up before anything is measured; the same each time."""
    rng = random.Random(2)  # noqa: S311 - made up
    return list(islice(journals.stories(rng, journals.words(rng)), SAVES))


def draw(run: Run) -> None:
    """Open the patterns, and draw them once more at another width."""
    run.window.centralWidget().show_page(1)
    run.settle()
    run.window.resize(run.window.width() + 160, run.window.height())
    run.settle()


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


_ACTS: dict[str, Callable[[Run], None]] = {
    "doing nothing": idle,
    "unlocking": Run.unlock,
    "listing": scroll,
    "opening the form": open_form,
    "saving": save,
    "drawing": draw,
}


def main(entries: int) -> None:
    """Measure and print."""
    derived: list[tuple[float, float]] = []
    saved: list[tuple[float, float]] = []
    _told()
    with journals.lent(entries) as folder:
        timed(envelope, "derive", derived)
        timed(Journal, "save", saved)
        with open_window(folder) as run:
            listed = first_entry_painted()
            late = {name: run.lateness.during(partial(act, run)) for name, act in _ACTS.items()}
        bare = bare_commit(folder)
    usable = 1000 * (listed[0] - derived[-1][1])
    took = statistics.median(1000 * (end - begin) for begin, end in saved)
    tell("list usable after the key is derived", usable, most=LISTED.get(entries), size=entries)
    tell("a save on the worker", took, most=SAVED.get(entries), size=entries)
    tell("  one synced insert of plain SQLite", bare, size=entries)
    for name, worst in late.items():
        most = None if name == "doing nothing" else BLOCKED
        tell(f"window blocked while {name}", worst, most=most, size=entries)


if __name__ == "__main__":
    main(int(sys.argv[1]))
