"""The bin as rows of one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, select

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import Binned, Entry, EntryId, Kind
from onveilig_desktop.vault import moments, rows
from onveilig_desktop.vault.attachments import SqlAttachments
from onveilig_desktop.vault.history import History
from onveilig_desktop.vault.schema import draft, entry, entry_text, revision

_SINCE: Final = (
    select(revision.c.utc_offset)
    .where(revision.c.entry == entry.c.id, revision.c.kind == Kind.BIN)
    .order_by(revision.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_LINES: Final = (
    select(entry.c.binned_at, _SINCE, *rows.COLUMNS, entry.c.opening, rows.SIGNALS)
    .where(entry.c.binned_at.is_not(None))
    .order_by(entry.c.binned_at.desc(), entry.c.seq.desc())
)
_WHOLE: Final = (
    select(*rows.COLUMNS, *rows.WHOLE, rows.SIGNALS)
    .join(entry_text, entry_text.c.entry == entry.c.seq)
    .where(entry.c.binned_at.is_not(None))
)


class SqlBin:
    """The ``journal.BinnedEntries`` of one transaction."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._history = history

    def lines(self) -> Sequence[Binned]:
        """Return what is in the bin, the latest deleted first."""
        found = self._connection.execute(_LINES).all()
        if not found:
            return []
        lines = rows.read_lines([row[2:] for row in found])
        return [
            Binned(line=line, binned_at=moments.read(row[0], row[1] or 0))
            for row, line in zip(found, lines, strict=True)
        ]

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry in the bin, or raise ``MissingEntryError``."""
        found = self._connection.execute(_WHOLE.where(entry.c.id == entry_id.bytes)).first()
        if found is None:
            raise MissingEntryError
        return rows.read_entry(found)

    def erase(self, entry_id: EntryId, at: datetime) -> None:
        """Remove one entry in the bin, or raise ``MissingEntryError``.

        What hangs on its row goes with it; ``secure_delete`` leaves nothing of it in the
        file. Large files go on being overwritten by ``SqlAttachments.clear``. Its revisions
        stay without content.
        """
        seq = self._seq(entry_id)
        SqlAttachments(self._connection, self._history).erase_of(seq, at)
        self._history.erase(entry_id, at)
        self._connection.execute(delete(entry).where(entry.c.seq == seq))
        self._connection.execute(delete(draft).where(draft.c.entry == entry_id.bytes))

    def _seq(self, entry_id: EntryId) -> int:
        found = select(entry.c.seq).where(
            entry.c.id == entry_id.bytes, entry.c.binned_at.is_not(None)
        )
        seq: int | None = self._connection.execute(found).scalar_one_or_none()
        if seq is None:
            raise MissingEntryError
        return seq
