"""The patterns page, from click to painted: ``python -m tests.benchmarks.patterns ENTRIES``."""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from statistics import median
from uuid import UUID

from PySide6.QtWidgets import QApplication

from onveilig_desktop import catalog
from onveilig_desktop.journal import EntryId, EntryLine, Moment, Precision, Repair
from onveilig_desktop.report import PRINT, Material, build_patterns
from onveilig_desktop.report.charts import Kind, drawing, make_chart
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.patterns_page import PatternsPage
from tests.benchmarks import journals
from tests.benchmarks.figures import tell
from tests.benchmarks.journals import NOW
from tests.benchmarks.window import Run, open_window, wait

PATIENCE = 60
REPEATED = 5
PAINTED = {500: 300, 10_000: 1000, 100_000: 3000}
REDRAWN, BLOCKED, BLOCKED_DRAWING = 100, 80, 200
_REDRAWN = ("patterns redrawn at another width", "patterns redrawn in another theme")
_CLICK = "patterns, click to painted"
Figures = dict[str, float]


class Visit:
    """One window over one journal, whose patterns are opened."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._workspace = run.window.centralWidget()
        self._known: PatternsPage | None = None
        self.figures: Figures = {}

    def measure(self) -> Figures:
        """Open the page, change what it is drawn for, and draw every chart."""
        self._first()
        self._again()
        self._redraw(_REDRAWN[0], self._widen)
        self._redraw(_REDRAWN[1], self._dress)
        for kind in Kind:
            if kind is not Kind.STRIP:
                self._timed(f"patterns, chart «{kind}»", partial(self._page.charts.show_kind, kind))
        return self.figures

    @property
    def _page(self) -> PatternsPage | None:
        """Return the page once it is there; to look for it again each time would take long."""
        if self._known is None:
            self._known = next(iter(self._workspace.findChildren(PatternsPage)), None)
        return self._known

    def _state(self) -> tuple[object, object]:
        """Return which chart is shown and its picture, or nothing."""
        page = self._page
        return (
            (None, None)
            if page is None
            else (page.charts.pane.made, page.charts.pane.view._picture)
        )

    def _first(self) -> None:
        self._timed(_CLICK, lambda: self._workspace.show_page(1))

    def _again(self) -> None:
        self._workspace.show_page(0)
        self._run.settle()
        begun = time.perf_counter()
        self._workspace.show_page(1)
        QApplication.processEvents()
        self.figures["patterns, coming back"] = 1000 * (time.perf_counter() - begun)
        self._run.settle()

    def _timed(self, name: str, act: Callable[[], object]) -> None:
        begun = time.perf_counter()
        blocked = self._run.lateness.during(lambda: self._until_drawn(act))
        self.figures[name] = 1000 * (time.perf_counter() - begun)
        after = self._run.lateness.during(self._run.settle)
        self.figures[f"{name}, blocked"] = max(blocked, after)

    def _until_drawn(self, act: Callable[[], object]) -> None:
        """Wait for a new picture, and one round of events, in which it is painted."""
        before = self._state()
        act()
        patience = time.perf_counter() + PATIENCE
        while time.perf_counter() < patience:
            wait(1)
            made, picture = self._state()
            is_new = made is not None and (made, picture) != before
            if is_new and (picture is not before[1] or made.draw is None):
                break
        QApplication.processEvents()

    def _redraw(self, name: str, act: Callable[[], object]) -> None:
        """Take the middle of a few: one alone tells as much of the machine as of the page."""
        found: dict[str, list[float]] = {}
        for _ in range(REPEATED):
            self._timed(name, act)
            for each in (name, f"{name}, blocked"):
                found.setdefault(each, []).append(self.figures[each])
        self.figures |= {each: median(values) for each, values in found.items()}

    def _widen(self) -> None:
        self._run.window.resize(self._run.window.width() + 20, self._run.window.height())

    @staticmethod
    def _dress() -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, "light" if theme.worn() == "dark" else "dark")


def warm_up() -> None:
    """Draw every chart once, as whoever opened the page before has done."""
    lines = [
        EntryLine(
            id=EntryId(UUID(int=n)),
            happened=Moment(day=(NOW - timedelta(days=7 * n)).date(), precision=Precision.DAY),
            written_at=NOW - timedelta(days=7 * n),
            opening="",
            signals=frozenset(catalog.shipped().signals),
            trust=1,
            repair=Repair.YES,
        )
        for n in range(20)
    ]
    material, known = Material(lines), catalog.shipped()
    patterns = build_patterns(material, known, NOW.date())
    for kind in Kind:
        drawing.picture(make_chart(kind, patterns, material, known), PRINT, 900)


def most(name: str, entries: int) -> float | None:
    """Return what is to be reached; drawing one figure may take longer than counting."""
    if name == _CLICK:
        return PAINTED.get(entries)
    if name in _REDRAWN:
        return REDRAWN if entries <= min(PAINTED) else None
    if name.endswith(", blocked"):
        return BLOCKED if name.startswith(_CLICK) else BLOCKED_DRAWING
    return None


def main(entries: int) -> None:
    """Measure and print."""
    with journals.lent(entries) as folder, open_window(folder) as run:
        warm_up()
        run.unlock()
        run.settle(quiet=3)  # what is imported in the background after unlocking is there now
        figures = Visit(run).measure()
    for name, milliseconds in figures.items():
        tell(name, milliseconds, most=most(name, entries), size=entries)


if __name__ == "__main__":
    main(int(sys.argv[1]))
