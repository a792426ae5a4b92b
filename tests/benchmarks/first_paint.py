"""From starting a process to its first picture: this program beside a bare window of Qt.

Run ``python -m tests.benchmarks.first_paint PAIRS``. Told from inside, which is finer than what
is seen from outside; then when the first key that is pressed has been typed, and for how long
typing stalls while the rest is imported.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.figures import middle, paired, tell
from tests.benchmarks.screen import environment_of, virtual_screen

PROBE = str(Path(__file__).with_name("paint_probe.py"))
MOST, STALLED = 1.10, 100
TYPED_ROUNDS = 5


def run(display: str, pairs: int) -> None:
    """Start both in turn, *pairs* times after one that does not count, and tell the ratio."""
    with tempfile.TemporaryDirectory() as home:
        Path(home, "index").touch()  # so that the locked page asks for a passphrase
        environment = environment_of(display, NOTITIES_FOLDER=home)
        taken: dict[str, list[float]] = {"bare": [], "program": []}
        for turn in range(pairs + 1):
            for what, times in taken.items():
                [painted] = _moments(what, environment)
                if turn:
                    times.append(painted)
        typed = [_moments("typed", environment) for _ in range(TYPED_ROUNDS)]
    bare, program = taken["bare"], taken["program"]
    tell("first paint of a bare window", middle(bare))
    tell("first paint of the locked page", middle(program))
    tell("  beside a bare window", paired(program, bare), "×", MOST)
    usable = statistics.median(moments[0] for moments in typed)
    tell("first key typed, from the start", 1000 * usable)
    tell("  beside a bare window's first paint", usable / statistics.median(bare), "×")
    tell("imports after the first paint", middle([moments[1] for moments in typed]))
    tell("typing stalled meanwhile", 1000 * max(moments[2] for moments in typed), "ms", STALLED)


def _moments(what: str, environment: Mapping[str, str]) -> list[float]:
    """Return what the probe tells: when it was painted; or typed, how long it imported, stalled."""
    begun = time.monotonic()
    command = [sys.executable, PROBE, what]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    first, *others = json.loads(done.stdout)
    return [first - begun, *others]


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
