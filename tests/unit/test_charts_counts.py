"""What each chart counts, on journals small enough to count by hand."""

from datetime import date, time

import pytest

from charted import LOOK, chart_of, concern_days, marker, pause
from noted import AVOIDING, BOUNDARIES, HIDING, KNOWN, LISTENING, TODAY, ago, line, moment
from onveilig_desktop import texts
from onveilig_desktop.journal import DayPart, Precision, Repair
from onveilig_desktop.report import Material, Period, build_patterns
from onveilig_desktop.report.charts import Kind, returns
from onveilig_desktop.report.charts.drawing import picture

WEEKLY = [70, 63, 56, 49, 42, 35, 28, 21, 14, 7]
FASTER = [400, 340, 290, 250, 210, 180, 150, 125, 100, 80, 62, 46, 34, 24, 15, 8, 3]


def hits(kind, material, **chosen):
    return picture(chart_of(kind, material, **chosen), LOOK, 900).hits


def said(kind, material, **chosen):
    return [hit.words for hit in hits(kind, material, **chosen)]


def test_a_step_for_each_day_with_its_date_and_notes():
    words = said(Kind.STEPS, concern_days(30, 20, 5))
    assert words == [
        "23 October 2026: day 1 of 3 · 1 entry",
        "2 November 2026: day 2 of 3 · 1 entry",
        "17 November 2026: day 3 of 3 · 1 entry",
    ]


@pytest.mark.parametrize(
    ("days", "title"),
    [
        ([9, 6, 3], "3 days noted: too little to see a direction"),
        (WEEKLY, "10 days noted, with no clear direction"),
        (FASTER, "It is clearly noted more often: 35 days between, later 11 days"),
        (
            [400 - n for n in reversed(FASTER)],
            "There is clearly more time between: 11 days, later 35 days",
        ),
    ],
)
def test_the_steps_say_which_way_it_goes(days, title):
    assert chart_of(Kind.STEPS, concern_days(*days)).title == title


def test_what_was_written_from_memory_at_the_start_is_no_step():
    remembered = [line(ago(900 - 90 * n), HIDING, later=500 + 90 * n - 500) for n in range(3)]
    material = Material(
        [*remembered, *(line(ago(n), HIDING) for n in (30, 20, 10))],
        writing_days=[ago(n) for n in (40, 30, 20, 10)],
    )
    chart = chart_of(Kind.STEPS, material)
    assert len(chart.table.rows) == 3
    left_out = "3 days from before the first entry was written are left out."
    assert left_out in " ".join(chart.notes)


def test_the_gaps_in_order_and_the_open_one_last():
    words = said(Kind.GAPS, concern_days(50, 40, 10, 4))
    assert words == [
        "10 days from 3 October 2026 to 13 October 2026",
        "30 days from 13 October 2026 to 12 November 2026",
        "6 days from 12 November 2026 to 18 November 2026",
        "Now 4 days without an entry; still open",
    ]


def test_a_gap_opens_the_notes_at_both_its_ends():
    material = concern_days(50, 40, 10)
    first = hits(Kind.GAPS, material)[0]
    assert set(first.entries) == {material.lines[0].id, material.lines[1].id}


def test_five_gaps_have_two_halves():
    chart = chart_of(Kind.GAPS, concern_days(60, 40, 20, 19, 18, 16))
    assert chart.title == "Usually 20 days between in the first half, 1½ days in the last"


def test_a_gap_with_a_pause_is_shown_and_not_counted():
    lines = concern_days(60, 50, 10, 5).lines
    material = Material(lines, pauses=[pause(ago(40), ago(20))])
    chart = chart_of(Kind.GAPS, material)
    assert chart.title == "Usually 7½ days between, from 5 to 10"
    assert "1 gap with a pause is not counted." in chart.notes[0]
    assert sum("with a pause" in words for words in said(Kind.GAPS, material)) == 1


def test_a_gap_of_thirty_years_does_not_press_the_others_flat():
    material = concern_days(11_000, 40, 33, 27, 20, 12, 5)
    last = hits(Kind.GAPS, material)
    heights = {round(hit.top) for hit in last[1:-1]}
    assert len(heights) > 2


def test_a_period_in_the_past_has_no_open_gap():
    period = Period(ago(80), ago(2))
    assert not [
        words
        for words in said(Kind.GAPS, concern_days(50, 40, 10, 4), period=period)
        if words.startswith("Now")
    ]


def mended(*days, repair):
    return [line(ago(n), BOUNDARIES, repair=repair) for n in days]


def test_return_after_repair_and_without():
    lines = [*mended(90, 60, 30, repair=Repair.YES), *mended(80, 50, 20, repair=Repair.NO)]
    patterns = build_patterns(Material(lines), KNOWN, TODAY, Period())
    after, without = returns.curves(patterns)
    assert [wait.days for wait in after.waits] == [10, 10, 10]
    assert [wait.days for wait in without.waits] == [20, 20, 20]
    assert [wait.came_back for wait in without.waits] == [True, True, False]
    assert (after.half, without.half) == (10, 20)
    chart = chart_of(Kind.RETURN, Material(lines))
    assert chart.title == (
        "Half of the times noted again: after repair within 10 days, without repair within 20 days"
    )
    assert said(Kind.RETURN, Material(lines)) == [
        "after repair: noted again after 10 days, 3 of 3",
        "without repair: noted again after 20 days, 2 of 3",
        "without repair: not noted again within 20 days, from 2 November 2026",
    ]


def test_fewer_than_three_of_a_kind_are_counted_and_not_drawn():
    lines = [*mended(90, 60, repair=Repair.YES), *mended(80, 50, repair=Repair.SAME)]
    chart = chart_of(Kind.RETURN, Material(lines))
    assert chart.draw is None
    assert chart.title.endswith(
        "with repair: 2, without: 2; this picture appears from 3 of one kind on"
    )


def test_an_answer_that_is_not_known_is_neither():
    lines = [*mended(90, 60, 30, repair=Repair.NO), *mended(80, repair=Repair.OPEN)]
    assert "For 1 day it is not known." in chart_of(Kind.RETURN, Material(lines)).notes[0]


def test_what_the_curves_leave_out_can_be_counted():
    month = line(moment(ago(200), Precision.MONTH), HIDING)
    lines = [*mended(90, 60, 30, repair=Repair.NO), *mended(80, repair=Repair.YES), month]
    assert chart_of(Kind.RETURN, Material(lines)).notes[0] == (
        "All concerns together: 1 day with repair, 3 days without. "
        "1 month without a day is left out."
    )


def test_pairs_are_counted_by_day_and_open_the_notes_of_both():
    lines = [
        *(line(ago(n), HIDING, AVOIDING) for n in (1, 2, 3)),
        line(ago(4), HIDING),
        line(ago(4), LISTENING),
    ]
    chart = chart_of(Kind.TOGETHER, Material(lines))
    assert chart.title == "Most often together: «Hid myself» and «Avoided a talk», on 3 days"
    found = {hit.words: hit.entries for hit in hits(Kind.TOGETHER, Material(lines))}
    assert set(found["Hid myself and Listened on the same day: 1 day"]) == {
        lines[3].id,
        lines[4].id,
    }
    assert len(found["Hid myself: 4 days"]) == 4
    assert not [words for words in found if "Avoided a talk and Listened" in words]


def test_of_many_signals_the_most_noted_are_shown():
    own = [f"own.{n}" for n in range(300)]
    lines = [line(ago(n), *own[n % 40 :: 40]) for n in range(80)]
    chart = chart_of(Kind.TOGETHER, Material(lines))
    assert "290 signals that were noted less often are not shown." in chart.notes[0]
    assert len({row[0] for row in chart.table.rows}) < 10


def test_weekdays_and_parts_of_the_day():
    sunday = date(2026, 11, 15)
    lines = [
        line(moment(sunday, part=DayPart.EVENING), HIDING),
        line(moment(sunday, minute=time(23, 5)), AVOIDING),
        line(moment(date(2026, 11, 8), minute=time(3)), HIDING),
        line(date(2026, 11, 9), HIDING, LISTENING),
        line(moment(date(2026, 8, 1), Precision.MONTH), HIDING),
    ]
    assert said(Kind.WEEK, Material(lines)) == [
        "Concerns, Monday, not known: 1 day",
        "Concerns, Sunday, night: 1 day",
        "Concerns, Sunday, evening: 1 day",
        "Ordinary friction, Monday, not known: 1 day",
    ]
    chart = chart_of(Kind.WEEK, Material(lines))
    assert chart.title == "3 days with a concern, by weekday and part of the day"
    assert "1 entry without a day is left out." in chart.notes[0]


@pytest.mark.parametrize(
    ("weeks", "title"),
    [
        (19, "19 days with a concern, by weekday and part of the day"),
        (20, "Most often noted on Sunday: 20 of 20 days with a concern"),
    ],
)
def test_below_twenty_days_no_weekday_is_named(weeks, title):
    assert chart_of(Kind.WEEK, concern_days(*range(0, 7 * weeks, 7))).title == title


def test_trust_apart_for_concerns_and_the_rest():
    lines = [
        *(line(ago(n), HIDING, trust=-2) for n in (30, 20, 10)),
        line(ago(15), LISTENING, trust=1),
        line(ago(16), trust=0),
    ]
    chart = chart_of(Kind.TRUST, Material(lines))
    assert chart.title == (
        "Entries with a concern: 3 times more doubt, 0 times more trust · "
        "Other entries and check-ins: 0 times more doubt, 1 times more trust"
    )
    words = said(Kind.TRUST, Material(lines))
    assert words[0] == "23 October 2026: much more doubt · Entries with a concern"
    assert len(words) == 5


def test_the_year_tells_what_is_known_of_each_day():
    lines = [
        *(line(date(2026, 11, day), HIDING, later=n) for day, n in ((2, 0), (2, 1), (9, 0))),
        line(date(2026, 11, 10), LISTENING),
        line(date(2026, 11, 11)),
        line(moment(date(2026, 10, 1), Precision.MONTH), HIDING),
    ]
    assert said(Kind.YEAR, Material(lines, writing_days=[date(2026, 11, 12)])) == [
        "October 2026: 1 entry with a concern · only the month is known",
        "2 November 2026: 2 entries with a concern",
        "9 November 2026: 1 entry with a concern",
        "10 November 2026: 1 entry with friction",
        "11 November 2026: written, nothing noted",
        "12 November 2026: written, nothing noted",
    ]
    chart = chart_of(Kind.YEAR, Material(lines))
    assert chart.title == "2 days with a concern, in 1 month"


def test_of_many_years_the_last_four_are_drawn_and_all_counted():
    chart = chart_of(Kind.YEAR, concern_days(*range(10, 4000, 30)))
    assert "Drawn from 2023 on; earlier years are in the table." in chart.notes[0]
    assert chart.table.rows[0][0].endswith("2016")


def test_markers_and_pauses_stand_on_the_strip_in_the_words_of_the_person():
    texts.use("nl")
    material = Material(
        concern_days(60, 30, 5).lines,
        pauses=[pause(ago(50), ago(40))],
        markers=[marker(ago(20), "verhuisd"), marker(ago(45), "nieuwe baan")],
    )
    words = said(Kind.STRIP, material)
    assert words[:2] == ["8 oktober 2026: nieuwe baan", "2 november 2026: verhuisd"]
