"""Where days and counts lie along the two sides of a chart, in pixels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onveilig_desktop.report.ticks import Tick, ticks

Measure = Callable[[str], float]
"""The width of a text in pixels."""
LEAST_SPAN: Final = 14
"""Days that a time axis covers at least, so that one date does not fill it."""
TOGETHER: Final = 1.0
"""Marks whose middles are less than this many pixels apart are one to the eye."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from one up to and including another, from left to right.

    ``start`` is the ordinal of the day at the left end, ``per_day`` how wide a day is.
    """

    first: date
    last: date
    left: float
    right: float
    start: float
    per_day: float

    @classmethod
    def over(cls, first: date, last: date, left: float, right: float) -> "TimeAxis":
        """Return the axis between two ends, in pixels; with air around very few days."""
        days = (last - first).days + 1
        missing = max(0, LEAST_SPAN - days)
        start = first.toordinal() - missing / 2
        return cls(first, last, left, right, start, (right - left) / (days + missing))

    def x(self, day: date) -> float:
        """Return where *day* begins."""
        return self.left + (day.toordinal() - self.start) * self.per_day

    def middle(self, day: date) -> float:
        """Return the middle of *day*."""
        return self.x(day) + self.per_day / 2

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Return the left and right end of some days, as far as they are on the axis."""
        begin, end = max(first, self.first), min(last, self.last)
        return self.x(begin), max(self.x(begin), self.x(end) + self.per_day)

    def ticks(self, font: float, measure: Measure) -> Sequence[Tick]:
        """Return as many ticks as have room for their words."""
        room = self.right - self.left
        return ticks(
            self.first,
            self.last,
            days_fit=int(room / (measure("30 mmm") + font)),
            months_fit=int(room / (measure("mmm") + 1.2 * font)),
        )


@dataclass(frozen=True, slots=True)
class CountAxis:
    """The numbers from nothing up to *most*, from the bottom up."""

    most: float
    top: float
    bottom: float

    def y(self, count: float) -> float:
        """Return the height of *count*; what is more than fits stands at the top."""
        return self.bottom - min(count / self.most, 1.0) * (self.bottom - self.top)

    def ticks(self, font: float) -> Sequence[int]:
        """Return round numbers, as many as have room."""
        fit = max(1, int((self.bottom - self.top) / (2 * font)))
        step = next(step for step in round_steps() if self.most / step <= fit)
        return range(0, int(self.most) + 1, step)


def round_steps() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 and so on: steps that are easy to count in."""
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def clusters(places: Sequence[float]) -> list[range]:
    """Return which marks fall together: runs of *places*, which run from left to right.

    However many there are, there are no more runs than pixels.
    """
    found: list[range] = []
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] - places[start] >= TOGETHER:
            found.append(range(start, at))
            start = at
    return found
