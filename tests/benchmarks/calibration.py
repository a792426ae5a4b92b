"""How often the direction errs, and how often it sees: ``python -m tests.benchmarks.calibration``.

Journals of n occasions in T days are drawn from processes whose truth is known, and each
is weighed as the program does. The table it should meet is ``tests/data/calibration.json``.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onveilig_desktop.analysis import Direction
from onveilig_desktop.analysis.shuffle import shuffle_tests
from onveilig_desktop.analysis.verdict import LEAST_GAPS, Weighed, way_of

TABLE = Path(__file__).parents[1] / "data" / "calibration.json"
AT_ONCE = 250
FALSE_ALARMS, POWER = 0.01, 0.03
"""How far a share may lie from the table where nothing changes, and where something does."""
FASTER = ("signs_or_clear_faster", "clear_faster")
SLOWER = ("signs_or_clear_slower", "clear_slower")

Draws = np.random.Generator
Days = NDArray[np.int64]
Rate = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def weighted(rate: Rate) -> Callable[[Draws, int, int, int], Days]:
    """Return journals of different days, each as likely as *rate* says of its moment."""

    def draw(draws: Draws, reps: int, n: int, length: int) -> Days:
        weights = rate(np.arange(length) / length)
        keys = draws.exponential(size=(reps, length)) / weights
        return np.sort(np.argpartition(keys, n, axis=1)[:, :n], axis=1)

    return draw


def bursts(draws: Draws, reps: int, n: int, length: int) -> Days:
    """Episodes of three occasions on average begin at any moment; n of their days are noted.

    What follows the first of an episode does so after four days on average.
    """
    journals = np.empty((reps, n), np.int64)
    for row in range(reps):
        days: set[int] = set()
        while len(days) < n:
            begin = draws.uniform(0, length)
            after = draws.exponential(4, size=draws.poisson(2))
            days.update(int(day) for day in (begin, *(begin + after)) if day < length)
        journals[row] = np.sort(draws.choice(sorted(days), n, replace=False))
    return journals


def heavy_tailed(draws: Draws, reps: int, n: int, length: int) -> Days:
    """Gaps from a gamma distribution with twice its mean as standard deviation."""
    gaps = draws.gamma(0.25, 4 * length / n, size=(reps, n))
    return np.cumsum(np.maximum(1, np.rint(gaps)).astype(np.int64), axis=1)


def _weekends(moment: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.arange(len(moment)) % 7 >= 5, 4.0, 1.0)


def _steadily(times: float) -> Rate:
    """Return a rate that grows evenly, *times* as high in the second half as in the first."""
    return lambda moment: times ** (2 * moment)


def _step(moment: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(moment >= 2 / 3, 3.0, 1.0)


PROCESSES = {
    "constant rate (Poisson)": weighted(np.ones_like),
    "constant, weekends x4": weighted(_weekends),
    "bursts (~3 days per episode)": bursts,
    "heavy-tailed gaps (gamma CV 2)": heavy_tailed,
    "accelerating: 2nd half 2x": weighted(_steadily(2)),
    "accelerating: 2nd half 4x": weighted(_steadily(4)),
    "step x3 in last third": weighted(_step),
    "decelerating: 2nd half 1/2": weighted(_steadily(1 / 2)),
    "decelerating: 2nd half 1/4": weighted(_steadily(1 / 4)),
}
UNCHANGED = frozenset(list(PROCESSES)[:4])


def directions(journals: Days) -> Iterator[Direction]:
    """Weigh each row of days by itself."""
    for start in range(0, len(journals), AT_ONCE):
        gaps = np.diff(journals[start : start + AT_ONCE], axis=1).tolist()
        for one, tails in zip(gaps, shuffle_tests([[row] for row in gaps]), strict=True):
            weighed = Weighed(len(one), *tails)
            way = way_of(weighed)
            if len(one) < LEAST_GAPS:
                yield Direction.TOO_LITTLE
            else:
                yield way.name(weighed) if way else Direction.NO_CLEAR


def shares(journals: Days) -> dict[str, float]:
    """Return the columns of the table."""
    found = Counter(directions(journals))
    counts = {
        FASTER[0]: found[Direction.SIGNS_FASTER] + found[Direction.CLEAR_FASTER],
        FASTER[1]: found[Direction.CLEAR_FASTER],
        SLOWER[0]: found[Direction.SIGNS_SLOWER] + found[Direction.CLEAR_SLOWER],
        SLOWER[1]: found[Direction.CLEAR_SLOWER],
        "too_little": found[Direction.TOO_LITTLE],
    }
    return {name: count / len(journals) for name, count in counts.items()}


def main() -> None:
    """Print each row of the table beside what was measured, and what lies too far off."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.calibration")
    parser.add_argument("--reps", type=int, default=10_000, help="journals per row (10000)")
    parser.add_argument("--only", default="", help="processes whose name holds this")
    chosen = parser.parse_args()
    draws = np.random.default_rng(20250101)
    began, far = time.perf_counter(), 0
    rows = [row for row in json.loads(TABLE.read_text("utf-8")) if chosen.only in row["process"]]
    for row in rows:
        journals = PROCESSES[row["process"]](draws, chosen.reps, row["n"], row["T"])
        measured = shares(journals)
        allowed = FALSE_ALARMS if row["process"] in UNCHANGED else POWER
        off = [name for name, share in measured.items() if abs(share - row[name]) > allowed]
        far += bool(off)
        columns = "  ".join(
            f"{row[name]:.4f} {measured[name]:.4f}{'!' if name in off else ' '}"
            for name in (*FASTER, *SLOWER)
        )
        print(f"{row['T']:4} {row['process']:32} n={row['n']:2}  {columns}")
    print(f"{far} of {len(rows)} rows too far off; {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
