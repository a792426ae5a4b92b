"""The history, read back."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from onveilig_desktop.journal import Checked, EntryId, Kind, Place, Version
from onveilig_desktop.journal.ports import Inspection as Unfinished
from onveilig_desktop.vault import moments, rows
from onveilig_desktop.vault.checking import Inspection
from onveilig_desktop.vault.schema import entry, revision
from onveilig_desktop.vault.schema_transfer import received

_WORDINGS: Final = (
    select(
        revision.c.entry,
        revision.c.seq,
        revision.c.kind,
        revision.c.at,
        revision.c.utc_offset,
        revision.c.clock_back,
        revision.c.content,
        received.c.at.label("elsewhere_at"),
        received.c.utc_offset.label("elsewhere_offset"),
    )
    .join(received, received.c.revision == revision.c.seq, isouter=True)
    .where(revision.c.kind.in_([Kind.CREATE, Kind.EDIT]), revision.c.content.is_not(None))
    .order_by(revision.c.seq)
)
_CORRECTED: Final = (
    select(entry.c.id)
    .join(revision, revision.c.entry == entry.c.id)
    .where(
        entry.c.binned_at.is_(None),
        revision.c.kind == Kind.EDIT,
        revision.c.content.is_not(None),
    )
    .group_by(entry.c.id)
    .order_by(func.min(entry.c.ordinal))
)
_LAST_LINK: Final = select(revision.c.link).order_by(revision.c.seq.desc()).limit(1)


class SqlRevisions:
    """The ``journal.Revisions`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def versions(self, entry_ids: Sequence[EntryId]) -> Sequence[Sequence[Version]]:
        """Return every wording of each entry, the first one first; none when it was erased."""
        keys = [entry_id.bytes for entry_id in entry_ids]
        known: dict[bytes, list[Version]] = {key: [] for key in keys}
        for row in self._connection.execute(_WORDINGS.where(revision.c.entry.in_(keys))):
            known[row.entry].append(_version(row))
        return [known[key] for key in keys]

    def corrected(self) -> Sequence[EntryId]:
        """Return the entries, not in the bin, that have a second wording, earliest day first."""
        found = self._connection.execute(_CORRECTED).scalars()
        return [EntryId(UUID(bytes=key)) for key in found]

    def last_link(self) -> bytes | None:
        """Return what stands for the whole history, 32 bytes, or nothing when it is empty."""
        link: bytes | None = self._connection.execute(_LAST_LINK).scalar_one_or_none()
        return link

    def find(self, beginning: bytes) -> Place | None:
        """Return the revision whose link begins so, or nothing."""
        made = select(revision.c.seq, revision.c.at, revision.c.utc_offset)
        alike = func.substr(revision.c.link, 1, len(beginning)) == beginning
        row = self._connection.execute(made.where(alike)).first()
        return None if row is None else Place(seq=row.seq, at=moments.read(row.at, row.utc_offset))

    def inspection(self) -> Inspection:
        """Return a check that has yet to begin."""
        return Inspection()

    def go_on(self, inspection: Unfinished) -> Checked:
        """Take a check a tenth of a second further and return what it found so far."""
        return inspection.go_on(self._connection)


def _version(row: Any) -> Version:
    _entry, seq, kind, at, offset, clock_back, content, elsewhere, there = row
    return Version(
        seq=seq,
        kind=Kind(kind),
        at=moments.read(at, offset),
        is_clock_back=bool(clock_back),
        entry=rows.read_canonical(content),
        elsewhere_at=None if elsewhere is None else moments.read(elsewhere, there),
    )
