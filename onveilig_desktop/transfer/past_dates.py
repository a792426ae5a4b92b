"""Dates as other programs and people write them in a file: always with a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from onveilig_desktop.errors import DateNotUnderstoodError, OnveiligError
from onveilig_desktop.journal import Moment, Precision
from onveilig_desktop.journal.dates import parse_minute, understand
from onveilig_desktop.journal.dates.understood import Understood

_LONGEST: Final = 60
_TIME: Final = r"(?P<time>\d{1,2}[:.]\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?"
_WITH_TIME: Final = re.compile(
    rf"(?P<day>.*?\d)(?:T|[ ,]+(?:om |at |at: )?){_TIME}(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?: ?(?:uur|h))?(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_PLAIN: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_FIGURES: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that was named, and the minute of it where one was."""

    understood: Understood
    minute: time | None = None

    @property
    def moment(self) -> Moment:
        """When that was; a minute is taken for one of this computer's time zone."""
        found = self.understood
        if self.minute is not None and found.precision is Precision.DAY:
            return minute_of(found.day, self.minute)
        return Moment(day=found.on(found.precision), precision=found.precision, part=found.part)


def read_date(text: str, today: date, *, is_month_first: bool = False) -> Dated:
    """Return what *text* names; without a year it is not known which one was meant.

    Raises:
        DateNotUnderstoodError, NoSuchDayError, FutureDateError, and what else
        ``journal.dates.understand`` raises
    """
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        raise DateNotUnderstoodError
    minute = None
    if match := _WITH_TIME.fullmatch(said):
        said, minute = match["day"], read_minute(match["time"], match["half"] or "")
    said = _in_order(said, is_month_first=is_month_first)
    if not (_YEAR.search(said) or _FIGURES.fullmatch(said)):
        raise DateNotUnderstoodError
    return Dated(understand(said, today), minute)


def read_minute(text: str, half: str = "") -> time:
    """Return a time of day; *half* is ``a`` or ``p`` where the clock has twelve hours.

    Raises:
        TimeNotUnderstoodError
    """
    found = parse_minute(text)
    if half and found.hour <= _MONTHS:
        found = found.replace(hour=found.hour % 12 + (12 if half in "pP" else 0))
    return found


def minute_of(day: date, minute: time) -> Moment:
    """Return that minute as this computer's time zone had it then."""
    there = datetime.combine(day, minute).astimezone()
    offset = there.utcoffset()
    return Moment(day=day, precision=Precision.MINUTE, minute=minute, utc_offset=offset)


def is_date(text: str, today: date) -> bool:
    """Say whether *text* names a day, a month or a season with its year."""
    try:
        read_date(text, today)
    except OnveiligError:
        return False
    return True


def is_month_first(texts: Iterable[str]) -> bool:
    """Say whether figures such as 3/14/2026 show that the month comes first."""
    found = [match for text in texts if (match := _FIGURES.match(text.strip()))]
    seconds = any(int(match[3]) > _MONTHS for match in found)
    return seconds and all(int(match[1]) <= _MONTHS for match in found)


def _in_order(said: str, *, is_month_first: bool) -> str:
    if match := _PLAIN.fullmatch(said) or _YEAR_FIRST.fullmatch(said):
        return "-".join(match.groups())
    match = _FIGURES.fullmatch(said)
    if match and is_month_first:
        return f"{match[3]}-{match[1]}-{match[4]}"
    return said
