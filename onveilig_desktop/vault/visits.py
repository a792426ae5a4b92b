"""When the vault was opened, kept in it as one setting.

That it was opened is no change that a backup has to hold. So the state before the first visit
after a change is kept beside them, and whatever else is written takes it away again.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.journal.visits import KEPT_VISITS, Visit
from onveilig_desktop.vault import settings
from onveilig_desktop.vault.state import BEFORE, mark_of
from onveilig_desktop.vault.vault import Vault

_SETTING: Final = "visits"


class VaultVisits:
    """The ``journal.Visits`` of one open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def all(self) -> Sequence[Visit]:
        """See ``journal.Visits``."""
        with self._vault.reading() as connection:
            return _read(connection)


def note(vault: Vault, at: datetime, secret: Secret, missed: int) -> None:
    """Remember that *secret* opened the vault, after so many wrong tries.

    What cannot be written, on a full disk for one, is not: the journal opens all the same.
    """
    visit = Visit(at=at, by_code=isinstance(secret, RecoveryCode), missed=missed)
    with suppress(OnveiligError):
        mark = mark_of(vault.path)
        with vault.writing_beside() as connection:
            kept = [visit, *_read(connection)][:KEPT_VISITS]
            settings.write(connection, _SETTING, json.dumps([_row(one) for one in kept]))
            if not settings.read(connection, BEFORE):
                settings.write(connection, BEFORE, mark)


def _read(connection: Connection) -> list[Visit]:
    rows = json.loads(settings.read(connection, _SETTING) or "[]")
    return [Visit(at=datetime.fromisoformat(at), by_code=code, missed=n) for at, code, n in rows]


def _row(visit: Visit) -> list[object]:
    return [visit.at.isoformat(), visit.by_code, visit.missed]
