"""A copy, another key and unlocking: ``python -m tests.benchmarks.copies 10000``.

The copy is made in the window, as the page of the copies does it: how long it takes, and how
late the window is meanwhile.
"""

import sys
from functools import partial
from pathlib import Path

from onveilig_desktop.ui.copying import Copying
from onveilig_desktop.vault.envelope import wrapping_of
from onveilig_desktop.vault.files import Folder
from tests.benchmarks import journals
from tests.benchmarks.figures import middle, seconds, tell
from tests.benchmarks.journals import PASSPHRASE
from tests.benchmarks.window import open_window, wait

_ROUNDS = 5
UNLOCKED, COPIED, BLOCKED = 1.20, 5000, 50


def keys(folder: Path, entries: int) -> None:
    """Unlock and rotate, and print it beside what it is measured against."""
    gate = journals.gate_at(folder, None)
    derived, opened, rotated = [], [], []
    for _ in range(_ROUNDS):
        header = Folder(folder).header()
        derived.append(seconds(partial(wrapping_of, header, PASSPHRASE)))
        opened.append(seconds(partial(gate.open, PASSPHRASE)))
        rotated.append(seconds(partial(gate.keys.rotate, PASSPHRASE, PASSPHRASE)))
        gate.close()
    megabytes = sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) / 1e6
    key, whole = middle(derived), middle(opened)
    tell("the key of a passphrase alone", key, size=entries)
    tell("unlocking, beside the key", whole / key, "×", UNLOCKED, entries)
    tell("another key for all of it", middle(rotated), "ms", 1000 + 20 * megabytes, entries)


def copy(folder: Path, entries: int) -> None:
    """Make a copy in the window and print how long it takes and how late the window is."""
    with open_window(folder) as run:
        run.unlock()
        [copying] = run.window.findChildren(Copying)
        made: list[object] = []
        copying.made.connect(made.append)

        def make() -> None:
            copying.begin()
            while not made:
                wait(5)

        lasted: list[float] = []
        late = run.lateness.during(lambda: lasted.append(seconds(make)))
    tell("a copy while the window is used", middle(lasted), most=COPIED, size=entries)
    tell("window blocked while copying", late, most=BLOCKED, size=entries)


def main(entries: int) -> None:
    """Measure and print."""
    with journals.lent(entries, None) as folder:
        keys(folder, entries)
        copy(folder, entries)


if __name__ == "__main__":
    main(int(sys.argv[1]))
