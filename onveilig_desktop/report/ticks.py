"""The marks along a time axis, as many as fit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onveilig_desktop import texts

_SHORT: Final = 70
"""Days up to which the axis counts in days; beyond it, in months."""
_DAYS: Final = (1, 2, 7, 14, 28)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240)

_LEAST: Final = 3
"""Ticks that there may be even where less would fit."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis with its words; the year stands under the first one in it."""

    day: date
    label: str
    year: str


def ticks(first: date, last: date, *, days_fit: int, months_fit: int) -> list[Tick]:
    """Return the ticks from *first* to *last*: no more days, or months, than fit.

    Without room for two, there are two or three all the same.
    """
    if (last - first).days <= _SHORT:
        step = _fitting(_DAYS, days_fit, lambda days: (last - first).days // days + 1)
        days = [first + timedelta(n) for n in range(0, (last - first).days + 1, step)]
        return list(_with_years(days, "d MMM"))
    span = (last.year - first.year) * 12 + last.month - first.month
    step = _fitting(_MONTHS, months_fit, lambda months: span // months + 1)
    step, starts = _starts(first, last, step)
    starts = starts[:: -(-len(starts) // max(months_fit, _LEAST))]
    if step >= _MONTHS[4]:
        return [Tick(start, str(start.year), "") for start in starts]
    return list(_with_years(starts, "LLL"))


def _fitting(steps: tuple[int, ...], room: int, count: Callable[[int], int]) -> int:
    return next((step for step in steps if count(step) <= room), steps[-1])


def _starts(first: date, last: date, step: int) -> tuple[int, list[date]]:
    """Return the months on *step*, or on the largest smaller step that two of them are on."""
    months = list(_months(first, last))
    for smaller in reversed(_MONTHS[: _MONTHS.index(step) + 1]):
        starts = [month for month in months if _number(month) % smaller == 0]
        if len(starts) > 1:
            return smaller, starts
    return _MONTHS[0], months


def _number(month: date) -> int:
    return month.year * 12 + month.month - 1


def _months(first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        if month >= first:
            yield month
        month = (month + timedelta(31)).replace(day=1)


def _with_years(days: list[date], pattern: str) -> Iterator[Tick]:
    from babel.dates import format_date  # late: as in texts, the first paint need not wait

    year = 0
    for day in days:
        label = format_date(day, pattern, locale=texts.language()).rstrip(".")
        yield Tick(day, label, str(day.year) if day.year != year else "")
        year = day.year
