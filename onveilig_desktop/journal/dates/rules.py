"""What the terms of a date say together. A week begins on Monday."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from onveilig_desktop.errors import (
    AmbiguousDateError,
    DateNotUnderstoodError,
    DateTooWideError,
    FutureDateError,
    NoSuchDayError,
    OnveiligError,
    WrongWeekdayError,
)
from onveilig_desktop.journal.dates.figures import day_of, latest, parse_day
from onveilig_desktop.journal.dates.understood import Understood
from onveilig_desktop.journal.moment import Precision

Said = Mapping[str, str]
"""What stood in each place of a rule, empty where nothing stood."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(weeks=1)
_PIECES: Final = {"early": (1, 5), "middle": (11, 15), "late": (21, 25)}
"""The day on which a piece of a month begins, and the day that stands for it."""
_WINTER: Final = 12


def read(said: str, today: date) -> Understood:
    """Return what the terms in *said* mean; it may lie in the future."""
    for pattern, rule in _RULES:
        if match := pattern.fullmatch(said):
            return rule({name: found or "" for name, found in match.groupdict().items()}, today)
    raise DateNotUnderstoodError


def _days_back(said: Said, today: date) -> Understood:
    return Understood(day=today - int(said["n"]) * _DAY)


def _few(said: Said, today: date) -> Understood:
    back = 3 * (_DAY if said["what"] == "day" else _WEEK)
    return Understood(day=today - back, precision=Precision.ABOUT)


def _weeks_back(said: Said, today: date) -> Understood:
    return Understood(day=today - int(said["n"]) * _WEEK, precision=Precision.ABOUT)


def _weekday(said: Said, today: date) -> Understood:
    back = (today.weekday() - int(said["wd"])) % 7
    if said["which"] == "last" and back == 0:
        back = 7
    return Understood(day=today - back * _DAY)


def _weekday_of_week(said: Said, today: date) -> Understood:
    return Understood(day=_monday(said, today) + int(said["wd"]) * _DAY)


def _week(said: Said, today: date) -> Understood:
    return _vague(_monday(said, today), 3, today)


def _weekend(said: Said, today: date) -> Understood:
    saturday = _monday(said, today) + 5 * _DAY
    if saturday > today and not said["which"]:
        saturday -= _WEEK
    return _vague(saturday, 0, today)


def _monday(said: Said, today: date) -> date:
    back = {"last": 1, "this": 0, "": 0}[said["which"]] if not said.get("n") else int(said["n"])
    return today - today.weekday() * _DAY - back * _WEEK


def _vague(first: date, to_middle: int, today: date) -> Understood:
    if first > today:
        raise FutureDateError
    return Understood(day=min(first + to_middle * _DAY, today), precision=Precision.ABOUT)


def _months_back(said: Said, today: date) -> Understood:
    back = {"last": 1, "this": 0, "": 0}[said["which"]] if not said.get("n") else int(said["n"])
    return _month_or_piece(said["piece"], _months_on(today, -back), today)


def _named_month(said: Said, today: date) -> Understood:
    month, year = int(said["month"]), _year(said, today)
    if year is not None:
        return _month_or_piece(said["piece"], day_of(year, month, 1), today)
    begins = _PIECES[said["piece"]][0] if said["piece"] else 1
    first = latest(begins, month, today)
    if said["which"] == "last" and (first.year, first.month) == (today.year, today.month):
        first = first.replace(year=first.year - 1)
    return _month_or_piece(said["piece"], first.replace(day=1), today)


def _month_or_piece(piece: str, first: date, today: date) -> Understood:
    if not piece:
        return Understood(day=first, precision=Precision.MONTH)
    begins, middle = _PIECES[piece]
    return _vague(first.replace(day=begins), middle - begins, today)


def _season(said: Said, today: date) -> Understood:
    begins, year = int(said["season"]), _year(said, today)
    if year is None:
        first = latest(1, begins, today)
        if said["which"] == "last" and _months_on(first, 3) > today:
            first = first.replace(year=first.year - 1)
    elif begins == _WINTER:
        raise AmbiguousDateError
    else:
        first = day_of(year, begins, 1)
    if first > today:
        raise FutureDateError
    middle = _months_on(first, {"early": 0, "middle": 1, "late": 2}[said["piece"] or "middle"])
    day = min(middle, today.replace(day=1))
    return Understood(day=day, precision=Precision.MONTH, is_season=True)


def _day_of_month(said: Said, today: date) -> Understood:
    day, month, year = int(said["d"]), int(said["month"]), _year(said, today)
    found = latest(day, month, today) if year is None else day_of(year, month, day)
    return _checked(said, found)


def _figures(said: Said, today: date) -> Understood:
    return _checked(said, parse_day(said["figures"].replace(" ", "-"), today))


def _checked(said: Said, found: date) -> Understood:
    if said["wd"] and int(said["wd"]) != found.weekday():
        raise WrongWeekdayError
    return Understood(day=found)


def _nth(said: Said, today: date) -> Understood:
    for back in range(3):  # the 31st: two months in a row without one there are not
        first = _months_on(today, -back)
        found = first + (int(said["d"]) - 1) * _DAY
        if found.month == first.month and found <= today:
            return _checked(said, found)
    raise NoSuchDayError


def _month_in_figures(said: Said, _today: date) -> Understood:
    return Understood(
        day=day_of(int(said["year"]), int(said["month"]), 1), precision=Precision.MONTH
    )


def _year(said: Said, today: date) -> int | None:
    if said["year"]:
        return int(said["year"])
    return {"last year": today.year - 1, "this year": today.year}.get(said["whichyear"])


def _months_on(day: date, months: int) -> date:
    """Return the first day of the month that many months on."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, 1)


def _no(error: type[OnveiligError]) -> Callable[[Said, date], Understood]:
    def refuse(_said: Said, _today: date) -> Understood:
        raise error

    return refuse


_WHICH = "(?:(?P<which>last|this) )?"
_NEXT_TO_YEAR = "(?: (?P<year>[0-9]{4})| (?P<whichyear>(?:last|this) year))?"
_WD = "(?:wd(?P<wd>[0-6]) )?"
_PIECE = "(?:(?P<piece>early|middle|late) )?"
_D = r"(?:nth)?(?P<d>\d{1,2})"
_M = r"m(?P<month>\d+)"
_N = r"(?P<n>\d{1,3})"

_RULES: Final = [
    (re.compile(pattern), rule)
    for pattern, rule in (
        ("today", lambda _said, today: Understood(day=today)),
        ("yesterday", lambda _said, today: Understood(day=today - _DAY)),
        ("before", lambda _said, today: Understood(day=today - 2 * _DAY)),
        ("morgen|next.*", _no(FutureDateError)),
        (f"{_N} day ago", _days_back),
        ("(?:1 )?few (?P<what>day|week) ago", _few),
        (f"{_N} week ago", _weeks_back),
        (rf"{_WHICH}wd(?P<wd>\d)", _weekday),
        (r"(?P<which>last|this) week wd(?P<wd>\d)", _weekday_of_week),
        (r"wd(?P<wd>\d) (?P<which>last|this) week", _weekday_of_week),
        (rf"wd(?P<wd>\d) {_N} week ago(?P<which>)", _weekday_of_week),
        (rf"{_N} week ago wd(?P<wd>\d)(?P<which>)", _weekday_of_week),
        ("(?P<which>last|this) week", _week),
        (f"{_WHICH}weekend", _weekend),
        (f"{_PIECE}(?P<which>last|this) month", _months_back),
        (f"{_N} month ago(?P<which>)(?P<piece>)", _months_back),
        (f"{_PIECE}{_WHICH}{_M}{_NEXT_TO_YEAR}", _named_month),
        (rf"(?P<whichyear>(?:last|this) year) {_PIECE}{_M}(?P<which>)(?P<year>)", _named_month),
        (rf"{_PIECE}{_WHICH}s(?P<season>\d+){_NEXT_TO_YEAR}", _season),
        (
            rf"(?P<whichyear>(?:last|this) year) {_PIECE}s(?P<season>\d+)(?P<which>)(?P<year>)",
            _season,
        ),
        (f"{_WD}{_D} {_M}{_NEXT_TO_YEAR}", _day_of_month),
        (f"{_WD}{_M} {_D}{_NEXT_TO_YEAR}", _day_of_month),
        (rf"{_WD}nth(?P<d>\d+)", _nth),
        (r"(?P<month>\d{1,2}) (?P<year>\d{4})", _month_in_figures),
        (r"(?P<year>\d{4}) (?P<month>\d{1,2})", _month_in_figures),
        (rf"{_WD}(?P<figures>\d{{1,4}} \d{{1,2}}(?: \d{{1,4}})?)", _figures),
        (r"(?:(?:early|middle|late) )?(?:\d{4}|(?:last|this) year)", _no(DateTooWideError)),
        (r"(?:\d{1,3}|(?:1 )?few) year ago|(?:1 )?few month ago", _no(DateTooWideError)),
    )
]
