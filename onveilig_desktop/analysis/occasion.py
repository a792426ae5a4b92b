"""From noted dates to occasions: what is counted when something is counted."""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Final

ONE_NIGHT: Final = timedelta(hours=6)
"""Two moments closer than this, on either side of midnight, are one occasion."""
LATE_DAYS: Final = 30
"""Days after which what is written down is memory, and may change what the order tells."""
_ONE_DAY: Final = timedelta(days=1)
_FIRST: Final = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing noted: its civil date, and its UTC instant where the minute is known.

    A month is given as its first day with ``is_month``. «About this day» counts as that
    day: it is the person's best knowledge, and a rule that guessed otherwise would have
    to invent a width for it. ``is_late``: it was written down more than ``LATE_DAYS`` days
    afterwards, counted from the last day of a month.
    """

    day: date
    is_month: bool = False
    instant: datetime | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that it happened, as far as the dates tell.

    For a day, ``first`` and ``last`` are that day; for a night across midnight they are
    its two days; for a month they are the bounds within which it lies, today at the latest.
    ``members`` are the places in the input of what was noted; a day ``is_late`` when
    all of it was written down late.
    """

    first: date
    last: date
    members: tuple[int, ...]
    is_month: bool = False
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Occasions:
    """What is counted, each earliest first.

    ``days`` are the occasions with a day, ``months`` all months that were noted without
    one. ``counted`` are the days with those months that hold none of them and so must be
    occasions of their own; these never overlap. ``future`` are the places in the input
    of dates after today, which never count.
    """

    days: tuple[Occasion, ...]
    months: tuple[Occasion, ...]
    counted: tuple[Occasion, ...]
    future: tuple[int, ...]

    @property
    def at_least(self) -> int:
        """How many occasions there must have been."""
        return len(self.counted)

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
    untimed: set[date] = set()
    late: set[int] = set()
    for place, item in enumerate(noted):
        day = item.day
        if day > today:
            future.append(place)
        elif item.is_month:
            months.setdefault(day.replace(day=1), []).append(place)
        else:
            days.setdefault(day, []).append(place)
            if item.instant is None:
                untimed.add(day)
            else:
                instants[place] = item.instant
        if item.is_late:
            late.add(place)
    exact = _nights_joined(days, untimed, instants, months)
    if late:
        exact = [
            replace(one, is_late=True) if late.issuperset(one.members) else one for one in exact
        ]
    vague = [_month(first, months[first], today) for first in sorted(months)]
    alone = _without_days(vague, exact)
    counted = sorted((*exact, *alone), key=_FIRST) if alone else exact
    return Occasions(tuple(exact), tuple(vague), tuple(counted), tuple(future))


def _nights_joined(
    days: Mapping[date, Sequence[int]],
    untimed: Container[date],
    instants: Mapping[int, datetime],
    months: Container[date],
) -> list[Occasion]:
    """Make an occasion of each day; a day that is *untimed* never joins another."""
    joined: list[Occasion] = []
    before = date.min
    for day in sorted(days):
        places = tuple(days[day])
        if day not in untimed and before not in untimed and day - before == _ONE_DAY:
            both = (*joined[-1].members, *places)
            if not _parted(before, day, months) and _one_night([instants[one] for one in both]):
                joined[-1] = Occasion(before, day, both)
                before = date.min
                continue
        joined.append(Occasion(day, day, places))
        before = day
    return joined


def _without_days(months: Sequence[Occasion], days: Sequence[Occasion]) -> Sequence[Occasion]:
    """Return the months in which none of *days* begins."""
    places = [bisect_left(days, month.first, key=_FIRST) for month in months]
    return [
        month
        for month, place in zip(months, places, strict=True)
        if place == len(days) or days[place].first > month.last
    ]


def _parted(before: date, day: date, months: Container[date]) -> bool:
    """Whether a month begins between the two, and one of both was noted as a month.

    The month may be about either side of midnight. Were the sides joined, an evening noted
    afterwards could take an occasion away.
    """
    return day.day == 1 and (day in months or before.replace(day=1) in months)


def _one_night(moments: Sequence[datetime]) -> bool:
    return max(moments) - min(moments) < ONE_NIGHT


def _month(first: date, places: Sequence[int], today: date) -> Occasion:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Occasion(first, min(last, today), tuple(places), is_month=True)
