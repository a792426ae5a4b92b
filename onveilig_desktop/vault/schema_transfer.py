"""The table of what came from another copy of the journal."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Integer, Table

from onveilig_desktop.vault.schema import metadata

# When a revision was written elsewhere; the revision itself tells when it came here.
received: Final = Table(
    "received",
    metadata,
    Column("revision", ForeignKey("revision.seq"), primary_key=True),
    Column("at", Integer, nullable=False),
    Column("utc_offset", Integer, nullable=False),
    sqlite_strict=True,
)
