"""The journal: its entries by month, and beside them the one that is read or written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.beneath_list import BeneathList, walk_by_keys
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.clearing import Clearing
from onveilig_desktop.ui.draft_keeper import DraftKeeper
from onveilig_desktop.ui.entry_editor import EntryEditor
from onveilig_desktop.ui.entry_list import EntryList
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.forms import APART, PAGE, button, column, on_keys, page, scrolling
from onveilig_desktop.ui.found_words import mark
from onveilig_desktop.ui.frames import Halves
from onveilig_desktop.ui.hide_texts import hide_texts_button
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.keeper import Then
from onveilig_desktop.ui.list_head import ListHead
from onveilig_desktop.ui.nothing_yet import before_the_first
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.questions import Questions
from onveilig_desktop.ui.search_bar import SearchBar
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.tasks import Failed
from onveilig_desktop.ui.undo_bar import UndoBar
from onveilig_desktop.ui.waiting_drafts import WaitingDrafts

_REST_MS = 150
"""Between two steps that can wait, so that keys and clicks come between them."""


class JournalPage(QWidget):
    """List on the left; on the right the reader, the editor, or a word of welcome."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: journal.EntryId | None = None
        self._awaited: journal.EntryId | None = None
        self.list = EntryList(session)
        self.model = self.list.entries
        self.list.chosen.connect(self._chosen)
        self.search = SearchBar(session)
        self.search.query_changed.connect(self._seek)
        self.search.left.connect(self.list.setFocus)
        self.list.listed.connect(self.search.tell)
        self._make_ways_in()
        self.hide_texts = hide_texts_button(session, self.list)
        self.keeper = DraftKeeper(session)
        self.waiting = WaitingDrafts(session, self.keeper)
        self.waiting.wanted.connect(self.write)
        self.waiting.visit_wanted.connect(self.visit_wanted)
        self.undo_bar = UndoBar()
        self.beneath = BeneathList()
        self.beneath.visit_wanted.connect(self.visit_wanted)
        self.search.filter.toggled.connect(self.beneath.setHidden)
        walk_by_keys(self)
        self.questions = self._make_questions()
        self.editor: EntryEditor | None = None
        self.side = QStackedWidget()
        self._build()
        session.catalog_changed.connect(self._reword)
        session.ask(journal.Journal.drafts, self._offer_drafts, owner=self)
        self.questions.begin()
        Clearing(session).begin()  # what an earlier session left

    def _make_ways_in(self) -> None:
        self.new = writes(button(_("New entry"), "primary", describe=keys.NEW.shown, icon="new"))
        on_keys(self.new, keys.NEW.chord)
        self.new.clicked.connect(lambda: self.write(journal.Draft.new()))
        told = keys.CHECK_IN.shown
        self.check_in = writes(button(_("Check-in"), "quiet", describe=told, icon="check-in"))
        self.check_in.setToolTip(keys.CHECK_IN.shown)
        self.check_in.clicked.connect(lambda: self.visit_wanted.emit(CheckInPage))

    def write(self, draft: journal.Draft) -> None:
        """Open the editor with *draft*; what stood there is kept."""
        if self.editor is not None:
            self.editor.seal()
        self._awaited = None  # an answer about what was to be read comes too late now
        self.questions.make_way(draft.entry_id)
        editor = self._editor()
        editor.open(draft)
        self._session.ask(lambda opened: opened.is_saved(draft), self._name_form, owner=editor)
        self._put_aside(editor)
        self.waiting.leave_out(draft.entry_id)
        editor.text.setFocus()
        self._halves.bring_up(self.side)

    def _name_form(self, is_saved: bool) -> None:
        """Say above the form whether it corrects an entry or makes a new one."""
        self._editor().know_saved(is_saved)
        if not is_saved:
            self._reading = None
            self.list.point_out(None)
            self.list.clearSelection()

    def read(self, entry_id: journal.EntryId) -> None:
        """Show one entry, and where it stands in the list."""
        self._reading = self._awaited = entry_id
        self.list.point_out(entry_id)
        self._session.ask(partial(_entry, entry_id=entry_id), self._show_entry, owner=self)

    def bring_up_list(self) -> None:
        """Show the list, also where it stands above what is read or written."""
        self._halves.bring_up(self._list_side)

    def seal(self, then: Then, failed: Failed) -> None:
        """Keep all that is being written, encrypted; *then* when the vault has it."""
        if self.editor is not None:
            self.editor.seal()
        self.keeper.keep_all(then, failed)

    def refresh_attachments(self) -> None:
        """Show anew which files belong to what is read or written."""
        shown = self.side.currentWidget()
        if isinstance(shown, EntryReader | EntryEditor):
            shown.attachments.refresh()

    def delete(self, entry_id: journal.EntryId) -> None:
        """Put an entry in the bin and offer to take it back."""
        self._session.change(
            lambda opened: opened.delete(entry_id), partial(self._deleted, entry_id), owner=self
        )

    def _seek(self, query: journal.Query) -> None:
        self.list.show_query(query)
        self.check_in.setVisible(query.asks_nothing)  # «show all» stands there now
        shown = self.side.currentWidget()
        if isinstance(shown, EntryReader):
            mark(shown, query.words)

    def _offer_drafts(self, drafts: Sequence[journal.Draft]) -> None:
        QTimer.singleShot(_REST_MS, self, self._prepare)
        if drafts:
            self.write(drafts[0])
            if self.editor is not None:
                self.editor.say(_("You were writing this. Save it, or leave it for later."))
        elif not self._is_in_use():  # the field of the passphrase had the keyboard
            self.new.setFocus()

    def _is_in_use(self) -> bool:
        at = QApplication.focusWidget()
        return self.isHidden() or (at is not None and self.isAncestorOf(at))

    def _prepare(self) -> None:
        """Make the form, step by step, while nothing else is asked: later it opens at once."""
        if self.editor is None:
            editor = self._editor()
            self.side.addWidget(editor)
            QTimer.singleShot(_REST_MS, editor, editor.make_ready)

    def _show_entry(self, entry: journal.Entry) -> None:
        if entry.id != self._awaited:
            return
        if self.editor is not None:
            self.editor.seal()
        reader = EntryReader(self._session, entry)
        reader.edit_wanted.connect(self._correct)
        reader.delete_wanted.connect(self.delete)
        reader.visit_wanted.connect(self.visit_wanted)
        reader.thread_wanted.connect(self.search.show_thread)
        # two steps, with room for a key between: to make it and to show it
        reader.setParent(self)  # to go with this page
        in_turn(reader, partial(self._show_reader, reader))

    def _show_reader(self, reader: EntryReader) -> None:
        if reader.entry_id != self._awaited:  # something else was asked for since
            reader.deleteLater()
            return
        mark(reader, self.list.query.words)
        self._put_aside(reader)
        self.waiting.leave_out(None)

    def _correct(self, entry: journal.Entry) -> None:
        """Go on with the draft of a correction where there is one."""

        def with_drafts(drafts: Sequence[journal.Draft]) -> None:
            kept = (draft for draft in drafts if draft.entry_id == entry.id)
            self.write(next(kept, journal.Draft.of(entry)))

        self._session.ask(journal.Journal.drafts, with_drafts, owner=self)

    def _saved(self, entry_id: journal.EntryId) -> None:
        if self.isVisible():  # else the keyboard is elsewhere by now
            self.list.setFocus()
        self.read(entry_id)

    def _deleted(self, entry_id: journal.EntryId, _nothing: None) -> None:
        self._reading = self._awaited = None
        self.list.point_out(None)
        self._put_aside(before_the_first())
        self.undo_bar.offer(_("The entry is in the bin."), partial(self._restore, entry_id))

    def _restore(self, entry_id: journal.EntryId) -> None:
        self._reading = entry_id
        self._session.change(
            lambda opened: opened.restore(entry_id), lambda _: self.read(entry_id), owner=self
        )

    def _reword(self) -> None:
        """Show the signals under the names they have now."""
        self.list.know(self._session.catalog)
        self._read_anew()

    def _read_anew(self) -> None:
        """Show again what is being read; what is being written stays as it is."""
        shown = self.side.currentWidget()
        if isinstance(shown, EntryReader):
            self.read(shown.entry_id)

    def _left(self) -> None:
        if self._reading is not None:
            self.read(self._reading)
        else:
            self._put_aside(before_the_first())
            self.waiting.leave_out(None)
        if self.isVisible():
            self.new.setFocus()

    def _discarded(self, draft: journal.Draft) -> None:
        self._session.change(
            lambda opened: opened.drop_draft(draft.entry_id),
            lambda _nothing: self._left(),
            owner=self,
        )
        self.undo_bar.offer(_("The draft was thrown away."), partial(self.write_again, draft))

    def write_again(self, draft: journal.Draft) -> None:
        """Open a draft that is not in the vault any more, as if it had just been typed."""
        self.write(draft)
        self._editor().type_again()

    def _chosen(self, entry_id: journal.EntryId) -> None:
        if entry_id != self._reading:
            self.read(entry_id)

    def _editor(self) -> EntryEditor:
        if self.editor is None:
            self.editor = EntryEditor(self._session, self.keeper)
            self.editor.discarded.connect(self._discarded)
            self.editor.saved.connect(self._saved)
            self.editor.left.connect(self._left)
            self.editor.visit_wanted.connect(self.visit_wanted)
        return self.editor

    def _put_aside(self, widget: QWidget) -> None:
        self.questions.step_aside(widget is self.editor)
        old = self.side.currentWidget()
        if old is widget:
            return
        if not isinstance(widget, EntryReader | EntryEditor):  # the list has what comes next
            self.bring_up_list()
        self.side.addWidget(widget)
        self.side.setCurrentWidget(widget)
        if old is not None and old is not self.editor:
            self.side.removeWidget(old)
            old.deleteLater()

    def _make_questions(self) -> Questions:
        questions = Questions(self._session, before=self.new)
        questions.read_wanted.connect(self.read)
        questions.answered.connect(self._read_anew)
        return questions

    def _build(self) -> None:
        self._list_side = left = page()
        head = ListHead(self.new, self.check_in, self.search)
        self.list.listed.connect(head.arrange)
        self.beneath.take_in(self.hide_texts)
        bars = (self.waiting, self.undo_bar)
        found = column(self.search.nothing, *bars, self.list, gap=10)
        left.setLayout(column(head, found, self.beneath, gap=10))
        left.setMinimumWidth(head.least)
        self.side.addWidget(before_the_first())
        self._halves = Halves(left, self.side, shares=(1, 2), gap=20)
        self.list.clicked.connect(lambda _: self._halves.bring_up(self.side))
        self.setLayout(column(self.questions, scrolling(self._halves), gap=APART, margin=PAGE))


def _entry(opened: journal.Journal, *, entry_id: journal.EntryId) -> journal.Entry:
    return opened.entry(entry_id)
