"""Entries to tick, one line each."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, Signal

from onveilig_desktop.journal import EntryId, EntryLine
from onveilig_desktop.ui.entry_list_model import Index

_CHECKED = Qt.CheckState.Checked
_ROLES = [Qt.ItemDataRole.CheckStateRole]


class TickModel(QAbstractListModel):
    """Nothing is ticked until the person ticks it; a tick outlives a change of period."""

    ticks_changed = Signal()
    """The person ticked something, or took a tick away."""
    offered = Signal()
    """Other lines are on offer, and with them perhaps other ticks."""

    def __init__(self, words: Callable[[EntryLine], str]) -> None:
        super().__init__()
        self._words = words
        self._lines: Sequence[EntryLine] = ()
        self._ticked: set[EntryId] = set()

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """Offer *lines*."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
        self.offered.emit()

    def reword(self) -> None:
        """Ask anew for the words of the lines."""
        self._all_changed([Qt.ItemDataRole.DisplayRole])

    def ticked(self) -> frozenset[EntryId]:
        """Return the ticked ids among those on offer."""
        return frozenset(line.id for line in self._lines if line.id in self._ticked)

    def choose(self, ticked: frozenset[EntryId]) -> None:
        """Tick these, without a word to anyone; those not on offer wait until they are."""
        self._ticked = set(ticked)
        self._all_changed(_ROLES)

    def id_at(self, row: int) -> EntryId:
        """Return the entry of one line."""
        return self._lines[row].id

    def tick(self, row: int) -> None:
        """Tick one line."""
        self.setData(self.index(row), _CHECKED, _ROLES[0])

    def tick_all(self, on: bool) -> None:
        """Tick all that is on offer, or nothing."""
        self._ticked = {line.id for line in self._lines} if on else set()
        self._all_changed(_ROLES)
        self.ticks_changed.emit()

    def _all_changed(self, roles: Sequence[int]) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1), roles)

    def rowCount(self, parent: Index | None = None, /) -> int:
        """Return the number of entries on offer."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        """Let every line be ticked."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        """Return a line in words, or its tick."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKED if line.id in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole, /) -> bool:
        """Tick a line, or take the tick away."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        entry_id = self._lines[index.row()].id
        if Qt.CheckState(value) is _CHECKED:
            self._ticked.add(entry_id)
        else:
            self._ticked.discard(entry_id)
        self.dataChanged.emit(index, index, _ROLES)
        self.ticks_changed.emit()
        return True
