"""The pages of an open journal in the window, made anew where another look takes that."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal, texts
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.appearance import appearance_in_use
from onveilig_desktop.ui.copying import Copying
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.session import Known, Opened, Session
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.workspace import Workspace

if TYPE_CHECKING:  # which shows them
    from onveilig_desktop.ui.window import MainWindow

Read = Callable[[], journal.Preferences]


class Showing(QObject):
    """Lives from when a journal is opened until it is shut, however often its pages are made.

    Args:
        opened: the journal.
        tasks: the worker.
        clock: what time it is where the person is.
        window: shows the pages.
    """

    preferred = Signal(object)
    """The ``journal.Preferences``: when the pages are made, and each time they change."""

    def __init__(
        self, opened: Opened, tasks: Tasks, clock: journal.Clock, window: "MainWindow"
    ) -> None:
        super().__init__(window)
        self._opened = opened
        self._tasks = tasks
        self._clock = clock
        self._window = window
        self._session: Session | None = None
        self.copying = Copying(opened[0], self)

    def begin(self, picked: str = "") -> None:
        """Look as the journal wants, and show its pages.

        A language that the person *picked* before it was opened is what it wants from now on.
        """
        self._show(partial(_preferred, self._opened[1], picked), self._opened)

    def _show(
        self, read: Read, opened: Opened, before: Session | None = None, *, is_anew: bool = False
    ) -> None:
        def go_on(preferences: journal.Preferences | None) -> None:
            if self.copying.is_over:  # locked or closed in between
                return
            spoken = texts.language()
            if preferences is not None:  # or it is told when they are read again
                appearance_in_use().wear(preferences)
            changed = "language" if spoken != texts.language() else "text_size"
            self._make(opened, self._known(preferences, before), changed if is_anew else "")

        self._tasks.run(read, owner=self, done=go_on, failed=lambda _error: go_on(None))

    def _known(self, preferences: journal.Preferences | None, before: Session | None) -> Known:
        if before is not None:  # hidden or not: as the person left it
            return Known(self.copying, preferences, before.hides_texts)
        return Known(self.copying, preferences, preferences is not None and preferences.hides_texts)

    def _make(self, opened: Opened, known: Known, changed: str) -> None:
        workspace = Workspace(opened, self._tasks, self._clock, self._window, known)
        workspace.lock_wanted.connect(self._window.lock)
        workspace.exit_wanted.connect(self._window.leave)
        self._session = session = workspace.session
        session.preferences_changed.connect(lambda: self._follow(session))
        session.erased.connect(self._window.lock_at_once)
        session.put_back.connect(lambda: self._put_back(session))
        self.preferred.emit(session.preferences)
        # three steps, with room for other events between: to make it, its page, and to show it
        in_turn(workspace, partial(self._make_page, workspace, changed))

    def _make_page(self, workspace: Workspace, changed: str) -> None:
        if not self.copying.is_over:  # locked or closed in between
            workspace.show_page(0)
        in_turn(workspace, partial(self._put_in_view, workspace, changed))

    def _put_in_view(self, workspace: Workspace, changed: str) -> None:
        if self.copying.is_over:
            workspace.deleteLater()
            return
        self._window.setWindowTitle(_("Notes"))
        self._window.setCentralWidget(workspace)
        if changed:
            workspace.show_look(changed)

    def _follow(self, session: Session) -> None:
        """Look as the person sets it; where that takes new words or letters, make all anew.

        What is unfinished is sealed first.
        """
        self.preferred.emit(session.preferences)
        if appearance_in_use().is_other(session.preferences):
            self._window.seal(partial(self._make_anew, session))
        else:
            appearance_in_use().wear(session.preferences)

    def _make_anew(self, session: Session) -> None:
        if session is not self._session:  # asked for twice
            return
        self._session = None
        self._window.setCentralWidget(QWidget())  # nothing is dressed that goes anyway
        preferences = session.preferences
        if session.is_read_only:  # what was set is not kept
            self._show(lambda: preferences, self._opened, session, is_anew=True)
        else:  # read after all that was set meanwhile
            read = self._opened[1].settings.read
            self._show(read, self._opened[:2], session, is_anew=True)

    def _put_back(self, session: Session) -> None:
        if session.is_read_only:  # it was damaged: what was put back has to be opened
            self._window.lock_at_once()
        else:
            told = _("The copy was put back. What was there before is kept.")
            self._show(self._opened[1].settings.read, (*self._opened[:2], told), session)


def _preferred(opened: journal.Journal, picked: str) -> journal.Preferences:
    kept = opened.settings.read()
    if picked in {"", kept.language} or not kept.language:
        return kept
    wanted = replace(kept, language=picked)
    with suppress(OnveiligError):  # a journal that can only be read is opened as well
        opened.settings.keep(wanted)
    return wanted
