"""Every wording stays readable, and a code that was noted finds its place."""

from itertools import pairwise

import pytest
from vaults import PASSPHRASE

from onveilig_desktop.journal import Details, Draft, Flaw, Kind, Repair, Wrong
from onveilig_desktop.journal.revision import code_of
from onveilig_desktop.vault import checking


@pytest.fixture
def entry(journal, clock):
    """An entry of three wordings."""
    details = Details(seen="een deur", said="«ga dan»")
    first = journal.save(Draft(text="eerst", day="1-2", signals=frozenset({"b", "a"})))
    clock.forward(days=3)
    journal.save(Draft(entry_id=first.id, text="toen", day="1-2", details=details))
    journal.delete(first.id)
    journal.restore(first.id)
    clock.forward(hours=-5)
    journal.save(Draft(entry_id=first.id, text="nu", day="2-2", repair=Repair.OPEN, trust=-2))
    return first


def test_every_wording_with_its_date(journal, entry, clock):
    versions = journal.history.versions(entry.id)
    assert [version.entry.text for version in versions] == ["eerst", "toen", "nu"]
    assert [version.kind for version in versions] == [Kind.CREATE, Kind.EDIT, Kind.EDIT]
    assert [version.is_clock_back for version in versions] == [False, False, True]
    assert versions[0].entry == entry
    assert versions[-1].entry == journal.entry(entry.id)
    assert versions[1].entry.details.said == "«ga dan»"
    assert versions[-1].at == clock.now
    assert "eerst" not in repr(versions)


def test_an_entry_that_never_was_has_no_wording(journal, entry):
    other = journal.save(Draft(text="ander", day="1-2"))
    assert len(journal.history.versions(other.id)) == 1


def test_a_code_stands_for_all_until_now(journal, entry, gate, clock):
    assert len(journal.history.code().split()) == 8
    noted, at = journal.history.code(), clock.now
    clock.forward(days=1)
    journal.save(Draft(text="later", day="3-2"))
    assert journal.history.code() != noted
    gate.close()
    journal = gate.open(PASSPHRASE)
    place = journal.history.find(noted.lower().replace(" ", "-"))
    assert (place.seq, place.at) == (5, at)
    assert journal.history.find(code_of(bytes(32))) is None


def test_an_empty_journal_has_no_code(journal):
    assert journal.history.code() == ""
    *_, checked = journal.history.check()
    assert (checked.done, checked.flaws, checked.is_complete) == (0, (), True)


@pytest.fixture
def long(journal, monkeypatch):
    """A journal that takes several steps to check."""
    monkeypatch.setattr(checking, "_AT_ONCE", 3)
    monkeypatch.setattr(checking, "_ENTRIES", checking._ENTRIES.limit(3))
    return [journal.save(Draft(text=str(n), day="1-2")) for n in range(10)]


def test_a_check_goes_in_steps_and_tells_how_far_it_is(journal, long):
    steps = list(journal.history.check())
    assert len(steps) > 5
    assert all(before.done <= after.done for before, after in pairwise(steps))
    assert all(step.done <= step.total == 20 for step in steps)
    assert steps[-1].done == 20
    assert [step.is_complete for step in steps] == [False] * (len(steps) - 1) + [True]


@pytest.mark.parametrize("after", range(7))
def test_what_is_written_during_a_check_is_no_flaw(journal, long, after):
    walk = journal.history.check()
    for _ in range(after):
        next(walk)
    journal.save(Draft(entry_id=long[0].id, text="anders", day="1-2"))
    journal.save(Draft(entry_id=long[9].id, text="anders", day="1-2"))
    journal.delete(long[1].id)
    journal.delete(long[8].id)
    journal.bin.erase(long[8].id)
    journal.bin.erase(long[1].id)
    journal.save(Draft(text="nieuw", day="1-2"))
    *_, checked = walk
    assert checked.flaws == ()
    assert checked.done == checked.total


def test_a_flaw_is_told_as_soon_as_it_is_met(journal, long, vault):
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE entry_text SET text = 'nooit' WHERE entry = 2")
    *_, checked = journal.history.check()
    assert checked.flaws == (Flaw(2, Wrong.ENTRY),)
