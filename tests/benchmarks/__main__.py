"""How long everything takes, beside something that is known: ``python -m tests.benchmarks``.

Each measurement runs in a process of its own; at the end one table tells all of it, with what
is to be reached, and with which power of the number of entries the times grow.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import figures, journals
from tests.benchmarks.screen import environment_of, virtual_screen

ROOT = Path(__file__).parents[2]
BUILT = ROOT / ".venv/one-folder/dist/notities/notities"
"""The program in one folder, where ``.ci/run`` leaves it."""
SIZES = (1_000, 10_000, 100_000)
PATIENCE = 900


class Measurement(NamedTuple):
    """One module, what it is given, and the sizes of the journal it is run for."""

    module: str
    given: Sequence[str] = ()
    sizes: Sequence[int] = ()
    """Those that are asked for at once; none where the size is fixed."""
    in_full: Sequence[int] = ()
    """Those that take too long to ask for them each time."""


ALL = {
    "start": Measurement("first_paint", ["21"]),
    "screen": Measurement("start"),
    "cold": Measurement("start", ["--cold", "--rounds", "5"]),
    "journal": Measurement("big_journal", sizes=SIZES[:2], in_full=SIZES[2:]),
    "find": Measurement("find", sizes=SIZES),
    "window": Measurement("find_window", sizes=SIZES),
    "patterns": Measurement("patterns", sizes=(500, *SIZES)),
    "summary": Measurement("summary", sizes=(500, 10_000)),
    "transfer": Measurement("transfer", sizes=SIZES[:2], in_full=SIZES[2:]),
    "copies": Measurement("copies", sizes=SIZES[:2], in_full=SIZES[2:]),
    "exit": Measurement("quick_exit", ["10"]),
    "lock": Measurement("locking", ["10"]),
    "rest": Measurement("rest", sizes=(10_000,)),
}


def main() -> None:
    """Run what was asked for, or everything, and print the table."""
    chosen = _asked()
    with virtual_screen() as display, tempfile.TemporaryDirectory() as home:
        kept = Path(home, "figures")
        added = {figures.KEPT: str(kept), journals.KEPT: home} | (
            {journals.KEPT: str(chosen.keep)} if chosen.keep else {}
        )
        environment = environment_of(display, **added)
        failed = [
            name for name in chosen.only or ALL if not _runs(name, ALL[name], chosen, environment)
        ]
        told = figures.kept_in(kept)
    print(f"\nOn {figures.cpus()} processors, Python {sys.version.split()[0]}\n")
    print(*figures.table(told), sep="\n")
    print("\nThe power with which it grows (1 is linear)\n")
    print(*figures.growth(told), sep="\n")
    print("\nHow long all tests take is told by the last line of .ci/run; the bar is 10 minutes.")
    if not chosen.bundle:
        print("No program in one folder is at hand, so it was not measured; .ci/run builds one.")
    if failed:
        sys.exit(f"These were not measured to the end: {', '.join(failed)}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=ALL, help="measure these alone")
    parser.add_argument("--sizes", help="of the journals, as in 1000,10000")
    parser.add_argument("--full", action="store_true", help="the largest journals everywhere")
    at_hand = BUILT if BUILT.is_file() else None
    told = "the program in one folder, to measure it too; else the one that .ci/run left, if any"
    parser.add_argument("--bundle", type=Path, default=at_hand, help=told)
    parser.add_argument("--keep", type=Path, help="folder in which the made-up journals stay")
    return parser.parse_args()


def _runs(
    name: str, one: Measurement, chosen: argparse.Namespace, environment: Mapping[str, str]
) -> bool:
    """Run *one* for each of its sizes; say whether all came to their end."""
    given = list(one.given)
    if one.module == "start" and chosen.bundle:
        given += ["--bundle", str(chosen.bundle.resolve())]
    begun, done = time.monotonic(), True
    for size in _sizes(one, chosen):
        print(f"\n== {name} {size}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{one.module}", *size.split(), *given]
        done = _ends_well(command, environment) and done
    print(f"   in {time.monotonic() - begun:.0f} s", flush=True)
    return done


def _sizes(one: Measurement, chosen: argparse.Namespace) -> Sequence[str]:
    if not one.sizes:
        return [""]
    if chosen.sizes:
        return chosen.sizes.split(",")
    return [str(size) for size in (*one.sizes, *(one.in_full if chosen.full else ()))]


def _ends_well(command: Sequence[str], environment: Mapping[str, str]) -> bool:
    try:
        return not subprocess.run(
            command, env=environment, timeout=PATIENCE, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        return False


if __name__ == "__main__":
    main()
