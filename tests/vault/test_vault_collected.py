"""What a summary is made of: read once for many choices, and never old."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from noted import HIDING, LISTENING
from onveilig_desktop import catalog, texts
from onveilig_desktop.journal import Draft
from onveilig_desktop.report import Period
from onveilig_desktop.report.choice import SummaryChoice
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
    return collect(Source(journal, revision, latest), choice, catalog.shipped(), today)


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
