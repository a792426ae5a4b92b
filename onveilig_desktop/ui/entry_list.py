"""The list of entries: short or endless, it reads what comes into view."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from onveilig_desktop import catalog, journal
from onveilig_desktop.journal import EntryId, Found, Listing, Query
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_delegate import EntryDelegate
from onveilig_desktop.ui.entry_list_model import EntryListModel, Index
from onveilig_desktop.ui.session import Session


class EntryList(QTableView):
    """Shows what a query finds.

    A table of one column and not a list view: a header knows how high its rows are without
    asking the delegate for each of a hundred thousand.
    """

    chosen = Signal(object)
    """The id of the entry on which the person has come to stand."""
    listed = Signal(int, int)
    """How many entries were found, and how many there are."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.query = Query()
        self._whole: Query | None = None
        self.found: int | None = None
        self.total: int | None = None
        self._here: int | None = None
        self._is_read = True
        self._reading: list[int] = []
        self._next: list[int] = []
        self.entries = EntryListModel(session.catalog)
        self.delegate = EntryDelegate(session.catalog)
        self._dress()
        self.entries.lines_wanted.connect(self._read)
        self.entries.dataChanged.connect(lambda: self.viewport().update())
        for signal in (self.entries.modelReset, self.entries.rowsInserted):
            signal.connect(self._fit)
        for ask in (self.refresh, self._count):
            session.changed.connect(ask)
            ask()

    def show_query(self, query: Query) -> None:
        """Show what *query* finds."""
        if query != self.query:
            self.query = query
            self.refresh()

    def refresh(self) -> None:
        """Ask for the entries again; where they are not yet shown, first for those on top."""
        work = _all if self._whole == self.query else _first
        ask = partial(work, query=self.query, known=self._session.catalog)
        self._session.ask(ask, self._show, owner=self)

    def point_out(self, entry_id: EntryId | None) -> None:
        """Stand on an entry, now or as soon as it is in the list."""
        if entry_id is None:
            self._stand_on(None)
        else:
            ask = partial(_place_of, entry_id=entry_id)
            self._session.ask(ask, self._stand_on, owner=self)

    def know(self, signals: catalog.Catalog) -> None:
        """Call the signals from now on what *signals* call them."""
        self.entries.know(signals)
        self.delegate.know(signals)
        self.viewport().update()

    def hide_texts(self, hidden: bool) -> None:
        """Show dates only, or the first words and the signals as well."""
        self.entries.hide_texts(hidden)
        self.delegate.hide_texts(hidden)
        self._fit()
        self.scrollTo(self.currentIndex())

    def currentChanged(self, now: Index, before: Index, /) -> None:
        """Say on which entry the person has come to stand, once it has been read."""
        super().currentChanged(now, before)
        number = self.entries.number_at(now)
        if number is not None and number != self._here:
            self._here, self._is_read = number, False
            self._tell()

    def selectionChanged(self, now: QItemSelection, before: QItemSelection, /) -> None:
        """Stand on what was chosen, also where a screen reader chose it."""
        super().selectionChanged(now, before)
        chosen = now.indexes()
        if chosen and chosen[0] != self.currentIndex():
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(chosen[0], keep)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier, /
    ) -> QModelIndex:
        """Let Home and End go to the ends of the list; a table goes to those of a row."""
        to = QAbstractItemView.CursorAction
        ends = {to.MoveHome: 0, to.MoveEnd: self.entries.rowCount() - 1}
        if action in ends:
            return self.entries.index(ends[action])
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str, /) -> None:
        """Do nothing: it would read every entry there is. The search box is one chord away."""

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the entries, and the focus around them all while it is on none of them."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.load_colour("focus"), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 8, 8)

    def changeEvent(self, event: QEvent, /) -> None:
        """Measure the rows again when the letters change."""
        super().changeEvent(event)
        changes = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in changes and self.entries.rowCount():
            self._fit()

    def _show(self, listing: Listing) -> None:
        if listing.query != self.query:
            return
        if not listing.is_whole:
            ask = partial(_all, query=self.query, known=self._session.catalog)
            self._session.ask(ask, self._show, owner=self)
        self.entries.show_listing(listing)
        self._point()
        self._whole = listing.query if listing.is_whole else None
        self.found = len(listing.places.numbers) if listing.is_whole else None
        self._tell_numbers()

    def _count(self) -> None:
        self._session.ask(lambda opened: opened.finding.count(), self._counted, owner=self)

    def _counted(self, total: int) -> None:
        self.total = total
        self._tell_numbers()

    def _tell_numbers(self) -> None:
        if self.found is not None and self.total is not None:
            self.listed.emit(self.found, self.total)

    def _stand_on(self, number: int | None) -> None:
        self._here, self._is_read = number, True
        self._point()

    def _point(self) -> None:
        place = self.entries.index_at(self._here)
        if place.isValid() and place != self.currentIndex():
            select = QItemSelectionModel.SelectionFlag.SelectCurrent
            self.selectionModel().setCurrentIndex(place, select)
            self.scrollTo(place)

    def _tell(self) -> None:
        """Pass on the entry that the person stands on, if it has been read by now."""
        row = self.entries.row_at(self._here)
        if row is not None and row.line is not None and not self._is_read:
            self._is_read = True
            self.chosen.emit(row.line.id)

    def _read(self, numbers: list[int]) -> None:
        """Ask for entries; while others are under way, only the latest wish is kept."""
        if self._reading:
            self._next = numbers
            return
        self._reading = numbers
        ask = partial(_at, numbers=numbers, query=self.query)
        done = partial(self._take, numbers, self.query)
        self._session.ask(ask, done, owner=self, failed=self._not_read)

    def _take(self, numbers: list[int], query: Query, found: Mapping[int, Found]) -> None:
        self._reading = []
        if query == self.query:
            self.entries.take(numbers, found)
            self._tell()
        wanted, self._next = self._next, []
        if wanted:
            self._read(wanted)

    def _not_read(self, error: Exception) -> None:
        self._reading = []
        self._session.fail(error)

    def _fit(self) -> None:
        """Give every row its height."""
        heading, entry = self.delegate.heights(self.fontMetrics())
        header = self.verticalHeader()
        header.setUpdatesEnabled(False)
        header.blockSignals(True)  # each row would have the table laid out again
        header.setDefaultSectionSize(entry)
        for number in self.entries.headings:
            header.resizeSection(number, heading)
        header.blockSignals(False)
        header.setUpdatesEnabled(True)
        self.verticalScrollBar().setSingleStep(entry // 3)
        self.updateGeometries()
        self.viewport().update()

    def _dress(self) -> None:
        self.setProperty("kind", "bare")
        self.setAccessibleName(_("Entries"))
        self.setModel(self.entries)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)


def _first(opened: journal.Journal, *, query: Query, known: catalog.Catalog) -> Listing:
    return opened.finding.first(query, known)


def _all(opened: journal.Journal, *, query: Query, known: catalog.Catalog) -> Listing:
    return opened.finding.all(query, known)


def _at(opened: journal.Journal, *, numbers: Sequence[int], query: Query) -> Mapping[int, Found]:
    return opened.finding.at(numbers, query)


def _place_of(opened: journal.Journal, *, entry_id: EntryId) -> int | None:
    return opened.finding.place_of(entry_id)
