"""SQL finds what ``Query.matches`` finds, and forgets what it should."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from test_vault_entries import an_entry, lasting, moments  # noqa: F401 - a fixture
from vaults import NOON

from onveilig_desktop import catalog
from onveilig_desktop.catalog import Group
from onveilig_desktop.journal import (
    Details,
    Draft,
    Entry,
    EntryId,
    Moment,
    Precision,
    Repair,
    ThreadId,
    View,
    ViewId,
)
from onveilig_desktop.journal.draft import tidy
from onveilig_desktop.journal.query import Query
from onveilig_desktop.vault.word_index import SHORT

KNOWN = catalog.shipped()
OFTEN = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
SPOKEN = ["ik", "Één", "een", "geen", "ruzie", "RUZIËN", "naïef", "partner", "par", "p", "12", "1"]
FOREIGN = ["straße", "stra", "e\u0301e\u0301n", "की", "שָׁלוֹם", "ﬁets", "ver\u00advelend", "İstanbul"]
SIGNS = ["=par", '"', "*", "AND", "NEAR(a b)", "\u0301", "🙂", "-", "\0", "a_b", "x" * 70, "x" * 64]
DATED = [
    "14 maart",
    "maart 2026",
    "februari",
    "feb",
    "2 2026",
    "1-2-2026",
    "2026-02-03",
    "zo 1 feb",
]
NAMED = ["grens", "verb", "Shut", "hid", "mezelf", "vernedering", "humiliation", "limits"]
WORDS = st.sampled_from([*SPOKEN, *FOREIGN, *SIGNS, *DATED, *NAMED])
TEXTS = (st.lists(WORDS, max_size=5).map(" ".join) | st.text(st.characters(), max_size=12)).map(
    tidy
)
OWN = ["own.a", "OWN.a", "own", "own.🙂"]
SIGNALS = st.frozensets(st.sampled_from([*list(KNOWN.signals)[::5], *OWN]), max_size=4)
THREADS = [ThreadId(UUID(int=n)) for n in range(2)]
DAYS = st.dates(date(2026, 1, 25), date(2026, 3, 5)) | st.dates()
ENTRIES = st.builds(
    Entry,
    id=st.uuids().map(EntryId),
    happened=moments() | moments(st.dates(date(2026, 1, 25), date(2026, 3, 5))),
    written_at=st.timedeltas(timedelta(-60), timedelta(60)).map(lambda later: NOON + later),
    text=TEXTS,
    signals=SIGNALS,
    intensity=st.none() | st.integers(1, 5),
    repair=st.none() | st.sampled_from(Repair),
    thread=st.none() | st.sampled_from(THREADS),
    details=st.builds(Details, said=TEXTS, place=TEXTS),
)
SELDOM = st.sampled_from([False] * 3 + [True])
QUERIES = st.builds(
    Query,
    text=st.lists(WORDS, max_size=2).map(" ".join) | st.text(max_size=4),
    first=st.none() | DAYS,
    last=st.none() | DAYS,
    groups=st.just(frozenset()) | st.frozensets(st.sampled_from(Group)),
    signals=st.just(frozenset()) | SIGNALS,
    repair_open=SELDOM,
    intensity_from=st.none() | st.integers(-1, 6),
    thread=st.none() | st.none() | st.sampled_from(THREADS),
    written_late=SELDOM,
    own_words=SELDOM,
)


def found(transaction, query, limit=None, known=KNOWN):
    numbers = transaction.search.places(query, known, limit).numbers
    lines = transaction.search.lines(numbers)
    return [lines[number].id for number in numbers]


def refill(transaction, entries):
    for line in transaction.entries.lines():
        transaction.entries.bin(line.id, NOON)
    for entry in entries:
        transaction.entries.put(entry, NOON)


@OFTEN
@given(
    entries=st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.id),
    queries=st.lists(QUERIES, min_size=1, max_size=6),
)
def test_sql_finds_what_python_finds(lasting, entries, queries):  # noqa: F811
    entries = [replace(entry, id=EntryId(uuid4())) for entry in entries]
    with lasting.transaction() as transaction:
        refill(transaction, entries)
        listed = [line.id for line in transaction.entries.lines()]
        for query in queries:
            meant = {entry.id for entry in entries if query.matches(entry, KNOWN)}
            in_order = [entry_id for entry_id in listed if entry_id in meant]
            assert found(transaction, query) == in_order
            assert found(transaction, query, 2) == in_order[:2]


@OFTEN
@given(versions=st.lists(ENTRIES, min_size=1, max_size=5), query=QUERIES)
def test_a_new_version_is_found_by_its_own_words(lasting, versions, query):  # noqa: F811
    entry_id = EntryId(uuid4())
    with lasting.transaction() as transaction:
        refill(transaction, [])
        for version in versions:
            entry = replace(version, id=entry_id)
            transaction.entries.put(entry, NOON)
            meant = [entry_id] if query.matches(entry, KNOWN) else []
            assert found(transaction, query) == meant
            assert found(transaction, Query(text=entry.text)) == [entry_id]
            transaction.entries.bin(entry_id, NOON)
            assert found(transaction, query) == []
            transaction.entries.restore(entry_id, NOON)
            assert found(transaction, query) == meant


@OFTEN
@given(text=st.text(st.characters(exclude_categories=()), max_size=200))
@example('" OR ""* NEAR(a, b) {x y}: ^a + b')
@example("word " * 2_000)
@example("".join(chr(0x4E00 + n) + " " for n in range(5_000)))
@example("a" * 10_000)
@example("\u0301\u0308\ufe0f")
@example("\0")
@example("\ud800")
def test_no_query_is_an_error(lasting, text):  # noqa: F811
    with lasting.transaction() as transaction:
        transaction.search.places(Query(text=text), KNOWN)


def test_letters_up_to_and_beyond_the_short_ones(vault):
    word = "vertrouwen"
    entry = an_entry(text=f"Ik had {word}.")
    with vault.transaction() as transaction:
        transaction.entries.put(entry, NOON)
        for length in range(1, len(word) + 1):
            assert found(transaction, Query(text=word[:length])) == [entry.id], length
        assert len(word) > SHORT
        assert found(transaction, Query(text=word + "x")) == []
        assert found(transaction, Query(text=word[:SHORT] + "x")) == []
        assert found(transaction, Query(text="rtr")) == []


def test_the_months_are_counted(vault):
    days = [date(2026, 3, 31), date(2026, 3, 1), date(2025, 12, 31), date(1, 1, 1)]
    entries = [an_entry(Moment(day=day, precision=Precision.DAY)) for day in days]
    with vault.transaction() as transaction:
        refill(transaction, entries)
        places = transaction.search.places(Query(), KNOWN)
        assert transaction.search.count() == len(days)
        numbers = [transaction.search.place_of(entry.id) for entry in entries]
    assert list(places.numbers) == numbers
    assert places.months == [
        (date(2026, 3, 1), 2),
        (date(2025, 12, 1), 1),
        (date(1, 1, 1), 1),
    ]


def test_an_entry_moves_when_its_day_is_corrected(journal):
    first = journal.save(Draft(text="morgens", day="1-2"))
    second = journal.save(Draft(text="morgens", day="2-2"))
    moved = journal.save(replace(Draft.of(first), day="3-2"))
    listing = journal.finding.all(Query(text="mor"), KNOWN)
    assert [found.line.id for found in listing.first.values()] == [moved.id, second.id]


CANARY = "qxzkanarie"


def test_deleted_and_overwritten_words_leave_the_index(journal, vault):
    rest = "en verder nog wat andere woorden die blijven"
    for n in range(200):  # so that the index has more than one segment
        journal.save(Draft(text=f"gewoon {n} {rest}", day="1-2"))
    kept = journal.save(Draft(text=f"{CANARY} {rest}", day="1-2"))
    other = journal.save(Draft(text=f"{CANARY}tje {rest}", day="1-2"))
    assert b"kanarie" in index_only(vault)
    assert indexed(vault, CANARY)
    journal.save(replace(Draft.of(kept), text=rest))
    journal.delete(other.id)
    assert indexed(vault, "qxz") == []
    held = index_only(vault)
    assert b"kanarie" not in held
    assert b"=qxz" not in held
    assert b"verder" in held
    journal.restore(other.id)
    assert indexed(vault, CANARY) == [CANARY + "tje"]


def index_only(vault):
    with vault._begin() as connection:
        raw = connection.connection.driver_connection
        blocks = [block for (block,) in raw.execute("SELECT block FROM word_index_data")]
        blocks += [words.encode() for (words,) in raw.execute("SELECT words FROM entry_words")]
    return b"".join(blocks)


def indexed(vault, beginning):
    """The terms of the index that begin so, as FTS5 itself lists them."""
    with vault._begin() as connection:
        raw = connection.connection.driver_connection
        raw.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, word_index, row)")
        terms = [term for (term,) in raw.execute("SELECT term FROM temp.terms")]
        raw.execute("DROP TABLE temp.terms")
    return [term for term in terms if term.startswith(beginning)]


def test_the_index_is_sound_after_many_changes(journal, vault):
    entries = [journal.save(Draft(text=f"woord{n} zeer {n % 7}", day="1-2")) for n in range(60)]
    for n, entry in enumerate(entries):
        journal.save(replace(Draft.of(entry), text=f"woord{n} ander {n % 5}"))
        if n % 3 == 0:
            journal.delete(entry.id)
        if n % 6 == 0:
            journal.restore(entry.id)
    with vault._begin() as connection:
        connection.exec_driver_sql("INSERT INTO word_index(word_index) VALUES('integrity-check')")
    assert "zeer" not in indexed(vault, "z")
    assert len(journal.finding.all(Query(text="ander"), KNOWN).places.numbers) == 50


def test_a_failed_save_leaves_the_index_as_it_was(vault):
    entry = an_entry(text="nooit")
    with pytest.raises(ValueError, match="time zone"), vault.transaction() as transaction:
        transaction.entries.put(entry, NOON.replace(tzinfo=None))
    assert indexed(vault, "nooit") == []


def test_the_first_ones_and_then_all(journal, clock):
    for n in range(120):
        journal.save(Draft(text=f"regen en wind {n}", day="1-2"))
        clock.forward(minutes=1)
    first = journal.finding.first(Query(text="reg"), KNOWN)
    every = journal.finding.all(Query(text="reg"), KNOWN)
    assert not first.is_whole
    assert list(first.places.numbers) == list(every.places.numbers[: len(first.places.numbers)])
    assert first.first == every.first
    assert journal.finding.count() == len(every.places.numbers) == 120
    few = journal.finding.first(Query(text="wind 11"), KNOWN)
    assert few.is_whole
    assert len(few.places.numbers) == 11
    (top, *_) = few.first.values()
    assert top.excerpt.text == "regen en wind 119"
    assert [top.excerpt.text[slice(*span)] for span in top.excerpt.hits] == ["wind", "11"]


def test_a_place_that_is_gone_is_left_out(journal):
    entry = journal.save(Draft(text="weg", day="1-2"))
    number = journal.finding.place_of(entry.id)
    assert number in journal.finding.at([number], Query())
    journal.delete(entry.id)
    assert journal.finding.at([number], Query()) == {}
    assert journal.finding.place_of(entry.id) is None


@OFTEN
@given(query=QUERIES, name=st.text(min_size=1, max_size=20))
def test_a_view_asks_what_was_saved(lasting, query, name):  # noqa: F811
    with lasting.transaction() as transaction:
        for view in transaction.views.all():
            transaction.views.drop(view.id)
        kept = View(ViewId(uuid4()), tidy(name), query)
        transaction.views.put(kept)
        transaction.views.put(kept)
        assert transaction.views.all() == [kept]


def test_late_is_more_than_seven_days(vault):
    def late(days, happened):
        return an_entry(happened, written_at=NOON + timedelta(days=days))

    day = Moment(day=NOON.date(), precision=Precision.DAY)
    month = Moment(day=NOON.date().replace(day=1), precision=Precision.MONTH)
    entries = [late(7, day), late(8, day), late(8, month), late(25, month)]
    with vault.transaction() as transaction:
        refill(transaction, entries)
        assert set(found(transaction, Query(written_late=True))) == {entries[1].id, entries[3].id}
