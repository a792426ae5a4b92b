"""From starting a process to its first picture, seen from outside on the screen.

Run ``python -m tests.benchmarks.start [--bundle PROGRAM] [--cold]``: a bare window of Qt, this
program as installed, the same built in one folder, and those of its peers that are there.
With ``--cold`` (as the administrator) all is read from the disk anew before each start.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.figures import middle, paired, tell
from tests.benchmarks.resident import forget_files
from tests.benchmarks.screen import environment_of, virtual_screen
from tests.benchmarks.x11 import Screen, wait_until

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1180, 760)
window.show()
application.exec()
"""
MOST = {"installed": 1.10, "in one folder": 1.20}
MOST_MEGABYTES = 320
PEERS = ("keepassxc", "lifeograph", "rednotebook")
PEER_ROUNDS = 3
_COLUMNS, _ROWS = range(100, 1100, 97), range(80, 700, 53)


def commands(bundle: Path | None) -> dict[str, Sequence[str]]:
    """Return what is started, by its name; the bare window first."""
    ours = {
        "a bare window": [sys.executable, "-c", BARE],
        "installed": [sys.executable, "-m", "onveilig_desktop"],
    }
    built = {} if bundle is None else {"in one folder": [str(bundle)]}
    return ours | built | {peer: [peer] for peer in PEERS if shutil.which(peer)}


def one(screen: Screen, command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Start *command* and return the seconds until something of it is painted."""
    wait_until(lambda: not _is_painted(screen))
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        took = wait_until(lambda: _is_painted(screen)) - begun
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
    return took


def _is_painted(screen: Screen) -> bool:
    return any(screen.is_painted(x, y) for x in _COLUMNS for y in _ROWS)


def main() -> None:
    """Start all of them in turn and tell the ratios to the bare window."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.start")
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--cold", action="store_true")
    chosen = parser.parse_args()
    if chosen.cold and not forget_files():
        print("this machine does not let its files be forgotten: nothing is measured cold")
        return
    started = commands(chosen.bundle)
    taken: dict[str, list[float]] = {name: [] for name in started}
    with virtual_screen() as display, tempfile.TemporaryDirectory() as home:
        Path(home, "index").touch()  # so that the locked page asks for a passphrase
        screen = Screen(display)
        environment = environment_of(display, NOTITIES_FOLDER=home, HOME=home)
        for turn in range(chosen.rounds + 1):
            for name, command in started.items():
                if name in PEERS and turn > PEER_ROUNDS:
                    continue
                if chosen.cold:
                    forget_files()
                took = one(screen, command, environment)
                if turn:  # the first time does not count
                    taken[name].append(took)
    _tell(taken, "cold" if chosen.cold else "warm")
    if chosen.bundle:
        tell("the program in one folder", _megabytes(chosen.bundle), "MB", MOST_MEGABYTES)


def _megabytes(bundle: Path) -> float:
    files = (file for file in bundle.resolve().parent.rglob("*") if file.is_file())
    return sum(file.lstat().st_size for file in files) / 1_000_000


def _tell(taken: Mapping[str, Sequence[float]], how: str) -> None:
    bare, *_others = taken.values()
    for name, times in taken.items():
        tell(f"first picture, {how}: {name}", middle(times))
        if times is not bare:
            ratio = paired(times, bare[: len(times)])
            tell(f"  {name} beside a bare window, {how}", ratio, "×", MOST.get(name))


if __name__ == "__main__":
    main()
