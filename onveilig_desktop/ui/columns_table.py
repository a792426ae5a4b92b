"""The first rows of someone's own logbook, with above each column what is in it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem

from onveilig_desktop.report.versions import DETAILS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.transfer import Columns, Table
from onveilig_desktop.ui.forms import wide
from onveilig_desktop.ui.session import Session

_NOTHING, _DAY, _TIME, _TEXT, _TAGS = "", "day", "time", "text", "tags"
_ROWS: Final = 4
_MOST: Final = 30
_SHOWN: Final = 120
_WIDTH: Final = 170


class ColumnsTable(QTableWidget):
    """Only a story may be in several columns; anything else leaves the column it was in."""

    columns_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._table = Table((), ())
        self._is_month_first = False
        self.roles: list[QComboBox] = []
        self.setAccessibleName(_("What is in each column"))
        self.setProperty("kind", "data")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultSectionSize(wide(_WIDTH))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        session.texts_hidden.connect(lambda _hidden: self._write_cells())

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show the first rows of *table*, and what *columns* says of them."""
        self._table = table
        self._is_month_first = columns.is_month_first
        chosen = _roles(columns)
        width = min(len(table.headings), max(_MOST, *(place + 1 for place in chosen), 0))
        self.clear()
        self.setRowCount(1 + min(_ROWS, len(table.rows)))
        self.setColumnCount(width)
        names = [
            heading.strip() or _("Column {n}").format(n=number)
            for number, heading in enumerate(table.headings[:width], start=1)
        ]
        self.setHorizontalHeaderLabels(names)
        self.roles = [
            self._make_role(names[place], place, chosen.get(place, "")) for place in range(width)
        ]
        self._write_cells()
        self._fit()

    @property
    def columns(self) -> Columns:
        """What the person says is in each column."""
        places: dict[str, list[int]] = {}
        for place, role in enumerate(self.roles):
            places.setdefault(role.currentData(), []).append(place)
        return Columns(
            day=places.get(_DAY, [None])[0],
            time=places.get(_TIME, [None])[0],
            text=tuple(places.get(_TEXT, ())),
            tags=places.get(_TAGS, [None])[0],
            details={name: places[name][0] for name in DETAILS if name in places},
            is_month_first=self._is_month_first,
        )

    def count_months_first(self, is_month_first: bool) -> None:
        """Read 3/4 as the fourth of March, or else as the third of April."""
        self._is_month_first = is_month_first

    def _make_role(self, name: str, place: int, chosen: str) -> QComboBox:
        role = QComboBox(self)
        for key, words in _offered():
            role.addItem(words, key)
        role.setCurrentIndex(role.findData(chosen))
        role.setAccessibleName(_("What is in «{column}»").format(column=name))
        role.activated.connect(partial(self._chosen, place))
        self.setCellWidget(0, place, role)
        return role

    def _chosen(self, place: int, _number: int) -> None:
        role = self.roles[place].currentData()
        for other, combo in enumerate(self.roles):
            if other != place and combo.currentData() == role and role != _TEXT:
                combo.setCurrentIndex(combo.findData(_NOTHING))
        self.columns_changed.emit()

    def _write_cells(self) -> None:
        for number, row in enumerate(self._table.rows[:_ROWS], start=1):
            for place, cell in enumerate(row[: self.columnCount()]):
                words = "…" if self._session.hides_texts and cell else _shortened(cell)
                self.setItem(number, place, QTableWidgetItem(words))

    def _fit(self) -> None:
        tallest = max((role.sizeHint().height() for role in self.roles), default=0)
        self.setRowHeight(0, tallest + 4)
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height()
        heads = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + bar + heads + 2 * self.frameWidth())


def _roles(columns: Columns) -> dict[int, str]:
    """Return what is in which column, by its place."""
    single = {_DAY: columns.day, _TIME: columns.time, _TAGS: columns.tags, **columns.details}
    found = {place: name for name, place in single.items() if place is not None}
    return dict.fromkeys(columns.text, _TEXT) | found


def _offered() -> Sequence[tuple[str, str]]:
    return [
        (_NOTHING, _("Leave out")),
        (_DAY, _("Date")),
        (_TIME, _("Time")),
        (_TEXT, _("What happened?")),
        (_TAGS, _("Tags")),
        *((name, _(words)) for name, words in DETAILS.items()),
    ]


def _shortened(cell: str) -> str:
    return " ".join(cell[:_SHOWN].split())
