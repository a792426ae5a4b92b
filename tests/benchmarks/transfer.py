"""A journal taken out whole and brought in again: ``python -m tests.benchmarks.transfer ENTRIES``.

Each step is done in a process of its own, for its memory.
"""

import random
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from onveilig_desktop import catalog
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.transfer import (
    Form,
    bring_copy,
    compare_copy,
    read_past,
    write_copy,
    write_table,
)
from onveilig_desktop.vault import VaultGate
from tests.benchmarks import journals
from tests.benchmarks.figures import seconds, tell
from tests.benchmarks.journals import NOW, PASSPHRASE, TODAY
from tests.benchmarks.resident import forget_highest, highest

MOST = 10
STEPS = {
    "write": lambda journal, home: write_copy(journal, home / "copy", TODAY),
    "compare": lambda journal, home: compare_copy(journal, home / "copy"),
    "bring": lambda journal, home: bring_copy(journal, home / "copy"),
    "again": lambda journal, home: write_copy(journal, home / "again", TODAY),
    "table": lambda journal, home: write_table(journal, home / "table", catalog.shipped()),
    "join": lambda journal, home: bring_copy(journal, home / "copy"),
    "past": lambda journal, home: journal.past.add(read_past(home / "notes", Form.TEXT, NOW).notes),
}


NAMES = {
    "write": "taken out whole",
    "table": "taken out as a table",
    "compare": "a copy looked at before it comes in",
    "bring": "brought in",
    "again": "taken out once more",
    "join": "joined with another journal",
    "past": "notes brought in from text",
}
ORDER = (
    ("write", "one"),
    ("table", "one"),
    ("compare", "two"),
    ("bring", "two"),
    ("again", "two"),
    ("join", "three"),
    ("past", "three"),
)


def opened(folder: Path) -> tuple[VaultGate, Journal]:
    """Return the journal in *folder*, made when it is not there."""
    gate = journals.gate_at(folder)
    return gate, gate.open(PASSPHRASE) if gate.exists() else gate.create(PASSPHRASE)


def begin_other(home: Path, entries: int) -> None:
    """Make a journal that has gone its own way, and a file of notes to bring in."""
    gate, journal = opened(home / "three")
    journal.save(Draft(text="zelf", day="1-2-2020"))
    gate.close()
    rng = random.Random(2)  # noqa: S311 - made up
    told = journals.stories(rng, journals.words(rng))
    days = (NOW - timedelta(days=rng.randrange(5 * 365)) for _ in range(entries))
    notes = (f"{day:%Y-%m-%d}\n{next(told)}\n" for day in days)
    (home / "notes").write_text("\n".join(notes), encoding="utf-8")


def step(name: str, folder: Path, entries: int) -> None:
    """Do one thing in this process, and tell what it took."""
    gate, journal = opened(folder)
    forget_highest()
    before = highest()
    took = seconds(lambda: STEPS[name](journal, folder.parent))
    tell(NAMES[name], took, "s", MOST, entries)
    tell(f"  memory for: {NAMES[name]}", highest() - before, "MB", size=entries)
    gate.close()


def main(entries: int) -> None:
    """Do each step in a process of its own."""
    with journals.lent(entries) as lent, tempfile.TemporaryDirectory() as name:
        home = Path(name)
        lent.rename(home / "one")
        begin_other(home, entries)
        for what, folder in ORDER:
            run = [sys.executable, "-m", __spec__.name, str(entries), what, str(home / folder)]
            subprocess.run(run, check=True)
        alike = (home / "copy").read_bytes() == (home / "again").read_bytes()
    print(f"the second copy is {'the same' if alike else 'ANOTHER'}")


if __name__ == "__main__":
    size, *one = sys.argv[1:]
    if one:
        step(one[0], Path(one[1]), int(size))
    else:
        main(int(size))
