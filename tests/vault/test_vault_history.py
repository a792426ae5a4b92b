"""Every change is a revision, and what was done to the history is seen."""

import hashlib
import json
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select
from vaults import NOON, PASSPHRASE

from onveilig_desktop import catalog
from onveilig_desktop.errors import MissingEntryError, StorageError
from onveilig_desktop.journal import Details, Draft, EntryId, Flaw, Repair, Wrong
from onveilig_desktop.vault import checking, rows
from onveilig_desktop.vault.schema import entry_text

TRIGGERS = ("revision_stays", "revision_unchanged", "revision_next")


@pytest.fixture
def told(journal, clock):
    """A journal with a short history: five revisions of two entries."""
    first = journal.save(Draft(text="eerst", day="1-2", signals=frozenset({"b", "a"})))
    clock.forward(minutes=5)
    journal.save(Draft(entry_id=first.id, text="toen", day="1-2", repair=Repair.OPEN))
    second = journal.save(Draft(text="ook", day="2-2"))
    journal.delete(second.id)
    clock.forward(hours=-2)
    journal.restore(second.id)
    return first, second


def revisions(vault):
    with vault._begin() as connection:
        return connection.exec_driver_sql("SELECT * FROM revision ORDER BY seq").all()


def tamper(vault, *statements):
    with vault._begin() as connection:
        for trigger in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_long_history_is_read_to_its_end_before_anything_is_compared(told, vault, monkeypatch):
    monkeypatch.setattr(checking, "_AT_ONCE", 2)
    assert vault.verify() == []
    tamper(vault, "UPDATE revision SET link = x'00' WHERE seq = 5")
    assert Flaw(5, Wrong.LINK) in vault.verify()


def test_every_change_is_kept(told, vault):
    kept = revisions(vault)
    assert [row.kind for row in kept] == ["create", "edit", "create", "bin", "restore"]
    assert [row.seq for row in kept] == [1, 2, 3, 4, 5]
    assert [row.entry for row in kept] == [told[n].id.bytes for n in (0, 0, 1, 1, 1)]
    assert [row.clock_back for row in kept] == [0, 0, 0, 0, 1]
    assert [json.loads(row.content).get("text") for row in kept] == [
        "eerst",
        "toen",
        "ook",
        None,
        None,
    ]
    assert json.loads(kept[0].content)["signals"] == ["a", "b"]
    assert json.loads(kept[1].content)["repair"] == "open"
    assert vault.verify() == []


def test_the_chain_can_be_followed_by_anyone(told, vault):
    link = hashlib.sha256(b"beginning").digest()
    for row in revisions(vault):
        commitment = hashlib.sha256(b"commitment" + row.salt + row.content).digest()
        assert commitment == row.commitment
        link = hashlib.sha256(
            b"link"
            + link
            + row.seq.to_bytes(8, "big")
            + row.entry
            + row.kind.encode().ljust(8, b"\0")
            + row.at.to_bytes(8, "big", signed=True)
            + row.utc_offset.to_bytes(4, "big", signed=True)
            + row.clock_back.to_bytes(1, "big")
            + commitment
        ).digest()
        assert link == row.link


def test_a_row_and_the_entry_in_it_say_the_same(told, journal, vault):
    details = Details(seen="een deur", said="«ga dan»", place="thuis")
    steps = frozenset(catalog.steps())
    whole = Draft(text='met "tekens" en é', day="3-2", minute="20:15", details=details, steps=steps)
    made = journal.save(replace(whole, signals=frozenset({"c", "a"}), intensity=4, trust=-1))
    journal.threads.tie(made.id, told[0].id)
    stored = select(*rows.COLUMNS, *rows.WHOLE, rows.SIGNALS).join(entry_text)
    with vault._begin() as connection:
        found = connection.execute(stored).all()
    assert len(found) == 3
    for row in found:
        assert rows.canonical_row(row) == rows.canonical(rows.read_entry(row))


def test_a_content_that_went_without_being_erased_is_seen(told, vault):
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE revision SET salt = NULL, content = NULL WHERE seq = 1")
    assert vault.verify() == [Flaw(1, Wrong.CONTENT)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM revision WHERE seq = 5",
        "UPDATE revision SET kind = 'edit' WHERE seq = 1",
        "UPDATE revision SET content = x'7b7d' WHERE seq = 1",
        "UPDATE revision SET content = NULL WHERE seq = 1",
        "UPDATE revision SET salt = NULL, content = NULL, at = 0 WHERE seq = 1",
        "INSERT INTO revision SELECT 9, entry, kind, 0, 0, 0, NULL, NULL, link, link FROM revision",
    ],
)
def test_the_database_itself_refuses(told, vault, statement):
    before = revisions(vault)
    with pytest.raises(StorageError), vault._begin() as connection:
        connection.exec_driver_sql(statement)
    assert revisions(vault) == before


@pytest.mark.parametrize(
    ("statement", "flaws"),
    [
        ("DELETE FROM revision WHERE seq = 1", {Flaw(1, Wrong.MISSING), Flaw(2, Wrong.LINK)}),
        ("DELETE FROM revision WHERE seq = 3", {Flaw(3, Wrong.MISSING), Flaw(4, Wrong.LINK)}),
        ("UPDATE revision SET content = x'7b7d' WHERE seq = 1", {Flaw(1, Wrong.CONTENT)}),
        ("UPDATE revision SET salt = NULL WHERE seq = 1", {Flaw(1, Wrong.CONTENT)}),
        ("UPDATE revision SET at = at + 1 WHERE seq = 2", {Flaw(2, Wrong.LINK)}),
        ("UPDATE revision SET utc_offset = 0 WHERE seq = 2", {Flaw(2, Wrong.LINK)}),
        ("UPDATE revision SET kind = 'edit' WHERE seq = 1", {Flaw(1, Wrong.LINK)}),
        ("UPDATE revision SET clock_back = 0 WHERE seq = 5", {Flaw(5, Wrong.LINK)}),
        ("UPDATE revision SET entry = randomblob(16) WHERE seq = 1", {Flaw(1, Wrong.LINK)}),
        ("UPDATE revision SET commitment = randomblob(32) WHERE seq = 1", {Flaw(1, Wrong.LINK)}),
        ("UPDATE revision SET link = randomblob(32) WHERE seq = 4", {Flaw(4, Wrong.LINK)}),
        ("UPDATE entry SET day = '2026-02-03' WHERE seq = 1", {Flaw(2, Wrong.ENTRY)}),
        ("UPDATE entry SET day = 'gisteren' WHERE seq = 1", {Flaw(2, Wrong.ENTRY)}),
        ("UPDATE entry SET binned_at = 1 WHERE seq = 1", {Flaw(2, Wrong.ENTRY)}),
        ("UPDATE entry SET intensity = 5 WHERE seq = 2", {Flaw(3, Wrong.ENTRY)}),
        ("UPDATE entry SET thread = x'' WHERE seq = 1", {Flaw(2, Wrong.ENTRY)}),
        ("UPDATE entry_text SET text = 'nooit' WHERE entry = 1", {Flaw(2, Wrong.ENTRY)}),
        ("DELETE FROM entry_text WHERE entry = 1", {Flaw(2, Wrong.ENTRY)}),
        ("INSERT INTO entry_signal VALUES (1, 'c')", {Flaw(2, Wrong.ENTRY)}),
        ("DELETE FROM entry WHERE seq = 2", {Flaw(3, Wrong.ENTRY)}),
    ],
)
def test_what_was_changed_is_seen(told, vault, statement, flaws):
    tamper(vault, statement)
    assert flaws <= set(vault.verify())


def test_an_entry_without_a_history_is_seen(told, vault):
    tamper(
        vault,
        "INSERT INTO entry (id, day, ordinal, precision, written_at, written_offset, days_late,"
        " opening) VALUES (randomblob(16), '2026-01-01', 1, 'day', 0, 0, 0, 'x')",
    )
    assert vault.verify() == [Flaw(0, Wrong.ENTRY)]


def test_a_failed_change_leaves_no_revision(told, journal, gate, vault):
    before = revisions(vault)
    with pytest.raises(MissingEntryError):
        bin_two(vault, told[0].id, EntryId(UUID(int=1)))
    assert revisions(vault) == before
    gate.close()
    assert len(gate.open(PASSPHRASE).lines()) == 2


def bin_two(vault, *entry_ids):
    with vault.transaction() as transaction:
        for entry_id in entry_ids:
            transaction.entries.bin(entry_id, NOON)


def test_what_was_corrected_is_told_by_its_day_but_not_from_the_bin(journal, told):
    first, second = told
    assert journal.history.corrected() == [first.id]
    journal.save(Draft(entry_id=second.id, text="ook, en meer", day="30-1"))
    assert journal.history.corrected() == [second.id, first.id]
    journal.delete(second.id)
    assert journal.history.corrected() == [first.id]


def test_the_wordings_of_more_than_one_entry_are_read_in_one_go(journal, told):
    first, second = told
    each = [journal.history.versions(entry.id) for entry in (second, first)]
    assert [len(versions) for versions in each] == [1, 2]
    assert journal.history.versions_of([second.id, first.id]) == each
    assert journal.history.versions_of([]) == []
