"""Whether anything changed since it was saved, and the code that stands for all of it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QWidget

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal.revision import read_code
from onveilig_desktop.report.versions import code_words, finding_words, foreign_code_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside
from onveilig_desktop.ui.forms import button, card, column, label, row, scrolling
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session


class HistoryPage(Aside):
    """Checks in small steps; leaving the page, or stopping, ends the check."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Has anything changed?"))
        self._session = session
        self._is_going = False
        self._noted: journal.Place | None = None
        self._lent = LentText(session)
        self.check = button(_("Check now"), "primary", icon="check")
        self.check.clicked.connect(lambda: self._begin(None))
        self.stop = button(_("Stop"))
        self.stop.clicked.connect(self._stop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("How far the check is"))
        self.finding = label("", wrap=True)
        self.code = _code_field(_("Code of today"))
        self.code.setReadOnly(True)
        about = _("Leaves the clipboard after 30 seconds")
        self.copy = button(_("Copy"), describe=about, icon="copy")
        self.copy.clicked.connect(self._copy)
        self.copied = label("", "muted", wrap=True)
        self.noted = _code_field(_("A code that was noted earlier"))
        self.noted.returnPressed.connect(self._look_up)
        self.look_up = button(_("Look up"), icon="search")
        self.look_up.clicked.connect(self._look_up)
        self.answer = label("", wrap=True)
        for line in (self.finding, self.copied, self.answer):
            line.hide()
        self._build()
        self._be_busy(False)
        session.changed.connect(self._ask_code)
        self._ask_code()

    def _ask_code(self) -> None:
        self._session.ask(lambda opened: opened.history.code(), self._show_code, owner=self)

    def _show_code(self, code: str) -> None:
        self.code.setText(code)
        self.code.setCursorPosition(0)
        self.copy.setEnabled(bool(code))

    def _copy(self) -> None:
        self._lent.lend(self.code.text())
        _tell(self.copied, _("Copied. It leaves the clipboard after 30 seconds."))

    def _look_up(self) -> None:
        code = self.noted.text()
        try:
            read_code(code)
        except OnveiligError as error:
            _tell(self.answer, sentence_of(error))
            return
        _tell(self.answer, "")
        self._session.ask(lambda opened: opened.history.find(code), self._found, owner=self)

    def _found(self, place: journal.Place | None) -> None:
        if place is None:
            _tell(self.answer, foreign_code_words())
        else:
            self._begin(place)

    def _begin(self, noted: journal.Place | None) -> None:
        self._noted = noted
        _tell(self.finding, "")
        self._be_busy(True)
        self._session.ask(
            lambda opened: opened.history.check(), self._go_on, owner=self, failed=self._fail
        )

    def _go_on(self, walk: Iterator[journal.Checked]) -> None:
        if not self._is_going:
            return  # stopped meanwhile
        self._session.ask(
            lambda _opened: next(walk), partial(self._show, walk), owner=self, failed=self._fail
        )

    def _show(self, walk: Iterator[journal.Checked], checked: journal.Checked) -> None:
        self.progress.setRange(0, max(checked.total, 1))
        self.progress.setValue(checked.done)
        if not self._is_going:
            return
        if not checked.is_complete:
            self._go_on(walk)
            return
        self._stop()
        _tell(self.finding, finding_words(checked))
        if self._noted is not None:
            _tell(self.answer, code_words(self._noted, checked))

    def _stop(self) -> None:
        self._be_busy(False)

    def _fail(self, error: Exception) -> None:
        self._stop()
        self._session.fail(error)

    def _be_busy(self, busy: bool) -> None:
        self._is_going = busy
        for part in (self.progress, self.stop):
            part.setVisible(busy)
        self.progress.setRange(0, 0)
        for start in (self.check, self.look_up, self.noted):
            start.setEnabled(not busy)

    def _build(self) -> None:
        body = QWidget()
        body.setLayout(
            column(self._check_card(), self._code_card(), self._noted_card(), None, gap=12)
        )
        self.fill(scrolling(body))

    def _check_card(self) -> QWidget:
        about = _(
            "Every save is kept, and each is bound to all before it. The check goes through "
            "all of them, with the files. You can go on or leave at any time."
        )
        way = row(self.check, self.stop, self.progress, None)
        way.setStretch(2, 9)  # out of sight it takes nothing, and the buttons stay as they are
        return card(column(label(about, wrap=True), way, self.finding, gap=10, margin=16))

    def _code_card(self) -> QWidget:
        shows = _(
            "Write this code down outside this computer, or give it to someone you trust. It "
            "shows later that everything in this journal until now was there and is unchanged. "
            "It does not show that it is true, who wrote it, or that the clock was right. "
            "Nobody can read anything from it."
        )
        way = row(self.code, self.copy)
        way.setStretch(0, 1)
        heading = label(_("Code of today"), "heading")
        return card(column(heading, way, self.copied, label(shows, wrap=True), gap=10, margin=16))

    def _noted_card(self) -> QWidget:
        way = row(self.noted, self.look_up)
        way.setStretch(0, 1)
        heading = label(_("Does this code belong to this journal?"), "heading", wrap=True)
        return card(column(heading, way, self.answer, gap=10, margin=16))


def _code_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return field


def _tell(line: QLabel, words: str) -> None:
    """Say *words* in a line that takes no room while there are none."""
    line.setText(words)
    line.setVisible(bool(words))
