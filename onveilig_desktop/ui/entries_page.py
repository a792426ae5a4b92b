"""The entries behind one mark, to choose from."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QListView

from onveilig_desktop import journal, report
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.dated_list import DatedModel
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.row_list import row_list
from onveilig_desktop.ui.session import Session

_OPENING = 160


class EntriesPage(Aside):
    """Exactly these entries, earliest first; Enter or a click reads one."""

    entry_wanted = Signal(list)

    def __init__(self, session: Session, entries: Sequence[journal.EntryId]) -> None:
        super().__init__(_("Entries behind this"))
        self._hides_texts = session.hides_texts
        count = ngettext(
            "{n} entry. Choose one to read it.", "{n} entries. Choose one to read it.", len(entries)
        )
        self.model: DatedModel[journal.Entry] = DatedModel(self._words)
        self.list = self._make_list()
        self.setFocusProxy(self.list)
        self.fill(label(count, "muted", wrap=True), self.list)
        session.texts_hidden.connect(self._hide_texts)
        session.ask(lambda opened: opened.entries(entries), self._show, owner=self)

    def _show(self, found: Sequence[journal.Entry]) -> None:
        self.model.show_values(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))

    def _words(self, entry: journal.Entry) -> str:
        when = report.moment_words(entry.happened)
        opening = shorten(entry.text[: 2 * _OPENING], _OPENING, placeholder=" …")
        return when if self._hides_texts or not opening else f"{when}\n{opening}"

    def _hide_texts(self, hidden: bool) -> None:
        self._hides_texts = hidden
        self.list.doItemsLayout()

    def _make_list(self) -> QListView:
        view = row_list(self.title, self.model)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.activated.connect(self._choose)
        view.clicked.connect(self._choose)
        return view

    def _choose(self, place: QModelIndex) -> None:
        chosen: journal.Entry = place.data(ROW_ROLE)
        self.entry_wanted.emit([chosen.id])
