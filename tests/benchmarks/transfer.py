"""A journal of many entries, taken out whole and brought in again: time and memory."""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.transfer import (
    Form,
    bring_copy,
    compare_copy,
    read_past,
    write_copy,
    write_table,
)
from onveilig_desktop.vault import KeyWork, VaultGate

PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of a journal that is thrown away
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
WORDS = ("ik", "wij", "samen", "thuis", "avond", "vroeg", "zei", "weer", "niet", "gesprek")
STEPS = {
    "write": lambda journal, home: write_copy(journal, home / "copy", TODAY),
    "compare": lambda journal, home: compare_copy(journal, home / "copy"),
    "bring": lambda journal, home: bring_copy(journal, home / "copy"),
    "again": lambda journal, home: write_copy(journal, home / "again", TODAY),
    "table": lambda journal, home: write_table(journal, home / "table", catalog.shipped()),
    "join": lambda journal, home: bring_copy(journal, home / "copy"),
    "past": lambda journal, home: journal.past.add(read_past(home / "notes", Form.TEXT, NOW).notes),
}


def opened(folder: Path) -> tuple[VaultGate, Journal]:
    """Return the journal in *folder*, made when it is not there."""
    # light work for the key: it would take more memory than all that is measured here
    gate = VaultGate(folder, lambda: NOW, work=KeyWork(passes=1, kibibytes=8192))
    return gate, gate.open(PASSPHRASE) if gate.exists() else gate.create(PASSPHRASE)


def fill(folder: Path, entries: int) -> None:
    """Write *entries*, and correct every tenth once."""
    rng, signals = random.Random(1), list(catalog.shipped().signals)  # noqa: S311 - made up
    gate, _journal = opened(folder)
    with gate._vault.transaction() as transaction:  # all in one, so that it takes seconds
        book = Journal(lambda: nullcontext(transaction), lambda: NOW)
        for number in range(entries):
            day = write_day((NOW - timedelta(days=rng.randrange(5 * 365))).date())
            text = " ".join(rng.choices(WORDS, k=rng.randint(40, 120)))
            chosen = frozenset(rng.sample(signals, k=rng.randint(0, 3)))
            made = book.save(Draft(text=text, day=day, signals=chosen, intensity=3))
            if number % 10 == 0:
                book.save(Draft(entry_id=made.id, text=text + " toch", day=day, signals=chosen))
    gate.close()


def begin_other(home: Path, entries: int) -> None:
    """Make a journal that has gone its own way, and a file of notes to bring in."""
    gate, journal = opened(home / "three")
    journal.save(Draft(text="zelf", day="1-2-2020"))
    gate.close()
    rng = random.Random(2)  # noqa: S311 - made up
    days = (NOW - timedelta(days=rng.randrange(5 * 365)) for _ in range(entries))
    notes = (f"{day:%Y-%m-%d}\n{' '.join(rng.choices(WORDS, k=80))}\n" for day in days)
    (home / "notes").write_text("\n".join(notes), encoding="utf-8")


def step(name: str, folder: Path) -> None:
    """Do one thing in this process, and print what it took."""
    gate, journal = opened(folder)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the highest mark
    before = highest()
    begun, worked = time.perf_counter(), time.process_time()
    STEPS[name](journal, folder.parent)
    took, work = time.perf_counter() - begun, time.process_time() - worked
    more = highest() - before
    gate.close()
    print(json.dumps([took, work, more / 1024]))


def highest() -> int:
    """Return the most memory that was in use at once, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0])


def main(entries: int) -> None:
    """Measure each step in a process of its own, and print."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        fill(home / "one", entries)
        begin_other(home, entries)
        for what, folder in (
            ("write", "one"),
            ("table", "one"),
            ("compare", "two"),
            ("bring", "two"),
            ("again", "two"),
            ("compare", "two"),
            ("join", "three"),
            ("past", "three"),
        ):
            run = [sys.executable, "-m", "tests.benchmarks.transfer", what, str(home / folder)]
            done = subprocess.run(run, check=True, capture_output=True, text=True)
            took, work, more = json.loads(done.stdout)
            times = f"{took:6.1f} s ({work:.1f} s of work)"
            print(f"{what:8} {entries} entries {times} {more:6.0f} MB more   to reach: 10 s")
        alike = (home / "copy").read_bytes() == (home / "again").read_bytes()
        print(f"the second copy is {'the same' if alike else 'ANOTHER'}, ", end="")
        print(f"{(home / 'copy').stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    if sys.argv[1].isdigit():
        main(int(sys.argv[1]))
    else:
        step(sys.argv[1], Path(sys.argv[2]))
