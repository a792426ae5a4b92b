"""Threads as the entries that name them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

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
