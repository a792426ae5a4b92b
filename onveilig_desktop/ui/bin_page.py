"""The bin: what was deleted, to be read, restored or removed for good."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.report.versions import size_words, whole_wording
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.aside import Aside, Question
from onveilig_desktop.ui.bin_delegate import BinDelegate, binned_words
from onveilig_desktop.ui.clearing import Clearing
from onveilig_desktop.ui.dated_list import DatedModel
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.flow_layout import foot
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import CARD, button, card, column, label, scrolling
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.nothing_yet import NothingYet
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.row_list import row_list
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story


class BinPage(Aside):
    """Binned entries on the left, the one that is chosen on the right."""

    is_wide = True

    def __init__(self, session: Session) -> None:
        super().__init__(_("Bin"))
        self._session = session
        self._chosen: journal.EntryId | None = None
        self._left: Iterator[int] = iter(())
        self.count = label("", "muted", wrap=True)
        self.clearing = label("", "muted", wrap=True)
        self.clearing.hide()
        self.model: DatedModel[journal.Binned] = DatedModel(partial(binned_words, session))
        self.list = self._make_list()
        self.heading = label("", "heading", wrap=True)
        self.story = Story(_("What happened?"), "")
        self.texts = Folded(session, self.story, is_empty=True)
        self.restore = writes(button(_("Put back"), "primary", icon="undo"))
        self.restore.clicked.connect(self._restore)
        self.erase = writes(button(_("Remove for good …"), "quiet", icon="delete"))
        self.erase.clicked.connect(self._ask_erase)
        self.empty = writes(button(_("Empty the bin …"), "quiet", icon="delete"))
        self.empty.clicked.connect(self._ask_empty)
        self.question = Question()
        self._whole = QStackedWidget()
        self._build()
        session.changed.connect(self.refresh)
        session.texts_hidden.connect(self.model.reword)
        self.refresh()
        self._clear()

    def refresh(self) -> None:
        """Ask for what is in the bin."""
        self._session.ask(lambda opened: opened.bin.lines(), self._show, owner=self)

    def _show(self, binned: Sequence[journal.Binned]) -> None:
        self.model.show_values(binned)
        words = ngettext("{n} entry in the bin", "{n} entries in the bin", len(binned))
        self.count.setText(words if binned else _("The bin is empty."))
        self.empty.setEnabled(bool(binned))
        self._whole.setCurrentIndex(0 if binned else 1)
        self.count.setVisible(bool(binned))
        self._show_entry(None)
        if binned:
            self.list.setCurrentIndex(self.model.index(0))

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            chosen: journal.Binned = now.data(ROW_ROLE)
            self._chosen = chosen.line.id
            work = partial(_entry, entry_id=self._chosen)
            self._session.ask(work, self._show_entry, owner=self, failed=lambda _gone: None)

    def _show_entry(self, entry: journal.Entry | None) -> None:
        if entry is not None and entry.id != self._chosen:
            return
        self._chosen = None if entry is None else entry.id
        self.heading.setText("" if entry is None else report.moment_words(entry.happened))
        words = "" if entry is None else whole_wording(entry)
        self.story.setPlainText(words)
        self.texts.begin_anew(is_empty=not words)
        for way_out in (self.restore, self.erase, self.story):
            way_out.setEnabled(entry is not None)

    def _restore(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._session.change(
                lambda opened: opened.restore(chosen), lambda _: self.list.setFocus(), owner=self
            )

    def _ask_erase(self) -> None:
        sentence = _(
            "Remove this entry for good, with its earlier wordings and files? Summaries, "
            "copies and backups that were made before, here or on other disks, stay as they are."
        )
        chosen = self._chosen
        if chosen is not None:
            self.question.ask(sentence, _("Remove for good"), partial(self._erase, chosen))

    def _erase(self, entry_id: journal.EntryId) -> None:
        self._session.change(
            lambda opened: opened.bin.erase(entry_id), lambda _: self._erased(), owner=self
        )

    def _erased(self) -> None:
        self.back.setFocus()
        self._clear()

    def _clear(self) -> None:
        """Overwrite what is left of removed files, and tell how far that is."""
        clearing = Clearing(self._session)
        clearing.went_on.connect(self._tell_left)
        clearing.begin()

    def _tell_left(self, left: int) -> None:
        words = _("Overwriting removed files … {size} to go. You can go on or leave.")
        self.clearing.setText(words.format(size=size_words(left)))
        self.clearing.setVisible(left > 0)

    def _ask_empty(self) -> None:
        sentence = _(
            "Remove everything in the bin for good, with earlier wordings and files? Summaries, "
            "copies and backups that were made before, here or on other disks, stay as they are."
        )
        self.question.ask(sentence, _("Empty the bin"), self._empty)

    def _empty(self) -> None:
        self.back.setFocus()
        self._session.ask(lambda opened: opened.bin.empty(), self._begin_to_empty, owner=self)

    def _begin_to_empty(self, left: Iterator[int]) -> None:
        self._left = left
        self._go_on(self.model.rowCount())

    def _go_on(self, left: int | None) -> None:
        if left is None:
            self._session.changed.emit()
            self._clear()
            return
        self.count.setText(_("Removing … {n} to go").format(n=left))
        self._session.ask(lambda _opened: next(self._left, None), self._go_on, owner=self)

    def _make_list(self) -> QListView:
        view = row_list(_("Entries in the bin"), self.model)
        self._delegate = BinDelegate(self._session)
        view.setItemDelegate(self._delegate)
        view.selectionModel().currentChanged.connect(self._choose)
        return view

    def _build(self) -> None:
        buttons = foot(self.erase, None, self.restore)
        chosen = card(column(self.heading, self.texts, None, buttons, gap=10, margin=CARD))
        side = QWidget()
        side.setLayout(column(self.list, foot(None, self.empty)))
        halves = Halves(side, chosen, shares=(2, 3), gap=16)
        self._whole.addWidget(scrolling(halves))
        self._whole.addWidget(scrolling(card(column(_nothing(), margin=CARD))))
        self.fill(self.count, self.clearing, self.question, self._whole)


def _entry(opened: journal.Journal, *, entry_id: journal.EntryId) -> journal.Entry:
    return opened.bin.entry(entry_id)


def _nothing() -> NothingYet:
    kept = _("What you delete comes here first, encrypted. From here it can be put back.")
    return NothingYet("delete", _("The bin is empty."), kept)
