"""How much is written in a vault, and since when."""

from datetime import datetime
from typing import Final

from sqlalchemy import func, select

from onveilig_desktop.journal.backups import Contents
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import entry, revision
from onveilig_desktop.vault.vault import Vault

_COUNT: Final = select(func.count()).select_from(entry).where(entry.c.binned_at.is_(None))
_LAST: Final = (
    select(entry.c.written_at, entry.c.written_offset)
    .where(entry.c.binned_at.is_(None))
    .order_by(entry.c.written_at.desc())
    .limit(1)
)
_FIRST: Final = select(revision.c.at, revision.c.utc_offset).order_by(revision.c.seq).limit(1)


def contents(vault: Vault) -> Contents:
    """Count the entries outside the bin, and find when the last one was written.

    Raises:
        as ``Vault.transaction``
    """
    with vault.reading() as connection:
        last = connection.execute(_LAST).one_or_none()
        count = connection.execute(_COUNT).scalar_one()
    return Contents(count, None if last is None else moments.read(*last))


def begun_at(vault: Vault) -> datetime | None:
    """Find when the first thing was saved, if anything was.

    Raises:
        as ``Vault.transaction``
    """
    with vault.reading() as connection:
        first = connection.execute(_FIRST).one_or_none()
    return None if first is None else moments.read(*first)
