"""Settings, which are kept in the vault: outside it they would say what it is."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from onveilig_desktop.vault.schema import setting
from onveilig_desktop.vault.vault import Vault


def read(connection: Connection, name: str) -> str:
    """Return a setting, or nothing when it was never set."""
    found = connection.execute(select(setting.c.value).where(setting.c.name == name))
    return found.scalar_one_or_none() or ""


def write(connection: Connection, name: str, value: str) -> None:
    """Keep a setting."""
    row = {"name": name, "value": value}
    kept = insert(setting).values(row)
    connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_=row))


class VaultSettings:
    """The ``journal.Settings`` of one open vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def read(self, name: str) -> str:
        """See ``journal.Settings``."""
        with self._vault.reading() as connection:
            return read(connection, name)

    def write(self, name: str, value: str) -> None:
        """See ``journal.Settings``."""
        with self._vault.writing() as connection:
            write(connection, name, value)
