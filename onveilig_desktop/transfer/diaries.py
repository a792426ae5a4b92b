"""The files of other diary programs: RedNotebook, jrnl, Day One, and plain text with dates."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import partial
from itertools import islice
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onveilig_desktop.errors import N_, DateNotUnderstoodError, OnveiligError
from onveilig_desktop.journal import Details, Moment, Precision
from onveilig_desktop.journal.moment import FIRST_YEAR
from onveilig_desktop.journal.past import PastNote
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.transfer.past import (
    MOST_NOTES,
    BrokenNotesError,
    Gathering,
    PastNotes,
    not_too_many,
)
from onveilig_desktop.transfer.past_dates import Dated, is_date, read_date

Row = Mapping[str, Any]

_JRNL: Final = re.compile(r"^\[([^\]\n]{8,40})\] ?(.*)$", re.MULTILINE)
_NOT_SAID: Final = time(9, 0)
"""The time that jrnl gives to a note of which only the day was said."""

_PICTURE: Final = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,200}\)\n*")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_HEADING: Final = re.compile(
    r"(?P<date>[^#*_\s].{5,59}?)[*_\s]{0,20}(?:(?::| [-–—]|\t)\s+(?P<rest>.*)|:?)"
)


class NoDateAboveError(OnveiligError):
    """Words stand before the first date."""

    sentence = N_("There is no date above these words.")


def read_jrnl(text: str, now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return what is in a journal of jrnl, or in its export as text.

    Raises:
        UnknownFormError
        HugeFileError: there are more than anyone writes.
    """
    gathering = Gathering(now, told)
    found = list(islice(_JRNL.finditer(text), MOST_NOTES + 1))
    not_too_many(found)
    heads = [head for head in found if is_date(head[1], now.date())]
    ends = [*(head.start() for head in heads), len(text)][1:]
    for head, end in zip(heads, ends, strict=bool(heads)):
        words = f"{head[2].removesuffix('*').rstrip()}\n{text[head.end() + 1 : end]}"
        gathering.add(words, partial(_of_jrnl, head[1], words, now))
    return gathering.gathered()


def read_jrnl_json(rows: list[Any], now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return what is in the entries of an export of jrnl as JSON.

    Raises:
        BrokenNotesError, UnknownFormError, HugeFileError
    """
    not_too_many(rows)
    gathering = Gathering(now, told)
    for row in map(_row, rows):
        said = f"{_text(row, 'date')} {_text(row, 'time')}".strip()
        words = f"{_text(row, 'title')}\n{_text(row, 'body')}"
        gathering.add(words, partial(_of_jrnl, said, words, now))
    return gathering.gathered()


def read_day_one(rows: list[Any], now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return what is in the entries of an export of Day One.

    Raises:
        BrokenNotesError, UnknownFormError, HugeFileError
    """
    not_too_many(rows)
    gathering = Gathering(now, told)
    for row in map(_row, rows):
        gathering.add(_text(row, "text"), partial(_of_day_one, row))
        for kind in ("photos", "videos", "audios", "pdfAttachments"):
            more = row.get(kind)
            gathering.left += len(more) if isinstance(more, list) else 0
    return gathering.gathered()


def read_text(text: str, now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return what stands under lines that are a date, or begin with one.

    Raises:
        UnknownFormError: there is no such line.
    """
    gathering = Gathering(now, told)
    dated: Dated | None = None
    waiting: list[str] = []
    for line in [*text.split("\n"), None]:
        head = None if line is None else _head(line, now.date())
        if head is None and line is not None:
            waiting.append(line)
            continue
        _under(gathering, dated, "\n".join(waiting).strip())
        if head is not None:
            dated, waiting = head[0], [head[1]]
    return gathering.gathered() if dated is not None else Gathering(now, told).gathered()


def has_dates(text: str, today: date) -> bool:
    """Say whether one of the first lines is a date or begins with one."""
    return any(_head(line, today) for line in text.split("\n", 200)[:200])


def is_jrnl(text: str, today: date) -> bool:
    """Say whether *text* begins as a journal of jrnl does."""
    found = _JRNL.match(text.lstrip())
    return found is not None and is_date(found[1], today)


def _of_jrnl(said: str, words: str, now: datetime) -> PastNote:
    dated = read_date(said, now.date())
    if dated.minute == _NOT_SAID:
        dated = Dated(dated.understood)
    return PastNote(happened=dated.moment, text=words)


def _of_day_one(row: Row) -> PastNote:
    text = _ESCAPED.sub(r"\1", _PICTURE.sub("", _text(row, "text")))
    tags = row.get("tags")
    place = row.get("location")
    return PastNote(
        happened=_moment_of_day_one(row),
        text=text,
        tags=tuple(filter(_is_text, tags)) if isinstance(tags, list) else (),
        details=Details(place=_text(place, "placeName") if isinstance(place, dict) else ""),
    )


def _moment_of_day_one(row: Row) -> Moment:
    try:
        made = datetime.fromisoformat(_text(row, "creationDate"))
        there = made.astimezone(ZoneInfo(_text(row, "timeZone") or "UTC"))
    except (OSError, OverflowError, ValueError, ZoneInfoNotFoundError):
        raise DateNotUnderstoodError from None
    if there.year < FIRST_YEAR:
        raise DateNotUnderstoodError
    if row.get("isAllDay") is True:
        return Moment(day=there.date(), precision=Precision.DAY)
    return Moment(
        day=there.date(),
        precision=Precision.MINUTE,
        minute=there.time().replace(second=0, microsecond=0),
        utc_offset=there.utcoffset(),
    )


def _head(line: str, today: date) -> tuple[Dated, str] | None:
    """Return the date that a line is or begins with, and what follows on it."""
    match = _HEADING.fullmatch(line.lstrip("#*_ \t\xa0"))
    if match is None:
        return None
    try:
        return read_date(match["date"], today), match["rest"] or ""
    except OnveiligError:
        return None


def _under(gathering: Gathering, dated: Dated | None, words: str) -> None:
    if not words:
        return

    def make() -> PastNote:
        if dated is None:
            raise NoDateAboveError
        return PastNote(happened=dated.moment, text=words)

    gathering.add(words, make)


def _row(found: Any) -> Row:
    if not isinstance(found, dict):
        raise BrokenNotesError
    return found


def _text(row: Row, name: str) -> str:
    found = row.get(name, "")
    return found if isinstance(found, str) else ""


def _is_text(found: object) -> bool:
    return isinstance(found, str)
