"""Moments say as much as is known and no more."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from onveilig_desktop.journal import DayPart, Moment, Precision

DAY = date(2026, 3, 14)
EVENING = time(20, 30)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": Precision.MINUTE, "minute": EVENING, "utc_offset": HOUR},
        {"precision": Precision.PART, "part": DayPart.NIGHT},
        {"precision": Precision.DAY},
        {"precision": Precision.ABOUT},
        {"precision": Precision.MONTH, "day": DAY.replace(day=1)},
    ],
)
def test_each_precision_has_what_belongs_to_it(fields):
    moment = Moment(**{"day": DAY, **fields})
    assert moment.has_day is (moment.precision is not Precision.MONTH)
    assert (moment.instant is not None) is (moment.precision is Precision.MINUTE)


@pytest.mark.parametrize(
    "fields",
    [
        {"precision": Precision.MINUTE},
        {"precision": Precision.MINUTE, "minute": EVENING},
        {"precision": Precision.MINUTE, "utc_offset": HOUR},
        {
            "precision": Precision.MINUTE,
            "minute": EVENING,
            "utc_offset": HOUR,
            "part": DayPart.EVENING,
        },
        {"precision": Precision.PART},
        {"precision": Precision.PART, "part": DayPart.NIGHT, "minute": EVENING},
        {"precision": Precision.DAY, "part": DayPart.NIGHT},
        {"precision": Precision.DAY, "minute": EVENING},
        {"precision": Precision.ABOUT, "utc_offset": HOUR},
        {"precision": Precision.MONTH},
    ],
)
def test_no_precision_takes_what_belongs_to_another(fields):
    with pytest.raises(ValueError, match="a"):
        Moment(day=DAY, **fields)


@pytest.mark.parametrize(
    ("offset", "instant"),
    [
        (HOUR, datetime(2026, 3, 14, 19, 30, tzinfo=UTC)),
        (timedelta(hours=-5), datetime(2026, 3, 15, 1, 30, tzinfo=UTC)),
        (timedelta(hours=9), datetime(2026, 3, 14, 11, 30, tzinfo=UTC)),
        (timedelta(0), datetime(2026, 3, 14, 20, 30, tzinfo=UTC)),
    ],
)
def test_the_offset_places_a_minute_on_the_worlds_clock_and_leaves_its_day(offset, instant):
    moment = Moment(day=DAY, precision=Precision.MINUTE, minute=EVENING, utc_offset=offset)
    assert moment.instant == instant
    assert moment.day == DAY
