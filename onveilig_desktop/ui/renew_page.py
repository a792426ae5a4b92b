"""After the recovery code opened the journal: a new passphrase for the forgotten one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, card, centred, column, label, row
from onveilig_desktop.ui.new_passphrase import NewPassphrase, by
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.way_out import way_out


class RenewPage(QWidget):
    """The code stays; who has no time now can do without a new passphrase."""

    finished = Signal()
    exit_wanted = Signal()

    def __init__(self, gate: Gate, code: RecoveryCode, tasks: Tasks) -> None:
        super().__init__()
        self._gate, self._code, self._tasks = gate, code, tasks
        self.new = NewPassphrase(_("New passphrase"), by(tasks))
        self.new.submitted.connect(self._submit)
        self.later = button(
            _("Later"), describe=_("Opens the journal; only the recovery code opens it next time")
        )
        self.later.clicked.connect(self.finished)
        self.keep = button(_("Use this passphrase"), "primary")
        self.keep.clicked.connect(self._submit)
        self.message = label("", "muted", wrap=True)
        self.setLayout(column(centred(self._body())))
        self.setFocusProxy(self.new)

    def _body(self) -> QWidget:
        why = _("The journal is open. Choose a passphrase for next time; the recovery code stays.")
        return card(
            column(
                label(_("New passphrase"), "title"),
                label(why, wrap=True),
                self.new,
                self.message,
                row(self.later, None, self.keep),
                row(None, way_out(self.exit_wanted.emit)),
                gap=14,
                margin=32,
            )
        )

    def _submit(self) -> None:
        if self.new.is_typed_well():
            self._wait(_("Changing the passphrase …"))
            work = partial(_change, self._gate, self._code, self.new.text())
            self._tasks.run(
                work, owner=self, done=lambda _none: self.finished.emit(), failed=self._fail
            )

    def _wait(self, why: str) -> None:
        for part in (self.new, self.later, self.keep):
            part.setEnabled(not why)
        self.message.setText(why)

    def _fail(self, error: Exception) -> None:
        self._wait("")
        self.message.setText(sentence_of(error))
        self.new.setFocus()
        if not isinstance(error, OnveiligError):
            raise error


def _change(gate: Gate, code: RecoveryCode, new: str) -> None:
    gate.keys.change(code, new, keeps_code=True)
