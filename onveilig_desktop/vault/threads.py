"""Threads as the entries that name them."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from onveilig_desktop.journal import EntryId, ThreadId
from onveilig_desktop.vault.schema import entry


class SqlThreads:
    """The ``journal.StoredThreads`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def members(self, thread: ThreadId) -> Sequence[EntryId]:
        """Return the entries of a thread that are not in the bin."""
        found = select(entry.c.id).where(
            entry.c.thread == thread.bytes, entry.c.binned_at.is_(None)
        )
        return [EntryId(UUID(bytes=key)) for key in self._connection.execute(found).scalars()]

    def latest(self, many: int) -> Sequence[tuple[ThreadId, date, int]]:
        """Return the id, the first day and the entries of *many* threads, the latest first.

        An entry that is left alone in its thread, or together with the bin, is none.
        """
        found = self._connection.execute(_LATEST.limit(many))
        return [
            (ThreadId(UUID(bytes=thread)), date.fromisoformat(first), entries)
            for thread, first, entries in found
        ]


_ENTRIES: Final = func.count()
_LATEST: Final = (
    select(entry.c.thread, func.min(entry.c.day), _ENTRIES)
    .where(entry.c.thread.is_not(None), entry.c.binned_at.is_(None))
    .group_by(entry.c.thread)
    .having(_ENTRIES > 1)
    .order_by(func.max(entry.c.ordinal).desc())
)
