"""Dates and times of day in figures."""

import contextlib
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.errors import (
    DateNotUnderstoodError,
    DateTooEarlyError,
    NoSuchDayError,
    TimeNotUnderstoodError,
)
from onveilig_desktop.journal.dates import parse_day, parse_minute, write_day

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14-3-2026", date(2026, 3, 14)),
        ("14/3/2026", date(2026, 3, 14)),
        ("14.3.2026", date(2026, 3, 14)),
        ("14 3 2026", date(2026, 3, 14)),
        ("14-03-26", date(2026, 3, 14)),
        ("2026-03-14", date(2026, 3, 14)),
        ("  14-3-2026\n", date(2026, 3, 14)),
        ("29-2-2024", date(2024, 2, 29)),
        ("1-1-1900", date(1900, 1, 1)),
        ("21-11-2026", date(2026, 11, 21)),
        ("31-12-9999", date(9999, 12, 31)),
        ("١٤-٣-٢٠٢٦", date(2026, 3, 14)),
    ],
)
def test_a_whole_date_is_that_day(typed, day):
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "today", "day"),
    [
        ("14-3", TODAY, date(2026, 3, 14)),
        ("20/11", TODAY, TODAY),
        ("21-11", TODAY, date(2025, 11, 21)),
        ("29-2", TODAY, date(2024, 2, 29)),
        ("29-2", date(2028, 2, 28), date(2024, 2, 29)),
        ("29-2", date(2028, 2, 29), date(2028, 2, 29)),
        ("29-2", date(2104, 2, 28), date(2096, 2, 29)),
    ],
)
def test_without_a_year_it_is_the_latest_such_day(typed, today, day):
    assert parse_day(typed, today) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31-4-2026",
        "31-4",
        "29-2-2026",
        "29-2-1900",
        "30-2",
        "0-1-2026",
        "1-0-2026",
        "1-13-2026",
        "3-14-2026",
    ],
)
def test_a_day_on_no_calendar_is_told_as_such(typed):
    with pytest.raises(NoSuchDayError):
        parse_day(typed, TODAY)


@pytest.mark.parametrize("typed", ["31-12-1899", "0026-3-14", "0000-0-0"])
def test_a_day_before_anyone_was_born_is_told_as_such(typed):
    with pytest.raises(DateTooEarlyError):
        parse_day(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "14-3-202",
        "14-3-20260",
        "14",
        "14-",
        "-14-3",
        "14--3",
        "14-3-2026 20:00",
        "",
        "   ",
        "yesterday",
        "14-3-2026\0",
        "½-3-2026",
        "²-3-2026",
        "🗓️",
        "9" * 10_000,
    ],
)
def test_what_names_no_day_is_not_understood(typed):
    with pytest.raises(DateNotUnderstoodError):
        parse_day(typed, TODAY)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_written_day_is_read_back(day):
    assert parse_day(write_day(day), TODAY) == day
    assert parse_day(day.isoformat(), TODAY) == day


@given(st.dates(min_value=date(1908, 1, 1)), st.dates(min_value=date(1908, 1, 1)))
def test_a_day_without_a_year_is_never_in_the_future(day, today):
    found = parse_day(f"{day.day}-{day.month}", today)
    assert found <= today
    assert (found.day, found.month) == (day.day, day.month)


@given(st.text())
def test_anything_typed_is_a_day_or_is_not_understood(typed):
    with contextlib.suppress(DateNotUnderstoodError, DateTooEarlyError, NoSuchDayError):
        assert parse_day(typed, TODAY).year >= 1900


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("20:30", time(20, 30)),
        ("20.30", time(20, 30)),
        ("8:05", time(8, 5)),
        (" 08:05 ", time(8, 5)),
        ("0:00", time(0, 0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_of_day_is_read(typed, minute):
    assert parse_minute(typed) == minute


@pytest.mark.parametrize("typed", ["24:00", "8:60", "8:5", "20", "", "8:05 pm", "-1:00", "half 9"])
def test_what_is_no_time_of_day_is_not_understood(typed):
    with pytest.raises(TimeNotUnderstoodError):
        parse_minute(typed)


@given(st.times())
def test_a_written_minute_is_read_back(minute):
    assert parse_minute(f"{minute:%H:%M}") == time(minute.hour, minute.minute)
