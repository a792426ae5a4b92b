"""Which program a file or folder comes from, and the notes in it."""

import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.incoming import NoFileError
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.transfer.container import JOURNAL
from onveilig_desktop.transfer.decoding import decoded, encoding_of
from onveilig_desktop.transfer.diaries import (
    has_dates,
    is_jrnl,
    read_day_one,
    read_jrnl,
    read_jrnl_json,
    read_text,
)
from onveilig_desktop.transfer.journal_json import FORMAT
from onveilig_desktop.transfer.opening import (
    MAX_NOTES,
    HugeFileError,
    opened,
    read_whole,
    unzipping,
)
from onveilig_desktop.transfer.past import (
    MOST_NOTES,
    BrokenNotesError,
    PastNotes,
    UnknownFormError,
)
from onveilig_desktop.transfer.red_notebook import is_red_notebook, read_red_notebook
from onveilig_desktop.transfer.table_reading import Columns, guess_columns, notes_of, table_of

_TOLD_WITHIN: Final = 200
_MOST_BYTES: Final = 20_000_000_000
"""Of a zip with pictures that are left in it."""

_MOST_PARTS: Final = 20 * MOST_NOTES


class SpreadsheetError(OnveiligError):
    """It is the file of a spreadsheet program itself."""

    sentence = N_("This is a spreadsheet. Save it there as CSV first, and bring that in.")


class Form(StrEnum):
    """What can be brought in."""

    COPY = "copy"
    """A whole journal of this program: ``compare_copy`` and ``bring_copy``."""
    TABLE = "table"
    RED_NOTEBOOK = "red_notebook"
    JRNL = "jrnl"
    JRNL_JSON = "jrnl_json"
    DAY_ONE = "day_one"
    TEXT = "text"


def recognise(path: Path, today: date) -> Form:
    """Return what the file or folder at *path* is, by what is in it.

    Raises:
        UnreadableFileError, NoFileError, EmptyFileError, HugeFileError, NoTextError,
        BrokenNotesError, SpreadsheetError, UnknownFormError
    """
    if path.is_dir():
        if is_red_notebook(path):
            return Form.RED_NOTEBOOK
        raise NoFileError
    with opened(path, _MOST_BYTES) as file:
        head = file.read(_TOLD_WITHIN)
    if head.startswith(b"PK"):
        return _of_zip(path)
    if _is_copy(head):
        return Form.COPY
    text = decoded(read_whole(path))
    if text.lstrip().startswith("{"):
        return _of_json(_parsed(text))
    return _of_text(text, path, today)


def read_past(
    path: Path,
    form: Form,
    now: datetime,
    columns: Columns | None = None,
    told: Told = to_nobody,
) -> PastNotes:
    """Return the notes in the file or folder at *path*.

    Args:
        path: where it is.
        form: what ``recognise`` said, or the person; not ``COPY``.
        now: the present; what lies after it stays out.
        columns: of a table, which column holds what; without it, ``guess_columns``.
        told: hears how many notes were read.

    Raises:
        what ``recognise`` raises; NoDateColumnError
    """
    if form is Form.RED_NOTEBOOK:
        return read_red_notebook(path, now, told)
    if form is Form.DAY_ONE:
        return read_day_one(_entries(_day_one(path)), now, told)
    text = decoded(read_whole(path))
    if form is Form.TABLE:
        table = table_of(text)
        return notes_of(table, columns or guess_columns(table, now.date()), now, told)
    if form is Form.JRNL_JSON:
        return read_jrnl_json(_entries([_parsed(text)]), now, told)
    return (read_jrnl if form is Form.JRNL else read_text)(text, now, told)


def _is_copy(head: bytes) -> bool:
    text = head.decode(encoding_of(head), "ignore").lstrip("\N{BYTE ORDER MARK}")
    return re.match(rf'\s*{{\s*"format"\s*:\s*"{FORMAT}"', text) is not None


def _of_zip(path: Path) -> Form:
    with _zipped(path) as zipped:
        names = zipped.namelist()
    if JOURNAL in names:
        return Form.COPY
    if any(name == "content.xml" or name.startswith("xl/") for name in names):
        raise SpreadsheetError
    if any(map(_is_day_one, names)):
        return Form.DAY_ONE
    raise UnknownFormError


def _of_json(found: Any) -> Form:
    entries = _entries([found])
    first = entries[0] if entries else None
    if isinstance(first, dict) and "creationDate" in first:
        return Form.DAY_ONE
    if isinstance(first, dict) and "date" in first and "body" in first:
        return Form.JRNL_JSON
    raise UnknownFormError


def _of_text(text: str, path: Path, today: date) -> Form:
    if path.suffix.lower() in {".csv", ".tsv"}:
        return Form.TABLE
    if is_jrnl(text, today):
        return Form.JRNL
    if has_dates(text, today):
        return Form.TEXT
    if guess_columns(table_of(text), today).day is not None:
        return Form.TABLE
    raise UnknownFormError


def _day_one(path: Path) -> list[Any]:
    """Return what is in the JSON file at *path*, or in those of the zip there."""
    with opened(path, _MOST_BYTES) as file:
        is_zip = file.read(2) == b"PK"
    if not is_zip:
        return [_parsed(decoded(read_whole(path)))]
    with _zipped(path) as zipped:
        infos = [info for info in zipped.infolist() if _is_day_one(info.filename)]
        if sum(info.file_size for info in infos) > MAX_NOTES:
            raise HugeFileError
        return [_parsed(decoded(zipped.read(info))) for info in infos]


def _is_day_one(name: str) -> bool:
    return name.endswith(".json") and "/" not in name


@contextmanager
def _zipped(path: Path) -> Iterator[zipfile.ZipFile]:
    with (
        opened(path, _MOST_BYTES) as file,
        unzipping(BrokenNotesError),
        zipfile.ZipFile(file) as zipped,
    ):
        yield zipped


def _parsed(text: str) -> Any:
    if text.count("{") + text.count("[") > _MOST_PARTS:  # each takes thirty times its place
        raise HugeFileError
    try:
        return json.loads(text)
    except (RecursionError, ValueError):
        raise BrokenNotesError from None


def _entries(parsed: list[Any]) -> list[Any]:
    """Return the entries in objects that have them under that name."""
    found: list[Any] = []
    for one in parsed:
        entries = one.get("entries") if isinstance(one, dict) else None
        if not isinstance(entries, list):
            raise UnknownFormError
        found.extend(entries)
    return found
