"""The words around the strip."""

from datetime import date

import pytest

from noted import (
    AVOIDING,
    BOUNDARIES,
    HIDING,
    LISTENING,
    TODAY,
    ago,
    line,
    moment,
    patterns_of,
    weekly,
)
from onveilig_desktop import report
from onveilig_desktop.journal import Precision
from onveilig_desktop.report import Period
from onveilig_desktop.report.charts import strip

MONTH = Precision.MONTH


FINDINGS = {
    "1 signal comes back in the entries": weekly(HIDING),
    "2 signals come back in the entries": [*weekly(HIDING), *weekly(BOUNDARIES)],
    "1 signal was noted more than once": [line(ago(n), HIDING) for n in (1, 2)],
    "Each signal was noted once, on different days": [line(ago(1), HIDING), line(ago(2), AVOIDING)],
    "Noted once": [line(ago(1), HIDING, AVOIDING)],
    "Only ordinary friction was noted": [line(ago(1), LISTENING)],
    "No signal noted yet in this period": [line(ago(1))],
}


@pytest.mark.parametrize("words", FINDINGS)
def test_the_heading_says_what_there_is_to_see(words):
    assert report.finding(patterns_of(*FINDINGS[words])) == words


def test_an_empty_journal_says_so():
    patterns = patterns_of()
    assert patterns.shown == ()
    assert report.finding(patterns) == "No signal noted yet in this period"
    assert report.alternative(patterns) == ""
    assert patterns.combined.sentence.startswith("Not noted so far.")
    assert report.notes(patterns)[0] == "0 entries. Written down personally, not measured."


def test_the_honest_lines_tell_what_the_counts_rest_on():
    lines = [
        line(date(2026, 3, 10), HIDING, later=9),
        line(date(2026, 3, 10), later=1),
        line(moment(date(2026, 4, 1), MONTH), HIDING),
    ]
    basis, caution = report.notes(patterns_of(*lines))
    assert basis == (
        "3 entries, 10 March 2026 to 22 November 2026; on 257 of these 258 days there is no entry. "
        "For 1 entry only the month is known. 1 entry was written more than 7 days later. "
        "Written down personally, not measured."
    )
    assert caution == "Often is not the same as dangerous, and once is not the same as safe."


def test_a_period_of_one_day_is_not_told_as_from_that_day_to_itself():
    today = patterns_of(line(TODAY, HIDING), line(TODAY, later=1))
    assert report.notes(today)[0].startswith("2 entries, all of one day: 22 November 2026. ")
    nothing = patterns_of(line(ago(90), HIDING), period=Period(TODAY, TODAY))
    assert "on 1 of these 1 day there is no entry" in report.notes(nothing)[0]


def test_marks_on_the_hatched_strip_are_said_to_be_memories():
    remembered = [line(date(2026, 3, 10), HIDING, later=9), line(date(2026, 4, 1), HIDING)]
    [memories, *honest] = strip.make(patterns_of(*remembered)).notes
    assert memories == (
        "Hatched, before 19 March 2026: nothing was written yet then. "
        "What stands there was noted later, from memory."
    )
    assert honest == list(report.notes(patterns_of(*remembered)))


def test_a_strip_without_memories_says_nothing_of_them():
    patterns = patterns_of(*weekly(HIDING))
    assert strip.make(patterns).notes == report.notes(patterns)


def test_the_strip_has_a_text_in_its_stead():
    patterns = patterns_of(*weekly(HIDING), line(ago(3), LISTENING))
    assert report.alternative(patterns) == (
        "Timeline from 8 October 2026 to 22 November 2026, one row per signal. "
        "All concerns together: 6 days, 8 October 2026 to 12 November 2026. "
        "Hid myself: 6 days, 8 October 2026 to 12 November 2026. "
        "Listened: 1 day, 19 November 2026."
    )
