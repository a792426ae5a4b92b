"""What was measured, beside what is to be reached; how it is told, kept and laid out."""

import json
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby, pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

KEPT = "NOTITIES_FIGURES"
"""Names the file to which each process adds what it measured, when all of them are run."""
_GROWING = ("ms", "s")


class Figure(NamedTuple):
    """One thing that was measured."""

    name: str
    measured: float
    unit: str = "ms"
    most: float | None = None
    """What is to be reached; nothing where it is only good to know."""
    size: int | None = None
    """How many entries the journal has."""

    @property
    def met(self) -> str:
        """Say whether it is reached."""
        return "" if self.most is None else "yes" if self.measured <= self.most else "NO"


def tell(
    name: str,
    measured: float,
    unit: str = "ms",
    most: float | None = None,
    size: int | None = None,
) -> None:
    """Print what was measured, and keep it for the table of all."""
    figure = Figure(name, measured, unit, most, size)
    print(line_of(figure), flush=True)
    if KEPT in os.environ:
        with Path(os.environ[KEPT]).open("a", encoding="utf-8") as kept:
            kept.write(f"{json.dumps(figure)}\n")


def kept_in(file: Path) -> Sequence[Figure]:
    """Return what was measured, one of each name and size, in the order it was told."""
    told: dict[tuple[str, int | None], Figure] = {}
    if file.exists():
        for row in file.read_text(encoding="utf-8").splitlines():
            figure = Figure(*json.loads(row))
            told[figure.name, figure.size] = figure
    return list(told.values())


def line_of(figure: Figure) -> str:
    """Return one row of the table."""
    size = "" if figure.size is None else f"{figure.size:,}"
    most = "" if figure.most is None else f"{_number(figure.most, figure.unit)} {figure.unit}"
    measured = f"{_number(figure.measured, figure.unit)} {figure.unit}"
    return f"{figure.name:<52} {size:>8} {measured:>12} {most:>12}  {figure.met}"


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Return the table of all, line by line, with how many are met."""
    yield f"{'':52} {'entries':>8} {'measured':>12} {'to reach':>12}  met"
    yield from map(line_of, figures)
    asked = [figure for figure in figures if figure.most is not None]
    missed = [figure for figure in asked if figure.met == "NO"]
    yield f"{len(asked) - len(missed)} of {len(asked)} met"


def growth(figures: Iterable[Figure]) -> Iterator[str]:
    """Say for each time that was measured at more than one size how it grows."""
    sized = [one for one in figures if one.size is not None and one.unit in _GROWING]
    for name, alike in groupby(sorted(sized, key=lambda one: (one.name, one.size)), _name):
        powers = [
            f"{small.size:,} → {large.size:,}: {slope(small, large):5.2f}"
            for small, large in pairwise(alike)
            if small.measured > 0 and large.measured > 0
        ]
        if powers:
            yield f"{name:<52} {'   '.join(powers)}"


def slope(small: Figure, large: Figure) -> float:
    """Return the power with which time grows: 1 is linear, less is better."""
    assert small.size is not None
    assert large.size is not None
    return log(large.measured / small.measured) / log(large.size / small.size)


def seconds(work: Callable[[], object]) -> float:
    """Return how long it takes to do *work*."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def middle(times: Sequence[float]) -> float:
    """Return the median of times in seconds, in ms."""
    return 1000 * statistics.median(times)


def slowest(times: Sequence[float]) -> float:
    """Return what all but one of twenty stay under."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def paired(ours: Sequence[float], other: Sequence[float]) -> float:
    """Return the ratio that is usual between what was measured in turns."""
    return statistics.median(one / beside for one, beside in zip(ours, other, strict=True))


def cpus() -> int:
    """Return how many processors this process may use."""
    with suppress(AttributeError):  # only Linux tells
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _name(figure: Figure) -> str:
    return figure.name


def _number(value: float, unit: str) -> str:
    if unit in ("×", "%"):
        return f"{value:.2f}"
    return f"{value:.1f}" if abs(value) < 10 else f"{value:,.0f}"
