"""When in the week something was noted."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

P = TypeVar("P", bound=Hashable)


def by_weekday_and_part(
    moments: Iterable[tuple[date, P | None]],
) -> Mapping[tuple[int, P | None], tuple[date, ...]]:
    """Return the days in each cell of weekday (Monday is 0) and part of the day.

    Things noted on one day in one part count once. The part ``None`` holds the days of
    which no part is known at all. Moments without a day have no weekday: leave them out.
    """
    parts: dict[date, set[P | None]] = defaultdict(set)
    for day, part in moments:
        parts[day].add(part)
    cells: dict[tuple[int, P | None], list[date]] = defaultdict(list)
    for day in sorted(parts):
        for part in (parts[day] - {None}) or {None}:
            cells[day.weekday(), part].append(day)
    return {cell: tuple(days) for cell, days in cells.items()}
