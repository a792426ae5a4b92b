"""The data of a chart as a table that can be read cell by cell."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QTableView

from onveilig_desktop.report.charts import Table
from onveilig_desktop.ui.entry_list_model import Index
from onveilig_desktop.ui.forms import wide

_EMPTY: Final = Table((), ())
_MEASURED: Final = 40
_HIGHEST: Final = 320
_WIDEST: Final = 360
_BESIDE: Final = 28
"""What a cell takes beside its words."""
_ABOVE: Final = 14
_AROUND: Final = 10
"""What a head, and a cell, takes above and below its words; the line of the grid too."""
_MOST_LINES: Final = 6
"""Of one cell; what is longer is shown whole while one points at it."""
_WRAPPED: Final = 0x1000
"""``Qt.TextWordWrap``, which is no alignment to the binding, but is to Qt."""


class TableModel(QAbstractTableModel):
    """Rows of words under their heads; the first column names the row."""

    def __init__(self) -> None:
        super().__init__()
        self._table = _EMPTY

    def show_table(self, table: Table) -> None:
        """Put *table* in the place of what was there."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index | None = None, /) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index | None = None, /) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._table.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        """Return the words of a cell."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, across: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> Any:
        """Return the head of a column."""
        if across is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | _WRAPPED
        return None

    def columns(self) -> Iterable[Sequence[str]]:
        """Yield the words of each column, its head first, as far as they are measured."""
        rows = islice(self._table.rows, _MEASURED)
        return zip(self._table.headers, *rows, strict=True)


class ChartTable(QTableView):
    """As wide as there is room for, as high as its rows up to a limit; then it scrolls.

    Where there is less room than the words would take on one line, they go on below it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._table = TableModel()
        self.setProperty("kind", "data")
        self.setModel(self._table)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        heads = self.horizontalHeader()
        heads.setMaximumSectionSize(wide(_WIDEST))
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setHighlightSections(False)
        self._wanted: Sequence[int] = ()
        self._least: Sequence[int] = ()

    def show_table(self, name: str, table: Table) -> None:
        """Show *table*, which a screen reader calls *name*."""
        self.setAccessibleName(name)
        self._table.show_table(table)
        most = self.horizontalHeader().maximumSectionSize()
        columns = list(self._table.columns())
        self._wanted = [min(self._widest(column), most) for column in columns]
        self._least = [self._widest(" ".join(column).split()) for column in columns]
        self._fit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Share out another width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        heads, room = self.horizontalHeader(), self.viewport().width()
        widths = _shared(self._wanted, self._least, room)
        heads.setStretchLastSection(False)
        for at, width in enumerate(widths):
            heads.resizeSection(at, width)
        heads.setStretchLastSection(sum(widths) <= room)
        self._heighten([heads.sectionSize(at) - _BESIDE for at in range(len(widths))])

    def _heighten(self, widths: Sequence[int]) -> None:
        """Give the heads and the rows the height that their words need in *widths*."""
        lines = [
            max(map(self._lines, said, widths), default=1)
            for said in zip(*self._table.columns(), strict=True)
        ]
        line, rows = self.fontMetrics().lineSpacing(), self.verticalHeader()
        head, *measured = lines or [1]
        self.horizontalHeader().setFixedHeight(head * line + _ABOVE)
        single = rows.minimumSectionSize()
        heights = [max(single, min(count, _MOST_LINES) * line + _AROUND) for count in measured]
        rows.setDefaultSectionSize(max(heights, default=single))
        for row, height in enumerate(heights):
            rows.resizeSection(row, height)
        whole = sum(heights) + self.horizontalHeader().height() + 2 * self.frameWidth()
        self.setFixedHeight(min(whole + self.horizontalScrollBar().sizeHint().height(), _HIGHEST))

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is."""
        return QSize(200, self.height())

    def _widest(self, words: Iterable[str]) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0) + _BESIDE

    def _lines(self, words: str, width: int) -> int:
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(words) <= width:
            return 1
        place = metrics.boundingRect(0, 0, width, 0, Qt.TextFlag.TextWordWrap, words)
        return -(-place.height() // metrics.lineSpacing())


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return how wide columns are that are *wanted* so wide: the widest give way first."""

    def widths(cap: int) -> list[int]:
        return [max(low, min(high, cap)) for high, low in zip(wanted, least, strict=True)]

    caps = range(max(wanted, default=0) + 1)
    return widths(bisect_right(caps, room, key=lambda cap: sum(widths(cap))) - 1)
