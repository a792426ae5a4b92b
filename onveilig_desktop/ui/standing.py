"""What stands above every page: what the person has to know about the journal as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.forms import button, column, label, told


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
        self._passing = told(self.passing, self.copies, self.over, kind="banner")
        self.over.clicked.connect(self._close_passing)
        self.setLayout(column(self._lasting, self._passing, gap=0))
        self._lasting.setVisible(lasts)
        self._passing.hide()
        self.setVisible(lasts)
        if said and not lasts:
            self.tell(said)

    def tell(self, sentence: str) -> None:
        """Say something that the person may close."""
        self.passing.setText(sentence)
        self._passing.show()
        self.show()

    def _close_passing(self) -> None:
        self._passing.hide()
        self.setVisible(bool(self.lasting.text()))
