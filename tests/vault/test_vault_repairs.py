"""Repair followed up: when it is asked, and what an answer leaves behind."""

from dataclasses import replace

import pytest
from vaults import steps

from onveilig_desktop import catalog
from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import Draft, Repair

CONCERN = catalog.SignalId("violence.reversal")
FRICTION = catalog.SignalId("friction.repair")
CONCERNS = catalog.shipped().concerns


def write(journal, *signals, repair=None, day="14-3-2026"):
    draft = Draft(text="x", day=day, signals=frozenset(signals or {CONCERN}), repair=repair)
    return journal.save(draft)


def due(journal):
    found = journal.repairs.due(CONCERNS)
    return None if found is None else found.id


@pytest.mark.parametrize("repair", [None, Repair.OPEN])
def test_it_is_asked_three_days_after_writing(journal, clock, repair):
    entry = write(journal, repair=repair)
    clock.forward(days=3, seconds=-1)
    assert due(journal) is None
    clock.forward(seconds=1)
    assert due(journal) == entry.id


@pytest.mark.parametrize("repair", [Repair.YES, Repair.PARTLY, Repair.NO, Repair.SAME])
def test_it_is_not_asked_when_it_is_known(journal, clock, repair):
    write(journal, repair=repair)
    clock.forward(days=30)
    assert due(journal) is None


def test_it_is_not_asked_of_friction_or_without_a_signal(journal, clock):
    write(journal, FRICTION)
    journal.save(Draft(text="x", day="14-3-2026"))
    clock.forward(days=30)
    assert due(journal) is None


def test_an_own_concern_is_asked_about_too(journal, clock):
    own = journal.own_words.add("coffee 4", is_concern=True)
    entry = write(journal, own.id)
    clock.forward(days=3)
    known = journal.own_words.read().catalog(catalog.shipped())
    assert journal.repairs.due(known.concerns).id == entry.id


def test_not_yet_known_is_asked_again_after_seven_days(journal, clock):
    entry = write(journal)
    clock.forward(days=3)
    journal.repairs.answer(entry.id, Repair.OPEN)
    clock.forward(days=7, seconds=-1)
    assert due(journal) is None
    clock.forward(seconds=1)
    assert due(journal) == entry.id


def test_the_latest_day_is_asked_first(journal, clock):
    write(journal, day="1-2-2026")
    latest = write(journal, day="1-3-2026")
    write(journal, day="15-2-2026")
    clock.forward(days=3)
    assert due(journal) == latest.id


def test_it_is_not_asked_of_the_bin_or_while_it_is_corrected(journal, clock):
    entry = write(journal)
    clock.forward(days=3)
    journal.seal(replace(Draft.of(entry), text="another story"))
    assert due(journal) is None
    journal.drop_draft(entry.id)
    journal.delete(entry.id)
    assert due(journal) is None


def test_an_answer_is_a_new_version_and_a_dated_answer(journal, vault, clock):
    entry = write(journal)
    clock.forward(days=4)
    answered = journal.repairs.answer(entry.id, Repair.SAME)
    assert journal.entry(entry.id) == answered
    assert (answered.repair, answered.text) == (Repair.SAME, entry.text)
    assert answered.written_at == entry.written_at
    [kept] = journal.repairs.answers(entry.id)
    assert (kept.entry, kept.answer, kept.answered_at) == (entry.id, Repair.SAME, clock.now)
    assert len(journal.history.versions(entry.id)) == 2
    assert vault.verify() == []


def test_answers_stand_in_their_order(journal, clock):
    entry = write(journal, repair=Repair.OPEN)
    clock.forward(days=4)
    journal.repairs.answer(entry.id, Repair.PARTLY)
    clock.forward(days=4)
    journal.save(Draft.of(journal.entry(entry.id)))
    journal.save(Draft(entry_id=entry.id, text="x", day="14-3-2026", repair=Repair.SAME))
    answers = [(kept.answer, kept.answered_at.day) for kept in journal.repairs.answers(entry.id)]
    assert answers == [(Repair.OPEN, 14), (Repair.PARTLY, 18), (Repair.SAME, 22)]


def test_the_answers_of_an_erased_entry_go_with_it(journal):
    entry = write(journal, repair=Repair.NO)
    journal.delete(entry.id)
    journal.bin.erase(entry.id)
    assert journal.repairs.answers(entry.id) == []


def test_what_is_gone_cannot_be_answered(journal):
    entry = write(journal)
    journal.delete(entry.id)
    with pytest.raises(MissingEntryError):
        journal.repairs.answer(entry.id, Repair.YES)
    assert journal.repairs.answers(entry.id) == []


def copy(vault, entry, times):
    """Put the same entry in the journal again and again, a day earlier each time."""
    with vault._begin() as connection:
        names = [row[1] for row in connection.exec_driver_sql("PRAGMA table_info(entry)")]
        own = {"seq": "seq + number", "id": "randomblob(16)", "ordinal": "ordinal - number"}
        columns = ", ".join(own.get(name, name) for name in names)
        connection.exec_driver_sql(
            "WITH RECURSIVE more(number) AS "  # noqa: S608 - nothing of a person
            f"(SELECT 2 UNION ALL SELECT number + 1 FROM more WHERE number <= {times}) "
            f"INSERT INTO entry SELECT {columns} FROM more, entry WHERE id = ?",
            (entry.id.bytes,),
        )


def test_it_is_asked_of_the_latest_thousand_only(journal, vault, clock):
    entry = write(journal, day="1-3-2026")
    copy(vault, journal.save(Draft(text="x", day="14-3-2026")), 998)
    clock.forward(days=3)
    assert due(journal) == entry.id
    journal.save(Draft(text="x", day="15-3-2026"))
    assert due(journal) is None


def test_asking_costs_no_more_in_a_longer_journal(journal, vault, clock):
    copy(vault, write(journal, FRICTION), 2_000)
    clock.forward(days=3)
    with steps(vault) as taken:
        assert due(journal) is None
    with vault._begin() as connection:
        connection.exec_driver_sql("UPDATE entry SET binned_at = 1 WHERE seq > 1500")
    with steps(vault) as fewer:
        assert due(journal) is None
    assert fewer.count <= taken.count <= fewer.count * 1.1
