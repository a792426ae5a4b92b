"""What is left in memory after locking, time and again: ``python -m tests.benchmarks.memory 20``.

Counts the key, the passphrase and the texts, as they are spelled by Python, Qt and SQLite,
in all the memory of the program: before it is locked, with the patterns open, and after.
"""

import sys
from collections import Counter
from pathlib import Path

from tests.benchmarks import journals
from tests.benchmarks.figures import tell
from tests.benchmarks.quick_exit import ENTRIES
from tests.benchmarks.screen import virtual_screen

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from memory import count, spellings
from person import started

TYPED = "papegaaigroen"


def secrets_of(folder: Path) -> dict[str, bytes]:
    """Return what may not stay, by name; a text of the list stands for all of them."""
    gate = journals.gate_at(folder)
    opening = gate.open(journals.PASSPHRASE).lines()[0].opening[:60]
    key = bytes(gate._vault.key._key)
    gate.close()
    texts = {"entry": opening, "typed": TYPED, "passphrase": journals.PASSPHRASE}
    spelled = {
        f"{name}, {code}": needle
        for name, text in texts.items()
        for code, needle in spellings(text).items()
    }
    return {"key": key, "key, hex": key.hex().encode(), **spelled}


def run(display: str, rounds: int) -> None:
    """Lock that often and print how much was found."""
    before, after = Counter(), Counter()
    with journals.lent(ENTRIES) as folder:
        place = folder.parent
        secrets = secrets_of(folder)
        for _ in range(rounds):
            with started(display, place) as person:
                person.wait_for_window()
                person.type(journals.PASSPHRASE)
                person.key("Return")
                person.key("ctrl+n")
                person.type(TYPED)
                person.key("ctrl+2")
                before.update(count(person.process.pid, secrets))
                person.key("ctrl+l")
                person.wait_for_window()
                after.update(count(person.process.pid, secrets))
    for name in secrets:
        tell(f"copies in memory of the {name}, open", before[name], "", None, ENTRIES)
        tell(f"copies in memory of the {name}, locked", after[name], "", 0, ENTRIES)


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
