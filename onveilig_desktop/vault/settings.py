"""Settings, which are kept in the vault: outside it they would say what it is."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from onveilig_desktop.vault.schema import setting


def read(connection: Connection, name: str) -> str:
    """Return a setting, or nothing when it was never set."""
    found = connection.execute(select(setting.c.value).where(setting.c.name == name))
    return found.scalar_one_or_none() or ""


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a setting."""
    row = {"name": name, "value": value}
    kept = insert(setting).values(row)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_=row))
