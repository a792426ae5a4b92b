"""When the journal locks by itself, how to be gone at once, and what is seen at the start."""

import sys
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from onveilig_desktop import journal
from onveilig_desktop.journal.preferences import LOCK_MINUTES, SHIFTS
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import column, label, row, wide
from onveilig_desktop.ui.session import Session

_NEVER = 0
_WIDTH = 90
_CAN_BE_KEPT_OFF: bool = sys.platform in {"win32", "darwin"}
"""Whether this system keeps a window off pictures of the screen."""


class PreferencesPanel(QWidget):
    """Each choice is kept when it is made."""

    in_short_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.minutes = QLineEdit()
        self.minutes.setMaxLength(2)
        self.minutes.setFixedWidth(wide(_WIDTH))
        self.minutes.setAccessibleName(_("Minutes until the journal locks by itself"))
        self.fault = label("", wrap=True)
        self.fault.hide()
        times = [(_NEVER, _("Off"), "")]
        times += [(n, ngettext("{n} time", "{n} times", n).format(n=n), "") for n in SHIFTS]
        self.shifts: Choice[int] = Choice(_("Pressing Shift closes everything"), times, needed=True)
        self.hides_texts = _switch(_("Hide the texts when the journal is opened"))
        self.allows_capture = _switch(_("Let the window be seen in pictures of the screen"))
        self._lay_out()
        self._show()
        session.preferences_changed.connect(self._show)
        self.minutes.editingFinished.connect(self._keep_minutes)
        for choice in (self.shifts, self.hides_texts, self.allows_capture):
            choice.changed.connect(self._keep)

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
                *(locks, row(self.minutes, None), self.fault),
                *(leaves, self.shifts, label(still, "muted", wrap=True)),
                self.hides_texts,
                *self._capture(),
                gap=10,
                margin=8,
            )
        )

    def _capture(self) -> tuple[QWidget, ...]:
        if not _CAN_BE_KEPT_OFF:
            self.allows_capture.setParent(self)
            self.allows_capture.hide()
            return ()
        help_words = _("For help from afar. Whoever watches the screen then sees the journal too.")
        return self.allows_capture, label(help_words, "muted", wrap=True)

    def _show(self) -> None:
        chosen = self._session.preferences
        self.minutes.setText(str(chosen.lock_minutes))
        self.shifts.choose(chosen.shifts if chosen.leaves_by_shift else _NEVER)
        self.hides_texts.choose(chosen.hides_texts)
        self.allows_capture.choose(chosen.allows_capture)
        self.in_short_changed.emit()

    def _keep_minutes(self) -> None:
        minutes = self._minutes()
        self.fault.setVisible(minutes is None)
        self.fault.setText(_("Type a number from 1 to 60. Nothing is changed yet."))
        if minutes not in {None, self._session.preferences.lock_minutes}:
            self._keep()

    def _minutes(self) -> int | None:
        """Return what was typed, or nothing when it is no number that can be set."""
        typed = self.minutes.text().strip()
        known = typed.isdecimal() and int(typed) in LOCK_MINUTES
        return int(typed) if known else None

    def _keep(self) -> None:
        """Keep what all of them show: the one before may still be on its way to the disk."""
        times = self.shifts.value()
        self._session.prefer(self._with_times(times or _NEVER))

    def _with_times(self, times: int) -> journal.Preferences:
        before = self._session.preferences
        return replace(
            before,
            lock_minutes=self._minutes() or before.lock_minutes,
            leaves_by_shift=times != _NEVER,
            shifts=times or before.shifts,
            hides_texts=bool(self.hides_texts.value()),
            allows_capture=bool(self.allows_capture.value()),
        )


def _switch(words: str) -> Choice[bool]:
    """Return one chip that is on or off."""
    return Choice(words, [(True, words, "")])
