"""Bringing the schema up to date."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from onveilig_desktop import resources
from onveilig_desktop.errors import DamagedJournalError, NewerFormatError

LATEST: Final = "0001"


def _scripts() -> Path:
    """Return where Alembic reads its files: a program in one folder has no place for modules."""
    beside = Path(__file__).with_name("migrations")
    return beside if beside.is_dir() else resources.path("migrations")


SCRIPTS: Final = str(_scripts())


def is_current(connection: Connection) -> bool:
    """Say whether the schema is the latest; one statement, and Alembic stays unimported.

    Raises:
        NewerFormatError: a later version of the program made a revision of its own.
    """
    asked = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
    found = asked.scalars().all()
    if any(version > LATEST for version in found):
        raise NewerFormatError
    return found == [LATEST]


def upgrade(connection: Connection) -> None:
    """Run the revisions that are still to come, in the transaction that is open.

    Raises:
        DamagedJournalError: it stands at a revision that never was.
    """
    # late: half a second, and only needed for a new or an older journal
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", SCRIPTS.replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, LATEST)
    except CommandError:
        raise DamagedJournalError from None
