"""The way through one window, with a picture of each page."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from onveilig_desktop import texts
from onveilig_desktop.journal import Draft, Gate, Journal, Repair
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.aside import MakeAside
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, Row
from onveilig_desktop.ui.guide_page import GuidePage, Part
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.keys_page import KeysPage
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.moving_page import MovingPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.summary_page import SummaryPage
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.welcome_page import Step
from onveilig_desktop.ui.window import MainWindow
from onveilig_desktop.ui.workspace import Workspace

Opened = tuple[Gate, Journal]
SETTLED_MS: Final = 300
_PATIENCE_MS: Final = 120_000
_ASIDES: Final[tuple[tuple[str, MakeAside], ...]] = (
    ("9-check-in", CheckInPage),
    ("a-own-words", OwnWordsPage),
    ("b-bin", BinPage),
    ("c-history", HistoryPage),
    ("d-keys", KeysPage),
    ("e-moving", MovingPage),
    ("f-privacy", PrivacyPage),
    ("f-settings", SettingsPage),
)

More = Callable[["Guide", Workspace], None]


class Guide:
    """Walks through one window in one language and theme."""

    def __init__(
        self, window: MainWindow, tasks: Tasks, target: Path, name: str, folder: Path
    ) -> None:
        self.folder = folder
        self.window = window
        self.tasks = tasks
        self.target = target
        self.name = name

    def walk(self, open_story: Callable[[], Opened], more: More | None = None) -> None:
        """Go from the first start to the summary and back to the locked page.

        Between the pages and the lock, *more* may show what they can look like as well.
        """
        self.picture("1-first-start")
        self.window.welcome()
        self.picture("2-before-you-begin")
        for step in (Step.WAY_OUT, Step.PLACE, Step.PASSPHRASE):
            self.window.welcome(step)
            self.picture(f"3-new-journal-{step:d}")
        self.window.enter(open_story)
        self.settle()
        workspace = self.window.centralWidget()
        assert isinstance(workspace, Workspace)  # noqa: S101 - the story opens or raises
        self._pages(workspace)
        self._asides(workspace)
        if more is not None:
            more(self, workspace)
        self.window.lock()
        self.picture("z-locked")

    def _pages(self, workspace: Workspace) -> None:
        page = workspace.journal_page
        first = next(n for n in range(page.model.rowCount()) if self._line(workspace, n).line)
        page.list.setCurrentIndex(page.model.index(first))
        self.picture("4-journal")
        page.write(self.draft(workspace))
        self.picture("5-writing")
        workspace.show_page(1)
        self.picture_now("6-patterns-begun")
        self.picture("6-patterns")
        summary = workspace.show_page(2)
        self.picture_now("7-summary-begun")
        assert isinstance(summary, SummaryPage)  # noqa: S101 - the third page
        self.settle()
        for row in range(3):
            summary.choices.entries.model.tick(row)
        self.picture("7-summary")
        if self.name.endswith("light"):
            summary.save_to(self.target / f"{texts.language()}-summary.pdf", replace=True)
            self.settle()

    def _asides(self, workspace: Workspace) -> None:
        workspace.show_page(3)
        self.picture("8-days")
        self._guide(workspace)
        for name, make in _ASIDES:
            workspace.visit(make)
            self.picture(name)

    def _guide(self, workspace: Workspace) -> None:
        page = workspace.show_page(4)
        assert isinstance(page, GuidePage)  # noqa: S101 - the fifth page
        for part in (Part.SIGNALS, Part.HELP):
            page.show_part(part)
            self.picture(f"g-guide-{part}")
            page.parts[part].toggle.setChecked(False)
        workspace.visit(AboutPage)
        self.picture("h-about")

    @staticmethod
    def _line(workspace: Workspace, row: int) -> Row:
        found: Row = workspace.journal_page.model.index(row).data(ROW_ROLE)
        return found

    @staticmethod
    def draft(workspace: Workspace) -> Draft:
        """Return an entry as someone might be writing it."""
        chosen = workspace.session.catalog.signals
        signals = frozenset(key for key in chosen if key.endswith(("avoiding", "doubt", "heated")))
        story = _("I wanted to talk about the weekend. The other laughed and left the room.")
        return Draft(text=story, signals=signals, trust=-1, repair=Repair.OPEN)

    def picture(self, name: str, shown: QWidget | None = None) -> None:
        """Take a picture of what the window shows, or *shown*, once it has come to rest."""
        self.settle()
        self.picture_now(name, shown)

    def picture_now(self, name: str, shown: QWidget | None = None) -> None:
        """Take a picture of what is still under way, with each part in its place."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        (shown or self.window).grab().save(str(self.target / f"{self.name}-{name}.png"))

    def refused(self) -> None:
        """Try to open with a passphrase that is none."""
        locked = self.window.centralWidget()
        assert isinstance(locked, LockedPage)  # noqa: S101 - the journal was locked
        locked.passphrase.line.setText("x")
        locked.unlock.click()
        self.picture("z-refused")

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        quiet, whole = QElapsedTimer(), QElapsedTimer()
        quiet.start()
        whole.start()
        while quiet.elapsed() < SETTLED_MS:
            if whole.elapsed() > _PATIENCE_MS:
                raise TimeoutError("the window never comes to rest")
            QApplication.processEvents()
            if self.tasks.is_busy or not self._is_drawn():
                quiet.restart()

    def _is_drawn(self) -> bool:
        drawn: list[ChartView | SummaryPage] = [
            *self.window.findChildren(ChartView),
            *self.window.findChildren(SummaryPage),
        ]
        return all(one.is_drawn for one in drawn if one.isVisible())
