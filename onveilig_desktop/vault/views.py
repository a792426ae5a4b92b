"""Saved views as rows."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from onveilig_desktop.catalog import Group, SignalId
from onveilig_desktop.journal import ThreadId
from onveilig_desktop.journal.query import Query
from onveilig_desktop.journal.view import View, ViewId
from onveilig_desktop.vault.schema import saved_view


class SqlViews:
    """The ``journal.StoredViews`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[View]:
        """Return every view in the order of their names."""
        found = self._connection.execute(select(saved_view))
        views = [View(ViewId(UUID(bytes=row.id)), row.name, _read(row.content)) for row in found]
        return sorted(views, key=lambda view: view.name.casefold())

    def put(self, view: View) -> None:
        """Store a view, or put it in the place of the one with its id."""
        self.drop(view.id)
        row = {"id": view.id.bytes, "name": view.name, "content": _write(view.query)}
        self._connection.execute(insert(saved_view), row)

    def drop(self, view_id: ViewId) -> None:
        """Forget a view."""
        self._connection.execute(delete(saved_view).where(saved_view.c.id == view_id.bytes))


def _write(query: Query) -> str:
    return json.dumps(
        {
            "text": query.text,
            "first": query.first and query.first.isoformat(),
            "last": query.last and query.last.isoformat(),
            "groups": sorted(query.groups),
            "signals": sorted(query.signals),
            "repair_open": query.repair_open,
            "intensity_from": query.intensity_from,
            "thread": query.thread and query.thread.hex,
            "written_late": query.written_late,
            "own_words": query.own_words,
        }
    )


def _read(content: str) -> Query:
    fields: dict[str, Any] = json.loads(content)
    return Query(
        text=fields["text"],
        first=date.fromisoformat(fields["first"]) if fields["first"] else None,
        last=date.fromisoformat(fields["last"]) if fields["last"] else None,
        groups=frozenset(map(Group, fields["groups"])),
        signals=frozenset(map(SignalId, fields["signals"])),
        repair_open=fields["repair_open"],
        intensity_from=fields["intensity_from"],
        thread=ThreadId(UUID(fields["thread"])) if fields["thread"] else None,
        written_late=fields["written_late"],
        own_words=fields["own_words"],
    )
