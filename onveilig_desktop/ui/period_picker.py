"""Choosing over which days is counted."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import report
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Moment, Precision, last_day
from onveilig_desktop.journal.calendar import TurnedRoundError
from onveilig_desktop.journal.dates import understand, write_day
from onveilig_desktop.report.period import EVERYTHING, Span, usual
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import caption, column, label, wide
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.typed_line import TypedLine

_SETTLE_MS: Final = 400


class PeriodPicker(QWidget):
    """A few usual periods, or two dates in the person's words."""

    changed = Signal()
    """Another period was chosen; nothing is said while the dates make no period."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.span: Choice[Span] = Choice(_("Period"), _spans(), needed=True)
        self.span.choose(Span.EVERYTHING)
        self.first, self.last = _day(_("From")), _day(_("Up to and including"))
        self._said = label("", "muted", wrap=True)
        self._period = EVERYTHING
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._own = QWidget()
        self._own.setLayout(column(self._fields(), self._said, gap=4))
        self._own.hide()
        self.setLayout(column(self.span, self._own, gap=6))
        self.span.changed.connect(self._chosen)
        for field in (self.first, self.last):
            field.typed.connect(lambda _text: self._settle.start())

    @property
    def period(self) -> report.Period:
        """The period, as it is today."""
        span = self.span.value()
        return self._period if span is Span.OWN else usual(span, self._session.today)

    def choose(self, span: Span, own: report.Period) -> None:
        """Show *span* as chosen, or the days of *own*, without a word to anyone."""
        self.span.choose(span)
        is_own = span is Span.OWN
        self._own.setVisible(is_own)
        if is_own:
            self._period = own
            for field, day in ((self.first, own.first), (self.last, own.last)):
                field.setText(write_day(day) if day else "")
            self._said.setText(_understood(own))

    def _fields(self) -> QWidget:
        first, last = (caption(field, "") for field in (self.first, self.last))
        return flow(first, self.first, last, self.last)

    def _chosen(self) -> None:
        is_own = self.span.value() is Span.OWN
        self._own.setVisible(is_own)
        if is_own:
            self.first.setFocus()
            self._read()
        else:
            self.changed.emit()

    def _read(self) -> None:
        try:
            period = report.Period(
                self._date(self.first, is_end=False), self._date(self.last, is_end=True)
            )
            if period.first and period.last and period.last < period.first:
                raise TurnedRoundError
        except OnveiligError as error:
            self._said.setText(sentence_of(error))
            return
        self._said.setText(_understood(period))
        self._period = period
        self.changed.emit()

    def _date(self, field: TypedLine, *, is_end: bool) -> date | None:
        if not field.text().strip():
            return None
        today = self._session.today
        found = understand(field.text(), today, until=today)
        if found.precision is not Precision.MONTH:
            return found.day
        month = found.day.replace(day=1)
        return last_day(Moment(day=month, precision=Precision.MONTH)) if is_end else month


def _understood(period: report.Period) -> str:
    """Return the days as they were understood, or how to leave an end open."""
    if period == EVERYTHING:
        return _("Type a date or words like «March 2026». What is left empty has no limit.")
    parts = []
    if period.first is not None:
        parts.append(_("from {day}").format(day=report.day_words(period.first)))
    if period.last is not None:
        parts.append(_("up to and including {day}").format(day=report.day_words(period.last)))
    return " ".join(parts)


def _spans() -> list[tuple[Span, str, str]]:
    return [
        (Span.MONTH, _("This month"), ""),
        (Span.QUARTER, _("3 months"), ""),
        (Span.YEAR, _("1 year"), ""),
        (Span.EVERYTHING, _("Everything"), ""),
        (Span.OWN, _("From … to …"), _("Choose the days yourself")),
    ]


def _day(name: str) -> TypedLine:
    field = TypedLine()
    field.setAccessibleName(name)
    field.setPlaceholderText("14-3-2026")
    field.setFixedWidth(wide(150))
    field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    return field
