"""The program in one folder: ``python -m tests.benchmarks.bundle PROGRAM``.

From starting a process to its first picture, seen from outside on the screen: a bare window
of Qt, this program as installed, and PROGRAM. With ``--cold`` (as root) everything is read
from the disk anew before each start.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.screen import environment_of, virtual_screen
from tests.benchmarks.x11 import Screen, wait_until

MOST = 1.20
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1180, 760)
window.show()
application.exec()
"""
_SPOT = (590, 380)


def main() -> None:
    """Start all three in turn and print the ratios to the bare window."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bundle")
    parser.add_argument("program", type=Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--cold", action="store_true")
    chosen = parser.parse_args()
    commands = {
        "bare QMainWindow": [sys.executable, "-c", _BARE],
        "installed": [sys.executable, "-m", "onveilig_desktop"],
        "one folder": [str(chosen.program)],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    with virtual_screen() as display, tempfile.TemporaryDirectory() as home:
        Path(home, "index").touch()  # so that the locked page asks for a passphrase
        screen = Screen(display)
        environment = environment_of(display, NOTITIES_FOLDER=home)
        for turn in range(chosen.rounds + 1):
            for name, command in commands.items():
                if chosen.cold:
                    _forget_files()
                seconds = _seconds(screen, command, environment)
                if turn:
                    taken[name].append(seconds)
    _print(taken)


def _forget_files() -> None:
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3", encoding="ascii")


def _seconds(screen: Screen, command: Sequence[str], environment: "dict[str, str]") -> float:
    wait_until(lambda: not screen.is_painted(*_SPOT))
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environment) as process:
        seconds = wait_until(lambda: screen.is_painted(*_SPOT)) - begun
        process.kill()
    return seconds


def _print(taken: "dict[str, list[float]]") -> None:
    bare, *_others = taken.values()
    print(f"First picture on the screen, {len(bare)} rounds    ms   quartiles   ratio of pairs")
    for name, times in taken.items():
        low, middle, high = (1000 * cut for cut in statistics.quantiles(times, n=4))
        ratio = statistics.median(one / other for one, other in zip(times, bare, strict=True))
        print(f"{name:40} {middle:6.0f}   {low:.0f}-{high:.0f}   {ratio:.3f}")
    print(f"to reach: at most {MOST}")


if __name__ == "__main__":
    main()
