"""The bin: read, restored, or removed for good with all that belonged to it."""

from contextlib import contextmanager
from datetime import UTC, timedelta, timezone

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlcipher
from vaults import PASSPHRASE

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import Draft, Flaw, Journal, Wrong
from onveilig_desktop.vault import connection
from onveilig_desktop.vault.migrate import upgrade
from onveilig_desktop.vault.vault import SqlTransaction

CANARY = "kanarievogel"


@pytest.fixture
def binned(journal, clock, tmp_path):
    """Two entries in the bin, one of them corrected and with a file, and one beside it."""
    first = journal.save(Draft(text=CANARY, day="1-2", signals=frozenset({"a"})))
    journal.save(Draft(entry_id=first.id, text=f"{CANARY} anders", day="1-2"))
    photo = tmp_path / f"{CANARY}.txt"
    photo.write_text(CANARY * 1000)
    journal.attachments.add(first.id, photo)
    journal.seal(Draft(entry_id=first.id, text=CANARY))
    second = journal.save(Draft(text="ook weg", day="2-2"))
    kept = journal.save(Draft(text="blijft", day="3-2"))
    journal.delete(first.id)
    clock.forward(hours=1)
    journal.delete(second.id)
    return first, second, kept


def last(journal):
    *_, checked = journal.history.check()
    return checked


def test_what_is_in_the_bin_is_told_with_its_date(journal, binned, clock):
    first, second, _kept = binned
    lines = journal.bin.lines()
    assert [each.line.id for each in lines] == [second.id, first.id]
    assert lines[0].binned_at == clock.now
    assert lines[0].binned_at.utcoffset() == clock.now.utcoffset()
    assert journal.bin.entry(first.id).text == f"{CANARY} anders"


def test_it_is_told_where_the_person_was_when_it_was_deleted_last(journal, clock):
    entry = journal.save(Draft(text="weg", day="1-2"))
    for hours in (5, -3):
        clock.now = clock.now.astimezone(timezone(timedelta(hours=hours)))
        journal.delete(entry.id)
        [told] = journal.bin.lines()
        assert told.binned_at.utcoffset() == timedelta(hours=hours)
        clock.now = clock.now.astimezone(UTC)
        journal.restore(entry.id)


def test_what_lost_its_history_is_told_in_utc(journal, vault, binned):
    with vault.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER revision_stays")
        connection.exec_driver_sql("DELETE FROM revision WHERE kind = 'bin'")
    assert {each.binned_at.utcoffset() for each in journal.bin.lines()} == {timedelta()}


def test_only_what_is_in_the_bin_is_found_there(journal, binned):
    with pytest.raises(MissingEntryError):
        journal.bin.entry(binned[2].id)
    with pytest.raises(MissingEntryError):
        journal.bin.erase(binned[2].id)
    assert [line.id for line in journal.lines()] == [binned[2].id]


def test_an_empty_bin(journal):
    assert journal.bin.lines() == []
    assert list(journal.bin.empty()) == []


def test_what_is_restored_is_out_of_the_bin(journal, binned):
    journal.restore(binned[0].id)
    assert [each.line.id for each in journal.bin.lines()] == [binned[1].id]
    assert journal.entry(binned[0].id).text == f"{CANARY} anders"


def test_what_is_erased_is_gone_from_every_table(journal, binned, vault):
    journal.bin.erase(binned[0].id)
    with vault._begin() as begun:
        tables = begun.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).scalars()
        for table in tables.all():
            rows = begun.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
            assert CANARY not in str(rows), table
            if table in {"attachment", "chunk", "draft"}:
                assert rows == []
    assert [each.line.id for each in journal.bin.lines()] == [binned[1].id]
    assert journal.history.versions(binned[0].id) == []


class Bare:
    """Storage as the vault makes it, but for the key: what stays in its file can be read."""

    def __init__(self, path):
        self.path = path
        self.engine = create_engine(
            "sqlite://", module=sqlcipher, creator=self.connect, poolclass=NullPool
        )
        event.listen(self.engine, "begin", lambda it: it.exec_driver_sql("BEGIN IMMEDIATE"))

    def connect(self):
        made = sqlcipher.connect(str(self.path))
        made.isolation_level = None
        for statement in connection._WITH_KEY:
            if "cipher" not in statement:
                made.execute(statement).fetchall()
        return made

    @contextmanager
    def transaction(self):
        with self.engine.begin() as begun:
            yield SqlTransaction.on(begun)


def test_nothing_of_it_is_left_in_the_file(tmp_path, clock):
    """Below the encryption too: each page that became free was overwritten."""
    bare = Bare(tmp_path / "bare")
    with bare.engine.begin() as begun:
        upgrade(begun)
    journal = Journal(bare.transaction, clock)
    entry = journal.save(Draft(text=CANARY * 100, day="1-2"))
    photo = tmp_path / "foto.txt"
    photo.write_text(CANARY * 100_000)
    journal.attachments.add(entry.id, photo)
    kept = journal.save(Draft(text="blijft", day="2-2"))
    journal.delete(entry.id)
    assert CANARY.encode() in bare.path.read_bytes()
    journal.bin.erase(entry.id)
    raw = bare.path.read_bytes()
    assert CANARY.encode() not in raw
    assert b"blijft" in raw
    assert [line.id for line in journal.lines()] == [kept.id]


def test_the_chain_holds_after_erasing(journal, binned, vault):
    journal.bin.erase(binned[0].id)
    assert vault.verify() == []
    with vault._begin() as begun:
        kinds = begun.exec_driver_sql(
            "SELECT kind, content IS NULL, salt IS NULL FROM revision WHERE entry = ? ORDER BY seq",
            (binned[0].id.bytes,),
        ).all()
    assert [kind for kind, *_ in kinds] == ["create", "edit", "bin", "erase"]
    assert [gone for _, gone, _ in kinds] == [1, 1, 1, 0]
    assert [gone for *_, gone in kinds] == [1, 1, 1, 0]


def test_an_entry_that_comes_back_after_erasing_is_seen(journal, binned, vault):
    with vault._begin() as begun:
        row = begun.exec_driver_sql("SELECT * FROM entry WHERE id = ?", (binned[1].id.bytes,)).one()
    journal.bin.erase(binned[1].id)
    marks = ", ".join("?" * len(row))
    with vault._begin() as begun:
        begun.exec_driver_sql(f"INSERT INTO entry VALUES ({marks})", tuple(row))  # noqa: S608
    assert vault.verify() == [Flaw(0, Wrong.ENTRY)]


def test_emptying_tells_how_many_are_left(journal, binned, gate):
    assert list(journal.bin.empty()) == [1, 0]
    assert journal.bin.lines() == []
    gate.close()
    reopened = gate.open(PASSPHRASE)
    assert [line.id for line in reopened.lines()] == [binned[2].id]
    assert last(reopened).flaws == ()
