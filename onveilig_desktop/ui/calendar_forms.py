"""Forms for what stands beside the days: a marker, a pause."""

from PySide6.QtWidgets import QLineEdit

from onveilig_desktop import journal
from onveilig_desktop.journal.days import MAX_LINE
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.day_line import DayLine
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.small_form import SmallForm, Work


class MarkerForm(SmallForm):
    """What was going on, and from when on."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._marker_id: journal.MarkerId | None = None
        self.day = DayLine(_("Day"), lambda: session.today)
        self.text = QLineEdit()
        self.text.setAccessibleName(_("What was going on?"))
        self.text.setPlaceholderText(_("Moved in, holiday, counselling began"))
        self.text.setMaxLength(MAX_LINE)
        self.lay_out(
            _("What was going on?"), label(_("From this day on"), "strong"), self.day, self.text
        )

    def begin(self) -> None:
        """Ask for a new marker."""
        self._show(None, "")
        self.day.show_day(self.session.today)

    def correct(self, marker: journal.Marker) -> None:
        """Show a marker that is there."""
        self._show(marker.id, marker.text)
        self.day.show_day(marker.day)

    def work(self) -> Work:
        """Return what keeps this marker; raise what is wrong with its day."""
        day, text, marker_id = self.day.day(), self.text.text(), self._marker_id
        return lambda opened: opened.calendar.mark(day, text, marker_id)

    def _show(self, marker_id: journal.MarkerId | None, text: str) -> None:
        self._marker_id = marker_id
        self.text.setText(text)
        self.say("")
        self.text.setFocus()


class PauseForm(SmallForm):
    """From when to when nothing was written."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pause_id: journal.PauseId | None = None
        self.first = DayLine(_("From"), lambda: session.today)
        self.last = DayLine(_("Up to and including"), lambda: session.today)
        self.lay_out(
            _("When did you not write?"),
            label(_("From"), "strong"),
            self.first,
            label(_("Up to and including"), "strong"),
            self.last,
        )

    def begin(self) -> None:
        """Ask for a new pause."""
        self._pause_id = None
        self.first.show_day(None)
        self.last.show_day(None)
        self._ready()

    def correct(self, pause: journal.Pause) -> None:
        """Show a pause that is there."""
        self._pause_id = pause.id
        self.first.show_day(pause.first)
        self.last.show_day(pause.last)
        self._ready()

    def work(self) -> Work:
        """Return what keeps this pause; raise what is wrong with its days."""
        first, last, pause_id = self.first.day(), self.last.day(), self._pause_id
        return lambda opened: opened.calendar.pause(first, last, pause_id)

    def _ready(self) -> None:
        self.say("")
        self.first.setFocus()
