"""The patterns page over journals of growing size: from click to painted, and how it blocks."""

import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from math import log
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QApplication

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft, EntryId, EntryLine, Journal, Moment, Precision, Repair
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.report import PRINT, Material, build_patterns
from onveilig_desktop.report.charts import Kind, drawing, make_chart
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.patterns_page import PatternsPage
from onveilig_desktop.vault import VaultGate
from tests.benchmarks.big_journal import NOW, PASSPHRASE, Run, open_window, wait

SIZES = (500, 10_000, 100_000)
PATIENCE = 60
YEARS = 5
TO_REACH = {500: 300, 10_000: 1000, 100_000: 3000}
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
        self._timed("redrawn at another width", self._widen)
        self._timed("redrawn in another theme", self._dress)
        for kind in Kind:
            if kind is not Kind.STRIP:
                self._timed(f"chart «{kind}»", partial(self._page.charts.show_kind, kind))
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
        self._timed("click to painted", lambda: self._workspace.show_page(1))

    def _again(self) -> None:
        self._workspace.show_page(0)
        self._run.settle()
        begun = time.perf_counter()
        self._workspace.show_page(1)
        QApplication.processEvents()
        self.figures["coming back"] = 1000 * (time.perf_counter() - begun)
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

    def _widen(self) -> None:
        self._run.window.resize(self._run.window.width() + 100, self._run.window.height())

    @staticmethod
    def _dress() -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, "dark")


class Present:
    """The clock of someone who writes on another day each time."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """Return the present."""
        return self.now


def fill(folder: Path, entries: int) -> None:
    """Write *entries* of the last five years, most of them on their own day."""
    rng, present = random.Random(1), Present()  # noqa: S311 - made up
    signals, mended = list(catalog.shipped().signals), [None, *Repair]
    days = sorted(rng.randrange(YEARS * 365) for _ in range(entries))
    opened = VaultGate(folder, present)
    opened.create(PASSPHRASE)
    with opened._vault.transaction() as transaction:  # all in one, so that it takes seconds
        book = Journal(lambda: nullcontext(transaction), present)
        for ago in reversed(days):
            late = rng.choice([0] * 18 + [10, 40])
            present.now = NOW - timedelta(days=max(0, ago - late))
            book.save(
                Draft(
                    text="ik zei niets",
                    day=write_day((NOW - timedelta(days=ago)).date()),
                    signals=frozenset(rng.sample(signals, k=rng.randint(0, 3))),
                    intensity=rng.randint(1, 5),
                    trust=rng.choice([None, -2, -1, 0, 1]),
                    repair=rng.choice(mended),
                )
            )
    opened.close()


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


def measure(folder: Path) -> Figures:
    """Return the figures for the journal in *folder*."""
    run, _listed, close = open_window(folder)
    warm_up()
    run.unlock()
    run.settle(quiet=3)  # what is imported in the background after unlocking is there now
    figures = Visit(run).measure()
    close()
    return figures


def one(entries: int, folder: Path | None) -> None:
    """Measure one size and print it, last of all as JSON."""
    with tempfile.TemporaryDirectory() as home:
        if folder is None:
            folder = Path(home, "journal")
            fill(folder, entries)
        figures = measure(folder)
    for name, milliseconds in figures.items():
        print(f"{entries:>7} entries  {name:36} {milliseconds:7.0f} ms")
    print(json.dumps(figures))


def main(kept: Path | None) -> None:
    """Measure each size in a process of its own, and say how the time grows."""
    painted = []
    for entries in SIZES:
        folder = [] if kept is None else [str(kept / str(entries))]
        command = [sys.executable, "-m", "tests.benchmarks.patterns", str(entries), *folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        told, figures = done.stdout.rstrip().rsplit("\n", 1)
        print(told)
        print(f"{'':>17} to reach: painted {TO_REACH[entries]} ms, blocked 80 ms\n")
        painted.append((entries, json.loads(figures)["click to painted"]))
    for small, large in pairwise(painted):
        power = slope(small, large)
        print(f"from {small[0]} to {large[0]} entries it grows with the power {power:.2f}")


def slope(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return the power with which time grows: 1 is linear, less is better."""
    return log(large[1] / small[1]) / log(large[0] / small[0])


if __name__ == "__main__":
    given = [*sys.argv[1:], None, None]
    if given[0] is not None and given[0].isdigit():
        one(int(given[0]), Path(given[1]) if given[1] else None)
    else:
        main(Path(given[0]) if given[0] else None)
