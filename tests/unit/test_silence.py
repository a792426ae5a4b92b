"""Silences that may have been a pause."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.analysis import Silence, suspected_pauses

START = date(2026, 1, 5)


def on(*offsets):
    return [START + timedelta(days=offset) for offset in offsets]


def found(days, today):
    return [
        ((silence.after - START).days, (silence.before - START).days, silence.is_open)
        for silence in suspected_pauses(on(*days), START + timedelta(days=today))
    ]


def test_four_weeks_after_five_days_of_writing():
    assert found([0, 1, 2, 3, 4, 32], 32) == [(4, 32, False)]
    assert found([0, 1, 2, 3, 4, 31], 31) == []


def test_four_days_of_writing_are_too_few_to_ask():
    assert found([0, 1, 2, 3, 300], 300) == []


def test_someone_who_writes_every_ten_days_is_asked_after_forty():
    assert found([0, 10, 20, 30, 40, 80], 80) == [(40, 80, False)]
    assert found([0, 10, 20, 30, 40, 79], 79) == []


def test_silence_until_today_is_open():
    assert found([0, 1, 2, 3, 4], 32) == [(4, 32, True)]
    assert found([0, 1, 2, 3, 4], 31) == []


def test_a_day_ahead_ends_no_silence():
    assert found([0, 1, 2, 3, 4, 60], 31) == []
    assert found([0, 1, 2, 3, 4, 60], 32) == [(4, 32, True)]


def test_two_silences_come_in_their_order():
    days = [0, 1, 2, 3, 4, 40, 41, 80]
    assert found(days, 80) == [(4, 40, False), (41, 80, False)]


def test_no_writing_is_no_silence():
    assert found([], 100) == []


days_of_writing = st.lists(st.integers(0, 900), max_size=40)


@given(days_of_writing, st.randoms())
def test_neither_order_nor_repetition_matters(offsets, chance):
    twice = [*offsets, *offsets]
    chance.shuffle(twice)
    assert found(twice, 900) == found(sorted(set(offsets)), 900)


@given(days_of_writing, st.integers(1, 400))
def test_what_is_written_later_changes_no_earlier_silence(offsets, later):
    before = [silence for silence in found(offsets, 900) if not silence[2]]
    after = found([*offsets, 900 + later], 900 + later)
    assert after[: len(before)] == before


@given(days_of_writing, st.integers(901, 1000))
def test_days_ahead_are_left_out(offsets, ahead):
    assert found([*offsets, ahead], 900) == found(offsets, 900)


def test_a_silence_tells_both_days_of_writing():
    [silence] = suspected_pauses(on(0, 1, 2, 3, 4, 60), START + timedelta(days=60))
    assert silence == Silence(*on(4, 60), is_open=False)
