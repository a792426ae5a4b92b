"""Threads: tying is an equivalence relation, whatever the order of the hands."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.threads import SameEntryError, Thread


@pytest.fixture
def notes(journal):
    """Six entries, the earliest day last."""
    return [journal.save(Draft(text=str(n), day=f"{9 - n}-3-2026")).id for n in range(6)]


def thread(journal, note):
    return [entry.id for entry in journal.threads.of(note)]


def test_an_entry_by_itself(journal, notes):
    assert thread(journal, notes[0]) == [notes[0]]
    assert journal.entry(notes[0]).thread is None


def test_two_are_tied_and_read_in_the_order_of_their_days(journal, notes):
    made = journal.threads.tie(notes[0], notes[3])
    assert thread(journal, notes[0]) == thread(journal, notes[3]) == [notes[3], notes[0]]
    assert {journal.entry(note).thread for note in (notes[0], notes[3])} == {made}


def test_two_threads_become_one(journal, vault, notes):
    a, b, c, d, *_ = notes
    journal.threads.tie(a, b)
    journal.threads.tie(c, d)
    journal.threads.tie(b, c)
    assert thread(journal, d) == [d, c, b, a]
    assert vault.verify() == []


def test_tying_again_writes_nothing(journal, notes):
    journal.threads.tie(notes[0], notes[1])
    before = journal.history.versions(notes[0])
    journal.threads.tie(notes[1], notes[0])
    journal.threads.untie(notes[2])
    assert journal.history.versions(notes[0]) == before
    assert len(journal.history.versions(notes[2])) == 1


def test_an_entry_is_not_tied_to_itself(journal, notes):
    with pytest.raises(SameEntryError):
        journal.threads.tie(notes[0], notes[0])


def test_what_is_in_the_bin_is_not_read_and_not_tied(journal, notes):
    journal.threads.tie(notes[0], notes[1])
    journal.delete(notes[1])
    assert thread(journal, notes[0]) == [notes[0]]
    with pytest.raises(MissingEntryError):
        journal.threads.tie(notes[2], notes[1])
    journal.restore(notes[1])
    assert thread(journal, notes[0]) == [notes[1], notes[0]]


def test_a_correction_stays_in_its_thread(journal, notes):
    journal.threads.tie(notes[0], notes[1])
    journal.save(Draft(entry_id=notes[0], text="better", day="9-3-2026"))
    assert thread(journal, notes[1]) == [notes[1], notes[0]]


PLACE = st.integers(0, 5)
HANDS = st.lists(
    st.one_of(st.tuples(PLACE, PLACE).filter(lambda two: two[0] != two[1]), st.tuples(PLACE)),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HANDS)
def test_tying_and_untying_keep_every_entry_in_one_class(journal, notes, hands):
    for note in notes:
        journal.threads.untie(note)
    classes = {n: {n} for n in range(6)}
    for hand in hands:
        if len(hand) == 1:
            [alone] = hand
            journal.threads.untie(notes[alone])
            classes[alone].discard(alone)
            classes[alone] = {alone}
        else:
            one, other = hand
            journal.threads.tie(notes[one], notes[other])
            joined = classes[one] | classes[other]
            classes.update(dict.fromkeys(joined, joined))
    for n, together in classes.items():
        assert set(thread(journal, notes[n])) == {notes[member] for member in together}


def test_the_latest_threads_come_first_with_their_beginning(journal, notes):
    lately = journal.threads.tie(notes[0], notes[3])
    before = journal.threads.tie(notes[1], notes[2])
    journal.threads.tie(notes[4], notes[2])
    journal.delete(notes[5])
    assert journal.threads.latest() == [
        Thread(lately, date(2026, 3, 6), 2),
        Thread(before, date(2026, 3, 5), 3),
    ]


def test_what_is_alone_or_with_the_bin_is_no_thread(journal, notes):
    journal.threads.tie(notes[0], notes[1])
    journal.delete(notes[0])
    assert journal.threads.latest() == []


def test_twelve_threads_are_offered(journal):
    for n in range(1, 15):
        one, other = (journal.save(Draft(text="x", day=f"{n}-2-2026")).id for _ in range(2))
        journal.threads.tie(one, other)
    assert [thread.first.day for thread in journal.threads.latest()] == list(range(14, 2, -1))
