"""Own words in a real vault."""

import pytest
from vaults import PASSPHRASE

from onveilig_desktop import catalog
from onveilig_desktop.catalog import PersonalWords, SignalId, Wording
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.days import LongLineError
from onveilig_desktop.journal.own_words import MissingSignalError, NamelessError

REVERSAL = SignalId("violence.reversal")


def test_a_new_journal_has_no_own_words(journal):
    assert journal.own_words.read() == PersonalWords()


def test_own_words_come_back_after_shutting(gate, journal):
    journal.own_words.word(Wording(REVERSAL, "  coffee\n4 ", hides_meaning=True))
    concern = journal.own_words.add("cold", "Cold again.", is_concern=True)
    friction = journal.own_words.add("a walk", is_concern=False)
    gate.close()
    assert gate.open(PASSPHRASE).own_words.read() == PersonalWords(
        (Wording(REVERSAL, "coffee 4", hides_meaning=True),), (concern, friction)
    )


@pytest.mark.parametrize(
    "wording", [Wording(REVERSAL, "coffee 4"), Wording(REVERSAL, "", hides_meaning=True)]
)
def test_a_name_and_hiding_the_meaning_are_each_kept_alone(journal, wording):
    journal.own_words.word(wording)
    assert journal.own_words.read().wordings == (wording,)


def test_a_wording_that_changes_nothing_is_forgotten(journal):
    journal.own_words.word(Wording(REVERSAL, "coffee 4"))
    journal.own_words.word(Wording(REVERSAL, ""))
    assert journal.own_words.read().wordings == ()


def test_an_own_signal_keeps_its_id_and_its_place(journal):
    first = journal.own_words.add("cold", is_concern=True)
    journal.own_words.add("a walk", is_concern=False)
    changed = journal.own_words.change(first.id, "colder", "At the table.")
    assert (changed.id, changed.is_concern) == (first.id, True)
    assert [own.label for own in journal.own_words.read().signals] == ["colder", "a walk"]


def test_ids_are_the_signals_own_and_never_come_twice(journal):
    ids = {journal.own_words.add("cold", is_concern=True).id for _ in range(5)}
    assert len(ids) == 5
    assert all(key.startswith("own.") and "cold" not in key for key in ids)


def test_a_retired_signal_stays_in_the_entries_and_comes_back(journal):
    own = journal.own_words.add("cold", is_concern=True)
    entry = journal.save(Draft(text="x", day="1-3-2026", signals=frozenset({own.id})))
    journal.own_words.retire(own.id)
    known = journal.own_words.read().catalog(catalog.shipped())
    assert known.signals[own.id].is_retired
    assert known.signals[own.id].label == "cold"
    assert journal.entry(entry.id).signals == {own.id}
    journal.own_words.bring_back(own.id)
    assert journal.own_words.read().signals == (own,)


def test_what_has_no_name_or_too_long_a_name_is_refused(journal):
    with pytest.raises(NamelessError):
        journal.own_words.add(" \n", is_concern=True)
    with pytest.raises(LongLineError):
        journal.own_words.add("x" * 81, is_concern=True)
    with pytest.raises(LongLineError):
        journal.own_words.word(Wording(REVERSAL, "x" * 81))
    assert journal.own_words.read() == PersonalWords()


def test_a_signal_that_is_not_there_cannot_be_changed(journal):
    with pytest.raises(MissingSignalError):
        journal.own_words.change(SignalId("own.gone"), "x", "")
    with pytest.raises(MissingSignalError):
        journal.own_words.retire(SignalId("own.gone"))
