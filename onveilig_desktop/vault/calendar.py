"""Markers, pauses and days of writing as rows."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from onveilig_desktop.journal import Marker, MarkerId, Pause, PauseId
from onveilig_desktop.vault.schema_days import check_in, marker, pause, silence, writing_day

_DAY: Final = 86_400
_MICROSECONDS: Final = 1_000_000
_EPOCH: Final = date(1970, 1, 1).toordinal()


class SqlCalendar:
    """The ``journal.StoredCalendar`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def markers(self) -> Sequence[Marker]:
        """Return every marker, latest day first."""
        found = select(marker).order_by(marker.c.day.desc(), marker.c.text)
        return [
            Marker(MarkerId(UUID(bytes=row.id)), date.fromisoformat(row.day), row.text)
            for row in self._connection.execute(found)
        ]

    def pauses(self) -> Sequence[Pause]:
        """Return every pause, latest first."""
        found = select(pause).order_by(pause.c.first.desc(), pause.c.last.desc())
        return [
            Pause(
                PauseId(UUID(bytes=row.id)),
                date.fromisoformat(row.first),
                date.fromisoformat(row.last),
            )
            for row in self._connection.execute(found)
        ]

    def put(self, made: Marker | Pause) -> None:
        """Store a marker or a pause in the place of the one with its id."""
        self.remove(made)
        if isinstance(made, Marker):
            row = {"id": made.id.bytes, "day": made.day.isoformat(), "text": made.text}
            self._connection.execute(insert(marker), row)
        else:
            days = {"first": made.first.isoformat(), "last": made.last.isoformat()}
            self._connection.execute(insert(pause), {"id": made.id.bytes, **days})

    def remove(self, removed: Marker | Pause) -> None:
        """Take one away; when it is gone already, do nothing."""
        table = marker if isinstance(removed, Marker) else pause
        self._connection.execute(delete(table).where(table.c.id == removed.id.bytes))

    def writing_days(self) -> Sequence[date]:
        """Return the civil days on which anything was written, earliest first."""
        rows = self._connection.execute(_WRITING_DAYS).scalars()
        return [date.fromordinal(_EPOCH + number) for number in rows]

    def settle(self, after: date, *, was_pause: bool) -> None:
        """Keep the answer about the silence after a day."""
        self._connection.execute(delete(silence).where(silence.c.after == after.isoformat()))
        row = {"after": after.isoformat(), "was_pause": int(was_pause)}
        self._connection.execute(insert(silence), row)

    def settled(self) -> frozenset[date]:
        """Return the days whose silence has an answer."""
        found = self._connection.execute(select(silence.c.after)).scalars()
        return frozenset(map(date.fromisoformat, found))


def _days(at: ColumnElement[int], offset: ColumnElement[int]) -> ColumnElement[int]:
    """Return the civil day of a moment where it was written, in days since 1970."""
    return (at // _MICROSECONDS + offset) // _DAY


_WRITING_DAYS: Final = (
    select(writing_day.c.day)
    .union(select(_days(check_in.c.written_at, check_in.c.written_offset)))
    .order_by("day")
)
