"""Entries to rows and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import (
    DayPart,
    Entry,
    EntryLine,
    Moment,
    Precision,
    Repair,
)
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import entry

OPENING: Final = 200
"""Characters of a text that stand in a line."""

SEPARATOR: Final = "\n"
"""Between the signals of one entry, in one column."""

COLUMNS: Final = (
    entry.c.id,
    entry.c.day,
    entry.c.precision,
    entry.c.minute,
    entry.c.part,
    entry.c.utc_offset,
    entry.c.written_at,
    entry.c.written_offset,
    entry.c.intensity,
    entry.c.trust,
    entry.c.repair,
)

_SECOND: Final = timedelta(seconds=1)
_BEGINS: Final = dict(zip(DayPart, (0, 6 * 60, 12 * 60, 18 * 60), strict=True))
_UNKNOWN: Final = -1
_PRECISIONS: Final[Mapping[str, Precision]] = {str(kind): kind for kind in Precision}
_PARTS: Final[Mapping[str | None, DayPart | None]] = {None: None} | {str(p): p for p in DayPart}
_REPAIRS: Final[Mapping[str | None, Repair | None]] = {None: None} | {str(r): r for r in Repair}


def write(made: Entry) -> dict[str, Any]:
    """Return the columns of table ``entry`` for *made*."""
    written_at, written_offset = moments.write(made.written_at)
    return {
        "id": made.id.bytes,
        **write_moment(made.happened),
        "written_at": written_at,
        "written_offset": written_offset,
        "intensity": made.intensity,
        "trust": made.trust,
        "repair": made.repair and made.repair.value,
        "opening": made.text[:OPENING],
    }


def write_moment(happened: Moment) -> dict[str, Any]:
    """Return the columns of *happened*; ``place`` orders the moments of one day."""
    minute = None if happened.minute is None else happened.minute.hour * 60 + happened.minute.minute
    place = _UNKNOWN if happened.part is None else _BEGINS[happened.part]
    offset = happened.utc_offset
    return {
        "day": happened.day.isoformat(),
        "place": place if minute is None else minute,
        "precision": happened.precision.value,
        "minute": minute,
        "part": happened.part and happened.part.value,
        "utc_offset": None if offset is None else offset // _SECOND,
    }


def canonical(made: Entry) -> bytes:
    """Return *made* as JSON that is the same bytes for the same entry, always."""
    row = write(made)
    del row["opening"], row["place"]
    whole = row | {"id": made.id.hex, "text": made.text, "signals": sorted(made.signals)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_line(row: Sequence[Any]) -> EntryLine:
    """Return the line in a row of ``COLUMNS``, opening, signals."""
    return EntryLine(opening=row[-2], **_read(row))


def read_entry(row: Sequence[Any]) -> Entry:
    """Return the entry in a row of ``COLUMNS``, text, signals."""
    return Entry(text=row[-2], **_read(row))


def order(entry: Entry) -> tuple[Any, ...]:
    """Return what puts entries in the order in which they happened, as far as is known."""
    return entry.happened.day, write_moment(entry.happened)["place"], entry.written_at


def _read(row: Sequence[Any]) -> dict[str, Any]:
    day, precision, minute, part, offset = row[1:6]
    return {
        "id": UUID(bytes=row[0]),
        "happened": Moment(
            day=date.fromisoformat(day),
            precision=_PRECISIONS[precision],
            minute=None if minute is None else time(*divmod(minute, 60)),
            part=_PARTS[part],
            utc_offset=None if offset is None else timedelta(seconds=offset),
        ),
        "written_at": moments.read(row[6], row[7]),
        "intensity": row[8],
        "trust": row[9],
        "repair": _REPAIRS[row[10]],
        "signals": _signals(row[-1]),
    }


@lru_cache(maxsize=4096)
def _signals(joined: str | None) -> frozenset[SignalId]:
    """Return ids that stand behind one another; the same few sets come back all the time."""
    return frozenset(map(SignalId, joined.split(SEPARATOR))) if joined else frozenset()
