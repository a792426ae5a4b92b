"""What stands beneath the list of entries, and the keys that walk through it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.flow_layout import FlowLayout
from onveilig_desktop.ui.forms import button
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.moving_page import MovingPage

if TYPE_CHECKING:  # the page puts this beneath its list
    from onveilig_desktop.ui.journal_page import JournalPage


class BeneathList(QWidget):
    """Quiet ways to what is seldom needed."""

    visit_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.bin = button(_("Bin"), "quiet", describe=_("What was deleted"), icon="delete")
        self.bin.clicked.connect(lambda: self.visit_wanted.emit(BinPage))
        self.history = button(_("Has anything changed?"), "quiet", icon="history")
        self.history.clicked.connect(lambda: self.visit_wanted.emit(HistoryPage))
        about = _("Take along and bring in")
        self.moving = button(_("Take along …"), "quiet", describe=about, icon="moving")
        self.moving.clicked.connect(lambda: self.visit_wanted.emit(MovingPage))
        layout = FlowLayout(2)
        layout.addWidget(self.bin)
        layout.addWidget(self.history)
        layout.addWidget(self.moving)
        self.setLayout(layout)
        self._layout = layout

    def take_in(self, button: QWidget) -> None:
        """Put one more quiet button behind the others."""
        self._layout.addWidget(button)


def walk_by_keys(page: "JournalPage") -> None:
    """Let the next and the previous entry be read by a key; never away from what is written."""
    for key, step in ((keys.NEXT, 1), (keys.PREVIOUS, -1)):
        QShortcut(QKeySequence(key.chord), page).activated.connect(partial(_walk, page, step))


def _walk(page: "JournalPage", step: int) -> None:
    if page.editor is not None and page.side.currentWidget() is page.editor:
        return
    found = _beside(page.list, step)
    if not found.isValid():
        return
    page.list.setCurrentIndex(found)
    if isinstance(page.side.currentWidget(), EntryReader):
        page.list.scrollTo(found)


def _beside(view: QAbstractItemView, step: int) -> QModelIndex:
    """Return the next line of an entry in the direction of *step*, past the headings."""
    model, now = view.model(), view.currentIndex()
    number = now.row() + step if now.isValid() else 0
    while 0 <= number < model.rowCount():
        index = model.index(number, 0)
        if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:  # headings are not
            return index
        number += step
    return QModelIndex()
