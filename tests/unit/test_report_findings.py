"""What the patterns page says of each signal, and why; and its three answers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

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
    row_of,
    weekly,
)
from onveilig_desktop.analysis import Direction, State
from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId
from onveilig_desktop.journal import (
    Answers,
    CheckIn,
    Marker,
    MarkerId,
    Pause,
    PauseId,
    Precision,
    Repair,
)
from onveilig_desktop.report import Material, Period, build_patterns
from onveilig_desktop.report.charts import Kind, make_chart
from onveilig_desktop.report.doubts import doubts
from onveilig_desktop.report.period import EVERYTHING

MORE_OFTEN = ("seems to come more often", "clearly comes more often")
ERRS = "In a journal without any change this rule still says “more often” about 5 in 100 times."
ID = UUID(int=7)


def patterns_of(*lines, period=EVERYTHING, known=KNOWN, **beside):
    return build_patterns(Material(lines, **beside), known, TODAY, period)


def checked(day, trust=None):
    written = datetime(day.year, day.month, day.day, 21, tzinfo=UTC)
    return CheckIn(day, Answers(trust=trust, nothing_happened=trust is None), written)


def answers(patterns, *lines, **beside):
    return doubts(patterns, Material(lines, **beside), KNOWN)


def days_before(signal, *days):
    return [line(ago(n), signal) for n in days]


def quickening(signal, start=400):
    """Gaps that halve over a year: nobody could call this steady."""
    days, at = [], start
    for gap in (60, 55, 50, 45, 40, 30, 20, 15, 10, 8, 6, 5, 4, 3, 2):
        days.append(at)
        at -= gap
    return days_before(signal, *days)


def test_weekly_is_recurring_with_its_dates_and_no_direction():
    found = row_of(patterns_of(*weekly(HIDING, count=12)), HIDING)
    assert found.state is State.RECURRING
    assert "12 different days between 27 August 2026 and 12 November 2026" in found.sentence
    assert found.told.direction.startswith("No clear direction")
    assert ERRS in found.told.why


def test_one_incident_is_once_and_has_no_direction():
    found = row_of(patterns_of(line(ago(9), HIDING)), HIDING)
    assert found.sentence.startswith("Noted once, on")
    assert (found.told.direction, found.told.counter, found.told.gap) == ("", "", "")
    assert found.told.why[0] == "“Once” means: noted on one day only."


def test_what_comes_closer_together_is_told_with_both_medians():
    found = row_of(patterns_of(*quickening(HIDING)), HIDING)
    assert found.reading.direction is Direction.CLEAR_FASTER
    assert "first 45 days apart, later 6" in found.told.direction
    assert "it is recognised sooner" in found.told.direction
    [counted] = [why for why in found.told.why if why.startswith("Days in between")]
    assert (
        counted == "Days in between, in order: 60, 55, 50, 45, 40, 30, 20, 15, 10, 8, 6, 5, 4, 3."
    )


def test_bursts_are_not_told_as_more_often():
    bursts = [n for start in (300, 240, 180, 120, 60, 3) for n in (start, start - 1, start - 2)]
    found = row_of(patterns_of(*days_before(HIDING, *bursts)), HIDING)
    assert not any(words in found.told.direction for words in MORE_OFTEN)
    assert ERRS in found.told.why


def test_memories_written_down_at_the_start_are_not_told_as_more_often():
    memories = [line(ago(n), HIDING, later=n - 60) for n in (1500, 900, 600, 400, 200, 120, 90)]
    since = days_before(HIDING, 60, 48, 41, 30, 22, 12, 3)
    patterns = patterns_of(*memories, *since)
    found = row_of(patterns, HIDING)
    assert patterns.begun == ago(60)
    assert found.state is State.RECURRING
    assert found.reading.left_out.earlier == 7
    assert not any(words in found.told.direction for words in MORE_OFTEN)
    assert any(why.startswith("Left out of the direction: 7 days") for why in found.told.why)


def test_too_few_days_say_how_many_are_needed():
    found = row_of(patterns_of(*days_before(HIDING, 90, 50, 20)), HIDING)
    assert "6 days since the writing began are needed; so far 3" in found.told.direction


def test_pauses_part_the_days_and_are_told():
    days = days_before(HIDING, 120, 110, 90, 80, 60, 50, 30, 20)
    pauses = tuple(
        Pause(PauseId(UUID(int=n)), ago(a), ago(b))
        for n, (a, b) in enumerate([(105, 95), (75, 65), (45, 35)])
    )
    patterns = patterns_of(*days, pauses=pauses)
    found = row_of(patterns, HIDING)
    assert [pause.first for pause in patterns.pauses] == [ago(105), ago(75), ago(45)]
    assert "5 times in between without a pause are needed; there are 4" in found.told.direction
    assert any("3 stretches of days with a pause" in why for why in found.told.why)


def test_the_open_gap_is_a_fact_and_says_what_it_is_not():
    found = row_of(patterns_of(*days_before(HIDING, 90, 50, 20)), HIDING)
    assert found.told.gap == (
        "Nothing noted for 20 days now; the longest time in between before was 40 days. "
        "Noting nothing is not the same as being safe."
    )


def test_what_was_noted_as_well_counts_for_itself():
    days = [*days_before(HIDING, 90, 50, 20), line(ago(50), LISTENING), line(ago(51), LISTENING)]
    found = row_of(patterns_of(*days), HIDING)
    assert found.told.counter == "Also noted on 1 of these 3 days: Listened (1)."
    alone = row_of(patterns_of(*days_before(HIDING, 90, 50, 20)), HIDING)
    assert alone.told.counter == ("Ordinary friction was noted on none of these 3 days.")


def test_friction_is_told_nothing_of_the_kind():
    found = row_of(patterns_of(*weekly(LISTENING, count=12)), LISTENING)
    assert found.reading is None
    assert found.told.direction == found.told.counter == found.told.gap == ""


def test_those_that_face_each_other_stand_in_two_rows():
    patterns = patterns_of(line(ago(9), BOUNDARIES), line(ago(5), LISTENING))
    [(concern, friction)] = patterns.pairs
    assert (concern.signal, friction.signal) == (BOUNDARIES, LISTENING)
    assert [row.signal for row in patterns.facing(BOUNDARIES).shown] == [BOUNDARIES, LISTENING]


def test_the_three_questions_rest_on_counts():
    days = [
        *[line(ago(n), HIDING, repair=Repair.NO, trust=-1) for n in (60, 50, 40, 30, 20, 10)],
        line(ago(5), AVOIDING, repair=Repair.YES, trust=1),
        line(ago(4), HIDING),
    ]
    checks = tuple(checked(ago(n), trust=1) for n in (59, 49, 39, 29, 19, 9))
    patterns = patterns_of(*days, check_ins=checks)
    recurs, mended, trusted = answers(patterns, *days, check_ins=checks)
    assert recurs.answer == "1 signal comes back in the entries"
    assert patterns.combined.sentence in recurs.lines
    assert mended.answer == "Repair followed on 1 of 7 answered days"
    counted = "Only days with a concern count here."
    assert f"{counted} Repair, wholly or partly: 1 day. No repair: 6 days." in mended.lines
    assert mended.unknown == "For 1 day it is not known whether repair followed."
    again = "Without repair: in half of the 6 times, a concern was noted again within 10 days."
    assert any(words.startswith(again) for words in mended.lines)
    assert trusted.answer == "With concerns: more doubt in 6 of 7 answers"
    assert "With other entries and check-ins: 0 × more doubt, 6 × more trust" in trusted.lines[2]
    assert "More trust is clearly more usual there than more doubt." in trusted.lines[3]


def test_an_unknown_answer_that_could_turn_it_is_told():
    days = [line(ago(n), HIDING, repair=Repair.NO) for n in (60, 50, 40, 30, 20)]
    more = [line(ago(n), HIDING) for n in (19, 18, 17, 16, 15)]
    _recurs, mended, _trusted = answers(patterns_of(*days, *more), *days, *more)
    assert mended.answer == "No repair on 5 answered days"
    assert "That could change with the 5 days without an answer." in mended.lines


def test_markers_of_the_period_go_along():
    marker = Marker(MarkerId(ID), ago(30), "holiday")
    assert patterns_of(*weekly(HIDING), markers=(marker,)).markers == (marker,)
    assert patterns_of(*weekly(HIDING), markers=(replace(marker, day=ago(300)),)).markers == ()


def own(number):
    return OwnSignal(id=SignalId(f"own.s{number}"), is_concern=number % 2 == 0, label=f"s{number}")


MANY = PersonalWords((), tuple(own(n) for n in range(300))).catalog(KNOWN)
ODD = {
    "nothing": (),
    "one": [line(ago(3), HIDING)],
    "two": days_before(HIDING, 3, 40),
    "all on one day": [line(ago(3), HIDING, later=n) for n in range(9)],
    "only months": [line(moment(date(2026, n, 1), Precision.MONTH), HIDING) for n in range(1, 11)],
    "only friction": weekly(LISTENING),
    "no signal": [line(ago(3)), line(ago(5))],
    "future": [line(TODAY + timedelta(days=n), HIDING) for n in (1, 400)],
    "thirty years": [line(date(1996, 1, 1), HIDING), *weekly(HIDING)],
    "many own": [
        line(ago(5 * n + k), f"own.s{n}", "own.s0", HIDING) for n in range(60) for k in (0, 1)
    ],
}


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
@pytest.mark.parametrize("period", [EVERYTHING, Period(ago(90), TODAY), Period(None, ago(4000))])
def test_odd_journals_are_told_something_true(lines, period):
    material = Material(lines)
    patterns = build_patterns(material, MANY, TODAY, period)
    told = doubts(patterns, material, MANY)
    assert all(doubt.question and doubt.answer for doubt in told)
    assert "{" not in " ".join(
        word for doubt in told for word in (doubt.answer, *doubt.lines, doubt.unknown)
    )
    for row in (patterns.combined, *patterns.rows):
        assert row.sentence
        said = " ".join((row.sentence, row.recency, row.told.direction, *row.told.why))
        assert "{" not in said
    for kind in Kind:
        assert make_chart(kind, patterns, material, MANY).title


def test_only_check_ins_still_answer_the_third_question():
    checks = tuple(checked(ago(n), trust=-1) for n in range(0, 60, 7))
    patterns = patterns_of(check_ins=checks)
    assert (patterns.entries, patterns.check_ins, patterns.first) == (0, 9, ago(56))
    _recurs, _mended, trusted = answers(patterns, check_ins=checks)
    assert trusted.answer == "With other entries and check-ins: more doubt in 9 of 9 answers"


@pytest.mark.parametrize(
    ("signals", "named"),
    [
        (["unsafety.hiding"], "Hid myself"),
        (["unsafety.hiding", "violence.belittling"], "Hid myself and Belittled"),
        (
            ["unsafety.hiding", "violence.boundaries", "violence.belittling", "violence.doubt"],
            "Hid myself, Boundary ignored, Belittled, and 1 more",
        ),
    ],
)
def test_the_first_answer_names_the_signals_that_it_counts(signals, named):
    lines = [each for signal in signals for each in weekly(SignalId(signal), count=12)]
    recurs = answers(patterns_of(*lines), *lines)[0]
    assert recurs.lines[0] == named
