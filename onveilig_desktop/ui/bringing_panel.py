"""Bringing in a copy of a journal, or what was noted before in another program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.merge import Merge
from onveilig_desktop.journal.past import PastReview
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.transfer import bring_copy
from onveilig_desktop.transfer.table_reading import NoDateColumnError
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.columns_table import ColumnsTable
from onveilig_desktop.ui.file_dialogs import ask_file, ask_folder
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, card, column, label, stand_out
from onveilig_desktop.ui.frames import Fitted
from onveilig_desktop.ui.long_work import LongWork
from onveilig_desktop.ui.looking_in import Looked, Notes, look, look_again
from onveilig_desktop.ui.moving_words import (
    added_words,
    form_words,
    merge_words,
    merged_words,
    review_words,
    unread_words,
)
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session


class BringingPanel(QWidget):
    """Shows what is in a file and what it will do; one button then does it."""

    left = Signal()
    entry_wanted = Signal(list)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._looked: Looked | None = None
        self._merged: Merge | None = None
        self._make_ways()
        self.message = label("", wrap=True)
        self.unread = label("", "muted", wrap=True)
        self.columns = ColumnsTable(session)
        self.columns.columns_changed.connect(self._look_again)
        self.order: Choice[bool] = Choice(
            _("How dates are written"),
            ((False, _("Day before month"), ""), (True, _("Month before day"), "")),
            needed=True,
        )
        self.order.changed.connect(self._turn_order)
        self.work = LongWork(session)
        self.work.busy_changed.connect(self._be_busy)
        self.left.connect(self.work.give_up)
        self._build()
        self._forget()
        session.texts_hidden.connect(lambda _hidden: self._show_unread())

    def look_in(self, path: Path) -> None:
        """Find out what is in a file or folder; nothing is written."""
        self._forget()
        words = _("Reading … You can stop or leave; nothing is added yet.")
        self.work.ask(words, partial(look, path=path), self._show, self._fail)

    def _choose_file(self) -> None:
        path = ask_file(self, _("Which file should be brought in?"))
        if path is not None:
            self.look_in(path)

    def _choose_folder(self) -> None:
        question = _("Which folder should be brought in?")
        path = ask_folder(self, question, shows_hidden=True)  # RedNotebook keeps its notes so
        if path is not None:
            self.look_in(path)

    def _look_again(self) -> None:
        looked = self._looked
        if looked is not None:
            work = partial(look_again, looked=looked, columns=self.columns.columns)
            words = _("Reading … You can stop or leave; nothing is added yet.")
            self.work.ask(words, work, self._show_found, self._fail)

    def _turn_order(self) -> None:
        self.columns.count_months_first(self.order.value() is True)
        self._look_again()

    def _show(self, looked: Looked) -> None:
        if isinstance(looked.what, Notes) and looked.what.table is not None:
            self.columns.show_table(looked.what.table, looked.what.columns)
            self.order.choose(looked.what.columns.is_month_first)
            for part in (self.columns, self.order):
                part.show()
        self._show_found(looked)

    def _show_found(self, looked: Looked) -> None:
        self._looked = looked
        what = looked.what
        if isinstance(what, Merge):
            words, may_add = merge_words(what), not what.changes_nothing
        elif what.found is None or what.review is None:
            words, may_add = sentence_of(NoDateColumnError()), False
        else:
            words, may_add = review_words(what.found, what.review), bool(what.review.new)
        self._say(f"{form_words(looked.form)}\n{words}")
        self._show_unread()
        self.add.setVisible(may_add)
        stand_out(*((self.add, self.file) if may_add else (self.file, self.add)))
        if may_add and not self.columns.isVisible():
            self.add.setFocus()

    def _show_unread(self) -> None:
        what = self._looked.what if self._looked is not None else None
        unread = what.found.unread if isinstance(what, Notes) and what.found is not None else ()
        self.unread.setText(unread_words(unread, hides_texts=self._session.hides_texts))
        self.unread.setVisible(bool(unread))

    def _bring(self) -> None:
        if self._looked is None:
            return
        path, what = self._looked.path, self._looked.what
        words = _("Bringing in … If you leave or stop now, nothing is added.")
        self._let_change(False)
        if isinstance(what, Merge):
            self.work.change(words, partial(_bring_copy, path=path), self._brought, self._fail)
        elif what.found is not None:
            work = partial(_add_notes, notes=what)
            self.work.change(words, work, self._added, self._fail)

    def _brought(self, merge: Merge) -> None:
        self._session.read_words()
        self._done(merged_words(merge))
        self._merged = merge
        self.conflicts.setVisible(bool(merge.conflicts))

    def _added(self, review: PastReview) -> None:
        self._done(added_words(review))

    def _done(self, words: str) -> None:
        path = self._looked.path if self._looked is not None else Path()
        self._forget()
        still = _("What you brought in is also still where it was: {path}").format(
            path=breakable(path)
        )
        self._say(f"{words}\n{still}")
        self.back.setText(_("Done"))
        stand_out(self.back, self.file)
        self.back.setFocus()

    def _fail(self, error: Exception) -> None:
        self._let_change(True)
        self._say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _forget(self) -> None:
        """Show nothing of an earlier file."""
        self._looked = self._merged = None
        self.back.setText(_("Cancel"))
        stand_out(self.file, self.back)
        self._let_change(True)
        self._say("")
        for part in (self.unread, self.columns, self.order, self.add, self.conflicts):
            part.hide()

    def _let_change(self, may_change: bool) -> None:
        for part in (self.columns, self.order):
            part.setEnabled(may_change)

    def _read_conflicts(self) -> None:
        if self._merged is not None:
            self.entry_wanted.emit([conflict.here.id for conflict in self._merged.conflicts])

    def _be_busy(self, busy: bool) -> None:
        buttons = (self.file, self.folder, self.add)
        # asked of the window: while a dialog closes it is not the one in use, and nothing has focus
        at = self.window().focusWidget()
        if busy and at in buttons:
            self.back.setFocus()  # a button that is switched off would give the keyboard away
        for part in buttons:
            part.setEnabled(not busy)
        if not busy and at in {self.back, self.work.stop}:
            self.file.setFocus()

    def _make_ways(self) -> None:
        self.file = button(_("Choose a file …"), "primary")
        self.file.clicked.connect(self._choose_file)
        self.folder = button(_("Choose a folder …"), describe=_("For RedNotebook"))
        self.folder.clicked.connect(self._choose_folder)
        self.add = writes(button(_("Bring this in"), "primary"))
        self.add.clicked.connect(self._bring)
        self.conflicts = button(_("Read the entries with two wordings"))
        self.conflicts.clicked.connect(self._read_conflicts)
        self.back = button(_("Cancel"))
        self.back.clicked.connect(self.left)

    def _build(self) -> None:
        about = _(
            "A file from «Everything in one file», also of this same journal on another computer. "
            "Or what you noted before: a table (CSV), RedNotebook (its folder), jrnl, Day One, or "
            "text with dates. You see first what will come in; the file itself stays as it is."
        )
        body = QWidget()
        body.setLayout(
            column(
                label(_("Bring in"), "heading"),
                label(about, wrap=True),
                flow(self.back, self.folder, self.file),
                self.columns,
                self.order,
                self.message,
                self.unread,
                gap=12,
                margin=4,
            )
        )
        foot = column(self.work, flow(self.conflicts, self.add), margin=4)
        self.setLayout(column(card(column(Fitted(body), foot, margin=14)), None))


def _bring_copy(opened: Journal, told: Told, *, path: Path) -> Merge:
    return bring_copy(opened, path, told)


def _add_notes(opened: Journal, told: Told, *, notes: Notes) -> PastReview:
    return opened.past.add(notes.found.notes if notes.found is not None else (), told)
