"""What was noted on the same days, and when in the week."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.analysis import (
    CounterEvidence,
    by_weekday_and_part,
    co_occurrence,
    counter_evidence,
)

MONDAY = date(2026, 1, 5)


def on(*offsets):
    return {MONDAY + timedelta(days=offset) for offset in offsets}


sets = st.dictionaries(
    st.sampled_from("abcdef"), st.sets(st.integers(0, 9)).map(lambda some: on(*some))
)


@given(sets)
def test_pairs_are_counted_once_where_they_occur(days_of):
    expected = {
        (one, other): len(days_of[one] & days_of[other]) for one, other in combinations(days_of, 2)
    }
    assert co_occurrence(days_of) == {pair: count for pair, count in expected.items() if count}


def test_nothing_comes_together_with_nothing():
    assert co_occurrence({}) == {}
    assert co_occurrence({"a": set()}) == {}


def test_counter_evidence_is_on_how_many_of_these_days():
    days = on(0, 1, 2, 3)
    others = {"calm": on(1), "joy": on(2, 1, 9), "rest": on(8)}
    assert counter_evidence(days, others) == CounterEvidence(4, 2, (("joy", 2), ("calm", 1)))
    assert counter_evidence(days, {}) == CounterEvidence(4, 0, ())
    assert counter_evidence(set(), others) == CounterEvidence(0, 0, ())


@given(st.sets(st.integers(0, 9)), sets, st.sets(st.integers(20, 30)))
def test_what_happens_on_other_days_is_no_counter_evidence(some, others, elsewhere):
    more = {key: days | on(*elsewhere) for key, days in others.items()}
    assert counter_evidence(on(*some), more) == counter_evidence(on(*some), others)


def test_a_part_of_a_day_counts_once_and_unknown_only_alone():
    first, second = sorted(on(0, 7))
    moments = [
        (second, "evening"),
        (first, "evening"),
        (first, "evening"),
        (first, "morning"),
        (first, None),
        (MONDAY + timedelta(days=6), None),
    ]
    assert by_weekday_and_part(moments) == {
        (0, "evening"): (first, second),
        (0, "morning"): (first,),
        (6, None): (date(2026, 1, 11),),
    }
    assert by_weekday_and_part([]) == {}
