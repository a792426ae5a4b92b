"""What the forms for keys share: work of seconds, and what it said beside the fields."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.errors import EmptyPassphraseError, OnveiligError, WrongPassphraseError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.passphrase_field import PassphraseField
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

T = TypeVar("T")


class KeyForm(QWidget):
    """Asks for the passphrase that opens the journal now; waits while the worker is busy."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.current = PassphraseField(_("Your passphrase now"))
        self.fault = label("", wrap=True)
        self.state = label("", wrap=True)
        self.current.line.typed.connect(lambda: self.find_fault(""))
        for told in (self.fault, self.state):
            told.hide()

    def begin(
        self, doing: str, work: Callable[[journal.Gate], T], done: Callable[[T], None]
    ) -> None:
        """Do *work* with the keys, and tell meanwhile what is being done."""

        def finish(answer: T) -> None:
            self.setEnabled(True)
            self.say("")
            self.current.line.clear()
            done(answer)

        self.find_fault("")
        self.say(doing)
        self.setEnabled(False)
        self.session.tend(work, finish, owner=self, failed=self._fail)

    def has_current(self) -> bool:
        """Say whether the passphrase of now was typed; if not, tell it beside the field."""
        if not self.current.text():
            self._fail(EmptyPassphraseError())
        return bool(self.current.text())

    def say(self, sentence: str) -> None:
        """Tell what happens, or happened."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def find_fault(self, sentence: str) -> None:
        """Tell beside the passphrase of now what is wrong with it."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def _fail(self, error: Exception) -> None:
        """Leave all that was typed, so that it can be mended."""
        self.setEnabled(True)
        self.say("")
        if isinstance(error, EmptyPassphraseError | WrongPassphraseError):
            self.find_fault(sentence_of(error))
            self.current.line.selectAll()
            self.current.setFocus()
        else:
            self.say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error
