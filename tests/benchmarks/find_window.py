"""How a long list behaves in the window: ``python -m tests.benchmarks.find_window 100000``.

Give ``--keep`` the folder in which ``find.py`` left its journals.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from onveilig_desktop.journal import Query
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.copying import Copying
from onveilig_desktop.ui.garbage import GarbageCollection
from onveilig_desktop.ui.session import Known
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.workspace import Workspace
from onveilig_desktop.vault import VaultGate
from tests.benchmarks.find import CHEAP, NOW, PASSPHRASE, report, seconds, words

TURNS = 300


class Hands:
    """A person at the window, who notes how long it does not answer."""

    def __init__(self, folder: Path) -> None:
        self.window = QMainWindow()
        self.window.resize(1180, 760)
        self.garbage = GarbageCollection(self.window)
        self.window.show()
        QApplication.processEvents()
        self.tasks = Tasks()
        gate = VaultGate(folder, lambda: NOW, work=CHEAP)
        self.journal = gate.open(PASSPHRASE)
        started = time.perf_counter()
        known = Known(Copying(gate, self.window))
        self.workspace = Workspace(
            (gate, self.journal), self.tasks, lambda: NOW, self.window, known
        )
        self.window.setCentralWidget(self.workspace)
        self.page = self.workspace.journal_page
        self.wait(lambda: self.page.model.rowCount() > 0)
        report("list usable, the key being derived", [time.perf_counter() - started], 600)
        self.wait(lambda: not self.tasks.is_busy)

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            QApplication.processEvents()
            time.sleep(0.0005)

    def scroll(self) -> None:
        bar = self.page.list.verticalScrollBar()
        rnd = random.Random(1)  # noqa: S311 - the same places each time
        for name, place in (
            ("dragged through the list", lambda n: bar.maximum() * n // TURNS),
            ("thrown about", lambda _n: rnd.randrange(bar.maximum())),
            ("turned by the wheel", lambda n: bar.maximum() // 3 + n * 40),
        ):
            report(
                name,
                [self._frame(lambda n=n, to=place: bar.setValue(to(n))) for n in range(TURNS)],
                50,
            )
            self.wait(lambda: not self.tasks.is_busy)

    def search(self, sought: str) -> None:
        page, search = self.page, self.page.search
        started = time.perf_counter()
        search.show_query(Query(text=sought))
        self.wait(lambda: page.model._query == page.list.query)
        page.list.viewport().repaint()
        shown = time.perf_counter() - started
        self.wait(lambda: not self.tasks.is_busy)
        report(f"first results for «{sought}» on screen", [shown], 100)
        report(f"  all of them: {search.count.text()}", [time.perf_counter() - started])

    @staticmethod
    def _frame(move: Callable[[], None]) -> float:
        return seconds(lambda: (move(), QApplication.processEvents()))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("size", type=int)
    asked.add_argument("--keep", type=Path, required=True)
    options = asked.parse_args()
    application = QApplication([])
    application.setStyle("Fusion")
    theme.apply(application, "light")
    hands = Hands(options.keep / f"journal-{options.size}")
    hands.scroll()
    vocabulary = words(random.Random(options.size))  # noqa: S311
    for sought in (vocabulary[5][0], vocabulary[5][:2], vocabulary[5], vocabulary[15_000], ""):
        hands.search(sought)
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        print(f"{'resident memory, bar 300 MB':<56} {int(resident.split()[1]) // 1024:8} MB")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
