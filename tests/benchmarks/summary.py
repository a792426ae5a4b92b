"""The summary: one page, its preview, its appendices. ``python -m tests.benchmarks.summary``.

Each line is measured in a process of its own, once cold and once as when a choice changes.
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onveilig_desktop import catalog
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import collect
from onveilig_desktop.report.pages import page_picture
from onveilig_desktop.report.summary import summary_pdf
from tests.benchmarks import journals
from tests.benchmarks.figures import seconds, tell
from tests.benchmarks.journals import PASSPHRASE, TODAY
from tests.benchmarks.resident import forget_highest, highest

MADE = {0: 1.5, 500: 4, 5_000: 20}
"""Seconds, by how many entries stand in full behind the page."""
AGAIN, MEMORY = 500, 150


def one(folder: Path, entries: int, whole: int) -> None:
    """Make a summary with *whole* entries in full, cold and warm, and tell what it took."""
    gate = journals.gate_at(folder)
    journal = gate.open(PASSPHRASE)
    ids = [line.id for line in journal.lines()][:whole]
    choice = SummaryChoice(ticked=frozenset(ids), corrections=bool(whole), code=True)
    forget_highest()
    before, made = highest(), []

    def make(chosen: SummaryChoice) -> Callable[[], None]:
        return lambda: made.append(
            summary_pdf(collect(journal, chosen, catalog.shipped(), TODAY), chosen)
        )

    name = f"summary with {whole:,} in full" if whole else "summary on one A4"
    tell(name, seconds(make(choice)), "s", MADE[whole], entries)
    again = 1000 * seconds(make(replace(choice, questions="Komt dit vaker voor?")))
    tell(f"  {name}, another choice", again, most=None if whole else AGAIN, size=entries)
    tell(
        f"  {name}, its page", 1000 * seconds(lambda: page_picture(made[-1], 0, 800)), size=entries
    )
    tell(f"  {name}, memory", highest() - before, "MB", MEMORY, entries)
    gate.close()


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
