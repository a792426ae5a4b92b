"""The reference cases of the direction, and what is left out or tried otherwise."""

import json
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import pytest

from onveilig_desktop.analysis import (
    Direction,
    LeftOut,
    Noted,
    Scenario,
    Writing,
    direction,
    directions,
    gap_segments,
    occasion,
    occasions,
    orders,
    recurrence,
    shuffle,
    shuffle_test,
    verdict,
)
from onveilig_desktop.analysis.direction import MOST_WITHOUT_DAY
from onveilig_desktop.analysis.majority import ALPHA, LEAST
from onveilig_desktop.analysis.verdict import Weighed, way_of

CASES = json.loads((Path(__file__).parents[1] / "data" / "direction_cases.json").read_text("utf-8"))
START = date(2020, 1, 1)
TODAY = date(2060, 1, 1)
DAY = timedelta(days=1)
FASTER = (60, 40, 20, 10, 5)


def days_of(gaps, start=START):
    return [start + timedelta(days=count) for count in accumulate(gaps, initial=0)]


def found(days):
    return occasions(map(Noted, days), TODAY)


def paused_between(segments):
    """Return days with these gaps, and a pause in a gap of a year between the segments."""
    days, pauses = [], []
    begin = START
    for gaps in segments:
        days += days_of(gaps, begin)
        pauses.append((days[-1] + 100 * DAY, days[-1] + 200 * DAY))
        begin = days[-1] + 365 * DAY
    return days, tuple(pauses)


@pytest.mark.parametrize("case", CASES["shuffle"], ids=lambda case: case["id"])
def test_shuffle_case(case):
    reading = direction(found(days_of(case["gaps"])))
    expected = case["expected"]
    assert reading.direction == expected["direction"]
    tolerance = 0.005 if "mc" in expected else case["tolerance"]
    if "p_faster" in expected:
        assert reading.p_faster == pytest.approx(expected["p_faster"], abs=tolerance)
        assert reading.p_slower == pytest.approx(expected["p_slower"], abs=tolerance)


@pytest.mark.parametrize("case", CASES["segmented"], ids=lambda case: case["id"])
def test_segmented_case(case):
    days, pauses = paused_between(case["segments"])
    reading = direction(found(days), Writing(pauses=pauses))
    assert reading.segments == tuple(map(tuple, case["segments"]))
    assert reading.left_out == LeftOut(paused=len(case["segments"]) - 1)
    expected, tolerance = case["expected"], case["tolerance"]
    assert reading.direction == expected["direction"]
    assert reading.p_faster == pytest.approx(expected["p_faster"], abs=tolerance)
    assert reading.p_slower == pytest.approx(expected["p_slower"], abs=tolerance)


@pytest.mark.parametrize("case", CASES["gaps"], ids=lambda case: case["id"])
def test_gap_case(case):
    days = list(map(date.fromisoformat, case["days"]))
    pauses = [tuple(map(date.fromisoformat, pause)) for pause in case["pauses"]]
    segments = gap_segments(days, pauses)
    assert segments == tuple(map(tuple, case["expected_segments"]))
    assert [gap for gaps in segments for gap in gaps] == case["expected_gaps"]


@pytest.mark.parametrize("case", CASES["scenarios"], ids=lambda case: case["id"])
def test_scenario_case(case):
    base, *others = (
        Weighed(len(gaps), *shuffle_test([gaps])) for gaps in (case["base"], *case["scenarios"])
    )
    way = way_of(base)
    stands = all(way.stands(other) for other in others)
    assert case["expected"] == (way.name(base, others) if stands else Direction.DEPENDS_ON_READING)


def test_the_thresholds_are_the_published_ones():
    assert CASES["parameters"] == {
        "SPREAD_N": recurrence.ENOUGH,
        "SPREAD_DAYS": recurrence.SPREAD,
        "YEAR": recurrence.YEAR,
        "DENSE_N": recurrence.DENSE,
        "DENSE_DAYS": recurrence.SPREAD,
        "EPISODE_H": occasion.ONE_NIGHT / timedelta(hours=1),
        "MIN_GAPS": verdict.LEAST_GAPS,
        "CLEAR_MIN_GAPS": verdict.CLEAR_GAPS,
        "A_FAST": [verdict.FASTER.signs_at, verdict.FASTER.clear_at],
        "A_SLOW": [verdict.SLOWER.signs_at, verdict.SLOWER.clear_at],
        "SCEN_SLACK": verdict.SLACK,
        "MAX_IMPRECISE": MOST_WITHOUT_DAY,
        "LATE_DAYS": occasion.LATE_DAYS,
        "STEADY_MIN_GAPS": verdict.STEADY_GAPS,
        "STEADY_RATIO": verdict.STEADY_RATIO,
        "EXACT_MAX": shuffle.EXACT_TO,
        "B": orders.SHUFFLES,
        "SEED": shuffle.SEED,
        "NORMAL_FROM": shuffle.NORMAL_FROM,
        "MAJ_MIN": LEAST,
        "MAJ_ALPHA": ALPHA,
    }


def test_the_direction_of_all_concerns_is_not_corrected_but_that_of_a_signal_is():
    unclear = found(days_of((30, 3, 25, 4, 20, 2)))
    signs = found(days_of((60, 20, 40, 10, 5)))
    assert direction(signs).direction is Direction.SIGNS_FASTER
    assert directions({"a": signs})["a"].direction is Direction.SIGNS_FASTER
    both = directions({"a": signs, "b": unclear})
    assert both["a"].direction is Direction.NO_CLEAR
    assert both["a"].p_faster == pytest.approx(0.05)


def test_signals_with_too_little_do_not_make_the_others_less_clear():
    signs, little = found(days_of((60, 20, 40, 10, 5))), found(days_of((60, 20, 40, 10)))
    many = directions({"a": signs, **dict.fromkeys(range(50), little)})
    assert many["a"].direction is Direction.SIGNS_FASTER
    assert many[0].direction is Direction.TOO_LITTLE


def test_memories_from_before_the_writing_began_are_left_out():
    days = [*days_of((900, 800, 700)), *days_of(FASTER, date(2030, 1, 1))]
    reading = direction(found(days), Writing(since=date(2030, 1, 1)))
    assert reading.days == 6
    assert reading.gaps == 5
    assert reading.left_out == LeftOut(earlier=4)
    assert (reading.early, reading.late) == (50, 7.5)


def test_more_than_a_quarter_without_a_day_withholds_the_direction():
    days = list(map(Noted, days_of(FASTER)))
    month = Noted(date(2020, 4, 1), is_month=True)
    two, three = (occasions([*days, *[month] * count], TODAY) for count in (2, 3))
    assert direction(two).direction is not Direction.WITHHELD
    assert direction(three).direction is Direction.WITHHELD
    assert direction(three, Writing(since=date(2021, 1, 1))).direction is Direction.TOO_LITTLE


def test_late_entries_left_out_can_leave_too_little():
    days = [Noted(day, is_late=place == 2) for place, day in enumerate(days_of(FASTER))]
    reading = direction(occasions(days, TODAY))
    assert reading.direction is Direction.DEPENDS_ON_READING
    assert reading.depends_on is Scenario.LATE_ENTRIES


def test_an_occasion_is_late_only_when_all_about_it_is():
    days = [Noted(day, is_late=place == 2) for place, day in enumerate(days_of(FASTER))]
    in_time = [*days, Noted(days[2].day)]
    assert direction(occasions(in_time, TODAY)).direction is Direction.SIGNS_FASTER


def test_a_direction_stands_when_what_was_written_in_time_shows_it_too():
    gaps = (60, 50, 40, 30, 20, 15, 10, 8, 5)
    days = [Noted(day, is_late=place == 4) for place, day in enumerate(days_of(gaps))]
    assert direction(occasions(days, TODAY)).direction is Direction.CLEAR_FASTER


def test_a_suspected_pause_is_tried_as_a_pause():
    days = days_of(FASTER)
    silence = (days[0] + DAY, days[1] - DAY)
    reading = direction(found(days), Writing(silences=[silence]))
    assert reading.direction is Direction.DEPENDS_ON_READING
    assert reading.depends_on is Scenario.SUSPECTED_PAUSES
    assert direction(found(days), Writing(pauses=[silence])).direction is Direction.TOO_LITTLE


def test_a_month_is_tried_as_its_middle():
    days = [Noted(day) for day in days_of((5, 10, 20, 40, 60, 200))]
    month = Noted(date(2020, 9, 1), is_month=True)
    alone = direction(occasions(days, TODAY))
    assert alone.direction is Direction.SIGNS_SLOWER
    reading = direction(occasions([*days, month, Noted(date(2020, 10, 1), is_month=True)], TODAY))
    assert reading.depends_on is Scenario.MONTHS
    assert reading.left_out.months == 2


def test_a_month_counts_from_its_middle_on():
    month = occasions([Noted(date(2020, 9, 1), is_month=True)], TODAY)
    counted = [direction(month, Writing(since=date(2020, 9, day))).left_out for day in (15, 16)]
    assert counted == [LeftOut(months=1), LeftOut()]


def test_a_withheld_direction_is_not_called_steady():
    months = [Noted(date(2020, 1, 1), is_month=True)] * 11
    days = list(map(Noted, days_of((7, 8) * 15)))
    assert direction(occasions([*days, *months], TODAY)).direction is Direction.WITHHELD


def test_clear_in_one_reading_and_signs_in_another_is_signs():
    base, other = Weighed(9, 0.005, 0.99), Weighed(8, 0.06, 0.9)
    way = way_of(base)
    assert way.stands(other)
    assert way.name(base) is Direction.CLEAR_FASTER
    assert way.name(base, [other]) is Direction.SIGNS_FASTER
    assert not way.stands(Weighed(8, 0.11, 0.9))


def test_a_share_at_the_threshold_is_enough():
    way = way_of(Weighed(9, 0.05, 0.96))
    assert way.name(Weighed(9, 0.01, 1)) is Direction.CLEAR_FASTER
    assert way.name(Weighed(9, 0.01, 1), [Weighed(9, 0.02, 1)]) is Direction.CLEAR_FASTER
    assert way.stands(Weighed(5, 0.1, 0.9))


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ((7, 8) * 15, Direction.ABOUT_AS_OFTEN),
        ((7, 8) * 14, Direction.NO_CLEAR),
        ((*(7, 8) * 14, 7), Direction.ABOUT_AS_OFTEN),
        ((1, 1, 1, 1, 90) * 6, Direction.NO_CLEAR),
        ((7, 8) * 200, Direction.ABOUT_AS_OFTEN),
        ((7,) * 300, Direction.ABOUT_AS_OFTEN),
        ((12,) * 150 + (7,) * 150, Direction.CLEAR_FASTER),
    ],
    ids=["steady", "one too few", "just enough", "irregular", "long", "all equal", "faster"],
)
def test_steadiness(gaps, expected):
    assert direction(found(days_of(gaps))).direction is expected


@pytest.mark.parametrize(
    "days",
    [[], [START], [START, START + DAY], [START] * 9, days_of((30 * 365,)), days_of(FASTER[:4])],
)
def test_too_little_to_say_anything(days):
    reading = direction(found(days))
    assert reading.direction is Direction.TOO_LITTLE
    assert (reading.early, reading.late, reading.depends_on) == (None, None, None)
    assert (reading.p_faster, reading.p_slower, reading.left_out) == (1, 1, LeftOut())
    assert directions({"a": found(days), "b": found([])})["a"] == reading


def test_only_months_and_no_signals_at_all():
    months = [Noted(date(2020, month, 1), is_month=True) for month in range(1, 10)]
    assert direction(occasions(months, TODAY)).direction is Direction.WITHHELD
    assert directions({}) == {}


def test_a_gap_of_thirty_years_makes_no_direction():
    reading = direction(found(days_of((7, 9, 30 * 365, 8, 6, 10, 7))))
    assert reading.direction is Direction.NO_CLEAR


def test_the_halves_are_medians_and_the_middle_gap_is_in_neither():
    reading = direction(found(days_of((70, 40, 30, 20, 10, 8, 6))))
    assert (reading.early, reading.late) == (40, 8)


@pytest.mark.parametrize(
    ("gaps", "early", "late"),
    [
        ((40, 30, 1, 2, 1, 2, 5, 5, 2, 3, 3, 2), 12.7, 3.3),
        ((40, 30, 2, 2, 1, 2, 9, 2, 2, 2, 3, 3, 2), 12.8, 2.3),
    ],
    ids=["medians that go the other way", "equal medians"],
)
def test_the_halves_given_with_a_direction_differ_its_way(gaps, early, late):
    reading = direction(found(days_of(gaps)))
    assert reading.direction in {Direction.SIGNS_FASTER, Direction.CLEAR_FASTER}
    assert (reading.early, reading.late) == (early, late)
    turned = direction(found(days_of(gaps[::-1])))
    assert turned.direction in {Direction.SIGNS_SLOWER, Direction.CLEAR_SLOWER}
    assert (turned.early, turned.late) == (late, early)
