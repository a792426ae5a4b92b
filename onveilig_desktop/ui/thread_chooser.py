"""Choosing the entry that is about the same pain."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListView

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.dates import write_day
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.dated_list import DatedModel
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.forms import button, card, column, label, row
from onveilig_desktop.ui.line_words import line_words
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

_PAUSE_MS = 150
_MOST = 200


class ThreadChooser(Aside):
    """The latest entries first; typing leaves those that have the words or the date."""

    def __init__(self, session: Session, entry_id: journal.EntryId) -> None:
        super().__init__(_("The same pain as …"))
        self._session = session
        self._entry_id = entry_id
        self._lines: Sequence[journal.EntryLine] = ()
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Words or a date"))
        self.search.setPlaceholderText(_("Words or a date"))
        self.search.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._tie)
        self.model: DatedModel[journal.EntryLine] = DatedModel(self._words)
        session.texts_hidden.connect(self.model.reword)
        self.list = self._make_list()
        self.tie = button(_("Tie them together"), "primary")
        self.tie.clicked.connect(self._tie)
        self.state = label("", "muted", wrap=True)
        foot = row(self.state, self.tie)
        foot.setStretch(0, 1)
        self.fill(
            label(_hint(), "muted", wrap=True),
            card(column(self.search, self.list, foot, gap=10, margin=18)),
        )
        self.setFocusProxy(self.search)
        session.ask(journal.Journal.lines, self._read, owner=self)

    def _read(self, lines: Sequence[journal.EntryLine]) -> None:
        self._lines = [line for line in lines if line.id != self._entry_id]
        self._look()

    def _look(self) -> None:
        said, lines = self.search.text(), self._lines
        self._session.ask(lambda _: _matching(lines, said), self._show, owner=self)

    def _show(self, found: Sequence[journal.EntryLine]) -> None:
        self.model.show_values(found)
        self.list.setCurrentIndex(self.model.index(0))
        self.tie.setEnabled(bool(found))
        self.state.setText("" if found else _("No other entry has this."))

    def _tie(self) -> None:
        place: QModelIndex = self.list.currentIndex()
        if not place.isValid():
            return
        chosen: journal.EntryLine = place.data(ROW_ROLE)
        work = partial(_tied, one=self._entry_id, other=chosen.id)
        self._session.change(work, lambda _: self.left.emit(), owner=self, failed=self._not_tied)

    def _not_tied(self, error: Exception) -> None:
        self.state.setText(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _words(self, line: journal.EntryLine) -> str:
        return line_words(line, self._session)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName(_("Entries"))
        view.setModel(self.model)
        view.setProperty("kind", "rows")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(lambda _index: self._tie())
        return view


def _matching(lines: Sequence[journal.EntryLine], said: str) -> Sequence[journal.EntryLine]:
    """Return the latest entries that have every word of *said*, or its date in figures."""
    words = said.casefold().split()
    found = (line for line in lines if _has(line, words))
    return list(islice(found, _MOST))


def _has(line: journal.EntryLine, words: Sequence[str]) -> bool:
    if not words:
        return True
    held = f"{write_day(line.happened.day)} {line.opening.casefold()}"
    return all(word in held for word in words)


def _tied(
    opened: journal.Journal, *, one: journal.EntryId, other: journal.EntryId
) -> journal.ThreadId:
    return opened.threads.tie(one, other)


def _hint() -> str:
    return _(
        "Entries that are about the same pain can be read one after the other. "
        "Choose one of them; what was tied to it comes along."
    )
