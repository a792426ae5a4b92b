"""How much typing a kill costs: ``python -m tests.benchmarks.kill_typing --times 100``."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.screen import virtual_screen

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from killing import Killed, Rounds, Way


def main() -> None:
    """Kill that often, and print what was lost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1, help="of the rhythm and the moments")
    options = asked.parse_args()
    done: list[Killed] = []
    with virtual_screen() as display, tempfile.TemporaryDirectory() as place:
        rounds = Rounds(display, Path(place), options.seed)
        for way in islice(cycle(Way), options.times):
            done.append(rounds.kill(way))
            print(f"{len(done):4}  {_words(done[-1])}", flush=True)
    _tell(done)


def _words(one: Killed) -> str:
    return f"{one.typed:3} typed, {one.lost:2} lost, {one.lost_ms:5.0f} ms, {one.way}"


def _tell(done: Sequence[Killed]) -> None:
    print(f"{len(done)} kills, {sum(one.typed for one in done)} keys")
    print(f"most lost: {max(one.lost for one in done)} keys")
    print(f"longest lost: {max(one.lost_ms for one in done):.0f} ms")
    print(f"usually: {statistics.median(one.lost_ms for one in done):.0f} ms (median)")
    print(f"a round: {statistics.mean(one.seconds for one in done):.1f} s")


if __name__ == "__main__":
    main()
