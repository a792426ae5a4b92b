"""The entries of a period: which go along whole, and which passages stand on the first page."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from onveilig_desktop import journal, report
from onveilig_desktop.report.choice import MOST_QUOTES, Quote
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.entry_list_model import Index
from onveilig_desktop.ui.folded import Folded
from onveilig_desktop.ui.forms import beside, button, column, label, row, wide
from onveilig_desktop.ui.line_words import line_words
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.text_field import Story
from onveilig_desktop.ui.tick_delegate import TickDelegate
from onveilig_desktop.ui.tick_model import TickModel

_HEIGHT = 190


class EntryTicks(QWidget):
    """A list to tick; the entry in hand can be read below it, and quoted."""

    changed = Signal()
    """The person chose something."""
    offered = Signal()
    """Other entries are on offer."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entry: journal.Entry | None = None
        self._quotes: list[Quote] = []
        self.model = TickModel(partial(line_words, session=session))
        session.texts_hidden.connect(self.model.reword)
        for told, tell in (
            (self.model.ticks_changed, self.changed),
            (self.model.offered, self.offered),
        ):
            told.connect(self._count)
            told.connect(tell)
        self.list = self._make_list()
        self.all = button(_("All"), describe=_("Includes every entry of the period in full"))
        self.all.clicked.connect(lambda: self.model.tick_all(True))
        self.none = button(_("None"), describe=_("Includes no entry in full"))
        self.none.clicked.connect(lambda: self.model.tick_all(False))
        self.count = label("", "muted", wrap=True)
        self.story = Story(_("The entry in hand"), "")
        self.texts = Folded(session, self.story, is_empty=True)
        self.quote = button(_("Quote what is selected"), describe=_("Puts it on the first page"))
        self.quote.clicked.connect(self._quote)
        self._kept = QVBoxLayout()
        self._kept.setSpacing(4)
        self.said = label(_how_to_quote(), "muted", wrap=True)
        self.setLayout(
            column(
                self.count,
                row(self.all, self.none, None),
                self.list,
                self.texts,
                row(self.quote, None),
                self.said,
                self._kept,
            )
        )

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The passages for the first page."""
        return tuple(self._quotes)

    def choose(self, ticked: frozenset[journal.EntryId], quotes: Sequence[Quote]) -> None:
        """Show these as chosen, without a word to anyone."""
        self.model.choose(ticked)
        self._quotes = list(quotes)
        self._show_quotes()

    def offer(self, period: report.Period) -> None:
        """Offer the entries of *period*."""
        work = partial(_lines, period=period, today=self._session.today)
        self._session.ask(work, self.model.show_lines, owner=self)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(TickDelegate(made))
        made.setAccessibleName(_("Entries to include in full"))
        made.setProperty("kind", "ticks")
        made.setUniformItemSizes(True)
        made.setFixedHeight(wide(_HEIGHT))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.selectionModel().currentChanged.connect(self._read)
        return made

    def _read(self, index: Index) -> None:
        entry_id = self.model.id_at(index.row()) if index.isValid() else None
        if entry_id is not None:
            self._session.ask(lambda opened: opened.entry(entry_id), self._show, owner=self)

    def _show(self, entry: journal.Entry) -> None:
        self._entry = entry
        self.story.setPlainText(entry.text)
        self.texts.begin_anew()

    def _quote(self) -> None:
        words = self.story.textCursor().selectedText().replace("\u2029", "\n").strip()
        if self._entry is None or not words:
            self.said.setText(_how_to_quote())
        elif Quote(self._entry.id, words) in self._quotes:
            self.said.setText(_("These words are quoted already."))
        elif len(self._quotes) >= MOST_QUOTES:
            self.said.setText(_("There is room for three passages. Take one out first."))
        else:
            self._quotes.append(Quote(self._entry.id, words))
            self._show_quotes()
            self.changed.emit()

    def _show_quotes(self) -> None:
        while (item := self._kept.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for quote in self._quotes:
            self._kept.addWidget(self._quoted(quote))
        self.said.setText(_how_to_quote() if not self._quotes else "")

    def _quoted(self, quote: Quote) -> QWidget:
        said = Story(_("Quoted"), quote.text)
        away = button(_("Take out"), "quiet")
        away.clicked.connect(partial(self._take_out, quote))
        made = QWidget()
        made.setLayout(beside(Folded(self._session, said), away))
        return made

    def _take_out(self, quote: Quote) -> None:
        self._quotes.remove(quote)
        self._show_quotes()
        self.changed.emit()

    def _count(self) -> None:
        chosen, offered = len(self.model.ticked()), self.model.rowCount()
        words = ngettext("{n} entry in this period", "{n} entries in this period", offered)
        self.count.setText(words + " · " + _("{n} included in full").format(n=chosen))


def _how_to_quote() -> str:
    return _("For a quote: choose an entry, select some words of it, and press the button.")


def _lines(
    opened: journal.Journal, *, period: report.Period, today: date
) -> Sequence[journal.EntryLine]:
    return [line for line in opened.lines() if period.holds(line.happened, today)]
