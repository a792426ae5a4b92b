"""When the journal locks by itself, how to be gone at once, and what is seen at the start."""

import sys
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from onveilig_desktop import journal
from onveilig_desktop.journal.preferences import LOCK_MINUTES, SHIFTS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import column, label, row
from onveilig_desktop.ui.session import Session

_NEVER = 0
_ROOM = 16
"""Above and below the number: the arrows are as high as a button is easy to press."""


class _Minutes(QSpinBox):
    """Leaves the wheel to the page, unless it has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(LOCK_MINUTES.start, LOCK_MINUTES.stop - 1)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(self.fontMetrics().height() + _ROOM)
        self.setAccessibleName(_("Minutes until the journal locks by itself"))

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PreferencesPanel(QWidget):
    """Each choice is kept when it is made."""

    in_short_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.minutes = _Minutes()
        times = [(_NEVER, _("Off"), "")]
        times += [(n, ngettext("{n} time", "{n} times", n).format(n=n), "") for n in SHIFTS]
        self.shifts: Choice[int] = Choice(_("Pressing Shift closes everything"), times, needed=True)
        self.hides_texts = QCheckBox(_("Hide the texts when the journal is opened"))
        self.allows_capture = QCheckBox(_("Let the window be seen in pictures of the screen"))
        self._lay_out()
        self._show()
        session.preferences_changed.connect(self._show)
        self.minutes.valueChanged.connect(self._keep)
        self.shifts.changed.connect(self._keep)
        for box in (self.hides_texts, self.allows_capture):
            box.clicked.connect(self._keep)

    def in_short(self) -> str:
        """Say what is chosen, in one line."""
        chosen = self._session.preferences
        minutes = ngettext("after {n} minute", "after {n} minutes", chosen.lock_minutes)
        said = minutes.format(n=chosen.lock_minutes)
        return f"{said} · {chosen.shifts} × Shift" if chosen.leaves_by_shift else said

    def _lay_out(self) -> None:
        locks = label(
            _("Lock by itself, this many minutes after the last key or click:"), wrap=True
        )
        leaves = label(_("Close everything at once by pressing Shift:"), wrap=True)
        still = _("The button «Leave at once» always works.")
        self.setLayout(
            column(
                *(locks, row(self.minutes, None)),
                *(leaves, self.shifts, label(still, "muted", wrap=True)),
                self.hides_texts,
                *self._capture(),
                gap=10,
                margin=8,
            )
        )

    def _capture(self) -> tuple[QWidget, ...]:
        if sys.platform not in {"win32", "darwin"}:
            self.allows_capture.setParent(self)
            self.allows_capture.hide()
            return ()
        help_words = _("For help from afar. Whoever watches the screen then sees the journal too.")
        return self.allows_capture, label(help_words, "muted", wrap=True)

    def _show(self) -> None:
        chosen = self._session.preferences
        self.minutes.blockSignals(True)
        self.minutes.setValue(chosen.lock_minutes)
        self.minutes.blockSignals(False)
        self.shifts.choose(chosen.shifts if chosen.leaves_by_shift else _NEVER)
        self.hides_texts.setChecked(chosen.hides_texts)
        self.allows_capture.setChecked(chosen.allows_capture)
        self.in_short_changed.emit()

    def _keep(self) -> None:
        """Keep what all of them show: the one before may still be on its way to the disk."""
        times = self.shifts.value()
        self._session.prefer(self._with_times(times or _NEVER))

    def _with_times(self, times: int) -> journal.Preferences:
        before = self._session.preferences
        return replace(
            before,
            lock_minutes=self.minutes.value(),
            leaves_by_shift=times != _NEVER,
            shifts=times or before.shifts,
            hides_texts=self.hides_texts.isChecked(),
            allows_capture=self.allows_capture.isChecked(),
        )
