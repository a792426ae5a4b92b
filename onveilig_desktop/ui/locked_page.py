"""The first thing anyone sees: a passphrase is asked for, and nothing says why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from onveilig_desktop.texts import LANGUAGES
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import language as language_in_use
from onveilig_desktop.ui.forms import button, card, column, label, row
from onveilig_desktop.ui.passphrase_field import PassphraseField

_WIDTH = 440


class LockedPage(QFrame):
    """Asks for the passphrase, or offers to make a journal where there is none."""

    used = Signal()
    """Something was typed, or a button pressed."""
    unlock_wanted = Signal(object)
    """With the passphrase, or the ``RecoveryCode``."""
    new_wanted = Signal()
    folder_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(self, *, has_journal: bool, hint: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.passphrase = PassphraseField(_("Passphrase"))
        self.passphrase.line.returnPressed.connect(self._submit)
        self.by_code = button(_("Use the recovery code"), "quiet")
        self.by_code.setCheckable(True)
        self.by_code.toggled.connect(self._turn)
        self.unlock = button(_("Open"), "primary")
        self.unlock.clicked.connect(self._submit)
        self.new = button(_("New journal"), "quiet" if has_journal else "primary")
        self.new.clicked.connect(self.new_wanted)
        self.other = button(_("Other folder …"), "quiet")
        self.other.clicked.connect(self.folder_wanted)
        self.passphrase.line.typed.connect(self.used)
        for part in (self.by_code, self.unlock, self.new, self.other):
            part.pressed.connect(self.used)
        self.message = label(hint, "muted", wrap=True)
        self.ways: QWidget | None = None
        self._ways = QVBoxLayout()
        body = self._with_journal() if has_journal else self._without_journal()
        body.setFixedWidth(_WIDTH)
        self.setLayout(
            column(None, row(None, body, None), row(None, self._languages(), None), None)
        )
        self.setFocusProxy(self.passphrase if has_journal else self.new)

    def show_error(self, sentence: str) -> None:
        """Say why the journal stays locked."""
        self.wait(None)
        self.message.setText(sentence)
        self.passphrase.line.selectAll()
        self.passphrase.setFocus()

    def wait(self, why: str | None) -> None:
        """Say that something is under way, or that it is over."""
        for part in (self.passphrase, self.unlock, self.by_code, self.new, self.other):
            part.setEnabled(why is None)
        if self.ways is not None:
            self.ways.setEnabled(why is None)
        self.message.setText(why or "")

    def take_in(self, ways: QWidget) -> None:
        """Put other ways in, for a journal that does not open, beneath what was said of it."""
        if self.ways is not None:
            self.ways.deleteLater()
        self.ways = ways
        self._ways.addWidget(ways)

    def _with_journal(self) -> QWidget:
        return card(
            column(
                label(_("Notes"), "title"),
                self.passphrase,
                self.unlock,
                self.message,
                self._ways,
                row(self.by_code, None),
                row(self.new, None, self.other),
                gap=14,
                margin=28,
            )
        )

    def _without_journal(self) -> QWidget:
        for part in (self.passphrase, self.unlock, self.by_code):
            part.hide()
        there_is_none = _("There is no journal in this folder yet.")
        return card(
            column(
                label(_("Notes"), "title"),
                label(there_is_none, wrap=True),
                self.new,
                self.message,
                row(None, self.other),
                self.passphrase,
                self.unlock,
                self.by_code,
                gap=14,
                margin=28,
            )
        )

    def _languages(self) -> QWidget:
        holder = QWidget()
        buttons = []
        for code, name in LANGUAGES.items():
            # without the mark of other chips: to draw it takes 20 ms before the first paint,
            # and the whole page speaks the language that is on
            choice = button(name, "chip")
            choice.setCheckable(True)
            choice.setChecked(code == language_in_use())
            choice.clicked.connect(lambda _=False, code=code: self.language_wanted.emit(code))
            buttons.append(choice)
        holder.setLayout(row(*buttons))
        return holder

    def _submit(self) -> None:
        if self.unlock.isEnabled():
            if self.by_code.isChecked():
                self._submit_code()
            else:
                self.unlock_wanted.emit(self.passphrase.text())

    def _submit_code(self) -> None:
        from onveilig_desktop.errors import OnveiligError  # late: not before the first paint
        from onveilig_desktop.journal.recovery_code import RecoveryCode
        from onveilig_desktop.ui.recovery_words import mistyped_words

        try:
            code = RecoveryCode.read(self.passphrase.text())
        except OnveiligError as error:
            self.show_error(mistyped_words(error))
        else:
            self.unlock_wanted.emit(code)

    def _turn(self, by_code: bool) -> None:
        self.passphrase.rename(_("Recovery code") if by_code else _("Passphrase"))
        self.by_code.setText(_("Use the passphrase") if by_code else _("Use the recovery code"))
        self.passphrase.line.clear()
        self.message.clear()
        self.passphrase.setFocus()
