"""What must hold for the direction of any dates."""

from datetime import date, timedelta
from itertools import accumulate, pairwise, permutations
from statistics import NormalDist, fmean, pstdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.analysis import (
    Direction,
    Noted,
    Writing,
    direction,
    directions,
    gap_segments,
    holm,
    occasions,
    shuffle_test,
    shuffled_band,
)
from onveilig_desktop.analysis.orders import normal_band
from onveilig_desktop.analysis.shuffle import _normal, observed_total, shuffle_tests

START = date(2020, 1, 1)
TODAY = date(2026, 6, 1)
DAY = timedelta(days=1)

few = st.lists(st.integers(1, 60), max_size=7)
many = st.lists(st.integers(1, 60), min_size=9, max_size=40)
segments = st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=6), max_size=3)
days = st.dates(date(2025, 1, 1), date(2026, 5, 31))
plain = st.builds(Noted, days, is_late=st.booleans())
months = st.builds(lambda day: Noted(day.replace(day=1), is_month=True), days)
journals = st.lists(st.one_of(plain, plain, plain, months), max_size=14)
spans = st.tuples(days, st.integers(0, 40)).map(lambda span: (span[0], span[0] + span[1] * DAY))
writings = st.builds(
    Writing,
    st.one_of(st.none(), days),
    st.lists(spans, max_size=2).map(tuple),
    st.lists(spans, max_size=1).map(tuple),
)


def reading_of(noted, writing, today=TODAY):
    return direction(occasions(noted, today), writing)


def shifted(writing, by):
    return Writing(
        writing.since and writing.since + by,
        tuple((first + by, last + by) for first, last in writing.pauses),
        tuple((first + by, last + by) for first, last in writing.silences),
    )


@given(journals, writings, st.randoms())
def test_the_order_of_entries_is_irrelevant(journal, writing, random):
    mixed = list(journal)
    random.shuffle(mixed)
    assert reading_of(mixed, writing) == reading_of(journal, writing)


@given(st.lists(plain, max_size=14), writings, st.integers(-4000, 4000))
def test_shifting_all_dates_changes_nothing(journal, writing, count):
    by = timedelta(days=count)
    moved = [Noted(noted.day + by, is_late=noted.is_late) for noted in journal]
    before = reading_of(journal, writing)
    after = reading_of(moved, shifted(writing, by), TODAY + by)
    assert after.used == tuple(day + by for day in before.used)
    assert (after.direction, after.segments, after.p_faster, after.p_slower, after.depends_on) == (
        before.direction,
        before.segments,
        before.p_faster,
        before.p_slower,
        before.depends_on,
    )


@given(st.one_of(few, many))
def test_faster_is_slower_turned_round(gaps):
    faster, slower = shuffle_test([gaps])
    other_faster, other_slower = shuffle_test([gaps[::-1]])
    # Drawn shuffles differ by chance: .035 is five times its standard deviation.
    tolerance = 1e-12 if len(gaps) <= 8 else 0.035
    assert other_slower == pytest.approx(faster, abs=tolerance)
    assert other_faster == pytest.approx(slower, abs=tolerance)


@given(st.one_of(segments, many.map(lambda gaps: [gaps])), st.integers(1, 50))
def test_the_scale_is_irrelevant(some, times):
    assert shuffle_test([[times * gap for gap in gaps] for gaps in some]) == shuffle_test(some)


@given(segments)
def test_shares_hold_each_order_once_and_ties_twice(some):
    faster, slower = shuffle_test(some)
    assert 0 < faster <= 1
    assert 0 < slower <= 1
    assert faster + slower > 1


@pytest.mark.parametrize("length", [1, 5, 20, 250])
def test_equal_gaps_go_neither_way(length):
    assert shuffle_test([[7] * length]) == (1, 1)
    assert shuffle_test([[7] * length, [3] * length]) == (1, 1)


@given(st.lists(plain, min_size=1, max_size=14), writings, st.data())
def test_a_second_entry_on_a_day_changes_nothing(journal, writing, data):
    again = data.draw(st.sampled_from(journal))
    assert reading_of([*journal, again], writing) == reading_of(journal, writing)


@given(journals, writings, st.dates(date(2026, 6, 2), date(2099, 1, 1)), st.booleans())
def test_a_future_entry_changes_nothing(journal, writing, day, is_month):
    ahead = Noted(date(2026, 7, 1) if is_month else day, is_month=is_month)
    assert reading_of([*journal, ahead], writing) == reading_of(journal, writing)


@given(journals, writings, st.data())
def test_a_pause_outside_every_gap_changes_nothing(journal, writing, data):
    used = reading_of(journal, writing).used
    outside = [(date(2000, 1, 1), date(2001, 1, 1)), (TODAY, TODAY), *((day, day) for day in used)]
    more = data.draw(st.lists(st.sampled_from(outside), max_size=3))
    if used:
        more.append((used[-1], TODAY))
    paused = Writing(writing.since, (*writing.pauses, *more), writing.silences)
    # Where a late entry is left out or a month put in, other gaps are tried as well.
    sure = [Noted(noted.day) for noted in journal if not noted.is_month]
    assert reading_of(sure, paused) == reading_of(sure, writing)


@given(journals, st.lists(journals, max_size=3), writings)
def test_other_signals_change_no_share_and_can_only_take_a_direction_away(mine, others, writing):
    alone = reading_of(mine, writing)
    noted = {"mine": mine, **dict(enumerate(others))}
    among = directions({key: occasions(one, TODAY) for key, one in noted.items()}, writing)["mine"]
    assert (among.used, among.p_faster, among.p_slower) == (
        alone.used,
        alone.p_faster,
        alone.p_slower,
    )
    unsaid = (Direction.NO_CLEAR, Direction.ABOUT_AS_OFTEN)
    assert among == alone or among.direction in unsaid


@given(st.lists(days, max_size=12), st.lists(spans, max_size=4))
def test_a_gap_is_kept_when_no_day_inside_is_paused(some, pauses):
    paused = {
        first + count * DAY for first, last in pauses for count in range((last - first).days + 1)
    }
    ordered = sorted(set(some))
    expected, run = [], []
    for before, after in pairwise(ordered):
        inside = {before + count * DAY for count in range(1, (after - before).days)}
        if inside & paused:
            expected.append(run)
            run = []
        else:
            run.append((after - before).days)
    assert gap_segments(some, pauses) == tuple(tuple(one) for one in [*expected, run] if one)


def test_days_noted_in_a_pause_keep_the_gap_that_has_no_day_inside():
    one, two, four = START, START + DAY, START + 3 * DAY
    paused = [(START, START + 9 * DAY)]
    assert gap_segments([one, two], paused) == ((1,),)
    assert gap_segments([one, two, four], paused) == ((1,),)
    assert gap_segments([one, four, four + 2 * DAY], [(four + DAY, four + DAY)]) == ((3,),)


def test_what_one_journal_gives_never_depends_on_the_others():
    parted = [[*range(3, 15)], [5, 1, 9, 2, 8, 3, 7, 4, 6]]
    several = [[[*range(20, 8, -1)]], parted, [[9]], [[*range(30, 0, -1)]]]
    assert shuffle_tests(several) == [shuffle_test(one) for one in several]


def test_the_same_journal_always_gives_the_same_shares():
    gaps = [31, 4, 22, 17, 9, 28, 3, 12, 7, 19, 6, 2]
    assert shuffle_test([gaps]) == (0.0532, 0.9481)
    assert shuffle_test([gaps, [5, 2, 9, 1, 1, 4, 8, 2, 3]]) == (0.0504, 0.9508)
    assert shuffle_test([gaps], seed=1) != (0.0532, 0.9481)


@given(st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=30), max_size=3))
def test_the_band_runs_from_one_gap_to_all_of_them(some):
    band = iter(shuffled_band(some))
    for gaps in some:
        pairs = [next(band) for _ in gaps]
        assert pairs[-1] == (sum(gaps), sum(gaps))
        ordered = sorted(gaps)
        for (low, high), least, most in zip(
            pairs, accumulate(ordered), accumulate(ordered[::-1]), strict=True
        ):
            assert least <= low <= high <= most
            assert low % 1 == high % 1 == 0  # what some order gives, and nothing between two
    assert next(band, None) is None


def test_the_band_of_hundreds_of_gaps_agrees_with_the_drawn_one():
    gaps = [1 + place * 7 % 40 for place in range(200)]
    drawn, normal = shuffled_band([gaps]), shuffled_band([[*gaps, 20]])
    assert all(day % 1 == 0 for pair in drawn for day in pair)  # up to here it is drawn
    for place in (20, 100, 180):
        assert normal[place] == pytest.approx(drawn[place], rel=0.05)


@pytest.mark.parametrize(
    ("lengths", "share"),
    [((8,), 1 / 40320), ((9,), 1e-4), ((6, 4), 1 / 17280), ((6, 5), 1e-4), ((200,), 1e-4)],
)
def test_all_orders_are_tried_while_they_are_few_and_then_some(lengths, share):
    falling = [[*range(length, 0, -1)] for length in lengths]
    assert shuffle_test(falling) == pytest.approx((share, 1))
    assert shuffle_test([[*range(201, 0, -1)]])[0] < 1e-9


def test_the_normal_form_has_the_mean_and_spread_of_all_orders():
    some = [(5, 9, 2, 7, 1), (3, 8, 4)]
    totals = [
        observed_total([one, other])
        for one in permutations(some[0])
        for other in permutations(some[1])
    ]
    among = NormalDist(fmean(totals), pstdev(totals))
    below = among.cdf(observed_total(some))
    assert _normal(some) == pytest.approx((below, 1 - below))


def test_the_normal_band_is_as_wide_as_all_orders_are():
    gaps = (100, 101, 103, 106, 110)
    totals = np.array([list(accumulate(order)) for order in permutations(gaps)])
    low, high = np.array(normal_band(gaps)).T
    inside = slice(None, -1)  # every order ends at the same total
    assert (low + high)[inside] / 2 == pytest.approx(totals.mean(axis=0)[inside])
    assert (high - low)[inside] / 2 == pytest.approx(1.645 * totals.std(axis=0)[inside])
    assert (low[-1], high[-1]) == (sum(gaps), sum(gaps))
    assert normal_band([1, 1, 1, 97])[1] == (0, 100)


def test_holm_stops_at_the_first_that_fails():
    assert holm([0.01, 0.04, 0.03, 0.005], 0.05) == (True, False, False, True)
    assert holm([0.02, 0.01, 0.012], 0.05) == (True, True, True)
    assert holm([0.05], 0.05) == (True,)
    assert holm([], 0.05) == ()
