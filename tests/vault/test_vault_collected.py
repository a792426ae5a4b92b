"""What a summary is made of: read once for many choices, and never old."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from noted import HIDING, LISTENING
from onveilig_desktop import catalog, texts
from onveilig_desktop.journal import DayPart, Draft, Precision
from onveilig_desktop.report import Period, chosen
from onveilig_desktop.report.choice import Quote, SummaryChoice
from onveilig_desktop.report.collected import Source, collect
from onveilig_desktop.report.latest import Latest

LATER = date(2027, 1, 1)
CORRECTED = SummaryChoice(corrections=True)
CHANGES = {
    "a period": replace(CORRECTED, period=Period(first=date(2026, 2, 2))),
    "a signal that stays out": replace(CORRECTED, without=frozenset({HIDING})),
    "a name in a marker": replace(CORRECTED, letters=(("Kees", "A"),)),
    "no corrections": SummaryChoice(),
}
SOME_AT_ONCE = 2
DAYS = ("3-2-2026", "1-2-2026", "2-2-2026", "1-2-2026", "2-2-2026", "4-2-2026", "1-2-2026")


@pytest.fixture
def noted(journal, clock):
    """Two entries with signals, one of them corrected, and a marker with a name."""
    first = journal.save(Draft(text="eerst", day="1-2-2026", signals=frozenset({HIDING})))
    journal.save(Draft(text="ook", day="3-2-2026", signals=frozenset({HIDING, LISTENING})))
    clock.forward(minutes=5)
    journal.save(Draft(entry_id=first.id, text="toen", day="1-2-2026", signals=first.signals))
    journal.calendar.mark(date(2026, 2, 2), "bij Kees")
    return journal


def told(journal, latest, choice, today=LATER, revision=0):
    found = collect(Source(journal, revision, latest), choice, catalog.shipped(), today)
    return replace(found, entries=list(found.entries))


@pytest.mark.parametrize("choice", CHANGES.values(), ids=CHANGES)
def test_another_choice_gives_what_it_gives_by_itself(noted, choice):
    latest = Latest()
    before = told(noted, latest, CORRECTED)
    after = told(noted, latest, choice)
    assert after == told(noted, Latest(), choice) != before
    assert told(noted, latest, CORRECTED) == before


def test_another_language_and_another_day_are_not_what_was_kept(noted):
    latest = Latest()
    told(noted, latest, CORRECTED)
    texts.use("nl")
    assert told(noted, latest, CORRECTED) == told(noted, Latest(), CORRECTED)
    tomorrow = LATER + timedelta(days=1)
    assert told(noted, latest, CORRECTED, tomorrow) == told(noted, Latest(), CORRECTED, tomorrow)


def test_what_was_written_since_is_in_it(noted):
    latest = Latest()
    told(noted, latest, CORRECTED)
    new = noted.save(Draft(text="nieuw", day="5-2-2026", signals=frozenset({HIDING})))
    noted.save(Draft(entry_id=new.id, text="anders", day="5-2-2026", signals=new.signals))
    after = told(noted, latest, CORRECTED, revision=1)
    assert after == told(noted, Latest(), CORRECTED)
    assert len(after.corrections) == 2


def test_what_did_not_change_is_not_counted_again(noted):
    latest = Latest()
    before = told(noted, latest, CORRECTED)
    after = told(noted, latest, replace(CORRECTED, questions="Vaker?", letters=(("Piet", "A"),)))
    assert after.patterns is before.patterns
    assert after.doubts is before.doubts
    assert after.corrections is before.corrections


@pytest.fixture(params=[len(DAYS), SOME_AT_ONCE], ids=["few", "many"])
def story(journal, request, monkeypatch):
    """Entries of several days, and the choice of all; there are few, or more than are held."""
    monkeypatch.setattr(chosen, "_KEPT", request.param)
    monkeypatch.setattr(chosen, "_AT_ONCE", SOME_AT_ONCE)
    for day in DAYS:
        journal.save(Draft(text=f"op {day}", day=day))
    lines = journal.lines()
    return lines, SummaryChoice(ticked=frozenset(line.id for line in lines))


def test_entries_go_along_in_the_order_of_the_journal_each_time(journal, story):
    lines, choice = story
    found = collect(Source(journal, 0, Latest()), choice, catalog.shipped(), LATER)
    for _time in range(2):
        assert [entry.id for entry in found.entries] == [line.id for line in reversed(lines)]
    assert all(entry.text.startswith("op ") for entry in found.entries)


def test_an_evening_goes_along_after_the_morning_of_its_day(journal):
    evening = {"precision": Precision.PART, "part": DayPart.EVENING}
    for text, known in (("avond", evening), ("dag", {}), ("ochtend", {"minute": "9:00"})):
        journal.save(Draft(text=text, day="3-2-2026", **known))
    choice = SummaryChoice(ticked=frozenset(line.id for line in journal.lines()))
    found = told(journal, Latest(), choice)
    assert [entry.text for entry in found.entries] == ["dag", "ochtend", "avond"]


def test_only_what_was_ticked_goes_along_and_what_was_quoted_is_known(journal, story):
    lines, choice = story
    first, *others = lines
    choice = replace(choice, ticked=frozenset({first.id}), quotes=(Quote(others[0].id, "op"),))
    found = told(journal, Latest(), choice)
    assert [entry.id for entry in found.entries] == [first.id]
    assert [entry.id for entry in found.quoted] == [others[0].id]


def test_another_tick_is_not_what_was_kept(journal, story):
    lines, choice = story
    latest = Latest()
    assert len(told(journal, latest, choice).entries) == len(DAYS)
    fewer = replace(choice, ticked=choice.ticked - {lines[3].id})
    assert lines[3].id not in {entry.id for entry in told(journal, latest, fewer).entries}
    journal.delete(lines[0].id)
    assert len(told(journal, latest, choice, revision=1).entries) == len(DAYS) - 1


def test_what_went_into_the_bin_meanwhile_is_left_out(journal, story):
    lines, choice = story
    found = collect(Source(journal, 0, Latest()), choice, catalog.shipped(), LATER)
    journal.delete(lines[3].id)
    assert lines[3].id not in {entry.id for entry in found.entries}
    assert len(list(found.entries)) == len(DAYS) - 1
