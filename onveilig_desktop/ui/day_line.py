"""One day, typed as people type it and shown back as it was understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from onveilig_desktop import report
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Precision
from onveilig_desktop.journal.dates import understand, write_day
from onveilig_desktop.ui.forms import label, row, wide
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.typed_line import TypedLine


class DayLine(QWidget):
    """For what has a day and nothing vaguer."""

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.line = TypedLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("14-3-2026")
        self.line.setFixedWidth(wide(150))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.line.typed.connect(self._refresh)
        self._understood = label("", "muted", wrap=True)
        both = row(self.line, self._understood)
        both.setStretch(1, 1)
        self.setLayout(both)
        self.setFocusProxy(self.line)

    def show_day(self, day: date | None) -> None:
        """Show *day*, or nothing yet."""
        self.show_words("" if day is None else write_day(day))

    def show_words(self, words: str) -> None:
        """Show the day as it was typed."""
        self.line.setText(words)
        self._refresh()

    def kept_words(self) -> str:
        """Return words that mean the same day later on, or else what was typed."""
        try:
            return write_day(self.day())
        except OnveiligError:
            return self.line.text()

    def day(self) -> date:
        """Return the day that was typed.

        Raises:
            DateNotUnderstoodError and its kind, FutureDateError
        """
        return understand(self.line.text(), self._today()).on(Precision.DAY)

    def _refresh(self) -> None:
        if not self.line.text().strip():
            self._understood.setText("")
            return
        try:
            self._understood.setText(report.day_words(self.day()))
        except OnveiligError as error:
            self._understood.setText(sentence_of(error))
