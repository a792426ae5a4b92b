"""What stands for the state of a vault: other than before when a backup should be made."""

import hashlib
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select

from onveilig_desktop.vault import files
from onveilig_desktop.vault.schema import setting

BEFORE: Final = "visits.before"
"""The setting with the mark of before it was opened, if only that was noted since."""

_PAGE_BYTES: Final = 4096
_BEFORE: Final = select(setting.c.value).where(setting.c.name == BEFORE)
_FORGET: Final = delete(setting).where(setting.c.name == BEFORE)


def mark_of(database: Path) -> str:
    """Return what stands for a database as it is: its first page changes with each save."""
    with files.said_plainly(), database.open("rb") as file:
        return hashlib.sha256(file.read(_PAGE_BYTES)).hexdigest()[:32]


def state_of(connection: Connection, database: Path) -> str:
    """Return what stands for what is in the *database* that *connection* reads."""
    return connection.execute(_BEFORE).scalar_one_or_none() or mark_of(database)


def keep_in_mind(connection: Connection) -> None:
    """Let what *connection* wrote count as a change, if it wrote anything."""
    opened = connection.connection.driver_connection
    if opened is not None and opened.total_changes:
        connection.execute(_FORGET)
