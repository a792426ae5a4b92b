"""What stands above every page: what the person has to know about the journal as a whole."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.forms import button, column, label, row, told

_LETTERS: Final = 40
"""How many letters wide the room beside both ways is at least."""


class Standing(QWidget):
    """One sentence that stays, and one that can be closed; out of sight without either."""

    visit_wanted = Signal(object)

    def __init__(self, said: str, *, lasts: bool) -> None:
        super().__init__()
        self.lasting = label(said if lasts else "", wrap=True)
        self.passing = label("", wrap=True)
        self.copies = button(
            _("Copies"), "quiet", describe=_("The copies of this journal"), icon="copies"
        )
        self.copies.clicked.connect(lambda: self.visit_wanted.emit(CopiesPage))
        self.over = button(_("Close"), "quiet", icon="close")
        self._lasting = told(self.lasting, kind="banner")
        self._ways, ways = row(self.copies, self.over), QWidget()
        for each in (self.copies, self.over):
            self._ways.setAlignment(each, Qt.AlignmentFlag.AlignLeft)
        ways.setLayout(self._ways)
        self._passing = told(self.passing, ways, kind="banner")
        self.over.clicked.connect(self._close_passing)
        self.setLayout(column(self._lasting, self._passing, gap=0))
        self._lasting.setVisible(lasts)
        self._passing.hide()
        self.setVisible(lasts)
        if said and not lasts:
            self.tell(said)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the ways on below one another where the sentence would become a column of words."""
        super().resizeEvent(event)
        beside = sum(each.sizeHint().width() for each in (self.copies, self.over))
        room = self.width() - beside
        is_tight = room < _LETTERS * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if is_tight else way.LeftToRight)

    def tell(self, sentence: str) -> None:
        """Say something that the person may close."""
        self.passing.setText(sentence)
        self._passing.show()
        self.show()

    def _close_passing(self) -> None:
        self._passing.hide()
        self.setVisible(bool(self.lasting.text()))
