"""A list whose rows are read from top to bottom, and never to the side."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QListView


def row_list(name: str, model: QAbstractItemModel) -> QListView:
    """Return a list over *model* that a screen reader calls *name*."""
    view = QListView()
    view.setProperty("kind", "rows")
    view.setAccessibleName(name)
    view.setModel(model)
    view.setWordWrap(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
