"""When something happened, as precisely as the person knows and no more."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

FIRST_YEAR: Final = 1900
"""No day before it can be typed, or brought in."""


class Precision(StrEnum):
    """How well the moment is known."""

    MINUTE = "minute"
    PART = "part"
    DAY = "day"
    ABOUT = "about"
    MONTH = "month"


class DayPart(StrEnum):
    """A part of the day."""

    NIGHT = "night"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A civil date with its precision.

    The date is the one the person wrote; no time zone ever moves it. A month is
    kept as its first day. Only a minute has a place on the world's clock, through
    the UTC offset that held there and then.
    """

    day: date
    precision: Precision
    minute: time | None = None
    part: DayPart | None = None
    utc_offset: timedelta | None = None

    def __post_init__(self) -> None:
        is_minute = self.precision is Precision.MINUTE
        if (self.minute is not None) != is_minute or (self.utc_offset is not None) != is_minute:
            raise ValueError("a minute, and only a minute, has a time and an offset")
        if (self.part is not None) != (self.precision is Precision.PART):
            raise ValueError("a part of day, and only that, has a part")
        if self.precision is Precision.MONTH and self.day.day != 1:
            raise ValueError("a month is kept as its first day")

    @property
    def has_day(self) -> bool:
        """Whether a day is known; of a month it is not."""
        return self.precision is not Precision.MONTH

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC, where it is known to the minute."""
        if self.minute is None or self.utc_offset is None:
            return None
        return datetime.combine(self.day, self.minute, UTC) - self.utc_offset


def last_day(happened: Moment) -> date:
    """Return the latest day that *happened* can be: of a month, its last."""
    if happened.has_day:
        return happened.day
    return happened.day.replace(day=monthrange(happened.day.year, happened.day.month)[1])


def touches(happened: Moment, first: date | None, last: date | None) -> bool:
    """Say whether *happened* can lie between two days, both included; None is no limit."""
    return (first is None or last_day(happened) >= first) and (last is None or happened.day <= last)


def days_late(happened: Moment, written_at: datetime) -> int:
    """Return how many days after *happened* it was written down, at the least.

    The day of writing is the one where it was written; below zero, it was written before.
    """
    return (written_at.date() - last_day(happened)).days
