"""What is left in memory after locking, time and again: ``python -m tests.benchmarks.memory 20``.

Counts the key, the passphrase and the texts, as they are spelled by Python, Qt and SQLite,
in all the memory of the program: before it is locked, with the patterns open, and after.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks import big_journal
from tests.benchmarks.quick_exit import CHEAP, ENTRIES, gate_at
from tests.benchmarks.screen import virtual_screen

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from memory import count, spellings
from person import started

TYPED = "papegaaigroen"


def secrets_of(folder: Path) -> dict[str, bytes]:
    """Return what may not stay, by name; a text of the list stands for all of them."""
    gate = gate_at(folder)
    opening = gate.open(big_journal.PASSPHRASE).lines()[0].opening[:60]
    key = bytes(gate._vault.key._key)
    gate.close()
    texts = {"entry": opening, "typed": TYPED, "passphrase": big_journal.PASSPHRASE}
    spelled = {
        f"{name}, {code}": needle
        for name, text in texts.items()
        for code, needle in spellings(text).items()
    }
    return {"key": key, "key, hex": key.hex().encode(), **spelled}


def run(display: str, rounds: int) -> None:
    """Lock that often and print how much was found."""
    before, after = Counter(), Counter()
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        big_journal.fill(place / "journal", ENTRIES, CHEAP)
        secrets = secrets_of(place / "journal")
        for _ in range(rounds):
            with started(display, place) as person:
                person.wait_for_window()
                person.type(big_journal.PASSPHRASE)
                person.key("Return")
                person.key("ctrl+n")
                person.type(TYPED)
                person.key("ctrl+2")
                before.update(count(person.process.pid, secrets))
                person.key("ctrl+l")
                person.wait_for_window()
                after.update(count(person.process.pid, secrets))
    print(f"copies in memory over {rounds} rounds   open   locked   to reach: 0")
    for name in secrets:
        print(f"{name:36} {before[name]:6} {after[name]:8}")


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
