"""How a long list behaves in the window: ``python -m tests.benchmarks.find_window ENTRIES``."""

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
from tests.benchmarks import journals
from tests.benchmarks.figures import seconds, tell
from tests.benchmarks.resident import resident

TURNS = 300
SCROLLED, FOUND, RESIDENT = 50, 100, 300


class Hands:
    """A person at the window, who notes how long it does not answer."""

    def __init__(self, folder: Path, entries: int) -> None:
        self.entries = entries
        self.window = QMainWindow()
        self.window.resize(1180, 760)
        self.garbage = GarbageCollection(self.window)
        self.window.show()
        QApplication.processEvents()
        self.tasks = Tasks()
        gate = journals.gate_at(folder)
        self.journal = gate.open(journals.PASSPHRASE)
        known = Known(Copying(gate, self.window))
        self.workspace = Workspace(
            (gate, self.journal), self.tasks, lambda: journals.NOW, self.window, known
        )
        self.workspace.show_page(0)
        self.window.setCentralWidget(self.workspace)
        self.page = self.workspace.journal_page
        self.wait(lambda: self.page.model.rowCount() > 0)
        self.wait(lambda: not self.tasks.is_busy)

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            QApplication.processEvents()
            time.sleep(0.0005)

    def scroll(self) -> None:
        bar = self.page.list.verticalScrollBar()
        rnd = random.Random(1)  # noqa: S311 - the same places each time
        for name, place in (
            ("dragged", lambda n: bar.maximum() * n // TURNS),
            ("thrown about", lambda _n: rnd.randrange(bar.maximum())),
            ("turned by the wheel", lambda n: bar.maximum() // 3 + n * 40),
        ):
            worst = max(
                self._frame(lambda n=n, to=place: bar.setValue(to(n))) for n in range(TURNS)
            )
            tell(f"longest frame, list {name}", 1000 * worst, most=SCROLLED, size=self.entries)
            self.wait(lambda: not self.tasks.is_busy)

    def search(self, what: str, sought: str) -> None:
        page, search = self.page, self.page.search
        started = time.perf_counter()
        search.show_query(Query(text=sought))
        self.wait(lambda: page.model._query == page.list.query)
        page.list.viewport().repaint()
        shown = 1000 * (time.perf_counter() - started)
        self.wait(lambda: not self.tasks.is_busy)
        tell(f"first results on screen, {what}", shown, most=FOUND, size=self.entries)

    @staticmethod
    def _frame(move: Callable[[], None]) -> float:
        return seconds(lambda: (move(), QApplication.processEvents()))


def main(entries: int) -> None:
    application = QApplication([])
    application.setStyle("Fusion")
    theme.apply(application, "light")
    vocabulary = journals.words(random.Random(entries))  # noqa: S311 - those it is made of
    with journals.lent(entries) as folder:
        hands = Hands(folder, entries)
        hands.scroll()
        hands.search("a letter", vocabulary[5][0])
        hands.search("a common word", vocabulary[5])
        hands.search("a rare word", vocabulary[15_000])
        hands.search("everything again", "")
    tell("memory of the list in its window", resident(os.getpid()), "MB", RESIDENT, entries)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
