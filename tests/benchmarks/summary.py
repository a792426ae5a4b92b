"""The summary: one page, its preview, its appendices. ``python -m tests.benchmarks.summary``.

Each line is measured in a process of its own, once cold and once as when a choice changes.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

from onveilig_desktop import catalog, texts
from onveilig_desktop.app import _NEEDED_LATER, _NEEDED_SOON
from onveilig_desktop.journal import EntryId, Journal
from onveilig_desktop.journal.progress import to_nobody
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.in_view import View
from onveilig_desktop.report.pages import page_count, page_picture
from onveilig_desktop.report.press import Press
from onveilig_desktop.ui.summary_made import Wanted, make, make_in_view
from tests.benchmarks import journals
from tests.benchmarks.figures import seconds, tell
from tests.benchmarks.journals import PASSPHRASE, TODAY
from tests.benchmarks.resident import forget_highest, highest, resident

MADE = {0: 1.5, 500: 4, 5_000: 20}
"""Seconds, by how many entries stand in full behind the page."""
AGAIN, MEMORY = 500, 150
"""Milliseconds until the page in view, and until every page, is that of a changed choice;
and megabytes."""
MOST_AGAIN = 500
"""Entries in full up to which a changed choice has a bar."""
WIDTH = 800
NAME = "ka"
"""A word of the made-up language, which many entries have."""


class Maker:
    """Makes summaries of one journal, as the page does when a choice changes."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._press = Press()
        self.pdf = b""

    def making(self, wanted: Wanted) -> Callable[[], None]:
        """Return what makes all of it."""

        def work() -> None:
            self.pdf = make(self._journal, to_nobody, wanted=wanted, press=self._press).pdf

        return work

    def seeing(self, wanted: Wanted, number: int) -> Callable[[], object]:
        """Return what draws one page, in view, before the rest is made."""
        view = View([number], page_count(self.pdf), WIDTH)
        return partial(make_in_view, self._journal, wanted=wanted, press=self._press, view=view)


def one(folder: Path, entries: int, whole: int) -> None:
    """Make a summary with *whole* entries in full, cold and warm, and tell what it took."""
    for name in (*_NEEDED_SOON, *_NEEDED_LATER):  # the program has them before its first page
        import_module(name)
    texts.day_words(TODAY, "short")  # as the list of entries has, long before
    gc.disable()  # as in the program, which collects on another thread
    gate = journals.gate_at(folder)
    journal = gate.open(PASSPHRASE)
    ids = [line.id for line in journal.lines()][:whole]
    choice = SummaryChoice(ticked=frozenset(ids), corrections=bool(whole), code=True)
    forget_highest()
    before, maker = resident(os.getpid()), Maker(journal)
    name = f"summary with {whole:,} in full" if whole else "summary on one A4"
    tell(name, seconds(maker.making(_wanted(choice))), "s", MADE[whole], entries)
    for what, in_turn in _changed(choice, ids, whole).items():
        places = {"first page": 0, "middle page": page_count(maker.pdf) // 2}
        for (where, number), other in zip(places.items(), in_turn, strict=True):
            wanted = _wanted(other)
            first, rest = seconds(maker.seeing(wanted, number)), seconds(maker.making(wanted))
            most = None if whole > MOST_AGAIN else AGAIN
            tell(f"  {name}, {what}, {where}", 1000 * first, most=most, size=entries)
            every = f"  {name}, {what}, all after {where}"
            tell(every, 1000 * (first + rest), most=most, size=entries)
    drawing = partial(page_picture, maker.pdf, 0, WIDTH)
    tell(f"  {name}, its page", 1000 * seconds(drawing), size=entries)
    tell(f"  {name}, memory", highest() - before, "MB", MEMORY, entries)
    gate.close()


def _changed(
    choice: SummaryChoice, ids: Sequence[EntryId], whole: int
) -> Mapping[str, Sequence[SummaryChoice]]:
    """Return choices that differ in one thing, two of each: one page is in view, then another."""
    turns, middle = range(2), whole // 2
    less = [choice.ticked - {*ids[middle + turn : middle + turn + 1]} for turn in turns]
    return {
        "another question": [replace(choice, questions=f"Vaker dan {turn}?") for turn in turns],
        "one entry less": [replace(choice, ticked=ticked) for ticked in less],
        "a name less": [replace(choice, letters=((NAME, letter),)) for letter in "AB"],
    }


def _wanted(choice: SummaryChoice) -> Wanted:
    return Wanted(choice, catalog.shipped(), TODAY, revision=0)


def main(entries: int) -> None:
    """Make each in a process of its own."""
    with journals.lent(entries) as folder:
        for whole in [size for size in MADE if size <= entries]:
            command = [sys.executable, "-m", __spec__.name, str(entries), str(folder), str(whole)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    size, *lent = sys.argv[1:]
    if lent:
        one(Path(lent[0]), int(size), int(lent[1]))
    else:
        main(int(size))
