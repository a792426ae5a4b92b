"""The folder of RedNotebook: a file of YAML for each month, with the days in it."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from onveilig_desktop.errors import NoSuchDayError
from onveilig_desktop.journal import Moment, Precision
from onveilig_desktop.journal.incoming import UnreadableFileError
from onveilig_desktop.journal.past import PastNote
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.transfer.decoding import decoded
from onveilig_desktop.transfer.opening import read_whole
from onveilig_desktop.transfer.past import (
    BrokenNotesError,
    Gathering,
    PastNotes,
)

_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\.txt")
_MOST_MONTHS: Final = 2_400


def is_red_notebook(folder: Path) -> bool:
    """Say whether there are files of months in *folder*, or in ``data`` in it."""
    return bool(_months(folder))


def read_red_notebook(folder: Path, now: datetime, told: Told = to_nobody) -> PastNotes:
    """Return a note for each day in the folder.

    Raises:
        UnreadableFileError, EmptyFileError, HugeFileError, NoTextError, BrokenNotesError,
        UnknownFormError
    """
    gathering = Gathering(now, told)
    for path in _months(folder):
        year, month = map(int, path.stem.split("-"))
        for number, content in _days(decoded(read_whole(path))):
            words = _words(content)
            if words:
                gathering.add(words, partial(_note, (year, month, number), words))
    return gathering.gathered()


def _months(folder: Path) -> list[Path]:
    try:
        for place in (folder, folder / "data"):
            found = sorted(path for path in place.glob("*.txt") if _MONTH.fullmatch(path.name))
            if found:
                return found[:_MOST_MONTHS]
    except (OSError, ValueError):
        raise UnreadableFileError from None
    return []


def _days(text: str) -> Iterator[tuple[int, Any]]:
    import yaml  # late: of those who bring something in, few have RedNotebook

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # what refers to itself can grow without end; RedNotebook never writes that
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, loader)):
            raise BrokenNotesError
        month = yaml.load(text, loader)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, RecursionError, ValueError):
        raise BrokenNotesError from None
    if month is None:
        return
    if not isinstance(month, dict) or not all(type(day) is int for day in month):
        raise BrokenNotesError
    yield from sorted(month.items())


def _words(content: Any) -> str:
    """Return the text of a day, and what it has in categories below it."""
    if not isinstance(content, dict):
        raise BrokenNotesError
    text = content.get("text")
    parts = [text.strip()] if isinstance(text, str) else []
    for category, entries in content.items():
        if isinstance(category, str) and isinstance(entries, dict) and category != "text":
            lines = [f"- {entry}" for entry in entries if isinstance(entry, str)]
            parts.append("\n".join([f"{category}:", *lines]))
    return "\n\n".join(filter(None, parts))


def _note(day_of: tuple[int, int, int], words: str) -> PastNote:
    try:
        day = date(*day_of)
    except (OverflowError, ValueError):
        raise NoSuchDayError from None
    return PastNote(happened=Moment(day=day, precision=Precision.DAY), text=words)
