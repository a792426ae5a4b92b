"""One number for the place of an entry in the list: the order of days in a single column.

From the highest bit: the month (``12 · year + month − 1``, 17 bits), the day (5), the
minute of the day counted from 1, or 0 where no time is known (11), and 30 bits for
the row, so that what was stored later comes later. The number is also the row of the
search index, which can then be read by date without sorting.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final

from onveilig_desktop.journal import Moment
from onveilig_desktop.vault import rows

_ROW_BITS: Final = 30
_MINUTE_BITS: Final = 11
_DAY_BITS: Final = 5
_BELOW_MONTH: Final = _DAY_BITS + _MINUTE_BITS + _ROW_BITS
_MONTHS: Final = 12


def ordinal(happened: Moment, seq: int) -> int:
    """Return the place of an entry that happened then and is stored in row *seq*."""
    day = happened.day
    number = day.year * _MONTHS + day.month - 1
    number = (number << _DAY_BITS) | day.day
    number = (number << _MINUTE_BITS) | (rows.place(happened) + 1)
    return (number << _ROW_BITS) | seq


def months(numbers: Sequence[int]) -> list[tuple[date, int]]:
    """Return the months of *numbers*, which come highest first, and how many are in each."""
    found, start = [], 0
    while start < len(numbers):
        month = numbers[start] >> _BELOW_MONTH
        end = bisect_left(numbers, 1 - (month << _BELOW_MONTH), start, key=int.__neg__)
        year, number = divmod(month, _MONTHS)
        found.append((date(year, number + 1, 1), end - start))
        start = end
    return found
