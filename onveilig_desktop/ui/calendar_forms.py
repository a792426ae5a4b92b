"""Forms for what stands beside the days: a marker, a pause."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt

from onveilig_desktop import journal
from onveilig_desktop.journal.days import MAX_LINE
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.day_line import DayLine
from onveilig_desktop.ui.form_fields import day_field, line_field
from onveilig_desktop.ui.forms import caption, label
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.small_form import SmallForm, Work
from onveilig_desktop.ui.typed_line import TypedLine


class MarkerForm(SmallForm):
    """What was going on, and from when on."""

    form = journal.Form.MARKER

    def __init__(self, session: Session, *, has_back: bool = True) -> None:
        super().__init__(session, has_back=has_back)
        self.day = DayLine(_("Day"), lambda: session.today)
        self.text = TypedLine()
        self.text.setAccessibleName(_("What was going on?"))
        self.text.setPlaceholderText(_("Moved in, holiday, counselling began"))
        self.text.setMaxLength(MAX_LINE)
        self.text.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.remember(day=day_field(self.day), text=line_field(self.text))
        self.setFocusProxy(self.text)
        self.lay_out(
            _("What was going on?"), label(_("From this day on"), "strong"), self.day, self.text
        )

    def begin(self) -> None:
        """Ask for a new marker."""
        self._show(self.session.today, "")

    def correct(self, marker: journal.Marker) -> None:
        """Show a marker that is there."""
        self._show(marker.day, marker.text, marker.id.hex)

    def work(self) -> Work:
        """Return what keeps this marker; raise what is wrong with its day."""
        day, text = self.day.day(), self.text.text()
        marker_id = journal.MarkerId(UUID(self.about)) if self.about else None
        return lambda opened: opened.calendar.mark(day, text, marker_id)

    def _show(self, day: date, text: str, about: str = "") -> None:
        self.day.show_day(day)
        self.text.setText(text)
        self.start(about)
        self.setFocus()


class PauseForm(SmallForm):
    """From when to when nothing was written."""

    form = journal.Form.PAUSE

    def __init__(self, session: Session, *, has_back: bool = True) -> None:
        super().__init__(session, has_back=has_back)
        self.first = DayLine(_("From"), lambda: session.today)
        self.last = DayLine(_("Up to and including"), lambda: session.today)
        self.remember(first=day_field(self.first), last=day_field(self.last))
        self.setFocusProxy(self.first)
        self.lay_out(
            _("When did you not write?"),
            caption(self.first.line),
            self.first,
            caption(self.last.line),
            self.last,
        )

    def begin(self) -> None:
        """Ask for a new pause."""
        self._show(None, None)

    def correct(self, pause: journal.Pause) -> None:
        """Show a pause that is there."""
        self._show(pause.first, pause.last, pause.id.hex)

    def work(self) -> Work:
        """Return what keeps this pause; raise what is wrong with its days."""
        first, last = self.first.day(), self.last.day()
        pause_id = journal.PauseId(UUID(self.about)) if self.about else None
        return lambda opened: opened.calendar.pause(first, last, pause_id)

    def _show(self, first: date | None, last: date | None, about: str = "") -> None:
        self.first.show_day(first)
        self.last.show_day(last)
        self.start(about)
        self.setFocus()
