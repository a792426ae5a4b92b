"""Quiet rows, one for each day or period, that can be added, changed and removed."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, Index
from onveilig_desktop.ui.forms import CARD, button, card, column, label, on_keys, row
from onveilig_desktop.ui.nothing_yet import NothingYet, ScrolledNothing
from onveilig_desktop.ui.row_list import row_list

T = TypeVar("T")


class DatedModel(QAbstractListModel, Generic[T]):
    """Values in the order in which they were given, each on one line."""

    def __init__(self, words: Callable[[T], str]) -> None:
        super().__init__()
        self._words = words
        self._values: Sequence[T] = ()

    def show_values(self, values: Sequence[T]) -> None:
        """Put *values* in the place of what was there."""
        self.beginResetModel()
        self._values = values
        self.endResetModel()

    def reword(self) -> None:
        """Ask anew for the words of the values."""
        if self._values:
            self.dataChanged.emit(self.index(0), self.index(len(self._values) - 1))

    def rowCount(self, parent: Index | None = None, /) -> int:
        """Return the number of values."""
        return 0 if parent is not None and parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        """Return a value, or its words."""
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == ROW_ROLE:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(value)
        return None


class DatedList(QWidget, Generic[T]):
    """The rows of one kind, with what can be done with them."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(
        self, name: str, hint: str, add: str, words: Callable[[T], str], icon: str = "days"
    ) -> None:
        super().__init__()
        self.model: DatedModel[T] = DatedModel(words)
        self.list = self._make_list(name)
        self.setFocusProxy(self.list)
        self.add = button(add, "primary", icon="new")
        self.add.clicked.connect(self.add_wanted)
        self.change = button(_("Change"), describe=_("Enter"), icon="edit")
        self.change.clicked.connect(lambda: self._point(self.change_wanted))
        self.remove = button(_("Remove"), "quiet", describe="Del", icon="delete")
        on_keys(self.remove, "Del")
        self.remove.clicked.connect(lambda: self._point(self.remove_wanted))
        self._refresh()
        foot = row(self.add, None, self.remove, self.change)
        self.nothing = NothingYet(icon, _("Nothing is noted here yet."), hint)
        self._place = QStackedWidget()
        self._place.addWidget(self.list)
        self._place.addWidget(ScrolledNothing(self.nothing))
        self._about = label(hint, "muted", wrap=True)
        body = column(self._about, self._place, foot, gap=12, margin=CARD)
        body.setStretch(1, 1)
        self.setLayout(column(card(body)))

    def show_values(self, values: Sequence[T]) -> None:
        """Show *values*; the line that was chosen stays the chosen one."""
        place = self.list.currentIndex().row()
        self.model.show_values(values)
        if values:
            nearest = min(max(place, 0), len(values) - 1)
            self.list.setCurrentIndex(self.model.index(nearest))
        self._tell_nothing()
        self._refresh()

    def _tell_nothing(self) -> None:
        """Say that there is nothing, in the place of an empty box."""
        is_empty, had_focus = not self.model.rowCount(), self.list.hasFocus()
        self._place.setCurrentIndex(1 if is_empty else 0)
        for part in (self._about, self.change, self.remove):
            part.setHidden(is_empty)
        self.setFocusProxy(self.add if is_empty else self.list)
        if is_empty and had_focus:
            self.add.setFocus()

    def _make_list(self, name: str) -> QListView:
        view = row_list(name, self.model)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.activated.connect(lambda _index: self._point(self.change_wanted))
        view.selectionModel().currentChanged.connect(self._refresh)
        return view

    def _point(self, wanted: Any) -> None:
        place: QModelIndex = self.list.currentIndex()
        if place.isValid():
            wanted.emit(place.data(ROW_ROLE))

    def _refresh(self, *_: object) -> None:
        chosen = self.list.currentIndex().isValid()
        self.change.setEnabled(chosen)
        self.remove.setEnabled(chosen)
