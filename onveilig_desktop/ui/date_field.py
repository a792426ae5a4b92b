"""When it happened: typed as people type it, shown back as it was understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from onveilig_desktop import report, texts
from onveilig_desktop.errors import FutureDateError, OnveiligError
from onveilig_desktop.journal import DayPart, Draft, Precision
from onveilig_desktop.journal.dates import parse_day, write_day
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import column, label, row


class DateField(QWidget):
    """A day, how well it is known, and the minute or part of day where that is known."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.day = _line(_("Date, like 14-3-2026"), 130)
        self.minute = _line(_("Time, like 20:30"), 80)
        self.minute.setPlaceholderText("20:30")
        self._understood = label("", "muted", wrap=True)
        self.precision: Choice[Precision] = Choice(
            _("How well do you know when it was?"),
            [(value, report.precision_words(value), "") for value in Precision],
            needed=True,
        )
        self.part: Choice[DayPart] = Choice(
            _("Part of the day"), [(value, report.part_words(value), "") for value in DayPart]
        )
        line = row(label(_("When?"), "strong"), self.day, self.minute, self._understood)
        line.setStretch(3, 1)
        self.setLayout(column(line, self.precision, self.part))
        self.setFocusProxy(self.day)
        for signal in (self.day.textEdited, self.minute.textEdited):
            signal.connect(self._edited)
        for choice in (self.precision, self.part):
            choice.changed.connect(self._edited)

    def show_draft(self, draft: Draft) -> None:
        """Show the fields of *draft*."""
        self.day.setText(draft.day or write_day(self._today()))
        self.minute.setText(draft.minute)
        self.precision.choose(draft.precision)
        self.part.choose(draft.part)
        self._refresh()

    def _edited(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        chosen = self.precision.value()
        self.minute.setVisible(chosen is Precision.MINUTE)
        self.part.setVisible(chosen is Precision.PART)
        try:
            day = parse_day(self.day.text(), self._today())
        except OnveiligError as error:
            self._understood.setText(texts.gettext(error.sentence))
            return
        if day > self._today():
            self._understood.setText(texts.gettext(FutureDateError.sentence))
        else:
            month_only = chosen is Precision.MONTH
            self._understood.setText(texts.day_words(day, "month" if month_only else "full"))


def _line(name: str, width: int) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setFixedWidth(width)
    line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return line
