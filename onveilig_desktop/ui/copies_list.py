"""The list of copies, and what can be done with one of them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from onveilig_desktop.errors import DamagedJournalError, OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.backups import Backup, Contents
from onveilig_desktop.journal.integrity import Examined
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Question
from onveilig_desktop.ui.copies_words import (
    backup_words,
    comparison_words,
    contents_words,
    damage_words,
)
from onveilig_desktop.ui.dated_list import DatedModel
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import beside, button, card, column, label
from onveilig_desktop.ui.nothing_yet import NothingYet
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.passphrase_field import PassphraseField
from onveilig_desktop.ui.row_list import row_list
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

Then = Callable[[Backup, str | None], None]
Tried = tuple[Contents, Examined]
Compared = tuple[Contents, Contents | None]
"""What is in the copy, and what is there now; nothing where that cannot be counted."""


class CopiesList(QWidget):
    """Tries, puts back or removes the copy that is chosen."""

    told = Signal(str)
    """How it went, for the person."""
    changed = Signal()
    """What is in the folder changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_listing = False
        self.model: DatedModel[Backup] = DatedModel(lambda one: backup_words(one, session.here))
        self.view = self._make_view()
        first = _("The first one is made when you lock or close the journal.")
        self.nothing = NothingYet("copies", _("There is no copy here yet."), first)
        self._place = QStackedWidget()
        self._place.addWidget(self.view)
        self._place.addWidget(self.nothing)
        self.attempt = button(_("Try it"), describe=_("Opens it on trial and checks it"))
        self.attempt.clicked.connect(lambda: self._begin(self._try))
        self.put_back = button(_("Put back …"))
        self.put_back.clicked.connect(lambda: self._begin(self._compare))
        self.remove = writes(button(_("Remove …")))
        self.remove.clicked.connect(self._ask_removal)
        self.question = Question()
        self._then: Then = self._try
        self.passphrase = PassphraseField(_("The passphrase it had then"))
        self.passphrase.line.returnPressed.connect(self._unlocked)
        self.go_on = button(_("Go on"))
        self.go_on.clicked.connect(self._unlocked)
        self.lock = self._make_lock()
        self._build()
        self._refresh()

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show *backups*; the first one is chosen."""
        for asked in (self.question, self.lock):
            asked.hide()
        self._is_listing = True
        self.model.show_values(backups)
        self._place.setCurrentWidget(self.view if backups else self.nothing)
        self._ways.setVisible(bool(backups))
        if backups:
            self.view.setCurrentIndex(self.model.index(0))
        self._is_listing = False
        self._refresh()

    @property
    def chosen(self) -> Backup | None:
        """The copy at which the list stands."""
        found = self.view.currentIndex().data(ROW_ROLE)
        return found if isinstance(found, Backup) else None

    def _begin(self, then: Then) -> None:
        """Do *then* with what is chosen; ask first for a passphrase that only that one has."""
        backup = self.chosen
        self._tell("")
        if backup is None:
            return
        if backup.contents is not None or backup.is_damaged:
            then(backup, None)
        else:
            self._then = then
            self.passphrase.line.clear()
            self.lock.show()
            self.passphrase.setFocus()

    def _unlocked(self) -> None:
        backup, secret = self.chosen, self.passphrase.text()
        if backup is not None:
            self._then(backup, secret)

    def _tell(self, sentence: str) -> None:
        self.question.hide()
        self.lock.hide()
        self.told.emit(sentence)

    def _try(self, backup: Backup, secret: str | None) -> None:
        self._run(partial(_tried, backup=backup, secret=secret), self._show_tried)

    def _show_tried(self, found: Tried) -> None:
        held, examined = found
        if examined.is_sound:
            words = _("This copy opens and is whole: {words}.")
            self._tell(words.format(words=contents_words(held, self._session.here)))
        else:
            damage = " ".join(map(damage_words, examined.damage))
            self._tell(_("This copy opens, but it is damaged.") + " " + damage)

    def _compare(self, backup: Backup, secret: str | None) -> None:
        self._run(
            partial(_compared, backup=backup, secret=secret),
            partial(self._ask_putting_back, backup, secret),
        )

    def _ask_putting_back(self, backup: Backup, secret: str | None, both: Compared) -> None:
        self._tell("")
        words = comparison_words(*both, self._session.here)
        self.question.ask(words, _("Put it back"), partial(self._put_back, backup, secret))

    def _put_back(self, backup: Backup, secret: str | None) -> None:
        self._run(partial(_restored, backup=backup, secret=secret), self._session.put_back.emit)

    def _ask_removal(self) -> None:
        backup = self.chosen
        if backup is not None:
            self._tell("")
            words = _("Remove the copy of {words}?").format(
                words=backup_words(backup, self._session.here)
            )
            self.question.ask(words, _("Remove it"), partial(self._remove, backup))

    def _remove(self, backup: Backup) -> None:
        def removed(_nothing: None) -> None:
            self._tell(_("The copy was removed."))
            self.changed.emit()

        self._run(partial(_removed, backup=backup), removed)

    def _run(self, work: Callable[[Gate], Any], done: Callable[[Any], None]) -> None:
        self.told.emit(_("One moment …"))
        self._be_busy(True)

        def over(answer: Any) -> None:
            self._be_busy(False)
            done(answer)

        self._session.tend(work, over, owner=self, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._be_busy(False)
        self.told.emit(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _be_busy(self, busy: bool) -> None:
        if busy and any(part.hasFocus() for part in self._verbs()):
            self.view.setFocus()  # a button that is switched off would give the keyboard away
        for part in self._verbs():
            part.setEnabled(not busy)
        if not busy:
            self._refresh()

    def _verbs(self) -> tuple[QWidget, ...]:
        return self.attempt, self.put_back, self.remove, self.go_on

    def _refresh(self) -> None:
        for part in (self.attempt, self.put_back, self.remove):
            part.setEnabled(self.chosen is not None)

    def _make_view(self) -> QListView:
        view = row_list(_("Copies"), self.model)
        view.selectionModel().currentChanged.connect(self._turned)
        return view

    def _turned(self, *_: object) -> None:
        """Take back what was told of another copy."""
        if not self._is_listing:
            self._tell("")

    def _make_lock(self) -> QWidget:
        words = _("This copy was made with an earlier passphrase. Type that one to open it.")
        line = beside(self.passphrase, self.go_on)
        frame = card(column(label(words, wrap=True), line, margin=8), "notice")
        frame.hide()
        return frame

    def _build(self) -> None:
        self._ways = flow(self.attempt, self.put_back, self.remove)
        body = column(self.lock, self.question, self._place, self._ways, gap=10, margin=14)
        body.setStretch(2, 1)
        self.setLayout(column(card(body)))


def _tried(gate: Gate, *, backup: Backup, secret: str | None) -> Tried:
    return gate.backups.examine(backup.path, secret)


def _compared(gate: Gate, *, backup: Backup, secret: str | None) -> Compared:
    kept = gate.backups
    if backup.contents is None:
        held, _examined = kept.examine(backup.path, secret)
    else:
        held = backup.contents
    with suppress(DamagedJournalError):
        return held, kept.now()
    return held, None


def _restored(gate: Gate, *, backup: Backup, secret: str | None) -> Backup:
    return gate.backups.restore(backup.path, secret)


def _removed(gate: Gate, *, backup: Backup) -> None:
    gate.backups.remove(backup.path)
