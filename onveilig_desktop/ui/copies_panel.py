"""When the copies are mentioned, and the way to them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.session import Session

_NEVER = 0
_USUAL = (7, 14, 30, 90)


class CopiesPanel(QWidget):
    """The choice is kept when it is made."""

    in_short_changed = Signal()
    wanted = Signal()
    """The person goes to the copies."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        asked = _("Mention it when the newest copy is older than:")
        days = sorted({*_USUAL, session.preferences.reminder_days} - {_NEVER})
        options = [(n, ngettext("{n} day", "{n} days", n).format(n=n), "") for n in days]
        self.days: Choice[int] = Choice(asked, [(_NEVER, _("Never"), ""), *options], needed=True)
        self.days.changed.connect(self._keep)
        self.see = button(_("See the copies"), describe=_("The copies of this journal"))
        self.see.clicked.connect(self.wanted)
        when = _(
            "A line above the pages says so, only when something was saved that no copy holds. "
            "You can close it."
        )
        above = label(asked, wrap=True)
        below = label(when, "muted", wrap=True)
        self.setLayout(column(above, self.days, below, row(self.see, None), gap=10, margin=8))
        self._show()
        session.preferences_changed.connect(self._show)

    def in_short(self) -> str:
        """Say what is chosen, in a few words."""
        days = self._session.preferences.reminder_days
        if not days:
            return _("never mentioned")
        words = ngettext("mentioned after {n} day", "mentioned after {n} days", days)
        return words.format(n=days)

    def _show(self) -> None:
        self.days.choose(self._session.preferences.reminder_days)
        self.in_short_changed.emit()

    def _keep(self) -> None:
        days = self.days.value()
        if days is not None:
            self._session.prefer(replace(self._session.preferences, reminder_days=days))
