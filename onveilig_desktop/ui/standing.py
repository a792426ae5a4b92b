"""What stands above every page: what the person has to know about the journal as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.forms import beside, button, card, column, label


class Standing(QWidget):
    """One sentence that stays, and one that can be closed; out of sight without either."""

    visit_wanted = Signal(object)

    def __init__(self, told: str, *, lasts: bool) -> None:
        super().__init__()
        self.lasting = label(told if lasts else "", wrap=True)
        self.passing = label("", wrap=True)
        self.copies = button(_("Copies"), "quiet", describe=_("The copies of this journal"))
        self.copies.clicked.connect(lambda: self.visit_wanted.emit(CopiesPage))
        self.over = button(_("Close"), "quiet")
        self._lasting = card(beside(self.lasting, margin=8), "notice")
        self._passing = card(beside(self.passing, self.copies, self.over, margin=6), "notice")
        self.over.clicked.connect(self._close_passing)
        self.setLayout(column(self._lasting, self._passing, gap=0))
        self._lasting.setVisible(lasts)
        self._passing.hide()
        self.setVisible(lasts)
        if told and not lasts:
            self.tell(told)

    def tell(self, sentence: str) -> None:
        """Say something that the person may close."""
        self.passing.setText(sentence)
        self._passing.show()
        self.show()

    def _close_passing(self) -> None:
        self._passing.hide()
        self.setVisible(bool(self.lasting.text()))
