"""The revisions of the schema end where ``schema.py`` stands."""

import re
import subprocess
import sys

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.schema import CreateIndex, CreateTable
from vaults import PASSPHRASE

from onveilig_desktop.vault.migrate import LATEST, upgrade
from onveilig_desktop.vault.schema import metadata


def test_migrations_end_at_the_schema(vault):
    options = {"compare_type": True, "include_name": ours}
    with vault._begin() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_tables_are_made_as_the_schema_writes_them(vault):
    """Strictness, keys and constraints too, which Alembic does not compare."""
    with vault._begin() as connection:
        dialect = connection.dialect
        made = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('table', 'index')"
        ).all()
    tables = metadata.tables.values()
    meant = {table.name: CreateTable(table) for table in tables}
    meant |= {index.name: CreateIndex(index) for table in tables for index in table.indexes}
    meant = {name: words(str(made.compile(dialect=dialect))) for name, made in meant.items()}
    made = {name: words(sql) for name, sql in made if ours(name) and name != "alembic_version"}
    assert made == meant


def ours(name, *_):
    """Not the search index: a virtual table, and the tables that FTS5 makes for it."""
    return name is None or not name.startswith("word_index")


def words(sql):
    """The words of a statement; the order of its constraints does not matter."""
    return sorted(re.sub("[(),]", " ", sql).split())


def test_the_latest_is_known_without_alembic():
    config = Config()
    config.set_main_option("script_location", "onveilig_desktop.vault:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [LATEST]


def test_migrating_again_changes_nothing(vault):
    with vault._begin() as connection:
        before = connection.exec_driver_sql("SELECT sql FROM sqlite_master").all()
        upgrade(connection)
        assert connection.exec_driver_sql("SELECT sql FROM sqlite_master").all() == before


def test_opening_does_not_import_alembic(folder):
    script = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from onveilig_desktop.vault import VaultGate\n"
        "gate = VaultGate(Path(sys.argv[1]), lambda: datetime(2026, 3, 14, tzinfo=UTC))\n"
        "gate.open(sys.argv[2]).lines()\n"
        "print(sorted(set(sys.modules) & {'alembic', 'mako', 'sqlalchemy.orm'}))\n"
    )
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", script, folder, PASSPHRASE],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
