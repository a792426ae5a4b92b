"""What SQLAlchemy and SQLCipher must be told, or they crash, lose rows or tell too much."""

import subprocess
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import NullPool
from vaults import NOON, PASSPHRASE, database

from onveilig_desktop.errors import (
    DamagedJournalError,
    DiskFullError,
    FolderGoneError,
    JournalBusyError,
    LowMemoryError,
    StorageError,
)
from onveilig_desktop.journal import Draft
from onveilig_desktop.vault.connection import connect, said_plainly
from onveilig_desktop.vault.key import DataKey

CANARY = "kanarie"
PRAGMAS = {
    "cipher_log_level": "NONE",
    "busy_timeout": 30_000,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "journal_mode": "truncate",
    "synchronous": 2,
}


def test_each_connection_is_set_up(vault):
    with vault._begin() as connection:
        read = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    read["mmap_size"] = read["mmap_size"] or 0  # without mmap it says nothing at all
    assert read == PRAGMAS


def test_no_connection_is_kept(vault):
    assert isinstance(vault._engine.pool, NullPool)
    assert vault._engine.hide_parameters


def test_any_thread_may_use_the_journal(journal):
    """Pools that keep connections crash here, or lose rows."""
    together = threading.Barrier(6)

    def write(number):
        together.wait()
        return [journal.save(Draft(text=f"{number} {n}", day="1-2")).id for n in range(5)]

    with ThreadPoolExecutor(6) as threads:
        written = [entry_id for some in threads.map(write, range(6)) for entry_id in some]
    assert {line.id for line in journal.lines()} == set(written)
    assert len(written) == 30


def test_schema_and_rows_are_rolled_back_together(vault):
    with pytest.raises(OperationalError, match="nowhere"):  # as it is below ``said_plainly``
        change(vault._engine)
    with vault._begin() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        assert "extra" not in names
        assert "entry" in names
        assert connection.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 0


def change(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO draft VALUES (x'', 0, '{}')")
        connection.exec_driver_sql("CREATE TABLE extra (a INTEGER)")
        connection.exec_driver_sql("INSERT INTO extra VALUES (1)")
        connection.exec_driver_sql("DROP TABLE entry_text")
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_a_full_database_keeps_what_it_had(vault, journal, folder):
    kept = journal.save(Draft(text="kort", day="1-2"))
    journal.seal(Draft(text="half"))
    before = database(folder).read_bytes()
    with pytest.raises(DiskFullError):
        fill_up(vault)
    assert [line.id for line in journal.lines()] == [kept.id]
    assert [draft.text for draft in journal.drafts()] == ["half"]
    assert database(folder).read_bytes() == before
    assert vault.verify() == []
    journal.save(Draft(text="weer ruimte " * 10_000, day="1-2"))


def fill_up(vault):
    with vault.transaction() as transaction:
        connection = transaction.drafts._connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        transaction.drafts.drop(None)
        for _ in range(50):
            transaction.drafts.put(Draft(text="te lang " * 10_000), NOON)


def test_errors_do_not_tell_what_was_written(vault):
    words = CANARY  # by another name: a traceback shows these lines
    with pytest.raises(StorageError) as caught, vault._begin() as connection:
        connection.exec_driver_sql("INSERT INTO draft VALUES (x'', ?, ?)", (words, words))
    assert words not in "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    with pytest.raises(IntegrityError) as below, vault._engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO draft VALUES (x'', ?, ?)", (words, words))
    assert words not in str(below.value)


def test_a_transaction_that_is_open_keeps_others_out(vault, folder):
    with vault._begin():
        second = connect(database(folder), vault._key)
        second.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(JournalBusyError), said_plainly(database(folder)):
            second.execute("BEGIN IMMEDIATE")
        second.close()


def test_memory_that_ran_out_has_its_own_sentence(tmp_path):
    with pytest.raises(LowMemoryError), said_plainly(tmp_path):
        raise MemoryError


def test_a_wrong_key_says_nothing_on_stderr(folder):
    script = (
        "import sys; from pathlib import Path\n"
        "from onveilig_desktop.vault.key import DataKey\n"
        "from onveilig_desktop.vault.vault import Vault\n"
        "from onveilig_desktop.errors import DamagedJournalError\n"
        "try: Vault(Path(sys.argv[1]), DataKey.fresh()).check()\n"
        "except DamagedJournalError: print('refused')\n"
    )
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", script, database(folder)], capture_output=True, check=False
    )
    assert (done.stdout.strip(), done.stderr, done.returncode) == (b"refused", b"", 0)


def test_a_shut_vault_stays_shut(gate, journal, vault):
    gate.close()
    with pytest.raises(ValueError, match="shut"):
        journal.lines()
    assert vault._key.is_wiped
    gate.close()
    assert gate.open(PASSPHRASE).lines() == []


def test_nothing_is_made_where_there_is_no_database(tmp_path):
    with pytest.raises(Exception, match="unable to open"):
        connect(tmp_path / "absent", DataKey.fresh())
    assert not list(tmp_path.iterdir())


def test_a_wrong_key_is_damage(folder):
    with pytest.raises(DamagedJournalError), said_plainly(database(folder)):
        connect(database(folder), DataKey.fresh())


def test_a_folder_that_is_pulled_out_can_be_put_back(gate, journal, folder):
    kept = journal.save(Draft(text="before", day="1-2"))
    elsewhere = folder.rename(folder.with_name("pulled out"))
    for verb in (journal.lines, lambda: journal.save(Draft(text="after", day="1-2"))):
        with pytest.raises(FolderGoneError):
            verb()
    assert not folder.exists()
    elsewhere.rename(folder)
    saved = journal.save(Draft(text="after", day="1-2"))
    assert {line.id for line in journal.lines()} == {kept.id, saved.id}


def test_a_folder_that_vanishes_halfway_a_save_is_told_as_gone(vault, folder):
    def save():
        with vault._begin() as connection:
            folder.rename(folder.with_name("pulled out"))
            connection.exec_driver_sql("UPDATE vault SET file_id = file_id")

    with pytest.raises(FolderGoneError):
        save()
