"""Sealed drafts as rows."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from onveilig_desktop.catalog import SignalId, StepId
from onveilig_desktop.journal import DayPart, Details, Draft, EntryId, Precision, Repair
from onveilig_desktop.journal.archived import Sealed
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import draft as drafts
from onveilig_desktop.vault.schema import entry

_DROP: Final = delete(drafts).where(drafts.c.entry == bindparam("key"))


class SqlDrafts:
    """The ``journal.Drafts`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Draft]:
        """Return every draft but those of entries in the bin, the latest sealed first."""
        binned = select(entry.c.id).where(entry.c.binned_at.is_not(None))
        found = (
            select(drafts.c.entry, drafts.c.content)
            .where(drafts.c.entry.not_in(binned))
            .order_by(drafts.c.sealed_at.desc())
        )
        return [_read(key, content) for key, content in self._connection.execute(found)]

    def sealed(self) -> Sequence[Sealed]:
        """Return every draft with the moment at which it was sealed, also those in the bin."""
        found = self._connection.execute(select(drafts).order_by(drafts.c.entry))
        return [
            Sealed(_read(row.entry, row.content), moments.read(row.sealed_at, 0)) for row in found
        ]

    def put(self, draft: Draft, at: datetime) -> None:
        """Seal *draft* in the place of an earlier one for the same entry."""
        self.drop(draft.entry_id)
        sealed_at, _ = moments.write(at)
        row = {"entry": _key(draft.entry_id), "sealed_at": sealed_at, "content": _write(draft)}
        self._connection.execute(insert(drafts), row)

    def drop(self, entry_id: EntryId | None) -> None:
        """Forget the draft for this entry, or the one for a new entry."""
        self._connection.execute(_DROP, {"key": _key(entry_id)})


def _key(entry_id: EntryId | None) -> bytes:
    return b"" if entry_id is None else entry_id.bytes


def _write(draft: Draft) -> str:
    # ASCII: a draft may hold half characters, which have no other form on disk
    return json.dumps(
        {
            "text": draft.text,
            "day": draft.day,
            "typed_on": draft.typed_on and draft.typed_on.isoformat(),
            "minute": draft.minute,
            "precision": draft.precision,
            "part": draft.part,
            "signals": sorted(draft.signals),
            "intensity": draft.intensity,
            "trust": draft.trust,
            "repair": draft.repair,
            "details": asdict(draft.details),
            "steps": sorted(draft.steps),
        }
    )


def _read(key: bytes, content: str) -> Draft:
    fields: dict[str, Any] = json.loads(content)
    return Draft(
        entry_id=EntryId(UUID(bytes=key)) if key else None,
        text=fields["text"],
        day=fields["day"],
        typed_on=date.fromisoformat(fields["typed_on"]) if fields["typed_on"] else None,
        minute=fields["minute"],
        precision=Precision(fields["precision"]),
        part=DayPart(fields["part"]) if fields["part"] else None,
        signals=frozenset(map(SignalId, fields["signals"])),
        intensity=fields["intensity"],
        trust=fields["trust"],
        repair=Repair(fields["repair"]) if fields["repair"] else None,
        details=Details(**fields["details"]),
        steps=frozenset(map(StepId, fields["steps"])),
    )
