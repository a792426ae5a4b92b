"""A date as it was understood."""

from dataclasses import dataclass
from datetime import date

from onveilig_desktop.errors import DayMissingError
from onveilig_desktop.journal.moment import DayPart, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A day, and how precisely the words named it.

    A season is kept as one of its months and never as a day: a month counts as «at least,
    at most» and says nothing about direction, which is as much as a season can bear.
    """

    day: date
    precision: Precision = Precision.DAY
    part: DayPart | None = None
    is_season: bool = False

    def on(self, precision: Precision) -> date:
        """Return the day to keep with a *precision* that the person may have chosen.

        Raises:
            DayMissingError: only a month was named, and more is asked for.
        """
        if precision is Precision.MONTH:
            return self.day.replace(day=1)
        if self.precision is Precision.MONTH:
            raise DayMissingError
        return self.day
