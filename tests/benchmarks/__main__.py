"""How long things take, beside something that is known: ``python -m tests.benchmarks``."""

import argparse
import subprocess
import sys
import tempfile

from tests.benchmarks import first_paint
from tests.benchmarks.screen import environment_of, virtual_screen


def main() -> None:
    """Run what was asked for, or everything, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "what", nargs="*", choices=["first-paint", "journal", "find", "patterns", []]
    )
    parser.add_argument("--pairs", type=int, default=21, help="starts of each program (21)")
    parser.add_argument("--entries", type=int, default=10_000, help="in the journal (10000)")
    chosen = parser.parse_args()
    with virtual_screen() as display:
        if "first-paint" in chosen.what or not chosen.what:
            first_paint.run(display, chosen.pairs)
        if "journal" in chosen.what or not chosen.what:
            journal = [sys.executable, "-m", "tests.benchmarks.big_journal", str(chosen.entries)]
            subprocess.run(journal, env=environment_of(display), check=True)
        if "find" in chosen.what or not chosen.what:
            _find(display, str(chosen.entries))
        if "patterns" in chosen.what or not chosen.what:
            patterns = [sys.executable, "-m", "tests.benchmarks.patterns"]
            subprocess.run(patterns, env=environment_of(display), check=True)


def _find(display: str, entries: str) -> None:
    """Search one journal, first without the window and then in it."""
    with tempfile.TemporaryDirectory() as kept:
        for module in ("find", "find_window"):
            command = [sys.executable, "-m", f"tests.benchmarks.{module}", entries, "--keep", kept]
            subprocess.run(command, env=environment_of(display), check=True)


main()
