"""The journal as a list: a heading for each month, a line for each entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from onveilig_desktop import catalog, report, texts
from onveilig_desktop.journal import EntryId, EntryLine

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (no line) or an entry, ready to be drawn."""

    month: date
    line: EntryLine | None = field(default=None, repr=False)


def rows_of(lines: Iterable[EntryLine]) -> list[Row]:
    """Return the rows for *lines*, which come latest first; called on the worker."""
    rows: list[Row] = []
    for (year, month), of_month in groupby(lines, lambda line: _month(line.happened.day)):
        first = date(year, month, 1)
        rows.append(Row(first))
        rows.extend(Row(first, line) for line in of_month)
    return rows


class EntryListModel(QAbstractListModel):
    """Rows in the order in which they were given; sorting is the query's work."""

    def __init__(self, signals: catalog.Catalog) -> None:
        super().__init__()
        self._signals = signals
        self._rows: Sequence[Row] = ()
        self._places: dict[EntryId, int] = {}
        self._hides_texts = False

    def know(self, signals: catalog.Catalog) -> None:
        """Call the signals from now on what *signals* call them."""
        self._signals = signals

    def hide_texts(self, hidden: bool) -> None:
        """Leave the openings out of what is read aloud; the delegate leaves them undrawn."""
        self._hides_texts = hidden

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Put *rows* in the place of what was there."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.line.id: n for n, row in enumerate(rows) if row.line is not None}
        self.endResetModel()

    def index_of(self, entry_id: EntryId | None) -> QModelIndex:
        """Return where an entry stands, or nowhere."""
        place = self._places.get(entry_id) if entry_id is not None else None
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index | None = None, /) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Let entries be chosen, and headings not."""
        if index.isValid() and self._rows[index.row()].line is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        """Return the row for the delegate, or its words for a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None

    def _words(self, row: Row) -> str:
        if row.line is None:
            return texts.day_words(row.month, "month")
        known = (self._signals.signals.get(key) for key in row.line.signals)
        labels = [signal.label for signal in known if signal is not None]
        opening = [] if self._hides_texts else [row.line.opening]
        return ". ".join([report.moment_words(row.line.happened), *opening, *labels])


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
