"""Everything a person sees of an open journal; thrown away when it is locked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.aside import Aside, MakeAside
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.days_page import DaysPage
from onveilig_desktop.ui.entries_page import EntriesPage
from onveilig_desktop.ui.forms import button, column, label, row, told
from onveilig_desktop.ui.guide_page import GuidePage
from onveilig_desktop.ui.journal_page import JournalPage
from onveilig_desktop.ui.keeper import Then
from onveilig_desktop.ui.keys_page import KeysPage
from onveilig_desktop.ui.looking_after import LookingAfter
from onveilig_desktop.ui.moving_page import MovingPage
from onveilig_desktop.ui.only_read import OnlyRead
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.patterns_page import PatternsPage
from onveilig_desktop.ui.rail import Rail
from onveilig_desktop.ui.rail_button import RailButton
from onveilig_desktop.ui.session import Known, Opened, Session
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.standing import Standing
from onveilig_desktop.ui.summary_page import SummaryPage
from onveilig_desktop.ui.tasks import Tasks

Make = Callable[[Session], QWidget]


class Workspace(QWidget):
    """The rail and the pages; a page is built when it is first asked for."""

    lock_wanted = Signal()
    exit_wanted = Signal()

    def __init__(
        self, opened: Opened, tasks: Tasks, clock: journal.Clock, parent: QWidget, known: Known
    ) -> None:
        super().__init__(parent)
        self.session = Session(opened, tasks, clock, self, known)
        self.session.failed.connect(self._say)
        if self.session.is_read_only:
            OnlyRead(self)
        makers: list[tuple[str, str, Make]] = [
            (_("Journal"), "journal", JournalPage),
            (_("Patterns"), "patterns", PatternsPage),
            (_("Summary"), "summary", SummaryPage),
            (_("Days"), "days", DaysPage),
            (_("Guide"), "guide", GuidePage),
        ]
        self._makers = [make for _name, _icon, make in makers]
        self._pages: dict[int, QWidget] = {}
        self._aside: Aside | None = None
        self._before: QWidget | None = None
        self._stack = QStackedWidget()
        self._sentence = label("", wrap=True)
        self._notice = self._make_notice()
        self.standing = self._make_standing(*opened[2:])
        self.rail = Rail([(name, icon) for name, icon, _make in makers])
        self.rail.page_wanted.connect(self.show_page)
        self.rail.settings_wanted.connect(lambda: self.visit(SettingsPage))
        self.rail.keys_wanted.connect(lambda: self.visit(KeysPage))
        self.rail.lock_wanted.connect(self.lock_wanted)
        self.rail.exit_wanted.connect(self.exit_wanted)
        self.session.preferences_changed.connect(self._tell_way_out)
        self._tell_way_out()
        content = row(self.rail, column(self.standing, self._notice, self._stack, gap=0), gap=0)
        content.setStretch(1, 1)
        self.setLayout(content)
        self._hear_keys()

    def _hear_keys(self) -> None:
        forms: list[tuple[keys.Key, MakeAside]]
        forms = [(keys.CHECK_IN, CheckInPage), (keys.OWN_WORDS, OwnWordsPage)]
        for key, make in [] if self.session.is_read_only else forms:
            QShortcut(QKeySequence(key.chord), self).activated.connect(partial(self.visit, make))
        hide = QShortcut(QKeySequence(keys.HIDE_TEXTS.chord), self)  # on every page
        hide.activated.connect(self.session.turn_texts)

    @property
    def journal_page(self) -> JournalPage:
        """The page that is made before anything is shown."""
        made = self._pages[0]
        assert isinstance(made, JournalPage)  # noqa: S101 - the first of the makers
        return made

    def show_page(self, number: int) -> QWidget:
        """Open a page; what is being written is kept."""
        if self._pages:
            self.seal(lambda: None)
        if number not in self._pages:
            made = self._makers[number](self.session)
            self._listen(made)
            self._pages[number] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._pages[number])
        self._drop_aside()
        self.rail.show_page(number)
        return self._pages[number]

    def visit(self, make: MakeAside, came_from: MakeAside | None = None) -> None:
        """Open a page beside the way; going back leads to where one *came_from*.

        To the page that stood there before, if nothing is named; the focus is where it was.
        """
        self.seal(lambda: None)
        if self._aside is None:
            self._before = QApplication.focusWidget()
        self._drop_aside()
        self._aside = make(self.session)
        back = partial(self.visit, came_from) if came_from is not None else self._come_back
        self._aside.left.connect(back)
        if isinstance(self._aside, EntriesPage | MovingPage):
            self._aside.entry_wanted.connect(self._read)
        elif isinstance(self._aside, SettingsPage | AboutPage):
            further = partial(self.visit, came_from=type(self._aside))
            self._aside.visit_wanted.connect(further)
        self._stack.addWidget(self._aside)
        self._stack.setCurrentWidget(self._aside)
        self._aside.setFocus()
        ways: dict[type[QWidget], RailButton] = {
            SettingsPage: self.rail.settings,
            KeysPage: self.rail.keys,
        }
        self.rail.show_aside(ways.get(type(self._aside)))

    def show_look(self, changed: str) -> None:
        """Open the settings where it is said how everything looks, on what was *changed*."""
        self.visit(SettingsPage)
        if isinstance(self._aside, SettingsPage):
            self._aside.show_look(changed)

    def seal(self, then: Then) -> None:
        """Keep all that is unfinished, encrypted; *then* when the vault has it."""
        if self.session.is_read_only:  # nothing can be, and it must be possible to lock
            then()
            return
        forms, fail = self.session.forms, self.session.fail
        forms.called_in.emit()
        self.journal_page.seal(partial(forms.keep_all, then, fail), fail)

    def _come_back(self) -> None:
        self.show_page(self.rail.shown)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.journal_page.refresh_attachments()

    def _drop_aside(self) -> None:
        if self._aside is not None:
            self._stack.removeWidget(self._aside)
            self._aside.deleteLater()
            self._aside = None
            self.rail.show_aside(None)

    def _listen(self, made: QWidget) -> None:
        if isinstance(made, PatternsPage):
            made.entries_wanted.connect(self._read)
        elif isinstance(made, JournalPage | DaysPage | GuidePage):
            made.visit_wanted.connect(self.visit)

    def _read(self, entries: list[journal.EntryId]) -> None:
        if len(entries) > 1:
            self.visit(partial(EntriesPage, entries=entries))
            return
        self.show_page(0)
        self.journal_page.read(entries[0])

    def _tell_way_out(self) -> None:
        self.rail.tell_way_out(keys.leave_words(self.session.preferences))

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._notice.show()

    def _make_standing(self, *told: str) -> Standing:
        standing = Standing(" ".join(told), lasts=self.session.is_read_only)
        standing.visit_wanted.connect(self.visit)
        LookingAfter(self.session).noticed.connect(standing.tell)
        return standing

    def _make_notice(self) -> QWidget:
        close = button(_("Close"), "quiet", icon="close")
        bar = told(self._sentence, close, kind="caution")
        close.clicked.connect(bar.hide)
        bar.hide()
        return bar
