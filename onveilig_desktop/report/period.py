"""A stretch of days, and how a moment of any precision lies to it."""

from dataclasses import dataclass
from datetime import date, datetime
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
