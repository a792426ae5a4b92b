"""One line that says which drafts wait, and goes on with one of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from onveilig_desktop.journal import Draft, EntryId, Journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.draft_keeper import DraftKeeper
from onveilig_desktop.ui.forms import beside, button, label
from onveilig_desktop.ui.session import Session


class WaitingDrafts(QFrame):
    """Hidden while no draft waits but the one in the editor."""

    wanted = Signal(object)

    def __init__(self, session: Session, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._session = session
        self._keeper = keeper
        self._open: EntryId | None = None
        self._waiting: list[Draft] = []
        self._words = label("", wrap=True)
        self.go_on = button(_("Go on writing"), "quiet")
        self.go_on.clicked.connect(lambda: self.wanted.emit(self._waiting[0]))
        self.setLayout(beside(self._words, self.go_on, margin=6))
        self.hide()
        keeper.changed.connect(self.refresh)
        session.changed.connect(self.refresh)

    def leave_out(self, entry_id: EntryId | None) -> None:
        """Do not count the draft that is open now."""
        self._open = entry_id
        self.refresh()

    def refresh(self) -> None:
        """Ask which drafts wait."""
        self._session.ask(Journal.drafts, self._show, owner=self)

    def _show(self, sealed: Sequence[Draft]) -> None:
        found = {draft.entry_id: draft for draft in (*sealed, *self._keeper.unkept)}
        found.pop(self._open, None)
        self._waiting = list(found.values())
        count = len(self._waiting)
        self._words.setText(ngettext("{n} draft is waiting.", "{n} drafts are waiting.", count))
        self.setVisible(count > 0)
