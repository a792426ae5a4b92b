"""Choosing the entry that is about the same pain."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Precision, Query
from onveilig_desktop.journal.dates import understand
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.entry_list import EntryList
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.forms import button, card, column, label, row
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.typed_line import TypedLine

_PAUSE_MS = 150
_LOOKED_AT = 4
"""Rows from the top among which there is another entry: it, a month, and another month."""


class ThreadChooser(Aside):
    """The latest entries first; typing leaves those that have the words or the date."""

    def __init__(self, session: Session, entry_id: journal.EntryId) -> None:
        super().__init__(_("The same pain as …"))
        self._session = session
        self._entry_id = entry_id
        self._is_shown = False
        self.search = TypedLine()
        self.search.setAccessibleName(_("Words or a date"))
        self.search.setPlaceholderText(_("Words or a date"))
        self.search.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.search.typed.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._enter)
        self.tie = writes(button(_("Tie them together"), "primary"))
        self.tie.clicked.connect(self._tie)
        self.state = label("", "muted", wrap=True)
        self.list = EntryList(session)
        self.model = self.list.entries
        self._listen()
        foot = row(self.state, self.tie)
        foot.setStretch(0, 1)
        self.fill(
            label(_hint(), "muted", wrap=True),
            card(column(self.search, self.list, foot, gap=10, margin=18)),
        )
        self.setFocusProxy(self.search)
        self._tell()

    def _listen(self) -> None:
        self.list.hide_texts(self._session.hides_texts)
        self._session.texts_hidden.connect(self.list.hide_texts)
        self.list.activated.connect(self._tie)
        for signal in (self.list.selectionModel().currentChanged, self.list.chosen):
            signal.connect(self._tell)
        self.model.modelReset.connect(self._begin_at_first)
        self.list.listed.connect(self._be_shown)

    def _look(self) -> None:
        self._pause.stop()
        query = _query(self.search.text(), self._session.today)
        self._is_shown = self._is_shown and query == self.list.query
        self.list.show_query(query)
        self._tell()

    def _be_shown(self) -> None:
        self._is_shown = True
        self._tell()

    def _begin_at_first(self) -> None:
        """Stand on the first entry that is another one."""
        self._is_shown = True
        for number in range(min(self.model.rowCount(), _LOOKED_AT)):
            line = self._line_at(number)
            if line is not None and line.id != self._entry_id:
                first = self.model.index(number)
                self.list.setCurrentIndex(first)
                self.list.scrollTo(first, EntryList.ScrollHint.PositionAtTop)
                break
        self._tell()

    def _line_at(self, number: int) -> journal.EntryLine | None:
        shown = self.model.index(number).data(ROW_ROLE)
        line: journal.EntryLine | None = None if shown is None else shown.line
        return line

    def _chosen(self) -> journal.EntryLine | None:
        """Return the entry that is stood on, once what was typed is what is shown."""
        return self._line_at(self.list.currentIndex().row()) if self._is_shown else None

    def _tell(self) -> None:
        chosen = self._chosen()
        self.tie.setEnabled(chosen is not None and chosen.id != self._entry_id)
        if chosen is not None and chosen.id == self._entry_id:
            self.state.setText(_("This is the entry itself. Choose another one."))
        else:
            nothing = self._is_shown and not self.model.rowCount()
            self.state.setText(_("No other entry has this.") if nothing else "")

    def _enter(self) -> None:
        if self._pause.isActive():
            self._look()
        else:
            self._tie()

    def _tie(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        work = partial(_tied, one=self._entry_id, other=chosen.id)
        self._session.change(work, lambda _: self.left.emit(), owner=self, failed=self._not_tied)

    def _not_tied(self, error: Exception) -> None:
        self.state.setText(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error


def _query(said: str, today: date) -> Query:
    """Return what finds the words of *said*; with figures in it, the day it may be."""
    if any(map(str.isdigit, said)):
        try:
            day = understand(said, today)
        except OnveiligError:
            return Query(text=said)
        if day.precision is not Precision.MONTH:
            return Query(first=day.day, last=day.day)
    return Query(text=said)


def _tied(
    opened: journal.Journal, *, one: journal.EntryId, other: journal.EntryId
) -> journal.ThreadId:
    return opened.threads.tie(one, other)


def _hint() -> str:
    return _(
        "Entries that are about the same pain can be read one after the other. "
        "Choose one of them; what was tied to it comes along."
    )
