"""What finding needs from storage; ``vault`` fills it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from onveilig_desktop.catalog import Catalog
from onveilig_desktop.journal.entry import EntryId, EntryLine
from onveilig_desktop.journal.listing import Places
from onveilig_desktop.journal.query import Query
from onveilig_desktop.journal.view import View, ViewId


class StoredSearch(Protocol):
    """The stored entries that are not in the bin, by their place in the list."""

    def places(self, query: Query, known: Catalog, limit: int | None = None) -> Places:
        """Return where the entries stand that a query finds, the latest first."""
        ...

    def count(self) -> int:
        """Return how many entries there are."""
        ...

    def place_of(self, entry_id: EntryId) -> int | None:
        """Return where an entry stands, or nothing."""
        ...

    def lines(self, numbers: Sequence[int]) -> Mapping[int, EntryLine]:
        """Return the entries at these places, as far as they are there."""
        ...

    def texts(self, numbers: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Return the story and the details of the entries at these places."""
        ...


class StoredViews(Protocol):
    """The stored views."""

    def all(self) -> Sequence[View]:
        """Return every view in the order of their names."""
        ...

    def put(self, view: View) -> None:
        """Store a view, or put it in the place of the one with its id."""
        ...

    def drop(self, view_id: ViewId) -> None:
        """Forget a view."""
        ...
