"""A recovery code while it can be written down, and whether that was done well."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QWidget

from onveilig_desktop.journal.recovery_code import GROUPS, RecoveryCode
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.recovery_words import once_words

_BESIDE = 4


class ShownCode(QWidget):
    """First all groups; then two are asked for, while none can be seen."""

    finished = Signal()
    """Both groups were typed as they are; the code is forgotten here."""

    def __init__(self) -> None:
        super().__init__()
        self._code: RecoveryCode | None = None
        self._asked: Sequence[int] = ()
        self.groups = [_fixed() for _n in range(GROUPS)]
        self.written = button(_("I have written it down"), "primary")
        self.written.clicked.connect(self._ask)
        self.again = button(_("Show it again"))
        self.again.clicked.connect(self._show_groups)
        self._names = [label("", "strong") for _field in range(2)]
        self.fields = [QLineEdit() for _name in self._names]
        self.fields[0].returnPressed.connect(self.fields[1].setFocus)
        self.fields[1].returnPressed.connect(self._check)
        self.compare = button(_("Check it"), "primary")
        self.compare.clicked.connect(self._check)
        self.fault = label("", wrap=True)
        self._seen = self._groups_seen()
        self._question = self._two_asked()
        self.setLayout(column(self._seen, self._question, gap=0))

    def show_code(self, code: RecoveryCode, asked: Sequence[int]) -> None:
        """Show *code*; the groups with the numbers *asked* will be asked for."""
        self._code, self._asked = code, asked
        for field, name, number in zip(self.fields, self._names, asked, strict=True):
            words = _("Group {n}").format(n=number)
            name.setText(words)
            field.setAccessibleName(words)
            field.clear()
        self._show_groups()
        self.show()

    def _show_groups(self) -> None:
        if self._code is not None:
            for shown, group in zip(self.groups, self._code.groups, strict=True):
                shown.setText(group)
                shown.setCursorPosition(0)
            self._turn(asks=False)
            self.written.setFocus()

    def _ask(self) -> None:
        self._turn(asks=True)
        self.fields[0].setFocus()

    def _turn(self, *, asks: bool) -> None:
        self.fault.hide()
        self._seen.setVisible(not asks)
        self._question.setVisible(asks)

    def _check(self) -> None:
        for field, number in zip(self.fields, self._asked, strict=True):
            if self._code is None or not self._code.holds(number, field.text()):
                told = _("Group {n} is different. Look at what you wrote down.")
                self.fault.setText(told.format(n=number))
                self.fault.show()
                field.selectAll()
                field.setFocus()
                return
        self.forget()
        self.finished.emit()

    def forget(self) -> None:
        """Be out of sight, without a sign of the code."""
        self._code = None
        for shown in (*self.groups, *self.fields):
            shown.clear()
        self.hide()

    def _groups_seen(self) -> QWidget:
        grid = QGridLayout()
        for n, shown in enumerate(self.groups):
            shown.setAccessibleName(_("Group {n}").format(n=n + 1))
            number = label(f"{n + 1}", "muted")
            grid.addLayout(row(number, shown, gap=6), n // _BESIDE, n % _BESIDE)
        made = QWidget()
        told = label(once_words(), "strong", wrap=True)
        made.setLayout(column(told, grid, row(None, self.written), gap=10))
        return made

    def _two_asked(self) -> QWidget:
        asks = label(_("Type these two groups from what you wrote down."), wrap=True)
        pairs: list[tuple[QLabel, QLineEdit]] = list(zip(self._names, self.fields, strict=True))
        fields = row(*(part for pair in pairs for part in pair), None)
        made = QWidget()
        made.setLayout(
            column(asks, fields, self.fault, row(None, self.again, self.compare), gap=10)
        )
        return made


def _fixed() -> QLineEdit:
    """Return a field to read, that a screen reader comes by and spells out."""
    shown = QLineEdit()
    shown.setReadOnly(True)
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setPointSizeF(QApplication.font().pointSizeF())
    shown.setFont(fixed)
    return shown
