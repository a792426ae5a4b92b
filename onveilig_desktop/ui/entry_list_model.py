"""The journal as a list: a heading for each month, a line for each entry."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimerEvent,
    Signal,
)

from onveilig_desktop import catalog, report, texts
from onveilig_desktop.journal import EntryLine, Found, Listing
from onveilig_desktop.journal.excerpt import Excerpt
from onveilig_desktop.ui.line_words import folded_words

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_AT_ONCE: Final = 50
_IN_VIEW: Final = 30
_KEPT: Final = 3_000
"""Entries that stay in memory; those that were read longest ago go first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or an entry ready to be drawn; without its line when that is still to come."""

    month: date
    line: EntryLine | None = field(default=None, repr=False)
    excerpt: Excerpt | None = None
    is_heading: bool = False


class EntryListModel(QAbstractListModel):
    """Knows where every entry stands, and reads the entries themselves when they are drawn.

    Sorting is the query's work.
    """

    lines_wanted = Signal(object)
    """The places of entries that came into view; the answer goes to ``take``."""

    def __init__(self, signals: catalog.Catalog) -> None:
        super().__init__()
        self._signals = signals
        self._hides_texts = False
        self._numbers: Sequence[int] = array("q")
        self._months: Sequence[date] = ()
        self._headings: list[int] = []
        self._rows = 0
        self._query: object = None
        self._found: dict[int, Found | None] = {}
        self._before: Mapping[int, Found | None] = {}
        self._wanted: dict[int, None] = {}

    def know(self, signals: catalog.Catalog) -> None:
        """Call the signals from now on what *signals* call them."""
        self._signals = signals

    def hide_texts(self, hidden: bool) -> None:
        """Leave openings and names out of what is read aloud; the delegate leaves them undrawn."""
        self._hides_texts = hidden

    def show_listing(self, listing: Listing) -> None:
        """Put *listing* in the place of what was there.

        More of the same is added below. When the same query is asked again, what is
        drawn stays until it has been read anew.
        """
        numbers = listing.places.numbers
        is_same = listing.query == self._query
        self._before = {**self._before, **self._found} if is_same else {}
        self._found, self._query = {**listing.first}, listing.query
        shown, rows = len(self._numbers), len(numbers) + len(listing.places.months)
        if is_same and rows > self._rows and numbers[:shown] == self._numbers and shown:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._lay_out(listing)
            self.endInsertRows()
        elif is_same and numbers == self._numbers:
            self._all_changed()
        else:
            self.beginResetModel()
            self._lay_out(listing)
            self.endResetModel()

    def take(self, numbers: Sequence[int], found: Mapping[int, Found]) -> None:
        """Draw what was read for *numbers*; an entry that is gone stays blank."""
        for number in numbers:
            self._found[number] = found.get(number)
        while len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        self._all_changed()

    @property
    def headings(self) -> Sequence[int]:
        """The rows that are headings."""
        return self._headings

    def number_at(self, index: Index) -> int | None:
        """Return the place in the list that an index stands for; a heading has none."""
        if not index.isValid():
            return None
        month = bisect_right(self._headings, index.row()) - 1
        if self._headings[month] == index.row():
            return None
        return self._numbers[index.row() - month - 1]

    def row_at(self, number: int | None) -> Row | None:
        """Return the row at a place in the list, or nothing."""
        place = self.index_at(number)
        return self._row(place) if place.isValid() else None

    def index_at(self, number: int | None) -> QModelIndex:
        """Return the index of a place in the list, or none."""
        if number is None:
            return QModelIndex()
        at = self._at(number)
        if at == len(self._numbers) or self._numbers[at] != number:
            return QModelIndex()
        before = [row - month for month, row in enumerate(self._headings)]
        return self.index(at + bisect_right(before, at))

    def rowCount(self, parent: Index | None = None, /) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else self._rows

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Let entries be chosen, and headings not."""
        if index.isValid() and self.number_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        """Return the row for the delegate, or its words for a screen reader."""
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self._row(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self._row(index))
        return None

    def _row(self, index: Index) -> Row:
        month = self._months[bisect_right(self._headings, index.row()) - 1]
        number = self.number_at(index)
        if number is None:
            return Row(month, is_heading=True)
        if number not in self._found:
            self._want(number)
        found = self._found.get(number, self._before.get(number))
        return Row(month) if found is None else Row(month, found.line, found.excerpt)

    def _want(self, number: int) -> None:
        """Ask for an entry and those around it, once all that is in view has been drawn."""
        if not self._wanted:
            self.startTimer(0)
        self._wanted[number] = None

    def timerEvent(self, event: QTimerEvent, /) -> None:
        """Say what is wanted; what was only passed by in scrolling is left out."""
        self.killTimer(event.timerId())
        latest, self._wanted = list(self._wanted)[-_IN_VIEW:], {}
        blocks = {self._at(number) // _AT_ONCE for number in latest}
        near = (self._numbers[n * _AT_ONCE : (n + 1) * _AT_ONCE] for n in sorted(blocks))
        wanted = [number for some in near for number in some if number not in self._found]
        if wanted:
            self.lines_wanted.emit(wanted)

    def _at(self, number: int) -> int:
        """Return how many entries stand before a place."""
        return bisect_left(self._numbers, -number, key=int.__neg__)

    def _words(self, row: Row) -> str:
        if row.line is None:
            return texts.day_words(row.month, "month")
        when = report.moment_words(row.line.happened)
        if self._hides_texts:
            return ". ".join(filter(None, [when, folded_words(row.line)]))
        known = (self._signals.signals.get(key) for key in row.line.signals)
        labels = [signal.label for signal in known if signal is not None]
        said = row.line.opening if row.excerpt is None else row.excerpt.text
        return ". ".join([when, said, *labels])

    def _lay_out(self, listing: Listing) -> None:
        self._numbers = listing.places.numbers
        self._months = [month for month, _count in listing.places.months]
        counts = (count + 1 for _month, count in listing.places.months)
        *self._headings, self._rows = accumulate(counts, initial=0)

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
