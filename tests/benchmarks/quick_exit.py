"""The quick way out with the patterns open: ``python -m tests.benchmarks.quick_exit 100``.

Three times Shift on a real X server; seen from outside are the moment when no window is on
the screen any more and the moment when the process is gone. Afterwards the journal is
opened once more: what was typed in every round has to be there.
"""

import statistics
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from onveilig_desktop.vault import KeyWork, VaultGate
from tests.benchmarks import big_journal
from tests.benchmarks.screen import virtual_screen
from tests.benchmarks.x11 import Screen, wait_until

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from person import started

ENTRIES = 2_000
HIDDEN, GONE = 50, 250
CHEAP = KeyWork(passes=1, kibibytes=8192)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def gate_at(folder: Path) -> VaultGate:
    """Return the gate of the journal in *folder*."""
    return VaultGate(folder, lambda: NOW, work=CHEAP)


def one(display: str, screen: Screen, place: Path, typed: str) -> tuple[float, float]:
    """Do one round; return when nothing was seen any more and when the process was gone, in ms."""
    with started(display, place) as person:
        person.wait_for_window()
        person.type(big_journal.PASSPHRASE)
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
    gate = gate_at(place / "journal")
    journal = gate.open(big_journal.PASSPHRASE)
    kept = any(draft.text.endswith(typed) for draft in journal.drafts())
    for draft in journal.drafts():
        journal.drop_draft(draft.entry_id)
    gate.close()
    return kept


def run(display: str, rounds: int) -> None:
    """Do *rounds* rounds and print what they took."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        big_journal.fill(place / "journal", ENTRIES, CHEAP)
        screen, times, kept = Screen(display), [], 0
        for number in range(rounds):
            typed = f"unfinished {number}"
            times.append(one(display, screen, place, typed))
            kept += is_kept(place, typed)
    report("hidden", [hidden for hidden, _gone in times], HIDDEN)
    report("gone", [gone for _hidden, gone in times], GONE)
    print(f"draft kept    {kept} of {rounds}")


def report(what: str, times: list[float], most: int) -> None:
    """Print the middle and the end of *times*, in ms."""
    slowest = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    print(
        f"{what:8} median {statistics.median(times):6.0f} ms   p95 {slowest:6.0f} ms"
        f"   most {max(times):6.0f} ms   to reach: p95 {most}"
    )


if __name__ == "__main__":
    with virtual_screen() as display:
        run(display, int(sys.argv[1]))
