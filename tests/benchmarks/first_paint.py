"""From starting a process to its first picture: this program beside a bare window of Qt."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.screen import environment_of

PROBE = str(Path(__file__).with_name("paint_probe.py"))
MOST = 1.15


def run(display: str, pairs: int) -> None:
    """Start both in turn, *pairs* times after one that does not count, and print the ratio."""
    with tempfile.TemporaryDirectory() as home:
        Path(home, "index").touch()  # so that the locked page asks for a passphrase
        environment = environment_of(display, NOTITIES_FOLDER=home)
        taken: dict[str, list[float]] = {"bare": [], "program": []}
        for turn in range(pairs + 1):
            for what, times in taken.items():
                seconds = _seconds(what, environment)
                if turn:
                    times.append(seconds)
    _print(taken["bare"], taken["program"])


def _seconds(what: str, environment: Mapping[str, str]) -> float:
    begun = time.monotonic()
    command = [sys.executable, PROBE, what]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout) - begun


def _print(bare: Sequence[float], program: Sequence[float]) -> None:
    print(f"\nFirst paint, {len(bare)} pairs        ms  quartiles")
    for name, times in (("bare QMainWindow", bare), ("locked page", program)):
        low, middle, high = (1000 * cut for cut in statistics.quantiles(times, n=4))
        print(f"{name:20} {middle:9.0f}  {low:.0f}-{high:.0f}")
    ratio = statistics.median(program) / statistics.median(bare)
    paired = statistics.median(one / other for one, other in zip(program, bare, strict=True))
    print(f"ratio {ratio:.3f}, of pairs {paired:.3f}; to reach: at most {MOST}")
