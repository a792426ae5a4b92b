"""The data of a chart as a table that can be read cell by cell."""

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
        return None


class ChartTable(QTableView):
    """As high as its rows, up to a limit; then it scrolls."""

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
        heads.setResizeContentsPrecision(_MEASURED)
        heads.setMaximumSectionSize(wide(_WIDEST))
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setHighlightSections(False)
        self._needed = 0

    def show_table(self, name: str, table: Table) -> None:
        """Show *table*, which a screen reader calls *name*."""
        self.setAccessibleName(name)
        self._table.show_table(table)
        self.horizontalHeader().setStretchLastSection(False)
        self.resizeColumnsToContents()
        self._needed = self.horizontalHeader().length()
        self._widen()
        rows = sum(self.rowHeight(row) for row in range(min(len(table.rows), _MEASURED)))
        whole = rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(min(whole + self.horizontalScrollBar().sizeHint().height(), _HIGHEST))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Give the last column what is left over, or else the room that its words need."""
        super().resizeEvent(event)
        self._widen()

    def _widen(self) -> None:
        heads, last = self.horizontalHeader(), self._table.columnCount() - 1
        is_roomy = self._needed <= self.viewport().width()
        if last >= 0 and is_roomy is not heads.stretchLastSection():
            heads.setStretchLastSection(is_roomy)
            if not is_roomy:
                self.resizeColumnToContents(last)

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is."""
        return QSize(200, self.height())
