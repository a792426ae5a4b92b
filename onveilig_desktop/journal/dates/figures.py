"""Reading and writing dates and times of day in figures, the day before the month."""

import re
from datetime import date, time

from onveilig_desktop.errors import (
    DateNotUnderstoodError,
    DateTooEarlyError,
    NoSuchDayError,
    TimeNotUnderstoodError,
)
from onveilig_desktop.journal.moment import FIRST_YEAR

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MINUTE = re.compile(r"(\d{1,2})[:.uh]?(\d{2})")


def parse_day(text: str, today: date) -> date:
    """Return the day that *text* names: ``14-3``, ``14/3/2026``, ``14-3-26``, ``2026-03-14``.

    Without a year it is the latest such day that is not after *today*.

    Raises:
        DateNotUnderstoodError: it is not a date in figures.
        NoSuchDayError: no such day exists, as with 29 February in most years.
        DateTooEarlyError: it is before 1900.
    """
    if match := _YEAR_FIRST.fullmatch(text.strip()):
        return day_of(*(int(part) for part in match.groups()))
    match = _DAY_FIRST.fullmatch(text.strip())
    if match is None:
        raise DateNotUnderstoodError
    day, month = int(match[1]), int(match[2])
    if match[3] is None:
        return latest(day, month, today)
    return day_of(int(match[3]) + (2000 if len(match[3]) == len("26") else 0), month, day)


def parse_minute(text: str) -> time:
    """Return the time of day that *text* names: ``8:05``, ``20.30``, ``2030``.

    Raises:
        TimeNotUnderstoodError: it is not a time of day.
    """
    match = _MINUTE.fullmatch(text.strip())
    if match is None:
        raise TimeNotUnderstoodError
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        raise TimeNotUnderstoodError from None


def write_day(day: date) -> str:
    """Return *day* in figures that ``parse_day`` reads back: ``14-3-2026``."""
    return f"{day.day}-{day.month}-{day.year}"


def write_month(month: date) -> str:
    """Return the month of *month* in figures: ``3-2026``."""
    return f"{month.month}-{month.year}"


def latest(day: int, month: int, today: date) -> date:
    """Return the latest such day that is not after *today*, or raise ``NoSuchDayError``."""
    for year in range(today.year, today.year - 9, -1):  # 29 February: up to eight years back
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise NoSuchDayError


def day_of(year: int, month: int, day: int) -> date:
    """Return that day, or raise ``NoSuchDayError`` or ``DateTooEarlyError``."""
    if year < FIRST_YEAR:
        raise DateTooEarlyError
    try:
        return date(year, month, day)
    except ValueError:
        raise NoSuchDayError from None
