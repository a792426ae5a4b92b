"""What stands above the list of entries: as low as the width allows, for the list to be long."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import column, label, row
from onveilig_desktop.ui.search_bar import SearchBar

_LEAST: Final = 300
_LEAST_STACKED: Final = 332
_GAP: Final = 10


class ListHead(QWidget):
    """The title and the ways in, the search box, and what was found.

    Where the list has the whole width, the check-in and the number of entries stand beside
    the title; where it has little, even the way in stands below it.
    """

    def __init__(self, new: QPushButton, check_in: QPushButton, search: SearchBar) -> None:
        super().__init__()
        self._title = label(_("Journal"), "title")
        self._new, self._check_in, self._search = new, check_in, search
        self._top = row(self._title, None, new)
        self._under = row(search.count, None, search.show_all, check_in)
        self._is_stacked = self._top.minimumSize().width() > _LEAST
        self._beside: tuple[bool, bool] = (False, False)
        self._turn(is_wide=False)
        self.setLayout(column(self._top, search, self._under, gap=_GAP))

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the narrowest arrangement needs."""
        return QSize(self.least, super().minimumSizeHint().height())

    @property
    def least(self) -> int:
        """How narrow it may be."""
        if self._is_stacked:
            return _LEAST_STACKED
        widths = (each.sizeHint().width() for each in (self._title, self._new))
        return max(_LEAST, 2 * self._top.spacing() + sum(widths))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put what fits beside the title there, or take it away again."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Do so as well when another number is told."""
        search = self._search
        ways = (self._title, self._check_in, self._new)
        needed = sum(each.sizeHint().width() + _GAP for each in ways)
        whole = needed + search.count.sizeHint().width() + _GAP
        is_wide = self.width() >= needed
        beside = is_wide, self.width() >= whole and search.show_all.isHidden()
        if beside != self._beside:
            self._beside = beside
            self._turn(is_wide=is_wide)
            self._move(*beside)
            self.updateGeometry()

    def _turn(self, *, is_wide: bool) -> None:
        way = QBoxLayout.Direction
        is_low = self._is_stacked and not is_wide
        self._top.setDirection(way.TopToBottom if is_low else way.LeftToRight)
        self._top.setStretch(1, 0 if is_low else 1)

    def _move(self, check_in: bool, count: bool) -> None:
        for part in (self._check_in, self._search.count):
            for line in (self._top, self._under):
                line.removeWidget(part)
        if check_in:
            self._top.insertWidget(2, self._check_in)
        else:
            self._under.addWidget(self._check_in)
        (self._top if count else self._under).insertWidget(1 if count else 0, self._search.count)
