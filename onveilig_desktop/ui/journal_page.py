"""The journal: its entries by month, and beside them the one that is read or written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QListView, QSplitter, QStackedWidget, QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.draft_keeper import DraftKeeper, Then
from onveilig_desktop.ui.entry_delegate import EntryDelegate
from onveilig_desktop.ui.entry_editor import EntryEditor
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, EntryListModel, Row, rows_of
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.forms import button, card, column, label, on_keys, page, row
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.tasks import Failed
from onveilig_desktop.ui.undo_bar import UndoBar
from onveilig_desktop.ui.waiting_drafts import WaitingDrafts


class JournalPage(QWidget):
    """List on the left; on the right the reader, the editor, or a word of welcome."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading: journal.EntryId | None = None
        self.model = EntryListModel(session.catalog)
        self.list = self._make_list()
        self.new = button(_("New entry"), "primary", describe="Ctrl+N")
        on_keys(self.new, "Ctrl+N")
        self.new.clicked.connect(lambda: self.write(journal.Draft.new()))
        self.count = label("", "muted")
        self.keeper = DraftKeeper(session)
        self.waiting = WaitingDrafts(session, self.keeper)
        self.waiting.wanted.connect(self.write)
        self.undo_bar = UndoBar()
        self.editor: EntryEditor | None = None
        self.side = QStackedWidget()
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()
        session.ask(journal.Journal.drafts, self._offer_drafts, owner=self)

    def refresh(self) -> None:
        """Ask for the entries again."""
        self._session.ask(lambda opened: rows_of(opened.lines()), self._show, owner=self)

    def write(self, draft: journal.Draft) -> None:
        """Open the editor with *draft*; what stood there is kept."""
        if self.editor is not None:
            self.editor.seal()
        editor = self._editor()
        is_new = not self.model.index_of(draft.entry_id).isValid()
        if is_new:
            self._reading = None
            self.list.clearSelection()
        editor.heading.setText(_("New entry") if is_new else _("Correct"))
        editor.open(draft)
        self._put_aside(editor)
        self.waiting.leave_out(draft.entry_id)
        editor.text.setFocus()

    def read(self, entry_id: journal.EntryId) -> None:
        """Show one entry, and where it stands in the list."""
        self._reading = entry_id
        self._point_out()
        self._session.ask(partial(_entry, entry_id=entry_id), self._show_entry, owner=self)

    def seal(self, then: Then, failed: Failed) -> None:
        """Keep all that is being written, encrypted; *then* when the vault has it."""
        if self.editor is not None:
            self.editor.seal()
        self.keeper.keep_all(then, failed)

    def delete(self, entry_id: journal.EntryId) -> None:
        """Put an entry in the bin and offer to take it back."""
        self._session.change(
            lambda opened: opened.delete(entry_id), partial(self._deleted, entry_id), owner=self
        )

    def _show(self, rows: list[Row]) -> None:
        self.model.show_rows(rows)
        entries = sum(row.line is not None for row in rows)
        self.count.setText(ngettext("{n} entry", "{n} entries", entries) if entries else "")
        self._point_out()

    def _point_out(self) -> None:
        place = self.model.index_of(self._reading)
        if place.isValid():
            chosen = self.list.selectionModel()
            chosen.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.SelectCurrent)
            self.list.scrollTo(place)

    def _offer_drafts(self, drafts: Sequence[journal.Draft]) -> None:
        if drafts:
            self.write(drafts[0])
            if self.editor is not None:
                self.editor.say(_("You were writing this. Save it, or leave it for later."))

    def _show_entry(self, entry: journal.Entry) -> None:
        if entry.id != self._reading:
            return
        if self.editor is not None:
            self.editor.seal()
        reader = EntryReader(self._session, entry)
        reader.edit_wanted.connect(self._correct)
        reader.delete_wanted.connect(self.delete)
        self._put_aside(reader)
        self.waiting.leave_out(None)

    def _correct(self, entry: journal.Entry) -> None:
        """Go on with the draft of a correction where there is one."""

        def with_drafts(drafts: Sequence[journal.Draft]) -> None:
            kept = (draft for draft in drafts if draft.entry_id == entry.id)
            self.write(next(kept, journal.Draft.of(entry)))

        self._session.ask(journal.Journal.drafts, with_drafts, owner=self)

    def _saved(self, entry_id: journal.EntryId) -> None:
        self.list.setFocus()
        self.read(entry_id)

    def _deleted(self, entry_id: journal.EntryId, _nothing: None) -> None:
        self._reading = None
        self._put_aside(_welcome())
        self.undo_bar.offer(_("The entry is in the bin."), partial(self._restore, entry_id))

    def _restore(self, entry_id: journal.EntryId) -> None:
        self._reading = entry_id
        self._session.change(
            lambda opened: opened.restore(entry_id), lambda _: self.read(entry_id), owner=self
        )

    def _left(self) -> None:
        if self._reading is not None:
            self.read(self._reading)
        else:
            self._put_aside(_welcome())
            self.waiting.leave_out(None)
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

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        chosen: Row | None = now.data(ROW_ROLE)
        if chosen is not None and chosen.line is not None and chosen.line.id != self._reading:
            self.read(chosen.line.id)

    def _editor(self) -> EntryEditor:
        if self.editor is None:
            self.editor = EntryEditor(self._session, self.keeper)
            self.editor.discarded.connect(self._discarded)
            self.editor.saved.connect(self._saved)
            self.editor.left.connect(self._left)
        return self.editor

    def _put_aside(self, widget: QWidget) -> None:
        old = self.side.currentWidget()
        if old is widget:
            return
        self.side.addWidget(widget)
        self.side.setCurrentWidget(widget)
        if old is not None and old is not self.editor:
            self.side.removeWidget(old)
            old.deleteLater()

    def _make_list(self) -> QListView:
        view = QListView()
        view.setProperty("kind", "bare")
        view.setAccessibleName(_("Entries"))
        view.setModel(self.model)
        view.setItemDelegate(EntryDelegate(self._session.catalog))
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.setBatchSize(200)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._chosen)
        return view

    def _build(self) -> None:
        left = page()
        head = row(label(_("Journal"), "title"), None, self.new)
        bars = (self.waiting, self.undo_bar)
        left.setLayout(column(head, self.count, *bars, self.list, gap=10))
        left.setMinimumWidth(300)
        self.side.addWidget(_welcome())
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(self.side)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(20)
        halves.setStretchFactor(0, 4)
        halves.setStretchFactor(1, 5)
        self.setLayout(column(halves, margin=22))


def _entry(opened: journal.Journal, *, entry_id: journal.EntryId) -> journal.Entry:
    return opened.entry(entry_id)


def _welcome() -> QWidget:
    words = _(
        "Write down what happened, in your own words and at your own pace. "
        "Choose an entry to read it back."
    )
    return card(column(None, label(words, "muted", wrap=True), None, margin=40))
