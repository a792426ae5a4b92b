"""What the journal's lines add up to, and in which words."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import (
    AVOIDING,
    BOUNDARIES,
    HIDING,
    KNOWN,
    LISTENING,
    TODAY,
    ago,
    line,
    moment,
    patterns_of,
    row_of,
    weekly,
)
from onveilig_desktop import report
from onveilig_desktop.analysis import State
from onveilig_desktop.catalog import Group
from onveilig_desktop.journal import Precision, Repair
from onveilig_desktop.report import Period

MONTH = Precision.MONTH


def test_importing_the_report_leaves_the_slow_parts_alone():
    code = (
        "import sys, onveilig_desktop.report, onveilig_desktop.report.summary;"
        "print({'matplotlib', 'typst', 'numpy', 'babel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "set()"


def test_a_pattern_spread_over_signals_shows_in_all_concerns_together():
    spread = [line(ago(90), HIDING), line(ago(50), AVOIDING), line(ago(10), BOUNDARIES)]
    patterns = patterns_of(*spread)
    assert patterns.combined.state is State.RECURRING
    assert {found.state for found in patterns.rows if found.at_least} == {State.SINGLE}
    assert report.finding(patterns) == "No single signal comes back often, but together they do"
    assert patterns.shown[0] is patterns.combined


def test_what_recurs_comes_first_and_friction_after_all_concerns():
    lines = [
        *weekly(BOUNDARIES),
        line(ago(3), HIDING),
        *[line(ago(n), AVOIDING) for n in (3, 5)],
        *[line(ago(n), LISTENING) for n in range(40)],
    ]
    patterns = patterns_of(*lines)
    assert [found.signal for found in patterns.rows[:3]] == [BOUNDARIES, AVOIDING, HIDING]
    kinds = [found.is_friction for found in patterns.rows]
    assert kinds == sorted(kinds)
    assert len(patterns.rows) == len(KNOWN.signals)


def test_friction_never_has_a_state_and_never_counts_as_concern():
    patterns = patterns_of(*weekly(LISTENING))
    friction = row_of(patterns, LISTENING)
    assert (friction.state, friction.state_label, friction.recency) == (None, "", "")
    assert patterns.combined.state is State.NONE
    assert (
        friction.sentence == "Noted on 6 different days, from 8 October 2026 to 12 November 2026."
    )
    assert report.finding(patterns) == "Only ordinary friction was noted"


def test_only_what_has_marks_is_shown():
    patterns = patterns_of(line(ago(3), HIDING))
    assert [found.signal for found in patterns.shown] == [None, HIDING]


SENTENCES = {
    "recurring": (
        weekly(HIDING),
        (
            "Recurring in the entries: 6 different days between 8 October 2026 and "
            "12 November 2026, 7 days apart."
        ),
        "Last noted 10 days ago, on 12 November 2026.",
    ),
    "uneven": (
        [line(ago(n), HIDING) for n in (0, 10, 31)],
        (
            "Recurring in the entries: 3 different days between 22 October 2026 and "
            "22 November 2026, usually 15½ days apart (10–21)."
        ),
        "Last noted today, on 22 November 2026.",
    ),
    "long ago": (
        weekly(HIDING, last=91),
        (
            "Recurring in the entries: 6 different days between 19 July 2026 and "
            "23 August 2026, 7 days apart."
        ),
        "Was recurring before; not noted since 23 August 2026.",
    ),
    "years apart": (
        [line(date(2023, 3, 1), HIDING), line(ago(1), HIDING)],
        "Noted on 2 different days, from 1 March 2023 to 21 November 2026, 1361 days apart.",
        "Last noted 1 day ago, on 21 November 2026.",
    ),
    "once": (
        [line(ago(200), HIDING)],
        "Noted once, on 6 May 2026. Whether it stands alone cannot be seen from one entry.",
        "Last noted 200 days ago, on 6 May 2026.",
    ),
    "often on one day": (
        [line(ago(200), HIDING), line(ago(200), HIDING), line(ago(200), HIDING)],
        (
            "Noted once, on 6 May 2026, in 3 entries. "
            "Whether it stands alone cannot be seen from one day."
        ),
        "Last noted 200 days ago, on 6 May 2026.",
    ),
    "a month": (
        [line(moment(date(2026, 3, 1), MONTH), HIDING)],
        "Noted once, in March 2026. Whether it stands alone cannot be seen from one entry.",
        "Last noted in March 2026.",
    ),
    "a month and a day in it": (
        [line(moment(date(2026, 3, 1), MONTH), HIDING), line(date(2026, 3, 15), HIDING)],
        (
            "Noted at least once and at most 2 times, in March 2026. "
            "Whether it stands alone cannot be seen from this."
        ),
        "Last noted 252 days ago, on 15 March 2026.",
    ),
    "bounds": (
        [*weekly(HIDING), line(moment(date(2026, 10, 1), MONTH), HIDING)],
        (
            "Recurring in the entries: at least 6 and at most 7 different days between "
            "8 October 2026 and 12 November 2026, 7 days apart."
        ),
        "Last noted 10 days ago, on 12 November 2026.",
    ),
}


@pytest.mark.parametrize(("lines", "sentence", "recency"), SENTENCES.values(), ids=SENTENCES)
def test_a_concern_in_words(lines, sentence, recency):
    found = row_of(patterns_of(*lines), HIDING)
    assert found.sentence == sentence
    assert found.recency == recency


def test_not_noted_says_what_it_does_not_mean():
    found = row_of(patterns_of(line(ago(9), AVOIDING)), HIDING)
    assert found.sentence == (
        "Not noted between 13 November 2026 and 22 November 2026. "
        "Not noted does not mean that it did not happen."
    )
    assert found.recency == ""


def test_a_signal_that_the_catalogue_does_not_know_counts_as_an_entry_only():
    patterns = patterns_of(line(ago(3), "own.tomorrow"))
    assert patterns.entries == 1
    assert patterns.shown == ()


def test_a_future_date_is_a_question_and_never_counts():
    ahead = line(TODAY + timedelta(days=1), HIDING)
    with_it, without = patterns_of(*weekly(HIDING), ahead), patterns_of(*weekly(HIDING))
    assert with_it.future == (ahead.id,)
    assert with_it.rows == without.rows
    assert with_it.entries == without.entries
    assert "not counted" in report.future_sentence(with_it)
    assert report.future_sentence(without) == ""


def test_a_mark_is_one_occasion_with_the_entries_behind_it():
    twice = [line(ago(5), HIDING), line(ago(5), HIDING, AVOIDING)]
    (mark,) = row_of(patterns_of(*twice), HIDING).marks
    assert set(mark.entries) == {found.id for found in twice}
    assert (mark.first, mark.last, mark.is_month) == (ago(5), ago(5), False)
    assert report.mark_words(mark) == "Tue 17 November 2026 · 2 entries"


def test_a_month_with_a_dated_day_in_it_still_has_its_bar():
    lines = [line(moment(date(2026, 3, 1), MONTH), HIDING), line(date(2026, 3, 15), HIDING)]
    bar, disc = row_of(patterns_of(*lines), HIDING).marks
    assert (bar.first, bar.last, bar.is_month) == (date(2026, 3, 1), date(2026, 3, 31), True)
    assert disc.is_month is False
    assert report.mark_words(bar) == "March 2026 · 1 entry"


@pytest.mark.parametrize(("later", "late"), [([7], False), ([8], True), ([8, 0], False)])
def test_a_mark_is_open_when_all_was_written_more_than_a_week_later(later, late):
    (mark,) = row_of(patterns_of(*[line(ago(30), HIDING, later=n) for n in later]), HIDING).marks
    assert mark.late is late
    assert ("written more than 7 days later" in report.mark_words(mark)) is late


@pytest.mark.parametrize(
    ("answers", "ring"),
    [
        ([None], False),
        ([Repair.OPEN], False),
        ([Repair.NO], False),
        ([Repair.PARTLY], True),
        ([Repair.YES, None, Repair.OPEN], True),
        ([Repair.YES, Repair.NO], False),
    ],
)
def test_a_ring_stands_for_repair_and_the_worst_known_answer_holds(answers, ring):
    (mark,) = row_of(
        patterns_of(*[line(ago(30), HIDING, repair=answer) for answer in answers]), HIDING
    ).marks
    assert mark.repaired is ring
    assert ("repair followed" in report.mark_words(mark)) is ring


def test_a_period_counts_only_what_lies_in_it_and_says_what_was_left_out():
    lines = [*weekly(HIDING), line(moment(date(2026, 10, 1), MONTH), HIDING)]
    patterns = patterns_of(*lines, period=Period(date(2026, 10, 10), date(2026, 10, 31)))
    found = row_of(patterns, HIDING)
    assert (found.at_least, found.at_most, patterns.unsure) == (3, 3, 1)
    assert (patterns.first, patterns.last) == (date(2026, 10, 10), date(2026, 10, 31))
    assert "1 entry with only a month may lie outside" in report.notes(patterns)[0]


def test_of_days_after_the_period_nothing_is_said():
    patterns = patterns_of(*weekly(HIDING), period=Period(None, date(2026, 10, 31)))
    assert row_of(patterns, HIDING).recency == "Last noted in this period: 29 October 2026."


signals = st.frozensets(st.sampled_from(sorted(KNOWN.signals)), max_size=3)
lines = st.builds(
    lambda days, tags, later: line(ago(days), *tags, later=later),
    st.integers(0, 500),
    signals,
    st.integers(0, 20),
)


@given(st.lists(lines, max_size=25), st.randoms())
def test_the_order_of_lines_is_irrelevant(journal, random):
    shuffled = list(journal)
    random.shuffle(shuffled)
    before, after = patterns_of(*journal), patterns_of(*shuffled)
    assert [found.sentence for found in after.rows] == [found.sentence for found in before.rows]
    assert report.alternative(after) == report.alternative(before)


@given(st.lists(lines, max_size=25), lines, st.sampled_from(sorted(KNOWN.signals)))
def test_tags_of_other_signals_change_nothing(journal, extra, signal):
    period = Period(ago(600), TODAY)
    patterns = patterns_of(*journal, period=period)
    if signal not in extra.signals:
        before, after = (
            row_of(found, signal)
            for found in (patterns, patterns_of(*journal, extra, period=period))
        )
        assert (after.state, after.sentence, after.marks) == (
            before.state,
            before.sentence,
            before.marks,
        )


@given(st.lists(lines, max_size=25))
def test_every_entry_stands_behind_a_mark_of_each_of_its_signals(journal):
    patterns = patterns_of(*journal)
    for found in patterns.rows:
        behind = [entry for mark in found.marks for entry in mark.entries]
        tagged = [noted.id for noted in journal if found.signal in noted.signals]
        assert sorted(behind) == sorted(tagged)
    assert all(found.group is not Group.FRICTION or found.state is None for found in patterns.rows)
