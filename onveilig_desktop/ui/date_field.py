"""When it happened: typed as people type it, shown back as it was understood."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import report, texts
from onveilig_desktop.errors import (
    DayError,
    DayPartMissingError,
    OnveiligError,
    TimeNotUnderstoodError,
)
from onveilig_desktop.journal import DayPart, Draft, Moment, Precision
from onveilig_desktop.journal.dates import Understood, understand, write_day
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import column, label, wide
from onveilig_desktop.ui.typed_line import TypedLine


class DateField(QWidget):
    """A day, how well it is known, and the minute or part of day where that is known.

    Words that say how well («maart», «gisteravond») choose that for the person, who may
    choose otherwise; when such words go, the person's own choice is back.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._typed_on = today()
        self._own: tuple[Precision, DayPart | None] = (Precision.DAY, None)
        self.day = _line(_("When? A date like 14-3-2026, or words like «last Tuesday»"), 200)
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
        line = flow(self.day, self.minute)
        self.setLayout(column(line, self._understood, self.precision, self.part))
        self.setFocusProxy(self.day)
        self.day.typed.connect(self._typed)
        self.minute.typed.connect(self._edited)
        for choice in (self.precision, self.part):
            choice.changed.connect(self._chosen)

    def show_draft(self, draft: Draft) -> None:
        """Show the fields of *draft*."""
        today = self._today()
        self._typed_on = draft.typed_on or today
        self.day.setText(draft.day or write_day(today))
        self.minute.setText(draft.minute)
        self._own = shown = (draft.precision, draft.part)
        if _said_by(self._read()) == shown:
            self._own = (Precision.DAY, None)
        self._show(shown)

    def at_fault(self, error: Exception) -> QWidget | None:
        """Return what is to be filled in otherwise, where *error* says so of something here."""
        if isinstance(error, TimeNotUnderstoodError):
            return self.minute
        if isinstance(error, DayPartMissingError):
            return self.part.chip(next(iter(DayPart)))
        return self.day if isinstance(error, DayError) else None

    @property
    def typed_on(self) -> date:
        """The day from which the words are to be seen."""
        return self._typed_on

    def _typed(self) -> None:
        self._typed_on = self._today()
        self._show(_said_by(self._read()) or self._own)
        self.changed.emit()

    def _chosen(self) -> None:
        self._own = (self.precision.value() or Precision.DAY, self.part.value())
        self._edited()

    def _edited(self) -> None:
        self._refresh()
        self.changed.emit()

    def _show(self, known: tuple[Precision, DayPart | None]) -> None:
        precision, part = known
        self.precision.choose(precision)
        self.part.choose(part)
        self._refresh()

    def _refresh(self) -> None:
        chosen = self.precision.value() or Precision.DAY
        self.minute.setVisible(chosen is Precision.MINUTE)
        self.part.setVisible(chosen is Precision.PART)
        read = self._read()
        try:
            words = _words(read, chosen) if isinstance(read, Understood) else _sentence(read)
        except OnveiligError as error:
            words = _sentence(error)
        self._understood.setText(words)

    def _read(self) -> Understood | OnveiligError:
        try:
            return understand(self.day.text(), self._typed_on, until=self._today())
        except OnveiligError as error:
            return error


def _said_by(read: Understood | OnveiligError) -> tuple[Precision, DayPart | None] | None:
    """Return how well the words say it is known; nothing where they only name a day."""
    if isinstance(read, OnveiligError) or read.precision is Precision.DAY:
        return None
    return read.precision, read.part


def _words(read: Understood, chosen: Precision) -> str:
    """Return the day that will be kept; the chips beside it say the minute or the part."""
    day = read.on(chosen)
    if chosen in (Precision.MINUTE, Precision.PART):
        chosen = Precision.DAY
    words = report.moment_words(Moment(day=day, precision=chosen))
    return (
        _("{month}, as the month for that season").format(month=words) if read.is_season else words
    )


def _sentence(error: OnveiligError) -> str:
    return texts.gettext(error.sentence)


def _line(name: str, width: int) -> TypedLine:
    line = TypedLine()
    line.setAccessibleName(name)
    line.setToolTip(name)
    line.setFixedWidth(wide(width))
    line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return line
