"""The summary for a counsellor: choose what goes along, then save it once."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from onveilig_desktop import catalog, journal, report
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.dates import parse_day
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import collect
from onveilig_desktop.report.summary import file_name, summary_pdf
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.file_dialogs import ask_new_file
from onveilig_desktop.ui.forms import button, card, column, label, page, row
from onveilig_desktop.ui.line_words import line_words
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.tick_delegate import TickDelegate
from onveilig_desktop.ui.tick_model import TickModel
from onveilig_desktop.writing import write_once

_SETTLE_MS = 300


class SummaryPage(QWidget):
    """Period and entries on the page; the file is made in memory and written once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self.first, self.last = self._day(_("From")), self._day(_("Up to and including"))
        self.model = TickModel(partial(line_words, session=session))
        session.texts_hidden.connect(self.model.reword)
        self.model.ticks_changed.connect(self._count)
        self.model.ticks_changed.connect(self._forget_saved)
        self._is_saved = False
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setAccessibleName(_("Entries to include in full"))
        self.list.setProperty("kind", "ticks")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.all = button(_("All"), describe=_("Includes every entry of the period in full"))
        self.all.clicked.connect(lambda: self.model.tick_all(True))
        self.none = button(_("None"), describe=_("Includes no entry in full"))
        self.none.clicked.connect(lambda: self.model.tick_all(False))
        self.count = label("", "muted")
        self.save = button(_("Save as PDF …"), "primary")
        self.save.clicked.connect(self._choose_file)
        self.message = label("", wrap=True)
        self._build()
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer the entries of the period."""
        try:
            period = self._period()
        except OnveiligError as error:
            self.message.setText(sentence_of(error))
            return
        self.message.setText("")
        work = partial(_lines, period=period, today=self._session.today)
        self._session.ask(work, self.model.show_lines, owner=self)

    def save_to(self, path: Path, *, replace: bool = False) -> None:
        """Make the file and write it to *path*."""
        try:
            choice = SummaryChoice(period=self._period(), ticked=self.model.ticked())
        except OnveiligError as error:
            self.message.setText(sentence_of(error))
            return
        self.save.setEnabled(False)
        self.message.setText(_("Making the summary …"))
        today, signals = self._session.today, catalog.on_paper(self._session.catalog)
        work = partial(
            _make, choice=choice, signals=signals, today=today, path=path, new=not replace
        )
        self._session.ask(work, self._saved, owner=self, failed=self._not_saved)

    def _period(self) -> report.Period:
        today = self._session.today
        first, last = (
            parse_day(field.text(), today) if field.text().strip() else None
            for field in (self.first, self.last)
        )
        return report.Period(first, last)

    def _choose_file(self) -> None:
        question = _("Where should the file be saved?")
        path = ask_new_file(self, question, file_name(self._session.today))
        if path is not None:
            self.save_to(path, replace=path.exists())

    def _saved(self, path: Path) -> None:
        self.save.setEnabled(True)
        self._is_saved = True
        self.message.setText(_("Saved: {path}").format(path=path))

    def _forget_saved(self) -> None:
        """Say no longer that it is saved: what is saved is something else now."""
        if self._is_saved:
            self._is_saved = False
            self.message.setText("")

    def _not_saved(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.message.setText(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _count(self) -> None:
        chosen, offered = len(self.model.ticked()), self.model.rowCount()
        words = ngettext("{n} entry in this period", "{n} entries in this period", offered)
        self.count.setText(words + " · " + _("{n} included in full").format(n=chosen))

    def _day(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText("14-3-2026")
        field.setFixedWidth(130)
        field.textEdited.connect(lambda _text: self._settle.start())
        return field

    def _build(self) -> None:
        about = _(
            "One page or more to take to someone you trust: what recurs, when, and how it was "
            "counted. Below you choose which entries go along in full. Leave the dates empty "
            "for everything."
        )
        care = _("Anyone who finds the file can read it. Save it where only you can come.")
        period = row(label(_("From")), self.first, label(_("Up to and including")), self.last, None)
        head = row(label(_("Entries to include in full"), "strong"), None, self.all, self.none)
        body = column(period, head, self.list, self.count, gap=12, margin=18)
        foot = row(self.message, self.save)
        foot.setStretch(0, 1)
        ground = page()
        ground.setLayout(
            column(
                label(_("Summary"), "title"),
                label(about, wrap=True),
                card(body),
                label(care, "muted", wrap=True),
                foot,
                gap=14,
                margin=22,
            )
        )
        self.setLayout(column(ground))


def _lines(
    opened: journal.Journal, *, period: report.Period, today: date
) -> Sequence[journal.EntryLine]:
    return [line for line in opened.lines() if period.holds(line.happened, today)]


def _make(
    opened: journal.Journal,
    *,
    choice: SummaryChoice,
    signals: catalog.Catalog,
    today: date,
    path: Path,
    new: bool,
) -> Path:
    given = collect(opened, choice, signals, today)
    write_once(path, summary_pdf(given, choice), replace=not new)
    return path
