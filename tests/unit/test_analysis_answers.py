"""What answers add up to: repair, return after it, and trust in one's own view."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.analysis import (
    Majority,
    Noted,
    Step,
    TrustChange,
    Verdict,
    Wait,
    kaplan_meier,
    majority,
    majority_with_unknown,
    median_survival,
    occasions,
    return_after_repair,
    trust,
    trust_change,
)
from onveilig_desktop.analysis.majority import binomial_tail
from onveilig_desktop.analysis.trust import _change

CASES = json.loads((Path(__file__).parents[1] / "data" / "direction_cases.json").read_text("utf-8"))
START = date(2025, 1, 1)
TODAY = date(2025, 12, 1)


def on(offset):
    return START + timedelta(days=offset)


def occasions_on(*offsets):
    return occasions([Noted(on(offset)) for offset in offsets], TODAY).days


@pytest.mark.parametrize("case", CASES["majority"], ids=lambda case: f"{case['a']}-{case['b']}")
def test_majority_case(case):
    assert majority(case["a"], case["b"]) == case["expected"]
    if case["p"] is not None:
        assert binomial_tail(case["a"], case["b"]) == pytest.approx(case["p"], abs=1e-12)


def test_unknown_answers_are_tried_both_ways():
    assert majority_with_unknown(7, 1, 0) == Verdict(Majority.A, 7, 1, 0, depends_on=0)
    assert majority_with_unknown(7, 1, 1).depends_on == 1
    assert majority_with_unknown(20, 1, 2).depends_on == 0
    assert majority_with_unknown(3, 0, 2) == Verdict(Majority.TOO_LITTLE, 3, 0, 2, depends_on=2)
    assert majority_with_unknown(6, 6, 1).depends_on == 0


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_turning_the_answers_round_turns_the_majority_round(a, b, unknown):
    turned = {Majority.A: Majority.B, Majority.B: Majority.A}
    one, other = majority_with_unknown(a, b, unknown), majority_with_unknown(b, a, unknown)
    assert other.majority is turned.get(one.majority, one.majority)
    assert other.depends_on == one.depends_on


def test_thousands_of_answers_are_counted_too():
    assert majority(50_500, 49_500) is Majority.A
    assert majority(50_100, 49_900) is Majority.MIXED
    assert majority(100_000, 0) is Majority.A


def test_the_worst_known_answer_about_an_occasion_counts():
    noted = [Noted(on(offset)) for offset in (0, 0, 0, 5, 5, 9)]
    answers = [True, None, False, None, True, None]
    found = return_after_repair(occasions(noted, TODAY).days, answers, TODAY)
    assert [wait.since for wait in found.unrepaired.waits] == [on(0)]
    assert [wait.since for wait in found.repaired.waits] == [on(5)]
    assert found.unknown == 1


def test_kaplan_meier_by_hand():
    steps = kaplan_meier([3, 1, 2, 2, 5], [True, True, True, False, False])
    assert steps == (
        Step(1, at_risk=5, events=1, censored=0, survival=pytest.approx(0.8)),
        Step(2, at_risk=4, events=1, censored=1, survival=pytest.approx(0.6)),
        Step(3, at_risk=2, events=1, censored=0, survival=pytest.approx(0.3)),
        Step(5, at_risk=1, events=0, censored=1, survival=pytest.approx(0.3)),
    )
    assert median_survival(steps) == 3


def test_a_median_that_was_not_reached_is_not_given():
    assert median_survival(kaplan_meier([4, 9, 9], [True, False, False])) is None
    assert kaplan_meier([], []) == ()
    assert median_survival(()) is None


def test_the_median_is_where_exactly_half_came_back():
    durations = list(range(1, 13))
    assert median_survival(kaplan_meier(durations, [True] * 12)) == 6


def test_durations_and_what_was_observed_must_be_as_many():
    with pytest.raises(ValueError, match="zip"):
        kaplan_meier([1, 2], [True])


def test_each_wait_runs_to_the_next_occasion_and_the_last_to_today():
    found = return_after_repair(occasions_on(0, 10, 14), [True, False, True], TODAY)
    assert found.repaired.waits == (Wait(on(0), on(10), True), Wait(on(14), TODAY, False))
    assert found.unrepaired.waits == (Wait(on(10), on(14), True),)
    assert found.unknown == 0
    assert [(step.time, step.at_risk, step.events) for step in found.repaired.steps] == [
        (10, 2, 1),
        (320, 1, 0),
    ]
    assert (found.repaired.median, found.unrepaired.median) == (10, 4)


def test_unknown_repair_is_in_neither_curve():
    found = return_after_repair(occasions_on(0, 3), [None, None], TODAY)
    assert found.unknown == 2
    assert found.repaired.steps == found.unrepaired.steps == ()


def test_a_pause_ends_what_is_known_of_a_wait():
    pause = (on(4), on(6))
    days = occasions_on(0, 10, 14)
    found = return_after_repair(days, [True, True, True], TODAY, [(on(100), on(110)), pause])
    assert [(wait.until, wait.came_back) for wait in found.repaired.waits] == [
        (on(3), False),
        (on(14), True),
        (on(99), False),
    ]


def test_a_pause_of_one_day_ends_a_wait_too():
    found = return_after_repair(occasions_on(0, 10), [True, True], on(10), [(on(5), on(5))])
    assert found.repaired.waits[0] == Wait(on(0), on(4), came_back=False)


def test_a_pause_that_only_touches_a_wait_changes_nothing():
    days, answers = occasions_on(5, 10), [True, True]
    plain = return_after_repair(days, answers, TODAY)
    touching = [(on(0), on(5)), (on(10), on(10)), (TODAY, TODAY)]
    assert return_after_repair(days, answers, TODAY, touching) == plain


def test_nothing_to_return_from():
    found = return_after_repair((), [], TODAY)
    assert (found.repaired.waits, found.unrepaired.waits, found.unknown) == ((), (), 0)


def test_a_night_across_midnight_is_one_wait():
    night = [
        Noted(day, instant=datetime(2025, 3, day.day, hour, tzinfo=UTC))
        for day, hour in ((date(2025, 3, 1), 22), (date(2025, 3, 2), 1))
    ]
    (occasion,) = occasions(night, TODAY).days
    found = return_after_repair([occasion], [True, False], TODAY)
    assert [wait.since for wait in found.unrepaired.waits] == [date(2025, 3, 1)]


def test_trust_is_counted_per_level_and_zero_is_in_neither():
    told = trust([(on(0), 2), (on(0), 1), (on(1), 0), (on(2), -1), (on(3), 1)])
    assert told.counts == (0, 1, 1, 2, 1)
    assert (told.total, told.days) == (5, 4)
    assert told.majority is Majority.TOO_LITTLE
    many = [(on(0), level) for level in range(-2, 3) for _ in range(level + 3)]
    assert trust(many).counts == (1, 2, 3, 4, 5)
    assert trust([(on(place), -2) for place in range(5)]).majority is Majority.B
    assert trust([]).change is TrustChange.TOO_LITTLE


@pytest.mark.parametrize(
    ("values", "change"),
    [
        ((-2, -2, -1, -1, 0, 1, 1), TrustChange.TOO_LITTLE),
        ((-2, -2, -1, -1, 0, 1, 1, 2), TrustChange.MORE_TRUST),
        ((2, 1, 1, 0, -1, -1, -2, -2), TrustChange.MORE_DOUBT),
        ((1, -1, 1, -1, -1, 1, -1, 1), TrustChange.NO_CLEAR),
        ((1, 1, 1, 1, 1, 1, 1, 1, 1), TrustChange.NO_CLEAR),
        (tuple(range(-2, 3)) * 60, TrustChange.NO_CLEAR),
        ((-2,) * 150 + (2,) * 150, TrustChange.MORE_TRUST),
    ],
)
def test_change_of_trust(values, change):
    assert trust((on(place), value) for place, value in enumerate(values)).change is change


def test_both_levels_of_doubt_and_both_of_trust_make_a_majority():
    doubt, trusting = [-2, -2, -1, -1, -1, -1], [2, 2, 1, 1, 1, 1]
    assert trust((on(0), level) for level in doubt).majority is Majority.B
    assert trust((on(0), level) for level in trusting).majority is Majority.A


def test_a_day_between_two_levels_lies_halfway():
    values = [(on(0), 0), (on(1), 1), (on(2), 0), (on(2), 1)]
    assert trust_change(values) == pytest.approx((3 / 6, 5 / 6))


def test_a_share_at_the_threshold_is_enough():
    assert _change(8, 0.025, 0.98) is TrustChange.MORE_TRUST
    assert _change(8, 0.98, 0.025) is TrustChange.MORE_DOUBT


trusts = st.lists(
    st.tuples(st.integers(0, 12).map(on), st.integers(-2, 2)), min_size=1, max_size=20
)


@given(trusts, st.randoms())
def test_the_order_within_a_day_is_irrelevant(values, random):
    mixed = list(values)
    random.shuffle(mixed)
    assert trust(mixed) == trust(values)


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=8))
def test_doubt_is_trust_turned_round(values):
    series = [(on(place), value) for place, value in enumerate(values)]
    turned = [(day, -value) for day, value in series]
    assert trust_change(turned) == trust_change(series)[::-1]
