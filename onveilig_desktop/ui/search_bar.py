"""The search box above the list, with the filter that unfolds below it."""

from dataclasses import fields, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from onveilig_desktop.journal import Query, ThreadId
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui import icons, keys
from onveilig_desktop.ui.filter_panel import FilterPanel
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import SPACE, button, card, column, label, row, scrolling
from onveilig_desktop.ui.icons import Picture
from onveilig_desktop.ui.nothing_yet import NothingYet
from onveilig_desktop.ui.session import Session

_PAUSE_MS = 120
_LONGEST = 300
_PANEL = (150, 330)
"""The least and the most height of the unfolded filter, in device-independent pixels."""


class SearchBox(QLineEdit):
    """A line that Escape empties; once it is empty, Escape leaves it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Search"))
        self.setPlaceholderText(_("Search"))
        self.setAccessibleDescription(
            _("For words, the name of a signal, or a date such as «14 March» or «March 2026»")
        )
        self.setToolTip(f"{self.accessibleDescription()}. {keys.FIND.shown}")
        self.setMaxLength(_LONGEST)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText)
        self.setClearButtonEnabled(False)
        self.setLayout(row(Picture("search", "muted", 0.9), None))
        self.layout().setContentsMargins(SPACE, 0, 0, 0)  # type: ignore[union-attr]
        self.setTextMargins(icons.height(self), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Empty the line, or leave it for what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(QWidget):
    """What is typed and chosen makes one query; what it found is told in a quiet line."""

    query_changed = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = Query()
        self._panel: FilterPanel | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.box = SearchBox()
        self.box.textChanged.connect(lambda _text: self._pause.start())
        self.box.left.connect(self.left)
        QShortcut(QKeySequence(keys.FIND.chord), self).activated.connect(self._begin)
        about = _("Unfolds more ways to choose")
        self.filter = button(_("Filter"), describe=about, icon="filter")
        self.filter.setCheckable(True)
        self.filter.clicked.connect(self._unfold)
        session.texts_hidden.connect(self._fold)
        self.one_thread = self._make_one_thread()
        self.unfolded = card(column(margin=10))
        self.unfolded.setMaximumHeight(_PANEL[1])
        self.unfolded.hide()
        self.count = label("", "muted")
        leaves = _("Leaves the search and the filter")
        self.show_all = button(_("Show all"), "quiet", describe=leaves, icon="close")
        self.show_all.clicked.connect(lambda: self.show_query(Query()))
        self.show_all.hide()
        self.nothing = NothingYet("search", "", "")
        self.nothing.hide()
        line = row(self.box, self.filter)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.one_thread, self.unfolded))

    @property
    def panel(self) -> FilterPanel:
        """The filter, made when it is first needed."""
        if self._panel is None:
            self._panel = FilterPanel(self._session)
            self._panel.changed.connect(self._pause.start)
            self._panel.views.wanted.connect(self.show_query)
            self._panel.views.show_query(self._query)
            area = scrolling(self._panel)
            area.setMinimumHeight(_PANEL[0])
            inside = self.unfolded.layout()
            assert inside is not None  # noqa: S101 - a card has a layout
            inside.addWidget(area)
        return self._panel

    def show_thread(self, thread: ThreadId) -> None:
        """Ask for all entries of one thread."""
        self.show_query(Query(thread=thread))

    def show_query(self, query: Query) -> None:
        """Ask for *query*, and show it as if it had been typed and chosen."""
        self.box.setText(query.text)
        if self._panel is not None or query.is_filtered:
            self.panel.show_query(query)
        self._ask()

    def tell(self, found: int, entries: int) -> None:
        """Say how many of all entries were found."""
        is_all = self._query.asks_nothing
        if is_all:
            words = ngettext("{n} entry", "{n} entries", found) if found else ""
        else:
            many = ngettext("{n} entry", "{n} entries", entries)
            words = _("{found} of {entries}").format(found=found, entries=many)
        self.count.setText(words)
        self.show_all.setVisible(not is_all)
        self._tell_nothing(is_empty=is_all)
        self.nothing.setVisible(not found)

    def _tell_nothing(self, *, is_empty: bool) -> None:
        """Say why there is nothing, without a picture where a welcome stands beside it."""
        if is_empty:
            self.nothing.say(_("No entries yet"), _("What you save is listed here by month."))
        else:
            self.nothing.say(_("Nothing was found."), _("Try fewer words, or show all."))
        self.nothing.make_do(0 if is_empty else None)

    def _ask(self) -> None:
        self._pause.stop()
        query = Query(text=self.box.text())
        if self._panel is not None:
            query = self._panel.query(self.box.text())
            self._panel.views.show_query(query)
        self.one_thread.setVisible(query.thread is not None)
        chosen = _chosen(query)
        self.filter.setText(_("Filter ({n})").format(n=chosen) if chosen else _("Filter"))
        if query != self._query:
            self._query = query
            self.query_changed.emit(query)

    def _make_one_thread(self) -> QWidget:
        """Say that one thread is shown, with the way out of it."""
        self.leave_thread = button(
            _("Leave this thread"), "quiet", describe=_("Shows other entries too")
        )
        self.leave_thread.clicked.connect(
            lambda: self.show_query(replace(self._query, thread=None))
        )
        made = card(
            column(flow(label(_("Only one thread")), self.leave_thread), margin=2), "notice"
        )
        made.hide()
        return made

    def _begin(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def _fold(self, hidden: bool) -> None:
        """Put away which signals are asked for, while texts are hidden."""
        if hidden and self._panel is not None:
            self.filter.setChecked(False)
            self._unfold(False)

    def _unfold(self, on: bool) -> None:
        self.panel.setVisible(on)
        self.unfolded.setVisible(on)


def _chosen(query: Query) -> int:
    """Return how many choices of the filter are in use."""
    plain = Query(text=query.text)
    return sum(getattr(query, it.name) != getattr(plain, it.name) for it in fields(Query))
