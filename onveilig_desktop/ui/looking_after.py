"""Looking after the open journal: its files once a week, and the age of the newest copy."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from onveilig_desktop import texts
from onveilig_desktop.errors import DamagedJournalError, OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.integrity import Damage, Examined
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.copies_words import damage_words
from onveilig_desktop.ui.session import Session

_START_MS = 1_500
"""After the journal was opened: the first list and the first key come before it."""
_REST_MS = 50
"""Between two steps, so that what the person asks for comes between them."""


class LookingAfter(QObject):
    """Quiet as long as all is well."""

    noticed = Signal(str)
    """What the person should know."""
    ended = Signal()
    """The files were gone through, or it was not their day."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        if not session.is_read_only:
            QTimer.singleShot(_START_MS, self, self.begin)

    def begin(self) -> None:
        """Look whether a copy is needed, then whether the files are whole."""
        if self._session.copying.is_over:
            return
        self._session.tend(_newest, self._remind, owner=self, failed=self._fail)
        self._session.tend(_examination, self._go_on, owner=self, failed=self._fail)

    def _remind(self, found: "_Copies") -> None:
        days, since = self._session.preferences.reminder_days, found.newest or found.begun_at
        if not (days and found.is_wanted and since is not None):
            return
        then = self._session.here(since).date()
        if self._session.today - then <= timedelta(days=days):
            return
        if found.newest is None:
            self.noticed.emit(
                _("There is no copy of this journal, or its folder is not there now.")
            )
        else:
            words = _("The newest copy of this journal is of {day}.")
            self.noticed.emit(words.format(day=texts.day_words(then)))

    def _go_on(self, walk: Iterator[Examined] | None) -> None:
        if walk is None or self._session.copying.is_over:
            self.ended.emit()
            return
        self._session.tend(
            lambda _gate: next(walk), partial(self._look, walk), owner=self, failed=self._fail
        )

    def _look(self, walk: Iterator[Examined], examined: Examined) -> None:
        if not examined.is_complete:
            QTimer.singleShot(_REST_MS, self, partial(self._go_on, walk))
            return
        if not examined.is_sound:
            self._tell(examined.damage)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DamagedJournalError):
            self._tell((Damage.PAGES,))
        elif not isinstance(error, OnveiligError):
            raise error
        self.ended.emit()

    def _tell(self, damage: Sequence[Damage]) -> None:
        begin = _("Something in the files of this journal is damaged.")
        self.noticed.emit(" ".join((begin, *map(damage_words, damage))))


class _Copies(NamedTuple):
    """What is known of the copies: whether one is wanted, the newest, and since when."""

    is_wanted: bool
    newest: datetime | None
    begun_at: datetime | None


def _newest(gate: Gate) -> _Copies:
    """Say whether there is something that no copy holds, and how old the newest is."""
    made = [one.made_at for one in gate.backups.all() if not one.is_damaged]
    wanted = gate.backups.is_due() and gate.backups.now().entries > 0
    return _Copies(wanted, max(made, default=None), gate.backups.begun_at())


def _examination(gate: Gate) -> Iterator[Examined] | None:
    return gate.care.examine() if gate.care.is_due() else None
