"""What waits to be finished: a line for the drafts, and one for the half-filled forms."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from onveilig_desktop import texts
from onveilig_desktop.journal import Draft, EntryId, Form, HalfDone, Journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.draft_keeper import DraftKeeper
from onveilig_desktop.ui.form_page import FormPage, form_words
from onveilig_desktop.ui.forms import beside, button, column, label
from onveilig_desktop.ui.session import Session


class WaitingDrafts(QFrame):
    """Hidden while nothing waits but the draft in the editor."""

    wanted = Signal(object)
    visit_wanted = Signal(object)

    def __init__(self, session: Session, keeper: DraftKeeper) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._session = session
        self._keeper = keeper
        self._open: EntryId | None = None
        self._waiting: list[Draft] = []
        self._half_done: list[HalfDone] = []
        self._words = label("", wrap=True)
        self.go_on = button(_("Go on writing"), "quiet")
        self.go_on.clicked.connect(lambda: self.wanted.emit(self._waiting[0]))
        self._form_words = label("", wrap=True)
        self.fill_in = button(_("Go on"), "quiet")
        self.fill_in.clicked.connect(self._fill_in)
        self._drafts, self._forms = QWidget(), QWidget()
        self._drafts.setLayout(beside(self._words, self.go_on))
        self._forms.setLayout(beside(self._form_words, self.fill_in))
        self.setLayout(column(self._drafts, self._forms, gap=0, margin=6))
        self.hide()
        for news in (keeper.changed, session.forms.changed, session.changed):
            news.connect(self.refresh)
        self.refresh()

    def leave_out(self, entry_id: EntryId | None) -> None:
        """Do not count the draft that is open now."""
        self._open = entry_id
        self.refresh()

    def refresh(self) -> None:
        """Ask what waits."""
        self._session.ask(_waiting, self._show, owner=self)

    def _show(self, found: tuple[Sequence[Draft], Sequence[HalfDone]]) -> None:
        sealed, half_done = found
        drafts = {draft.entry_id: draft for draft in (*sealed, *self._keeper.unkept)}
        drafts.pop(self._open, None)
        self._waiting = list(drafts.values())
        forms = {one.key: one for one in (*half_done, *self._session.forms.unkept)}
        self._half_done = [one for one in forms.values() if one.key.form is not Form.SUMMARY]
        self._tell()

    def _tell(self) -> None:
        count = len(self._waiting)
        self._words.setText(ngettext("{n} draft is waiting.", "{n} drafts are waiting.", count))
        self._drafts.setVisible(count > 0)
        what = dict.fromkeys(form_words(one.key.form) for one in self._half_done)
        self._form_words.setText(_("Half filled in: {what}").format(what=texts.listing(list(what))))
        self._forms.setVisible(bool(what))
        self.setVisible(bool(count or what))

    def _fill_in(self) -> None:
        self.visit_wanted.emit(partial(FormPage, key=self._half_done[0].key))


def _waiting(opened: Journal) -> tuple[Sequence[Draft], Sequence[HalfDone]]:
    return opened.drafts(), opened.unfinished.all()
