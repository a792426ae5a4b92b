"""Another passphrase; or another key as well, when someone may know the one of now."""

from functools import partial

from PySide6.QtCore import Signal

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.recovery_code import RecoveryCode
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.key_form import KeyForm
from onveilig_desktop.ui.new_passphrase import NewPassphrase
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.recovery_words import mistyped_words
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.typed_line import TypedLine


class PassphrasePanel(KeyForm):
    """One form for both: they ask for the same, and differ in what they reach."""

    key_changed = Signal()
    """There is another key; the recovery code may be gone."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.someone_knows: Choice[bool] = Choice(
            _("What to change"),
            [(False, _("Change it"), ""), (True, _("Someone may know it"), "")],
            needed=True,
        )
        self.someone_knows.changed.connect(self._turn)
        self.about = label("", wrap=True)
        self.new = NewPassphrase(
            _("New passphrase"),
            lambda owner, work, done: session.ask(lambda _opened: work(), done, owner=owner),
        )
        self.new.submitted.connect(self._submit)
        self.current.line.returnPressed.connect(self.new.setFocus)
        self._code_name = label(_("The recovery code, if it is to stay"), "strong", wrap=True)
        self.code = TypedLine()
        self.code.setAccessibleName(self._code_name.text())
        self.code_fault = label("", wrap=True)
        self.code.typed.connect(lambda: self._find_code_fault(""))
        self.change = writes(button("", "primary"))
        self.change.clicked.connect(self._submit)
        self._has_code = False
        fields = (self.current, self.fault, self.new, self._code_name, self.code, self.code_fault)
        below = (row(None, self.change), self.state)
        self.setLayout(column(self.someone_knows, self.about, *fields, *below, gap=10, margin=8))
        self._find_code_fault("")
        self.someone_knows.choose(False)
        self._turn()

    def know_code(self, has_code: bool) -> None:
        """Take up whether there is a recovery code."""
        self._has_code = has_code
        self._turn()

    def _turn(self) -> None:
        rotates = bool(self.someone_knows.value())
        self.about.setText(_rotate_words() if rotates else _change_words())
        self.change.setText(_("Make a new key") if rotates else _("Change the passphrase"))
        for part in (self._code_name, self.code):
            part.setVisible(rotates and self._has_code)
        self._find_code_fault("")

    def _submit(self) -> None:
        if self.has_current() and self.new.is_typed_well():
            if self.someone_knows.value():
                self._rotate()
            else:
                current, new = self.current.text(), self.new.text()
                work = partial(_change, current=current, new=new)
                self.begin(_("Changing the passphrase …"), work, self._changed)

    def _rotate(self) -> None:
        try:
            typed = self.code.text().strip() if self._has_code else ""
            code = RecoveryCode.read(typed) if typed else None
        except OnveiligError as error:
            self._find_code_fault(mistyped_words(error))
            self.code.setFocus()
            return
        current, new = self.current.text(), self.new.text()
        work = partial(_rotate, current=current, new=new, code=code)
        self.begin(_("Making a new key; a large journal takes a while …"), work, self._rotated)

    def _changed(self, _nothing: None) -> None:
        self.new.forget()
        self.say(_("The passphrase is changed."))

    def _rotated(self, _nothing: None) -> None:
        self.new.forget()
        self.code.clear()
        self.key_changed.emit()
        self.say(_("The journal has a new key and a new passphrase."))

    def _find_code_fault(self, sentence: str) -> None:
        self.code_fault.setText(sentence)
        self.code_fault.setVisible(bool(sentence))


def _change(gate: journal.Gate, *, current: str, new: str) -> None:
    gate.keys.change(current, new, keeps_code=True)


def _rotate(gate: journal.Gate, *, current: str, new: str, code: RecoveryCode | None) -> None:
    gate.keys.rotate(current, new, code=code)


def _change_words() -> str:
    return _(
        "Backups and copies that were made before still open with the passphrase you have now. "
        "The recovery code, if there is one, stays."
    )


def _rotate_words() -> str:
    return _(
        "The journal gets a new key as well. Whoever has an older copy and the passphrase of "
        "then can still read that copy, but nothing that you write from now on. Older backups "
        "keep their passphrase. The recovery code goes, unless you type it here. If someone "
        "can watch this computer, the new passphrase can be seen too."
    )
