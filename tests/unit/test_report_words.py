"""Moments, answers and periods in words."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noted import moment
from onveilig_desktop import report, texts
from onveilig_desktop.journal import DayPart, Precision, Repair, days_late
from onveilig_desktop.report.period import is_late

FRIDAY = date(2026, 11, 20)
TODAY = date(2026, 11, 22)
MOMENTS = [
    (moment(FRIDAY), "vr 20 november 2026", "Fri 20 November 2026"),
    (
        moment(FRIDAY, part=DayPart.EVENING),
        "vr 20 november 2026, 's avonds",
        "Fri 20 November 2026, in the evening",
    ),
    (
        moment(FRIDAY, minute=time(20, 5)),
        "vr 20 november 2026, 20:05",
        "Fri 20 November 2026, 20:05",
    ),
    (moment(FRIDAY, Precision.ABOUT), "rond 20 november 2026", "around 20 November 2026"),
    (moment(FRIDAY, Precision.MONTH), "november 2026", "November 2026"),
]


@pytest.mark.parametrize(
    ("when", "dutch", "english"), MOMENTS, ids=[str(when.precision) for when, *_words in MOMENTS]
)
def test_a_moment_is_told_as_precisely_as_it_is_known(when, dutch, english):
    assert report.moment_words(when) == english
    texts.use("nl")
    assert report.moment_words(when) == dutch


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (report.precision_words, Precision),
        (report.part_words, DayPart),
        (report.repair_words, Repair),
        (report.trust_words, range(-2, 3)),
        (report.intensity_words, range(1, 6)),
    ],
)
def test_every_choice_has_words_of_its_own(language, words, choices):
    texts.use(language)
    said = {words(choice) for choice in choices}
    assert len(said) == len(choices)
    assert "" not in said


def written(days, when=FRIDAY):
    return datetime.combine(when, time(12), UTC) + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "said"), [(0, ""), (1, "written 1 day later"), (20, "written 20 days later")]
)
def test_writing_later_is_told(days, said):
    assert report.late_words(moment(FRIDAY), written(days)) == said


def test_a_month_is_over_before_writing_is_late():
    month = moment(date(2026, 2, 1), Precision.MONTH)
    assert report.late_words(month, written(27, date(2026, 2, 1))) == ""
    assert report.late_words(month, written(30, date(2026, 2, 1))) == "written 3 days later"


@pytest.mark.parametrize(("hour", "east", "late"), [(0, 14, 1), (23, -11, 0), (12, 0, 0)])
def test_lateness_counts_the_days_where_it_was_written(hour, east, late):
    zone = timezone(timedelta(hours=east))
    at = datetime.combine(FRIDAY + timedelta(days=late), time(hour, 30), zone)
    assert days_late(moment(FRIDAY), at) == late
    assert bool(report.late_words(moment(FRIDAY), at)) is bool(late)
    assert is_late(moment(FRIDAY), at, 0) is bool(late)


@pytest.mark.parametrize(
    ("when", "holds", "touches"),
    [
        (moment(date(2026, 3, 10)), True, True),
        (moment(date(2026, 4, 20)), True, True),
        (moment(date(2026, 3, 9)), False, False),
        (moment(date(2026, 4, 21)), False, False),
        (moment(date(2026, 3, 1), Precision.MONTH), False, True),
        (moment(date(2026, 4, 1), Precision.MONTH), False, True),
        (moment(date(2026, 2, 1), Precision.MONTH), False, False),
    ],
)
def test_what_lies_in_a_period(when, holds, touches):
    period = report.Period(date(2026, 3, 10), date(2026, 4, 20))
    assert period.holds(when, TODAY) is holds
    assert period.touches(when) is touches


def test_this_month_lies_in_a_period_that_ends_today():
    period = report.Period(date(2026, 11, 1), TODAY)
    assert period.holds(moment(TODAY, Precision.MONTH), TODAY)


@given(st.dates(), st.sampled_from(Precision))
def test_without_limits_everything_lies_in_a_period(day, precision):
    if precision in (Precision.MINUTE, Precision.PART):
        precision = Precision.DAY
    assert report.Period().holds(moment(day, precision), TODAY)
