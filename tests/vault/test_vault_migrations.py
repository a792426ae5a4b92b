"""The revisions of the schema end where ``schema.py`` stands."""

import re
import shutil
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.schema import CreateIndex, CreateTable
from vaults import PASSPHRASE, database

from later import LATER, later_schema
from onveilig_desktop.errors import DamagedJournalError, ForeignFileError, ReadOnlyFolderError
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault import migrate
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


@pytest.fixture
def older(gate, journal, monkeypatch, tmp_path):
    """A journal with an entry, met by a program whose schema is a later one."""
    journal.save(Draft(text="Een gewone dag.", day="1-2"))
    gate.close()
    monkeypatch.setattr(migrate, "SCRIPTS", str(later_schema(tmp_path / "100% scripts")))
    monkeypatch.setattr(migrate, "LATEST", LATER)
    return gate


def test_an_older_journal_is_kept_aside_before_it_is_changed(older, folder):
    before = database(folder).read_bytes()
    assert [line.opening for line in older.open(PASSPHRASE).lines()] == ["Een gewone dag."]
    assert database(folder).read_bytes() != before
    [kept] = older.backups.all()
    assert (kept.is_kept_aside, kept.is_damaged) == (True, False)
    assert kept.path.read_bytes()[4096:] == before
    assert older.backups.examine(kept.path)[0].entries == 1
    older.close()
    older.open(PASSPHRASE)
    assert older.backups.all() == [kept]


def test_it_is_kept_beside_the_journal_when_the_stick_is_not_there(older, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    with monkeypatch.context() as now:
        now.setattr(migrate, "LATEST", LATEST)
        older.open(PASSPHRASE)
        older.backups.keep_in(stick)
        older.close()
    shutil.rmtree(stick)
    older.open(PASSPHRASE)
    assert [backup.is_kept_aside for backup in older.copies()] == [False]  # its key is not asked
    assert not stick.exists()


def test_nothing_is_changed_where_it_cannot_be_kept_or_written(older, folder):
    before = database(folder).read_bytes()
    (folder / "copies").write_text("in the way")
    with pytest.raises(ForeignFileError):
        older.open(PASSPHRASE)
    with pytest.raises(ReadOnlyFolderError):
        older.open_to_read(PASSPHRASE)
    assert database(folder).read_bytes() == before


def test_a_version_that_never_was_is_damage(gate, journal, vault):
    with vault.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    gate.close()
    with pytest.raises(DamagedJournalError):
        gate.open(PASSPHRASE)
