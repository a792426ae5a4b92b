"""From noted dates to occasions: what is counted when something is counted."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

ONE_NIGHT: Final = timedelta(hours=6)
"""Two moments closer than this, on either side of midnight, are one occasion."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing noted: its civil date, and its UTC instant where the minute is known.

    A month is given as its first day with ``is_month``. «About this day» counts as that
    day: it is the person's best knowledge, and a rule that guessed otherwise would have
    to invent a width for it.
    """

    day: date
    is_month: bool = False
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that it happened, as far as the dates tell.

    For a day, ``first`` and ``last`` are that day; for a night across midnight they are
    its two days; for a month they are the bounds within which it lies, today at the latest.
    ``members`` are the places in the input of what was noted.
    """

    first: date
    last: date
    members: tuple[int, ...]
    is_month: bool = False


@dataclass(frozen=True, slots=True)
class Occasions:
    """What is counted, earliest first.

    ``months`` are all months that were noted without a day; ``open_months`` are those
    that hold no occasion with a day, so that they must be occasions of their own.
    ``future`` are the places in the input of dates after today, which never count.
    """

    days: tuple[Occasion, ...]
    months: tuple[Occasion, ...]
    open_months: tuple[Occasion, ...]
    future: tuple[int, ...]

    @property
    def counted(self) -> tuple[Occasion, ...]:
        """The occasions that there were at least, earliest first; they never overlap."""
        return tuple(sorted(self.days + self.open_months, key=lambda occasion: occasion.first))

    @property
    def at_least(self) -> int:
        """How many occasions there must have been."""
        return len(self.days) + len(self.open_months)

    @property
    def at_most(self) -> int:
        """How many there can have been, if every month entry was one more."""
        return len(self.days) + sum(len(month.members) for month in self.months)


def occasions(noted: Iterable[Noted], today: date) -> Occasions:
    """Return the occasions in *noted*, in whatever order it comes.

    All that is noted on one civil date is one occasion. Two dates in a row are one
    occasion, dated at the first, when everything noted on the one lies less than six
    hours from everything noted on the other; a day noted without its minute stands for
    itself. So a later note can part a night in two, but never makes two days one.
    Linear in the number of dates, after sorting them.
    """
    days: dict[date, list[int]] = {}
    months: dict[date, list[int]] = {}
    future: list[int] = []
    instants: dict[int, datetime] = {}
    for place, item in enumerate(noted):
        if item.day > today:
            future.append(place)
        elif item.is_month:
            months.setdefault(item.day.replace(day=1), []).append(place)
        else:
            days.setdefault(item.day, []).append(place)
            if item.instant is not None:
                instants[place] = item.instant
    exact = _nights_joined(days, instants, frozenset(months))
    held = {occasion.first.replace(day=1) for occasion in exact}
    noted_months = tuple(_month(first, months[first], today) for first in sorted(months))
    return Occasions(
        days=exact,
        months=noted_months,
        open_months=tuple(month for month in noted_months if month.first not in held),
        future=tuple(future),
    )


def _nights_joined(
    days: Mapping[date, Sequence[int]], instants: Mapping[int, datetime], months: frozenset[date]
) -> tuple[Occasion, ...]:
    joined: list[Occasion] = []
    for day in sorted(days):
        before = joined[-1] if joined else None
        if before is not None and _one_night(before, day, days[day], instants, months):
            joined[-1] = Occasion(before.first, day, (*before.members, *days[day]))
        else:
            joined.append(Occasion(day, day, tuple(days[day])))
    return tuple(joined)


def _one_night(
    before: Occasion,
    day: date,
    places: Sequence[int],
    instants: Mapping[int, datetime],
    months: frozenset[date],
) -> bool:
    if (day - before.first).days != 1:
        return False
    # A month noted beside it may be about either side of this midnight. Joining the sides
    # would then let an added evening take an occasion away.
    ends_month = day.day == 1
    if ends_month and not months.isdisjoint((day, before.first.replace(day=1))):
        return False
    moments = [instants.get(place) for place in (*before.members, *places)]
    known = [moment for moment in moments if moment is not None]
    return len(known) == len(moments) and max(known) - min(known) < ONE_NIGHT


def _month(first: date, places: Sequence[int], today: date) -> Occasion:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Occasion(first, min(last, today), tuple(places), is_month=True)
