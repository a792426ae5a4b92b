"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop.journal.backups import needed

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
moments = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001 - made aware at once
)


def test_a_year_of_one_a_day():
    daily = [NOON - timedelta(days=n) for n in range(400)]
    kept = sorted(needed(daily), reverse=True)
    assert kept[:7] == daily[:7]
    weeks = {moment.isocalendar()[:2] for moment in kept[:10]}
    assert len(weeks) >= 4
    assert len({(moment.year, moment.month) for moment in kept}) == 12
    assert len(kept) <= 7 + 4 + 12


def test_the_last_of_a_day_stays():
    day = [NOON + timedelta(hours=n) for n in range(5)]
    assert needed(day) == {day[-1]}


@given(moments)
def test_the_latest_always_stays_and_never_more_than_all_kinds_together(made):
    kept = needed(made)
    assert kept <= set(made)
    assert len(kept) <= 23
    if made:
        assert max(made) in kept
    assert needed(sorted(kept)) == kept
