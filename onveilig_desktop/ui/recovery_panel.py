"""A recovery code: made when it is asked for, shown once, checked, and taken away again."""

from functools import partial
from secrets import SystemRandom

from PySide6.QtCore import Signal

from onveilig_desktop import journal
from onveilig_desktop.journal.recovery_code import GROUPS, RecoveryCode
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.key_form import KeyForm
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.recovery_words import what_it_is
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.shown_code import ShownCode

_ASKED = 2


class RecoveryPanel(KeyForm):
    """Off until the person wants one."""

    in_short_changed = Signal()
    has_code_changed = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._has_code = False
        self.shown = ShownCode()
        self.shown.finished.connect(self._noted)
        self.make = writes(button("", "primary"))
        self.make.clicked.connect(self._make)
        self.drop = writes(button(_("Take the code away")))
        self.drop.clicked.connect(self._drop)
        about = label(what_it_is(), wrap=True)
        actions = row(None, self.drop, self.make)
        self.setLayout(
            column(
                about, self.current, self.fault, actions, self.shown, self.state, gap=10, margin=8
            )
        )
        self._know(False)
        self.ask_again()

    def ask_again(self) -> None:
        """Ask whether there is a code."""
        if not self.session.is_read_only:  # a damaged journal has no keys to tell of
            self.session.tend(_has_code, self._know, owner=self)

    def in_short(self) -> str:
        """Say in a word whether there is one."""
        return _("there is one") if self._has_code else _("none")

    def _know(self, has_code: bool) -> None:
        self._has_code = has_code
        self.make.setText(_("Make another code") if has_code else _("Make a code"))
        if not has_code:
            self.shown.forget()
            self._show_asked(True)
        self.in_short_changed.emit()
        self.has_code_changed.emit(has_code)

    def _make(self) -> None:
        if self.has_current():
            work = partial(_make, passphrase=self.current.text())
            self.begin(_("Making a code …"), work, self._made)

    def _made(self, code: RecoveryCode) -> None:
        self._know(True)
        asked = sorted(SystemRandom().sample(range(1, GROUPS + 1), _ASKED))
        self._show_asked(False)
        self.shown.show_code(code, asked)

    def _noted(self) -> None:
        self._show_asked(True)
        self.say(_("That is right. The code opens the journal from now on."))

    def _show_asked(self, is_shown: bool) -> None:
        for part in (self.current, self.make):
            part.setVisible(is_shown)
        self.drop.setVisible(is_shown and self._has_code)

    def _drop(self) -> None:
        if self.has_current():
            work = partial(_drop, passphrase=self.current.text())
            self.begin(_("Taking the code away …"), work, self._dropped)

    def _dropped(self, _nothing: None) -> None:
        self._know(False)
        self.say(_("No recovery code opens the journal any more."))


def _has_code(gate: journal.Gate) -> bool:
    return gate.keys.has_code


def _make(gate: journal.Gate, *, passphrase: str) -> RecoveryCode:
    return gate.keys.make_code(passphrase)


def _drop(gate: journal.Gate, *, passphrase: str) -> None:
    gate.keys.drop_code(passphrase)
