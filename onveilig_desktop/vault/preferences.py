"""The person's preferences as one row of the settings."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from onveilig_desktop.journal.preferences import Preferences
from onveilig_desktop.vault.schema import setting

_NAME: Final = "preferences"


class SqlPreferences:
    """The ``journal.StoredPreferences`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self) -> Preferences:
        """Return them as they were last put, or as they are usually."""
        asked = select(setting.c.value).where(setting.c.name == _NAME)
        found = self._connection.execute(asked).scalar_one_or_none()
        return Preferences.of(_values(found or ""))

    def put(self, preferences: Preferences) -> None:
        """Store them all."""
        row = {"name": _NAME, "value": json.dumps(asdict(preferences))}
        kept = insert(setting).values(row)
        self._connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_=row))


def _values(text: str) -> Mapping[str, Any]:
    try:
        values = json.loads(text)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
