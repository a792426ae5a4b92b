"""A logbook in a table, read from CSV, whatever a spreadsheet made of it."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal import Details
from onveilig_desktop.journal.past import PastNote
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.transfer.decoding import decoded
from onveilig_desktop.transfer.opening import MAX_NOTES, HugeFileError, read_whole
from onveilig_desktop.transfer.past import (
    MOST_NOTES,
    BrokenNotesError,
    Gathering,
    PastNotes,
    openings,
)
from onveilig_desktop.transfer.past_dates import (
    is_date,
    is_month_first,
    minute_of,
    read_date,
    read_minute,
)
from onveilig_desktop.transfer.table_writing import DEFUSED, FORMULA

_DELIMITERS: Final = ";,\t|"
_TOLD: Final = re.compile(r"sep=(.)\n")
_LOOKED_AT: Final = 30
_MOST_COLUMNS: Final = 500
_MOST_CELLS: Final = 10_000_000
_HALF: Final = re.compile(r"(\d{1,2}[:.]\d{2})(?::\d{2})?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?uur)?")


class NoDateColumnError(OnveiligError):
    """No column has dates."""

    sentence = N_("Choose the column with the dates, and one with what happened.")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all of one length. Without headings, those are empty."""

    headings: tuple[str, ...] = field(repr=False)
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what, counted from zero.

    ``text`` may be several, one under the other. ``details`` has the names of
    ``journal.Details``.
    """

    day: int | None = None
    time: int | None = None
    text: tuple[int, ...] = ()
    tags: int | None = None
    details: Mapping[str, int] = field(default_factory=dict)
    is_month_first: bool = False


_HEADINGS: Final[Mapping[str, str]] = {
    "day": "datum date dag day wanneer when gebeurd datum/tijd date/time datetime timestamp",
    "time": "tijd time tijdstip uur uhrzeit hour",
    "text": "tekst text notitie notities note notes beschrijving description wat gebeurtenis"
    " event inhoud content verhaal story titel title onderwerp subject body incident"
    " wat_is_er_gebeurd? what_happened? wat_gebeurde_er? wat_gebeurde_er omschrijving",
    "tags": "tags tag labels label trefwoorden categorie category",
    "seen": "gezien seen wat_een_camera_zou_hebben_gezien what_a_camera_would_have_seen",
    "said": "gezegd said woorden de_precieze_woorden the_exact_words letterlijk",
    "meant": "betekenis meaning wat_het_voor_me_betekende what_it_meant_to_me",
    "felt": "gevoel gevoeld felt feeling feelings what_i_felt_in_my_body",
    "effect": "gevolg gevolgen effect effects impact what_it_did_to_daily_life",
    "present": "aanwezig wie present who getuigen witnesses wie_was_erbij who_was_there",
    "place": "plaats place locatie location waar where waar_het_was where_it_was",
}
_WANTED: Final = {word: name for name, words in _HEADINGS.items() for word in words.split()}


def read_table(path: Path) -> Table:
    """Return the table in a CSV file.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError, NoTextError,
        BrokenNotesError
    """
    return table_of(decoded(read_whole(path)))


def table_of(text: str) -> Table:
    """Return the table in *text*.

    Raises:
        BrokenNotesError: it has no rows, or more columns than a table has.
        HugeFileError: it has more rows than anyone writes.
    """
    told = _TOLD.match(text)
    delimiter = told[1] if told else _delimiter(text)
    filled = filter(any, _rows(text[told.end() :] if told else text, delimiter))
    rows = list(islice(filled, MOST_NOTES + 1))
    width = max(map(len, rows), default=0)
    if not 0 < width <= _MOST_COLUMNS:
        raise BrokenNotesError
    if len(rows) > MOST_NOTES or width * len(rows) > _MOST_CELLS:
        raise HugeFileError
    cells = [tuple(map(_plain, row)) + ("",) * (width - len(row)) for row in rows]
    if _is_heading(cells[0]):
        return Table(cells[0], tuple(cells[1:]))
    return Table(("",) * width, tuple(cells))


def guess_columns(table: Table, today: date) -> Columns:
    """Return which column probably holds what, by its heading or else by what is in it."""
    found: dict[str, list[int]] = {}
    for place, heading in enumerate(table.headings):
        if name := _WANTED.get("_".join(heading.casefold().split())):
            found.setdefault(name, []).append(place)
    some = table.rows[:_LOOKED_AT]
    day = found.get("day", [None])[0] if "day" in found else _dates(some, today)
    texts = found.get("text") or _longest(some, {day, *chain(*found.values())})
    details = {name: found[name][0] for name in found if name in Details.__slots__}
    return Columns(
        day=day,
        time=found["time"][0] if "time" in found else None,
        text=tuple(texts),
        tags=found["tags"][0] if "tags" in found else None,
        details=details,
        is_month_first=day is not None and is_month_first(row[day] for row in table.rows),
    )


def notes_of(table: Table, columns: Columns, now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return the notes in a table.

    Raises:
        NoDateColumnError, UnknownFormError
    """
    if columns.day is None or not (columns.text or columns.details):
        raise NoDateColumnError
    gathering = Gathering(now, told)
    for row in table.rows:
        gathering.add(openings(row), partial(_note, row, columns, now.date()))
    return gathering.gathered()


def _note(row: Sequence[str], columns: Columns, today: date) -> PastNote:
    dated = read_date(row[columns.day or 0], today, is_month_first=columns.is_month_first)
    happened = dated.moment
    time = _HALF.fullmatch(row[columns.time].strip()) if columns.time is not None else None
    if time and happened.has_day:
        happened = minute_of(happened.day, read_minute(time[1], time[2] or ""))
    tags = re.split(r"[;,\s]+", row[columns.tags]) if columns.tags is not None else []
    return PastNote(
        happened=happened,
        text="\n\n".join(words for place in columns.text if (words := row[place].strip())),
        tags=tuple(tag for tag in tags if tag),
        details=Details(**{name: row[place] for name, place in columns.details.items()}),
    )


def _delimiter(text: str) -> str:
    """Return the sign that cuts the first rows in the most alike pieces."""
    head = text[:20_000]

    def worth(sign: str) -> tuple[int, int]:
        lengths = [len(row) for row in islice(_rows(head, sign), _LOOKED_AT) if row]
        usual = max(set(lengths), key=lengths.count, default=0)
        return (lengths.count(usual) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=worth)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Return the rows one by one: read all at once they would keep other threads waiting."""
    csv.field_size_limit(MAX_NOTES)
    try:
        yield from csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    except csv.Error:
        raise BrokenNotesError from None


def _plain(cell: str) -> str:
    """Return a cell without the sign that kept a spreadsheet from calculating it."""
    return cell[1:] if cell.startswith(DEFUSED) and cell[1:].startswith(FORMULA) else cell


def _is_heading(cells: Sequence[str]) -> bool:
    return not any(re.search(r"\d{2}", cell) for cell in cells) and len(cells) > 1


def _dates(rows: Sequence[Sequence[str]], today: date) -> int | None:
    """Return the column that has the most dates."""
    counts = [sum(is_date(cell, today) for cell in column) for column in zip(*rows, strict=True)]
    best = max(counts, default=0)
    return counts.index(best) if best else None


def _longest(rows: Sequence[Sequence[str]], taken: set[int | None]) -> list[int]:
    """Return the column that has the most to read, of those that are left."""
    lengths = [sum(map(len, column)) for column in zip(*rows, strict=True)]
    left = [place for place in range(len(lengths)) if place not in taken and lengths[place]]
    return [max(left, key=lengths.__getitem__)] if left else []
