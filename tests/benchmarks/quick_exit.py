"""The quick way out with the patterns open: ``python -m tests.benchmarks.quick_exit 100``.

Three times Shift on a real X server; seen from outside are the moment when no window is on
the screen any more and the moment when the process is gone. Afterwards the journal is
opened once more: what was typed in every round has to be there.
"""

import sys
from pathlib import Path

from tests.benchmarks import journals
from tests.benchmarks.figures import slowest, tell
from tests.benchmarks.screen import virtual_screen
from tests.benchmarks.x11 import Screen, wait_until
from tests.person import started

ENTRIES = 2_000
HIDDEN, GONE = 50, 250


def one(display: str, screen: Screen, place: Path, typed: str) -> tuple[float, float]:
    """Do one round; return when nothing was seen any more and when the process was gone, in ms."""
    with started(display, place) as person:
        person.wait_for_window()
        person.type(journals.PASSPHRASE)
        person.key("Return")
        person.key("ctrl+n")
        person.tool("type", "--delay", "5", typed)
        person.key("ctrl+2")  # the charts are drawn
        screen.press_shift()
        screen.press_shift()
        begun = screen.press_shift()
        hidden = wait_until(lambda: not screen.shows_windows())
        gone = wait_until(lambda: person.process.poll() is not None)
        assert person.process.returncode == 0
    return 1000 * (hidden - begun), 1000 * (gone - begun)


def is_kept(place: Path, typed: str) -> bool:
    """Say whether the draft of the last round is there whole."""
    gate = journals.gate_at(place / "journal")
    journal = gate.open(journals.PASSPHRASE)
    kept = any(draft.text.endswith(typed) for draft in journal.drafts())
    for draft in journal.drafts():
        journal.drop_draft(draft.entry_id)
    gate.close()
    return kept


def run(display: str, rounds: int) -> None:
    """Do *rounds* rounds and print what they took."""
    with journals.lent(ENTRIES) as folder:
        screen, times, kept = Screen(display), [], 0
        for number in range(rounds):
            typed = f"unfinished {number}"
            times.append(one(display, screen, folder.parent, typed))
            kept += is_kept(folder.parent, typed)
    tell("quick exit, hidden", slowest([hidden for hidden, _gone in times]), "ms", HIDDEN, ENTRIES)
    tell("quick exit, gone", slowest([gone for _hidden, gone in times]), "ms", GONE, ENTRIES)
    tell("quick exit, drafts lost", rounds - kept, "of " + str(rounds), 0, ENTRIES)


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
