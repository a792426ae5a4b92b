"""Every page as a picture, and a sample summary: the fictional journal without a screen."""

from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtWidgets import QApplication

from onveilig_desktop import texts
from onveilig_desktop.errors import ReadOnlyFolderError
from onveilig_desktop.journal import Draft, Gate, Journal, Repair
from onveilig_desktop.texts import LANGUAGES
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import language, theme
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.aside import MakeAside
from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.chart_view import ChartView
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.entry_list_model import ROW_ROLE, Row
from onveilig_desktop.ui.guide_page import GuidePage, Part
from onveilig_desktop.ui.history_page import HistoryPage
from onveilig_desktop.ui.keys_page import KeysPage
from onveilig_desktop.ui.moving_page import MovingPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.summary_page import SummaryPage
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.theme import Scheme
from onveilig_desktop.ui.window import MainWindow
from onveilig_desktop.ui.workspace import Workspace

Opened = tuple[Gate, Journal]
OpenWindow = Callable[[Path], tuple[MainWindow, Tasks]]
OpenStory = Callable[[Path], Opened]
_SIZE: Final = (1280, 820)
_SETTLED_MS: Final = 300
_PATIENCE_MS: Final = 120_000
_ASIDES: Final[tuple[tuple[str, MakeAside], ...]] = (
    ("9-check-in", CheckInPage),
    ("a-own-words", OwnWordsPage),
    ("b-bin", BinPage),
    ("c-history", HistoryPage),
    ("d-keys", KeysPage),
    ("e-moving", MovingPage),
)
_SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")


def tour(
    application: QApplication,
    target: Path,
    folder: Path,
    open_window: OpenWindow,
    open_story: OpenStory,
) -> int:
    """Render every page into *target*, with journals in *folder*; return the exit code.

    Raises:
        ReadOnlyFolderError: *target* is no folder and cannot be made, or takes no files.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=target).close()
    except OSError:
        raise ReadOnlyFolderError from None
    for code, scheme in product(LANGUAGES, _SCHEMES):
        language.speak(code)
        theme.apply(application, scheme)
        name = f"{code}-{scheme}"
        window, tasks = open_window(folder / name)
        window.resize(*_SIZE)
        window.show()
        _Guide(window, tasks, target, name).walk(partial(open_story, folder / name))
        window.close()
        window.deleteLater()
        # gone before the next theme: this loop gives Qt no other moment to delete it
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        tasks.shutdown()
    return 0


class _Guide:
    """Walks through one window in one language and theme."""

    def __init__(self, window: MainWindow, tasks: Tasks, target: Path, name: str) -> None:
        self._window = window
        self._tasks = tasks
        self._target = target
        self._name = name

    def walk(self, open_story: Callable[[], Opened]) -> None:
        """Go from the first start to the summary and back to the locked page."""
        self._picture("1-first-start")
        self._window.welcome()
        self._picture("2-before-you-begin")
        self._window.welcome(safety_read=True)
        self._picture("3-new-journal")
        self._window.enter(open_story)
        self._settle()
        workspace = self._window.centralWidget()
        assert isinstance(workspace, Workspace)  # noqa: S101 - the story opens or raises
        self._pages(workspace)
        self._asides(workspace)
        self._window.lock()
        self._picture("z-locked")

    def _pages(self, workspace: Workspace) -> None:
        page = workspace.journal_page
        first = next(n for n in range(page.model.rowCount()) if self._line(workspace, n).line)
        page.list.setCurrentIndex(page.model.index(first))
        self._picture("4-journal")
        page.write(self._draft(workspace))
        self._picture("5-writing")
        workspace.show_page(1)
        self._picture("6-patterns")
        summary = workspace.show_page(2)
        assert isinstance(summary, SummaryPage)  # noqa: S101 - the third page
        self._settle()
        for row in range(3):
            summary.choices.entries.model.tick(row)
        self._picture("7-summary")
        if self._name.endswith("light"):
            summary.save_to(self._target / f"{texts.language()}-summary.pdf", replace=True)
            self._settle()

    def _asides(self, workspace: Workspace) -> None:
        workspace.show_page(3)
        self._picture("8-days")
        self._guide(workspace)
        for name, make in _ASIDES:
            workspace.visit(make)
            self._picture(name)

    def _guide(self, workspace: Workspace) -> None:
        page = workspace.show_page(4)
        assert isinstance(page, GuidePage)  # noqa: S101 - the fifth page
        for part in (Part.SIGNALS, Part.HELP):
            page.show_part(part)
            self._picture(f"g-guide-{part}")
            page.parts[part].toggle.setChecked(False)
        workspace.visit(AboutPage)
        self._picture("h-about")

    @staticmethod
    def _line(workspace: Workspace, row: int) -> Row:
        found: Row = workspace.journal_page.model.index(row).data(ROW_ROLE)
        return found

    @staticmethod
    def _draft(workspace: Workspace) -> Draft:
        chosen = workspace.session.catalog.signals
        signals = frozenset(key for key in chosen if key.endswith(("avoiding", "doubt", "heated")))
        story = _("I wanted to talk about the weekend. The other laughed and left the room.")
        return Draft(text=story, signals=signals, trust=-1, repair=Repair.OPEN)

    def _picture(self, name: str) -> None:
        self._settle()
        self._window.grab().save(str(self._target / f"{self._name}-{name}.png"))

    def _settle(self) -> None:
        """Wait until nothing is under way any more."""
        quiet, whole = QElapsedTimer(), QElapsedTimer()
        quiet.start()
        whole.start()
        while quiet.elapsed() < _SETTLED_MS:
            if whole.elapsed() > _PATIENCE_MS:
                raise TimeoutError("the window never comes to rest")
            QApplication.processEvents()
            if self._tasks.is_busy or not self._is_drawn():
                quiet.restart()

    def _is_drawn(self) -> bool:
        drawn: list[ChartView | SummaryPage] = [
            *self._window.findChildren(ChartView),
            *self._window.findChildren(SummaryPage),
        ]
        return all(one.is_drawn for one in drawn if one.isVisible())
