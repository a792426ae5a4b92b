"""Entries come back as they were, in the order of their days."""

from dataclasses import fields, replace
from datetime import date, time, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from vaults import NOON, PASSPHRASE, gate_of

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import (
    DayPart,
    Details,
    Draft,
    Entry,
    EntryId,
    EntryLine,
    Moment,
    Precision,
    Repair,
    ThreadId,
)
from onveilig_desktop.journal.draft import tidy
from onveilig_desktop.report.material import gather
from onveilig_desktop.vault.columns import filled
from onveilig_desktop.vault.ordinals import months, ordinal

OFTEN = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\0\r\n\ud83d\ude00\u202e\u200fאب🏳️‍🌈'\"%?\\"))
).map(tidy)
OFFSETS = st.integers(-86_399, 86_399).map(lambda seconds: timedelta(seconds=seconds))
STEPS = st.frozensets(st.from_regex(r"[a-z]{1,30}", fullmatch=True), max_size=6)
SIGNALS = st.frozensets(st.from_regex(r"[a-z][a-z-]{0,30}", fullmatch=True), max_size=8)


def details_of(words):
    return st.builds(Details, **{field.name: words for field in fields(Details)})


@st.composite
def moments(draw, days=st.dates()):  # noqa: B008 - a strategy does not change
    day, precision = draw(days), draw(st.sampled_from(Precision))
    if precision is Precision.MINUTE:
        minute = time(draw(st.integers(0, 23)), draw(st.integers(0, 59)))
        return Moment(day=day, precision=precision, minute=minute, utc_offset=draw(OFFSETS))
    if precision is Precision.PART:
        return Moment(day=day, precision=precision, part=draw(st.sampled_from(DayPart)))
    return Moment(
        day=day.replace(day=1) if precision is Precision.MONTH else day, precision=precision
    )


ENTRIES = st.builds(
    Entry,
    id=st.uuids().map(EntryId),
    happened=moments(),
    written_at=st.datetimes(timezones=OFFSETS.map(timezone)),
    text=TEXTS,
    signals=SIGNALS,
    intensity=st.none() | st.integers(1, 5),
    trust=st.none() | st.integers(-2, 2),
    repair=st.none() | st.sampled_from(Repair),
    details=details_of(TEXTS),
    steps=STEPS,
    thread=st.none() | st.uuids().map(ThreadId),
)
DRAFTS = st.builds(
    Draft,
    entry_id=st.none() | st.uuids().map(EntryId),
    text=st.text(st.characters(exclude_categories=())),
    day=st.text(),
    typed_on=st.none() | st.dates(),
    minute=st.text(),
    precision=st.sampled_from(Precision),
    part=st.none() | st.sampled_from(DayPart),
    signals=SIGNALS,
    intensity=st.none() | st.integers(1, 5),
    trust=st.none() | st.integers(-2, 2),
    repair=st.none() | st.sampled_from(Repair),
    details=details_of(st.text(st.characters(exclude_categories=()))),
    steps=STEPS,
)


@pytest.fixture(scope="module")
def lasting(master, tmp_path_factory):
    """A vault for a whole module: hypothesis fills it again and again."""
    folder = tmp_path_factory.mktemp("lasting") / "journal"
    gate = gate_of(folder)
    gate.create(PASSPHRASE)
    yield gate._vault
    gate.close()


def line_of(entry):
    return EntryLine(
        id=entry.id,
        happened=entry.happened,
        written_at=entry.written_at,
        opening=entry.text[:200],
        signals=entry.signals,
        intensity=entry.intensity,
        trust=entry.trust,
        repair=entry.repair,
    )


def an_entry(happened=None, **fields):
    return Entry(
        **{
            "id": EntryId(uuid4()),
            "happened": happened or Moment(day=date(2026, 3, 1), precision=Precision.DAY),
            "written_at": NOON,
            "text": "x",
            **fields,
        }
    )


@OFTEN
@given(first=ENTRIES, second=ENTRIES)
def test_every_field_comes_back(lasting, first, second):
    second = replace(second, id=first.id)
    for version in (first, second):
        with lasting.transaction() as transaction:
            transaction.entries.put(version, NOON)
        with lasting.transaction() as transaction:
            found = transaction.entries.get(first.id)
            (line,) = [line for line in transaction.entries.lines() if line.id == first.id]
        assert found == version
        assert found.written_at.utcoffset() == version.written_at.utcoffset()
        assert line == line_of(version)
        assert hash(line) == hash(line_of(version))


@OFTEN
@given(drafts=st.lists(DRAFTS, max_size=3))
def test_a_draft_comes_back_as_it_was_typed(lasting, drafts):
    with lasting.transaction() as transaction:
        for draft in drafts:
            transaction.drafts.put(draft, NOON)
    last = {draft.entry_id: draft for draft in drafts}
    with lasting.transaction() as transaction:
        found = {draft.entry_id: draft for draft in transaction.drafts.all()}
        for entry_id in last:
            transaction.drafts.drop(entry_id)
        assert not transaction.drafts.all()
    assert found == last


def test_a_long_text_comes_back(journal):
    text = "één 🎈 regel\n" * 80_000
    entry = journal.save(Draft(text=text[:1_000_000], day="1-2"))
    assert journal.entry(entry.id).text == text[:1_000_000]
    assert journal.lines()[0].opening == text[:200]


def test_what_is_counted_has_no_word_of_a_text(journal):
    for day in ("1-2", "3-2"):
        journal.save(Draft(text=f"op {day}", day=day, intensity=3))
    lines = [replace(line, opening="") for line in journal.lines()]
    assert journal.lines(with_opening=False) == lines == gather(journal).lines


def test_the_latest_comes_first(vault):
    day, before = date(2026, 3, 1), date(2026, 2, 28)
    part = lambda part: Moment(day=day, precision=Precision.PART, part=part)  # noqa: E731
    minute = lambda at: Moment(  # noqa: E731
        day=day, precision=Precision.MINUTE, minute=at, utc_offset=timedelta(0)
    )
    in_order = [
        an_entry(Moment(day=before, precision=Precision.DAY)),
        an_entry(Moment(day=day, precision=Precision.ABOUT)),
        an_entry(Moment(day=day, precision=Precision.DAY), written_at=NOON + timedelta(hours=1)),
        an_entry(part(DayPart.NIGHT)),
        an_entry(minute(time(5, 59))),
        an_entry(part(DayPart.MORNING)),
        an_entry(minute(time(11, 0))),
        an_entry(minute(time(11, 0)), written_at=NOON + timedelta(hours=1)),
        an_entry(part(DayPart.AFTERNOON)),
        an_entry(minute(time(17, 59))),
        an_entry(part(DayPart.EVENING)),
        an_entry(minute(time(18, 1))),
    ]
    with vault.transaction() as transaction:
        for entry in sorted(in_order, key=lambda entry: (entry.written_at, entry.id)):
            transaction.entries.put(entry, NOON)
        lines = transaction.entries.lines()
        texts = transaction.entries.texts([entry.id for entry in reversed(in_order)])
    assert [line.id for line in lines] == [entry.id for entry in reversed(in_order)]
    assert texts == in_order


def test_places_tell_their_months():
    days = [date(2026, 12, 31), date(2026, 1, 31), date(2026, 1, 1), date(2025, 12, 31)]
    places = [ordinal(Moment(day=day, precision=Precision.DAY), 1) for day in days]
    in_months = [(date(2026, 12, 1), 1), (date(2026, 1, 1), 2), (date(2025, 12, 1), 1)]
    assert months(places) == in_months


def test_many_are_asked_for_at_once(vault):
    made = [an_entry(signals=frozenset({"a", "b"})) for _ in range(1_100)]
    with vault.transaction() as transaction:
        for entry in made:
            transaction.entries.put(entry, NOON)
    ids = [entry.id for entry in made]
    with vault.transaction() as transaction:
        found = transaction.entries.texts([*ids, *ids, EntryId(uuid4())])
        lines = transaction.entries.lines()
    assert {entry.id for entry in found} == set(ids)
    assert len(found) == len(lines) == len(ids)


def test_an_entry_in_the_bin_is_not_there(journal):
    entry = journal.save(Draft(text="x", day="1-2"))
    kept = journal.save(Draft(text="y", day="1-2"))
    for _ in range(2):
        journal.delete(entry.id)
    with pytest.raises(MissingEntryError):
        journal.entry(entry.id)
    with pytest.raises(MissingEntryError):
        journal.save(Draft(entry_id=entry.id, text="z", day="1-2"))
    assert journal.entries([entry.id, kept.id]) == [kept]
    assert [line.id for line in journal.lines()] == [kept.id]
    for _ in range(2):
        journal.restore(entry.id)
    assert journal.entry(entry.id) == entry


def test_an_entry_in_the_bin_takes_no_new_version(vault):
    entry = an_entry()
    with vault.transaction() as transaction:
        transaction.entries.put(entry, NOON)
        transaction.entries.bin(entry.id, NOON)
        with pytest.raises(MissingEntryError):
            transaction.entries.put(entry, NOON)


def test_what_was_never_there(journal):
    nowhere = EntryId(UUID(int=1))
    for verb in (journal.entry, journal.delete, journal.restore):
        with pytest.raises(MissingEntryError):
            verb(nowhere)


def test_drafts_outlive_the_lock(gate, journal, clock):
    entry = journal.save(Draft(text="x", day="1-2"))
    new, correction = Draft(text="half \ud83d"), Draft(entry_id=entry.id, text="nog niet")
    journal.seal(new)
    clock.forward(seconds=1)
    journal.seal(replace(correction, text="nog"))
    journal.seal(correction)
    gate.close()
    journal = gate.open(PASSPHRASE)
    assert journal.drafts() == [correction, new]
    journal.drop_draft(None)
    assert journal.drafts() == [correction]
    journal.save(Draft(entry_id=entry.id, text="nu wel", day="1-2"))
    assert not journal.drafts()


def test_a_moment_needs_a_time_zone(vault):
    with pytest.raises(ValueError, match="time zone"), vault.transaction() as transaction:
        transaction.entries.put(an_entry(written_at=NOON.replace(tzinfo=None)), NOON)


def test_values_are_filled_from_all_their_fields():
    assert filled(Moment, 0, day=[], precision=[], minute=[], part=[], utc_offset=[]) == []
    with pytest.raises(TypeError):
        filled(Moment, 1, day=[date(2026, 1, 1)])
