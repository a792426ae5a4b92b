"""Half-filled forms as rows."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select

from onveilig_desktop.journal import Form, FormKey, HalfDone
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import unfinished


class SqlHalfDone:
    """The ``journal.StoredHalfDone`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[HalfDone]:
        """Return every one, the latest sealed first."""
        found = select(unfinished).order_by(unfinished.c.sealed_at.desc())
        return list(map(_read, self._connection.execute(found)))

    def get(self, key: FormKey) -> HalfDone | None:
        """Return the one with this key, if there is one."""
        row = self._connection.execute(select(unfinished).where(_is(key))).one_or_none()
        return None if row is None else _read(row)

    def put(self, half_done: HalfDone, at: datetime) -> None:
        """Seal it in the place of an earlier one with its key."""
        self.drop(half_done.key)
        sealed_at, _ = moments.write(at)
        row = {
            "form": half_done.key.form,
            "about": half_done.key.about,
            "sealed_at": sealed_at,
            # ASCII, as in drafts: half characters have no other form on disk
            "content": json.dumps(dict(half_done.fields)),
        }
        self._connection.execute(insert(unfinished), row)

    def drop(self, key: FormKey) -> None:
        """Forget the one with this key; without one, do nothing."""
        self._connection.execute(delete(unfinished).where(_is(key)))


def _is(key: FormKey) -> ColumnElement[bool]:
    return and_(unfinished.c.form == key.form, unfinished.c.about == key.about)


def _read(row: Row[Any]) -> HalfDone:
    return HalfDone(FormKey(Form(row.form), row.about), json.loads(row.content))
