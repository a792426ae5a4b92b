"""A line to type in, by whatever hands: keys, dictation, or a screen reader."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class TypedLine(QLineEdit):
    """Tells what a person changed.

    ``textEdited`` is silent when a screen reader or dictation writes: Qt sets the text for
    them as the program does. What the program sets passes through here and is not told.
    """

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_set = False
        self.textChanged.connect(self._changed)

    def setText(self, text: str | None, /) -> None:
        """Show *text*, without a word to anyone."""
        self._is_set = True
        super().setText(text)
        self._is_set = False

    def clear(self) -> None:
        """Show nothing, without a word to anyone."""
        self.setText("")

    def _changed(self, text: str) -> None:
        if not self._is_set:
            self.typed.emit(text)
