"""A field for a passphrase that can be shown, and that notices Caps Lock."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.typed_line import TypedLine

if TYPE_CHECKING:  # the first paint does not wait for it
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

_DOT: Final = "●"


class _Line(TypedLine):
    """Tells from what is typed whether Caps Lock is on; Qt cannot ask the keyboard.

    While it hides what stands in it, screen readers hear dots. Qt lets them hear the letters:
    they would be spoken aloud, and anyone on the bus of screen readers could listen.
    """

    def __init__(self, hint: QWidget) -> None:
        super().__init__()
        self._hint = hint
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        """Compare the case of a letter with the Shift key."""
        from PySide6.QtCore import Qt  # late: not before the first paint

        typed = event.text()
        if typed.isalpha() and typed.upper() != typed.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._hint.setVisible(typed.isupper() != shifted)
        change = partial(super().keyPressEvent, event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:  # leads on, which may be heard
            change()
        else:
            self._in_dots(change)

    def inputMethodEvent(self, event: "QInputMethodEvent", /) -> None:
        """Take a letter that is made of two keys."""
        self._in_dots(partial(super().inputMethodEvent, event))

    def setText(self, text: str | None, /) -> None:
        """Show *text*, or its dots."""
        self._in_dots(partial(super().setText, text))

    def _in_dots(self, change: Callable[[], None]) -> None:
        from PySide6.QtGui import QAccessible  # late: not before the first paint

        if self.echoMode() is QLineEdit.EchoMode.Normal or not QAccessible.isActive():
            change()
            return
        before = len(self.text())
        QAccessible.setActive(False)
        try:
            change()
        finally:
            QAccessible.setActive(True)
        self._tell_dots(len(self.text()) - before)

    def _tell_dots(self, more: int) -> None:
        from PySide6 import QtGui  # late: not before the first paint

        at, tell = self.cursorPosition(), QtGui.QAccessible.updateAccessibility
        if more > 0:
            tell(QtGui.QAccessibleTextInsertEvent(self, at - more, _DOT * more))
        elif more < 0:
            tell(QtGui.QAccessibleTextRemoveEvent(self, at, _DOT * -more))
        tell(QtGui.QAccessibleTextCursorEvent(self, at))


class PassphraseField(QWidget):
    """The line, the button that shows what stands in it, and the Caps Lock hint."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._hint = label(_("Caps Lock is on."), "muted")
        self._hint.hide()
        self.line = _Line(self._hint)
        self.line.setAccessibleName(name)
        self._show = button(_("Show"), describe=_("Shows what you typed"))
        self._show.setCheckable(True)
        self._show.toggled.connect(self._toggle)
        self._caption = label(name, "strong", wrap=True)
        self._caption.setBuddy(self.line)
        self.setLayout(column(self._caption, row(self.line, self._show), self._hint, gap=6))
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def rename(self, name: str) -> None:
        """Ask for something else in the same place."""
        self._caption.setText(name)
        self.line.setAccessibleName(name)

    def reveal(self) -> None:
        """Show what stands in it."""
        self._show.setChecked(True)

    def _toggle(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Normal if shown else echo.Password)
        self._show.setText(_("Hide") if shown else _("Show"))
