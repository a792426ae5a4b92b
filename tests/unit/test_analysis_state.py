"""The reference cases, and what must hold for any journal."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.analysis import Noted, State, gaps, occasions, state

CASES = json.loads((Path(__file__).parents[1] / "data" / "state_cases.json").read_text("utf-8"))
TODAY = date(2025, 11, 22)
ORDER = list(State)
FOUR_YEARS = timedelta(days=4 * 365 + 1)  # from 1904 to 2096 this keeps every month's length


def _noted(row):
    if len(row["date"]) == len("2025-03"):
        return Noted(date.fromisoformat(row["date"] + "-01"), is_month=True)
    at = row.get("at")
    instant = None if at is None else datetime.fromisoformat(at).replace(tzinfo=UTC)
    return Noted(date.fromisoformat(row["date"]), instant=instant)


def test_there_are_thirty_five_cases():
    assert len(CASES) == 35


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case):
    found = occasions(map(_noted, case["entries"]), date.fromisoformat(case["today"]))
    assert {
        "state": state(found),
        "n_at_least": found.at_least,
        "n_at_most": found.at_most,
        "future": len(found.future),
    } == case["expected"]


def _at(day, hour, minute, offset):
    local = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=hour, minutes=minute)
    return Noted(day, instant=local - timedelta(hours=offset))


# A short year with narrow windows, so that nights, months and both limits meet often.
days = st.one_of(
    st.dates(date(2024, 1, 25), date(2024, 4, 5)), st.dates(date(2024, 1, 25), date(2025, 4, 5))
)
plain = st.builds(Noted, days)
months = st.builds(lambda day: Noted(day.replace(day=1), is_month=True), days)
hours = st.sampled_from([0, 1, 3, 5, 9, 18, 20, 22, 23])
minutes = st.builds(_at, days, hours, st.sampled_from([0, 30, 59]), st.sampled_from([1, 2]))
entries = st.one_of(plain, plain, months, minutes)
journals = st.lists(entries, max_size=14)


def _state(noted):
    return state(occasions(noted, TODAY))


def _counts(noted, today=TODAY):
    found = occasions(noted, today)
    return state(found), found.at_least, found.at_most, gaps(found)


@given(journals, st.randoms())
def test_order_is_irrelevant(journal, random):
    shuffled = list(journal)
    random.shuffle(shuffled)
    assert _counts(shuffled) == _counts(journal)


@given(journals, st.integers(-20, 17))
def test_shifting_all_dates_changes_nothing(journal, times):
    shift = FOUR_YEARS * times
    moved = [
        Noted(n.day + shift, n.is_month, None if n.instant is None else n.instant + shift)
        for n in journal
    ]
    assert _counts(moved, TODAY + shift) == _counts(journal)


@given(st.lists(st.one_of(plain, minutes), max_size=14), st.integers(-400, 400))
def test_without_months_any_shift_changes_nothing(journal, count):
    shift = timedelta(days=count)
    moved = [
        Noted(n.day + shift, instant=None if n.instant is None else n.instant + shift)
        for n in journal
    ]
    assert _counts(moved, TODAY + shift) == _counts(journal)


@given(journals, entries)
def test_one_more_entry_never_lowers_the_state(journal, extra):
    assert ORDER.index(_state([*journal, extra])) >= ORDER.index(_state(journal))


@given(journals, entries)
def test_one_more_entry_never_lowers_the_count(journal, extra):
    before, after = occasions(journal, TODAY), occasions([*journal, extra], TODAY)
    assert after.at_least >= before.at_least
    assert after.at_most >= before.at_most


NIGHT = [_at(date(2025, 3, 1), 23, 0, 1), _at(date(2025, 3, 2), 1, 0, 1)]


@pytest.mark.parametrize(
    "extra",
    [_at(date(2025, 3, 1), 22, 0, 1), _at(date(2025, 3, 2), 0, 0, 1), Noted(date(2025, 3, 2))],
    ids=["earlier", "between", "that day"],
)
@pytest.mark.parametrize("others", [[], [Noted(date(2025, 3, 30)), Noted(date(2025, 3, 15))]])
def test_a_night_that_grows_never_lowers_the_state(others, extra):
    assert ORDER.index(_state([*others, *NIGHT, extra])) >= ORDER.index(_state([*others, *NIGHT]))


def test_noting_the_evening_before_keeps_the_four_weeks():
    night = _at(date(2025, 3, 29), 1, 0, 1)
    journal = [Noted(date(2025, 3, 1)), Noted(date(2025, 3, 10)), night]
    assert _state(journal) is State.RECURRING
    assert _state([*journal, _at(date(2025, 3, 28), 23, 0, 1)]) is State.RECURRING


def test_noting_the_evening_before_keeps_the_month_apart():
    journal = [_at(date(2025, 4, 1), 0, 20, 0), Noted(date(2025, 3, 1), is_month=True)]
    assert _state(journal) is State.REPEATED
    assert _state([*journal, _at(date(2025, 3, 31), 23, 40, 0)]) is State.REPEATED


@pytest.mark.parametrize(
    ("month", "parts"),
    [(2, 1), (3, 2), (4, 2)],
    ids=["the month before", "the month of the evening", "the month of the morning"],
)
def test_a_night_is_parted_where_a_month_that_was_noted_begins(month, parts):
    night = [_at(date(2025, 3, 31), 23, 40, 0), _at(date(2025, 4, 1), 0, 20, 0)]
    assert len(occasions(night, TODAY).days) == 1
    vague = Noted(date(2025, month, 1), is_month=True)
    assert len(occasions([*night, vague], TODAY).days) == parts


def test_a_night_within_a_month_that_was_noted_is_one():
    assert len(occasions([*NIGHT, Noted(date(2025, 3, 1), is_month=True)], TODAY).days) == 1


def test_the_day_after_a_night_is_another_occasion():
    found = occasions([*NIGHT, _at(date(2025, 3, 3), 1, 0, 1), Noted(date(2025, 3, 9))], TODAY)
    assert [one.first.day for one in found.days] == [1, 3, 9]
    assert [one.members for one in found.days] == [(0, 1), (2,), (3,)]


@pytest.mark.parametrize(
    ("days", "month", "expected"),
    [
        ((date(2025, 2, 10), date(2025, 2, 27)), date(2025, 1, 1), State.REPEATED),
        ((date(2025, 2, 10), date(2025, 2, 28)), date(2025, 1, 1), State.RECURRING),
        ((date(2024, 6, 1), date(2024, 12, 31)), date(2024, 1, 1), State.REPEATED),
        ((date(2024, 6, 1), date(2024, 12, 30)), date(2024, 1, 1), State.RECURRING),
        ((date(2025, 1, 5), date(2025, 1, 20)), date(2025, 2, 1), State.REPEATED),
        ((date(2025, 1, 4), date(2025, 1, 20)), date(2025, 2, 1), State.RECURRING),
    ],
)
def test_a_month_is_the_day_that_makes_least_of_it(days, month, expected):
    """At most four weeks apart for as far as is known, and at most a year."""
    assert _state([*map(Noted, days), Noted(month, is_month=True)]) is expected


def test_a_night_is_dated_at_its_first_day():
    (night,) = occasions(NIGHT, TODAY).days
    assert (night.first, night.last) == (date(2025, 3, 1), date(2025, 3, 2))
    assert night.members == (0, 1)


def test_six_hours_apart_is_two_occasions():
    evening, later = _at(date(2025, 3, 1), 20, 0, 1), _at(date(2025, 3, 2), 2, 0, 1)
    assert occasions([evening, later], TODAY).at_least == 2


@given(st.lists(st.one_of(plain, months), min_size=1, max_size=14), st.data())
def test_a_second_note_on_a_day_changes_nothing(journal, data):
    again = data.draw(st.sampled_from(journal))
    first, second = occasions(journal, TODAY), occasions([*journal, again], TODAY)
    assert state(second) is state(first)
    assert second.at_least == first.at_least


@given(st.lists(minutes, min_size=1, max_size=14), st.data())
def test_a_second_note_in_the_same_minute_changes_nothing(journal, data):
    again = data.draw(st.sampled_from(journal))
    assert _counts([*journal, again]) == _counts(journal)


ahead = st.dates(date(2025, 12, 1), date(2090, 1, 1))


@given(
    journals,
    st.one_of(ahead.map(Noted), ahead.map(lambda day: Noted(day.replace(day=1), is_month=True))),
)
def test_a_future_entry_changes_nothing(journal, ahead):
    found = occasions([*journal, ahead], TODAY)
    assert _counts([*journal, ahead]) == _counts(journal)
    assert found.future[-1] == len(journal)


@given(journals)
def test_counted_occasions_never_overlap(journal):
    counted = occasions(journal, TODAY).counted
    assert all(a.last < b.first for a, b in pairwise(counted))


def test_gaps_are_days_between_exact_dates():
    noted = [Noted(date(2025, 3, d)) for d in (1, 3, 10)] + [Noted(date(2025, 5, 1), is_month=True)]
    found = gaps(occasions(noted, TODAY))
    assert found is not None
    assert (found.median, found.least, found.most) == (4.5, 2, 7)


def test_one_date_has_no_gaps():
    assert gaps(occasions([Noted(date(2025, 3, 1))], TODAY)) is None
