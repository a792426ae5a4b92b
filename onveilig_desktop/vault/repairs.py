"""Dated answers about repair as rows."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, func, insert, select

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import EntryId, Repair, RepairAnswer
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import draft, entry, entry_signal
from onveilig_desktop.vault.schema_days import repair_answer


class SqlRepairs:
    """The ``journal.StoredRepairs`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, entry_id: EntryId) -> Sequence[RepairAnswer]:
        """Return the answers for one entry, earliest first."""
        found = self._connection.execute(_OF, {"id": entry_id.bytes})
        return [
            RepairAnswer(entry_id, Repair(answer), moments.read(at, offset))
            for answer, at, offset in found
        ]

    def add(self, made: RepairAnswer) -> None:
        """Add an answer.

        Raises:
            MissingEntryError
        """
        found = select(entry.c.seq).where(entry.c.id == made.entry.bytes)
        seq = self._connection.execute(found).scalar_one_or_none()
        if seq is None:
            raise MissingEntryError
        at, offset = moments.write(made.answered_at)
        row = {"entry": seq, "answer": made.answer.value, "at": at, "utc_offset": offset}
        self._connection.execute(insert(repair_answer), row)

    def waiting(
        self, concerns: Collection[SignalId], written_by: datetime, quiet_since: datetime
    ) -> EntryId | None:
        """Return the latest entry with one of *concerns* whose repair is open, if any.

        Among the latest thousand entries, so that it costs as much in a long journal.
        Written at *written_by* at the latest, without a draft, and without an answer after
        *quiet_since* other than the one it was first written with.
        """
        values = {
            "concerns": sorted(concerns),
            "written_by": moments.write(written_by)[0],
            "quiet_since": moments.write(quiet_since)[0],
        }
        found: bytes | None = self._connection.execute(_WAITING, values).scalar_one_or_none()
        return None if found is None else EntryId(UUID(bytes=found))


_LATEST: Final = 1_000
"""Entries, by their day, among which one is sought to ask about."""

_OF: Final = (
    select(repair_answer.c.answer, repair_answer.c.at, repair_answer.c.utc_offset)
    .join(entry, entry.c.seq == repair_answer.c.entry)
    .where(entry.c.id == bindparam("id"))
    .order_by(repair_answer.c.seq)
)
_ANSWERED_LATELY: Final = exists().where(
    repair_answer.c.entry == entry.c.seq,
    repair_answer.c.at > entry.c.written_at,
    repair_answer.c.at > bindparam("quiet_since"),
)
_OF_CONCERN: Final = exists().where(
    entry_signal.c.entry == entry.c.seq,
    entry_signal.c.signal.in_(bindparam("concerns", expanding=True)),
)
_FROM: Final = (
    select(entry.c.ordinal)
    .where(entry.c.binned_at.is_(None))
    .order_by(entry.c.ordinal.desc())
    .limit(1)
    .offset(_LATEST - 1)
    .scalar_subquery()
)
_WAITING: Final = (
    select(entry.c.id)
    .where(
        entry.c.binned_at.is_(None),
        entry.c.ordinal >= func.coalesce(_FROM, 0),
        entry.c.repair.is_(None) | (entry.c.repair == Repair.OPEN.value),
        entry.c.written_at <= bindparam("written_by"),
        _OF_CONCERN,
        ~_ANSWERED_LATELY,
        ~exists().where(draft.c.entry == entry.c.id),
    )
    .order_by(entry.c.ordinal.desc())
    .limit(1)
)
