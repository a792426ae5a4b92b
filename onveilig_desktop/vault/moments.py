"""Moments as numbers: microseconds since 1970 UTC, and the UTC offset in seconds."""

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_SECOND: Final = timedelta(seconds=1)


def write(moment: datetime) -> tuple[int, int]:
    """Return *moment*, which knows its time zone, in microseconds and offset seconds."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a time zone")
    return (moment - _EPOCH) // _MICROSECOND, offset // _SECOND


def read(microseconds: int, offset: int) -> datetime:
    """Return the moment that ``write`` was given."""
    return _local_epoch(offset) + timedelta(microseconds=microseconds)


@lru_cache(maxsize=256)
def _local_epoch(offset: int) -> datetime:
    return _EPOCH.astimezone(timezone(timedelta(seconds=offset)))
