"""A copy, another key and unlocking: ``python -m tests.benchmarks.copies 10000``.

The copy is made in the window, as the page of the copies does it: how long it takes, and how
late the window is meanwhile.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from onveilig_desktop.ui.copying import Copying
from onveilig_desktop.vault import VaultGate
from onveilig_desktop.vault.envelope import wrapping_of
from onveilig_desktop.vault.files import Folder
from tests.benchmarks.big_journal import NOW, PASSPHRASE, fill, open_window, wait

_ROUNDS = 5


def took(work: Callable[[], object]) -> float:
    """Return how many seconds it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def keys(folder: Path) -> None:
    """Unlock and rotate, and print it beside what it is measured against."""
    gate = VaultGate(folder, lambda: NOW)
    derived, opened, rotated = [], [], []
    for _ in range(_ROUNDS):
        header = Folder(folder).header()
        derived.append(took(partial(wrapping_of, header, PASSPHRASE)))
        opened.append(took(partial(gate.open, PASSPHRASE)))
        rotated.append(took(partial(gate.keys.rotate, PASSPHRASE, PASSPHRASE)))
        gate.close()
    megabytes = sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) / 1e6
    key, whole = statistics.median(derived), statistics.median(opened)
    most = 1 + 0.02 * megabytes
    print(f"{'the key alone':28}{1000 * key:8.0f} ms")
    print(f"{'unlocking':28}{1000 * whole:8.0f} ms   {whole / key:.2f} x, to reach: 1.20")
    print(
        f"{f'another key, {megabytes:.0f} MB':28}{1000 * statistics.median(rotated):8.0f} ms"
        f"   to reach: {1000 * most:.0f}"
    )


def copy(folder: Path) -> None:
    """Make a copy in the window and print how long it takes and how late the window is."""
    run, _listed, close = open_window(folder)
    run.unlock()
    run.settle()
    [copying] = run.window.findChildren(Copying)
    made: list[object] = []
    copying.made.connect(made.append)

    def make() -> None:
        copying.begin()
        while not made:
            wait(5)

    lasted: list[float] = []
    late = run.lateness.during(lambda: lasted.append(took(make)))
    close()
    print(f"{'a copy':28}{1000 * lasted[0]:8.0f} ms   to reach: 5000")
    print(f"{'window blocked meanwhile':28}{late:8.0f} ms   to reach: 50")


def main(entries: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "journal")
        fill(folder, entries)
        print(f"{entries} entries")
        keys(folder)
        copy(folder)


if __name__ == "__main__":
    main(int(sys.argv[1]))
