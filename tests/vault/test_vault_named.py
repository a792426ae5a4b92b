"""Entries are found by the names of their signals, and by their date as it is written."""

from datetime import date

import pytest
from test_vault_entries import an_entry
from test_vault_search import KNOWN, found, refill

from onveilig_desktop import texts
from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId, Wording
from onveilig_desktop.journal import Moment, Precision
from onveilig_desktop.journal.query import Query


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_an_entry_is_found_by_the_names_of_its_signals(vault, language):
    texts.use(language)
    own = OwnSignal(id=SignalId("own.🙂"), is_concern=True, label="Zwijgen als straf")
    renamed = Wording(SignalId("violence.doubt"), "Koffie vier")
    known = PersonalWords((renamed,), (own,)).catalog(KNOWN)
    entries = {
        signal: an_entry(text="", signals=frozenset({signal}))
        for signal in ("violence.belittling", "violence.doubt", "own.🙂", "OWN.🙂")
    }
    sought = {
        "violence.belittling": {"nl": "vernedering", "en": "belitt"}[language],
        "violence.doubt": "koffie v",
        "own.🙂": "straf",
    }
    with vault.transaction() as transaction:
        refill(transaction, entries.values())
        for signal, text in sought.items():
            assert found(transaction, Query(text=text), known=known) == [entries[signal].id], text
        assert found(transaction, Query(text="ffie"), known=known) == []


@pytest.mark.parametrize(("hides_meaning", "number"), [(False, 1), (True, 0)])
def test_a_signal_in_disguise_is_not_found_by_what_it_stands_for(vault, hides_meaning, number):
    texts.use("nl")
    belittled = SignalId("violence.belittling")
    known = PersonalWords((Wording(belittled, "Koffie", hides_meaning),), ()).catalog(KNOWN)
    entry, sought = an_entry(text="", signals=frozenset({belittled})), Query(text="vernedering")
    with vault.transaction() as transaction:
        refill(transaction, [entry])
        assert len(found(transaction, sought, known=known)) == number
        assert found(transaction, Query(text="koffie"), known=known) == [entry.id]
    assert sought.matches(entry, known) is bool(number)


def test_many_words_that_begin_many_names_are_sought_all_the_same(vault):
    own = [
        OwnSignal(id=SignalId(f"own.{n}"), is_concern=True, label=f"k{n} kk") for n in range(300)
    ]
    known = PersonalWords((), tuple(own)).catalog(KNOWN)
    entry = an_entry(text="", signals=frozenset({own[299].id}))
    with vault.transaction() as transaction:
        refill(transaction, [entry])
        for typed in ("k", " ".join(["k", "kk"] * 20)):
            assert found(transaction, Query(text=typed), known=known) == [entry.id]


DAY = {"day": date(2026, 3, 14), "precision": Precision.DAY}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("14 maart", ["2026-03-14", "2025-03-14"]),
        ("za 14 maart 2026", ["2026-03-14"]),
        ("14th march", ["2026-03-14", "2025-03-14"]),
        ("March 14 2026", ["2026-03-14"]),
        ("14-3-2026", ["2026-03-14"]),
        ("2026-03-14", ["2026-03-14"]),
        ("14/3", ["2026-03-14", "2025-03-14"]),
        ("maart 2026", ["2026-03-14", "2026-03-01"]),
        ("maart 2026 ruzie", ["2026-03-01"]),
        ("mrt 2026", ["2026-03-14", "2026-03-01"]),
        ("mar", []),
        ("2025", ["2025-03-14"]),
        ("1 maart", []),  # a month is no day
        ("14", ["2026-04-02"]),  # a number is a word
        ("14 april", []),
        ("31 13", []),
    ],
)
def test_an_entry_is_found_by_its_date_as_it_is_written(vault, text, dates):
    month = Moment(day=date(2026, 3, 1), precision=Precision.MONTH)
    entries = [
        an_entry(Moment(**DAY)),
        an_entry(Moment(**(DAY | {"day": date(2025, 3, 14)}))),
        an_entry(month, text="Weer ruzie."),
        an_entry(Moment(**(DAY | {"day": date(2026, 4, 2)})), text="Met 14 mensen."),
    ]
    of_id = {entry.id: str(entry.happened.day) for entry in entries}
    query = Query(text=text)
    with vault.transaction() as transaction:
        refill(transaction, entries)
        assert sorted(of_id[each] for each in found(transaction, query)) == sorted(dates)
    assert {str(e.happened.day) for e in entries if query.matches(e, KNOWN)} == set(dates)
