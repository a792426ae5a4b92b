"""The summary from a journal of many entries: one page, its preview, appendices; and memory.

Run ``python -m tests.benchmarks.summary [ENTRIES]``. Each line is measured in a process of its
own, once cold and once warm, beside a bare typeset page in the same process.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from onveilig_desktop import catalog
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import collect
from onveilig_desktop.report.pages import page_count, page_picture
from onveilig_desktop.report.summary import summary_pdf
from tests.benchmarks.transfer import TODAY, fill, highest, opened

SIZES = (0, 500, 5000)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds *work* takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def one(folder: Path, whole: int) -> None:
    """Make a summary with *whole* entries in full, cold and warm, and print what it took."""
    gate, journal = opened(folder)
    ids = [line.id for line in journal.lines()][:whole]
    choice = SummaryChoice(ticked=frozenset(ids), corrections=bool(whole), code=True)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = highest()
    made: list[bytes] = []

    def make(chosen: SummaryChoice) -> None:
        made.append(summary_pdf(collect(journal, chosen, catalog.shipped(), TODAY), chosen))

    cold = timed(lambda: make(choice))
    warm = timed(lambda: make(replace(choice, questions="Komt dit vaker voor?")))
    shown = timed(lambda: page_picture(made[-1], 0, 800))
    more, pages = (highest() - before) / 1024, page_count(made[-1])
    gate.close()
    print(json.dumps([cold, warm, shown, more, pages]))


def main(entries: int) -> None:
    """Fill a journal and print the table."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "journal"
        fill(folder, entries)
        print(f"{entries} entries\nin full   cold s  warm s  page ms  memory MB  pages")
        for whole in [size for size in SIZES if size <= entries]:
            command = [sys.executable, "-m", __spec__.name, "--one", str(folder), str(whole)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            cold, warm, shown, more, pages = json.loads(told)
            line = f"{cold:8.2f}{warm:8.2f}{1000 * shown:9.0f}{more:11.0f}{pages:7}"
            print(f"{whole:7} {line}")


if sys.argv[1:2] == ["--one"]:
    one(Path(sys.argv[2]), int(sys.argv[3]))
else:
    main(int(sys.argv[1]) if sys.argv[1:] else 500)
