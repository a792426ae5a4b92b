"""What is typed into the search box, piece by piece: a word, or the words of a date.

A word is sought in the texts of an entry and in the names of its signals; «14 maart»,
«maart 2026» or «14-3-2026» finds what happened then as well. Storage and
``Query.matches`` seek the same pieces, so that they find the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal.dates.vocabulary import day_in, is_weekday, month_in
from onveilig_desktop.journal.folding import words
from onveilig_desktop.journal.moment import Moment

_MONTHS: Final = 12
_YEARS: Final = range(1900, 2200)
_SHORT: Final = 3
_WHOLE_NAMES: Final = frozenset({"mei", "may"})
_ORDERS: Final = tuple(
    re.compile(order)
    for order in (
        "w?(?P<day>[dn])(?P<month>[mn])(?P<year>y)?",
        "w?(?P<month>m)(?P<day>[dn])(?P<year>y)?",
        "(?P<year>y)(?P<month>[mn])(?P<day>[dn])?",
        "(?P<month>m)(?P<year>y)?",
        "(?P<year>y)",
    )
)
"""How days (d), numbers that may be a month (n), months (m), years (y) and weekdays (w) follow."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it was typed."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    def fits(self, happened: Moment) -> bool:
        """Say whether something happened then; a month has no day that could fit."""
        return (
            (self.day is None or (happened.has_day and happened.day.day == self.day))
            and self.month in (None, happened.day.month)
            and self.year in (None, happened.day.year)
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that an entry must all have, or else the date that they say."""

    words: Sequence[str] = field(repr=False)
    date: Date | None = None


def pieces(typed: Sequence[str]) -> Iterator[Piece]:
    """Return what *typed*, folded words in their order, seeks."""
    kinds = "".join(map(_kind, typed))
    place = 0
    while place < len(typed):
        found = _date_at(typed, kinds, place)
        end = place + (len(found.words) if found else 1)
        yield found or Piece(typed[place:end])
        place = end


def named(word: str, known: Catalog) -> Sequence[SignalId]:
    """Return the signals of *known* whose name, as the person reads it, has *word* in it."""
    return [
        signal.id
        for signal in known.signals.values()
        if any(name.startswith(word) for name in words(signal.label, signal.also))
    ]


def _date_at(typed: Sequence[str], kinds: str, place: int) -> Piece | None:
    for order in _ORDERS:
        if match := order.match(kinds, place):
            said = typed[place : match.end()]
            if len(said) == 1 and len(said[0]) <= _SHORT and said[0] not in _WHOLE_NAMES:
                return None  # «Jan» is more often somebody
            at = {
                name: typed[match.start(name)] for name, found in match.groupdict().items() if found
            }
            return Piece(said, _date(**at))
    return None


def _date(day: str = "", month: str = "", year: str = "") -> Date:
    return Date(day_in(day), month_in(month) or day_in(month), int(year) if year else None)


def _kind(word: str) -> str:
    if (day := day_in(word)) is not None:
        return "n" if day <= _MONTHS and word.isdecimal() else "d"
    if month_in(word):
        return "m"
    if is_weekday(word):
        return "w"
    return "y" if word.isdecimal() and len(word) == 4 and int(word) in _YEARS else "-"  # noqa: PLR2004
