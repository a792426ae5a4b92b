"""A list of entries, long or short, without the entries themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onveilig_desktop.journal.entry import EntryLine
from onveilig_desktop.journal.excerpt import Excerpt
from onveilig_desktop.journal.query import Query


@dataclass(frozen=True, slots=True)
class Places:
    """Where entries stand: a number for each, the latest first, counted by month.

    A higher number is a later day, and within a day a later time.
    """

    numbers: Sequence[int]
    months: Sequence[tuple[date, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of a list: its line, and where words were sought, the words around them."""

    line: EntryLine
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a query finds.

    ``first`` holds the entries at the top by their number; the others are asked for when
    they come into view. While ``is_whole`` is not true, there may be more to be found.
    """

    query: Query
    places: Places
    first: Mapping[int, Found]
    is_whole: bool
