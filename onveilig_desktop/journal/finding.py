"""Finding entries, and listing them without reading them all."""

from collections.abc import Mapping, Sequence
from typing import Final

from onveilig_desktop.catalog import Catalog
from onveilig_desktop.journal.entry import EntryId
from onveilig_desktop.journal.excerpt import excerpt
from onveilig_desktop.journal.finding_ports import StoredSearch
from onveilig_desktop.journal.listing import Found, Listing
from onveilig_desktop.journal.ports import Begin
from onveilig_desktop.journal.query import Query

PAGE: Final = 30
"""Entries that fill the highest screen, and that are read before all others."""


class Finding:
    """Each verb is one transaction that reads."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def first(self, query: Query, known: Catalog) -> Listing:
        """Return the latest entries that a query finds, as many as fill a screen.

        It is whole when there are no more; otherwise ``all`` tells the rest.
        """
        with self._begin() as transaction:
            search = transaction.search
            places = search.places(query, known, limit=PAGE)
            found = _found(search, places.numbers, query)
            return Listing(query, places, found, is_whole=len(places.numbers) < PAGE)

    def all(self, query: Query, known: Catalog) -> Listing:
        """Return where all entries stand that a query finds, the first ones with their lines."""
        with self._begin() as transaction:
            search = transaction.search
            places = search.places(query, known)
            found = _found(search, places.numbers[:PAGE], query)
            return Listing(query, places, found, is_whole=True)

    def at(self, numbers: Sequence[int], query: Query) -> Mapping[int, Found]:
        """Return the entries at these places of a list, as far as they are still there."""
        with self._begin() as transaction:
            return _found(transaction.search, numbers, query)

    def count(self) -> int:
        """Return how many entries the journal has, found or not."""
        with self._begin() as transaction:
            return transaction.search.count()

    def place_of(self, entry_id: EntryId) -> int | None:
        """Return where an entry stands, or nothing when it is not there."""
        with self._begin() as transaction:
            return transaction.search.place_of(entry_id)


def _found(search: StoredSearch, numbers: Sequence[int], query: Query) -> dict[int, Found]:
    lines, words = search.lines(numbers), query.words
    texts = search.texts(numbers) if words else {}
    return {
        number: Found(lines[number], excerpt(texts.get(number, ()), words))
        for number in numbers
        if number in lines
    }
