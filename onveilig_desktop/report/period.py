"""A stretch of days, and how a moment of any precision lies to it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from onveilig_desktop.journal import Moment, days_late, last_day
from onveilig_desktop.journal.moment import touches


def is_late(moment: Moment, written_at: datetime, days: int) -> bool:
    """Say whether it was written down more than *days* days after *moment*."""
    return days_late(moment, written_at) > days


@dataclass(frozen=True, slots=True)
class Period:
    """From one day up to and including another; an open end has no limit."""

    first: date | None = None
    last: date | None = None

    def has(self, day: date) -> bool:
        """Say whether *day* lies in it."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)

    def holds(self, moment: Moment, today: date) -> bool:
        """Say whether *moment* lies in it for certain; a month must lie in it whole.

        Of the present month only the part up to today counts.
        """
        end = last_day(moment)
        if not moment.has_day and moment.day <= today:
            end = min(end, today)
        return (self.first is None or moment.day >= self.first) and (
            self.last is None or end <= self.last
        )

    def touches(self, moment: Moment) -> bool:
        """Say whether *moment* can lie in it."""
        return touches(moment, self.first, self.last)


EVERYTHING: Final = Period()
"""All that was noted."""


class Span(StrEnum):
    """The periods that are offered."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    EVERYTHING = "everything"
    OWN = "own"


_MONTHS_BACK: Final = {Span.QUARTER: 3, Span.YEAR: 12}


def usual(span: Span | None, today: date) -> Period:
    """Return a period that ends today, and begins on the same day of an earlier month."""
    if span is Span.MONTH:
        return Period(today.replace(day=1), today)
    back = _MONTHS_BACK.get(span) if span else None
    return EVERYTHING if back is None else Period(_months_before(today, back), today)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
