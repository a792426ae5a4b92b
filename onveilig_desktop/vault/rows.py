"""Entries to rows and back."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from onveilig_desktop.catalog import SignalId, StepId
from onveilig_desktop.journal import (
    DayPart,
    Details,
    Entry,
    EntryLine,
    Moment,
    Precision,
    Repair,
    ThreadId,
)
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.columns import filled
from onveilig_desktop.vault.schema import DETAILS, entry, entry_signal, entry_text

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

WHOLE: Final = (
    entry.c.steps,
    entry.c.thread,
    entry_text.c.text,
    *(entry_text.c[name] for name in DETAILS),
)
"""What an entry has beside what its line has, but for the signals."""

SIGNALS: Final = (
    select(func.group_concat(entry_signal.c.signal, SEPARATOR))
    .where(entry_signal.c.entry == entry.c.seq)
    .scalar_subquery()
)

_NAMES: Final = tuple(column.name for column in (*COLUMNS, *WHOLE))
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
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
        **_write_moment(made.happened),
        "written_at": written_at,
        "written_offset": written_offset,
        "intensity": made.intensity,
        "trust": made.trust,
        "repair": made.repair and made.repair.value,
        "steps": SEPARATOR.join(sorted(made.steps)) or None,
        "thread": made.thread and made.thread.bytes,
        "opening": made.text[:OPENING],
    }


def write_text(made: Entry) -> dict[str, str]:
    """Return the columns of table ``entry_text`` for *made*."""
    return {"text": made.text, **{name: getattr(made.details, name) for name in DETAILS}}


def canonical(made: Entry) -> bytes:
    """Return *made* as JSON that is the same bytes for the same entry, always."""
    row = write(made)
    del row["opening"]
    return _in_json(row | write_text(made) | {"signals": sorted(made.signals)})


def canonical_row(row: Sequence[Any]) -> bytes:
    """Return what ``canonical`` returns for the entry in a row, in a fraction of the time.

    Args:
        row: ``COLUMNS``, ``WHOLE``, signals; what an entry cannot hold is not refused.
    """
    *fields, signals = row
    whole = dict(zip(_NAMES, fields, strict=True))
    return _in_json(whole | {"signals": sorted(signals.split(SEPARATOR)) if signals else []})


def read_canonical(content: bytes) -> Entry:
    """Return the entry that ``canonical`` was given."""
    fields = json.loads(content)
    row = {**fields, "id": bytes.fromhex(fields["id"])}
    row["thread"] = bytes.fromhex(fields["thread"]) if fields["thread"] else None
    return read_entry(
        [*(row[column.name] for column in (*COLUMNS, *WHOLE)), SEPARATOR.join(fields["signals"])]
    )


def place(happened: Moment) -> int:
    """Return the minute of the day from which *happened* counts among others of that day.

    A part of the day counts from its beginning; what has no time comes before all that has.
    """
    if happened.minute is not None:
        return happened.minute.hour * 60 + happened.minute.minute
    return _UNKNOWN if happened.part is None else _BEGINS[happened.part]


def read_entry(row: Sequence[Any]) -> Entry:
    """Return the entry in a row of ``COLUMNS``, ``WHOLE``, signals."""
    entry_id, day, precision, minute, part, offset, *rest, signals = row
    written_at, written_offset, intensity, trust, repair, steps, thread, text, *details = rest
    return Entry(
        id=UUID(bytes=entry_id),  # type: ignore[arg-type]
        happened=Moment(
            day=date.fromisoformat(day),
            precision=_PRECISIONS[precision],
            minute=_minute(minute),
            part=_PARTS[part],
            utc_offset=_offset(offset),
        ),
        written_at=moments.read(written_at, written_offset),
        text=text,
        signals=_signals(signals),
        intensity=intensity,
        trust=trust,
        repair=_REPAIRS[repair],
        details=Details(**dict(zip(DETAILS, details, strict=True))),
        steps=frozenset(map(StepId, steps.split(SEPARATOR))) if steps else frozenset(),
        thread=None if thread is None else ThreadId(UUID(bytes=thread)),
    )


def read_lines(found: Sequence[Sequence[Any]]) -> list[EntryLine]:
    """Return the lines in rows of ``COLUMNS``, opening, signals; at least one row.

    Column by column, in half the time of one line after another.
    """
    entry_ids, *happened, written, offsets, intensity, trust, repair, opening, signals = zip(
        *found, strict=True
    )
    return filled(
        EntryLine,
        len(found),
        id=[UUID(bytes=entry_id) for entry_id in entry_ids],
        happened=_moments(*happened),
        written_at=map(moments.read, written, offsets),
        opening=opening,
        signals=map(_signals, signals),
        intensity=intensity,
        trust=trust,
        repair=map(_REPAIRS.__getitem__, repair),
    )


def _in_json(whole: dict[str, Any]) -> bytes:
    ids = {name: whole[name] and whole[name].hex() for name in ("id", "thread")}
    return _ENCODER.encode(whole | ids).encode()


def _moments(
    day: Sequence[str],
    precision: Sequence[str],
    minute: Sequence[int | None],
    part: Sequence[str | None],
    offset: Sequence[int | None],
) -> list[Moment]:
    return filled(
        Moment,
        len(day),
        day=map(date.fromisoformat, day),
        precision=map(_PRECISIONS.__getitem__, precision),
        minute=map(_minute, minute),
        part=map(_PARTS.__getitem__, part),
        utc_offset=map(_offset, offset),
    )


def _write_moment(happened: Moment) -> dict[str, Any]:
    offset = happened.utc_offset
    return {
        "day": happened.day.isoformat(),
        "precision": happened.precision.value,
        "minute": None if happened.minute is None else place(happened),
        "part": happened.part and happened.part.value,
        "utc_offset": None if offset is None else offset // _SECOND,
    }


@lru_cache(maxsize=1441)
def _minute(minute: int | None) -> time | None:
    return None if minute is None else time(*divmod(minute, 60))


@lru_cache(maxsize=256)
def _offset(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


@lru_cache(maxsize=4096)
def _signals(joined: str | None) -> frozenset[SignalId]:
    """Return ids that stand behind one another; the same few sets come back all the time."""
    return frozenset(map(SignalId, joined.split(SEPARATOR))) if joined else frozenset()
