"""What a person means by «last week Tuesday», «half april» or 14-3, and how precisely."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from onveilig_desktop.errors import DateNotUnderstoodError, DateTooEarlyError, FutureDateError
from onveilig_desktop.journal.dates.rules import read
from onveilig_desktop.journal.dates.understood import Understood
from onveilig_desktop.journal.dates.vocabulary import terms_of
from onveilig_desktop.journal.moment import FIRST_YEAR, DayPart, Precision

_EARLIEST: Final = date(FIRST_YEAR, 1, 1)
_PARTS: Final[Mapping[str, DayPart]] = {str(part): part for part in DayPart} | {
    "morgen": DayPart.MORNING
}


def understand(text: str, today: date, *, until: date | None = None) -> Understood:
    """Return what *text* says, in Dutch or English words or in figures, as seen on *today*.

    Without a year it is the latest such time that has begun.

    Args:
        text: as it was typed.
        today: the day on which it was typed.
        until: the last day there may be; *today* if left out.

    Raises:
        DateNotUnderstoodError, NoSuchDayError, DateTooEarlyError, DateTooWideError,
        AmbiguousDateError, WrongWeekdayError, FutureDateError
    """
    terms = [*terms_of(text)]
    parts = _parts_in(terms)
    is_about = "about" in terms
    said = " ".join(term for term in terms if term not in parts and term != "about")
    found = read(said if said != "this" or not parts else "today", today)
    if found.day > (until or today):
        raise FutureDateError
    if found.day < _EARLIEST:
        raise DateTooEarlyError
    if parts:
        return _in_part(found, parts, is_about=is_about)
    if is_about and found.precision is Precision.DAY:
        return replace(found, precision=Precision.ABOUT)
    return found


def _parts_in(terms: list[str]) -> list[str]:
    return [term for term in terms if term in _PARTS] if len(terms) > 1 else []


def _in_part(found: Understood, parts: list[str], *, is_about: bool) -> Understood:
    if len(parts) > 1 or is_about or found.precision is not Precision.DAY:
        raise DateNotUnderstoodError
    return replace(found, precision=Precision.PART, part=_PARTS[parts[0]])
