"""A few fields on a card, with a way to keep them and a way out."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import button, card, column, label, on_keys, row, scrolling
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

Work = Callable[[journal.Journal], object]


class SmallForm(QWidget):
    """What was typed stays until it is kept or left."""

    saved = Signal()
    left = Signal()

    def __init__(self, session: Session, *, has_back: bool = True) -> None:
        super().__init__()
        self.session = session
        self.state = label("", "muted", wrap=True)
        self.save = button(_("Save"), "primary", describe=keys.SAVE.shown)
        on_keys(self.save, keys.SAVE.chord)
        self.save.clicked.connect(self._keep)
        self.back = button(_("Back"), describe=keys.BACK.shown)
        if not has_back:  # and otherwise nothing: shown without a parent it would be a window
            self.back.hide()
        on_keys(self.back, keys.BACK.chord)
        self.back.clicked.connect(self.left)

    def say(self, sentence: str) -> None:
        """Tell the person something, below the fields."""
        self.state.setText(sentence)

    def lay_out(self, title: str, *parts: QWidget) -> None:
        """Put the fields between their title and the buttons."""
        body = QWidget()
        body.setLayout(column(label(title, "heading", wrap=True), *parts, None, gap=10, margin=4))
        footer = row(self.state, self.back, self.save)
        footer.setStretch(0, 1)
        self.setLayout(column(card(column(scrolling(body), footer, gap=10, margin=18))))

    def work(self) -> Work:
        """Return what keeps the fields; raise what is wrong with them."""
        raise NotImplementedError

    def _keep(self) -> None:
        try:
            work = self.work()
        except OnveiligError as error:
            self.say(sentence_of(error))
            return
        self.keep(work)

    def keep(self, work: Work) -> None:
        """Do *work* and say that it was saved, or why not."""
        self.save.setEnabled(False)
        self.session.change(work, self._kept, owner=self, failed=self._not_kept)

    def _give_back(self) -> None:
        """Let it be pressed again; while it could not be, it lost the focus."""
        self.save.setEnabled(True)
        self.save.setFocus()

    def _kept(self, _answer: object) -> None:
        self._give_back()
        self.say("")
        self.saved.emit()

    def _not_kept(self, error: Exception) -> None:
        self._give_back()
        self.say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error
