"""The one window: locked, being set up, or showing an open journal."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from onveilig_desktop import errors, paths, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import language
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.world import World

if TYPE_CHECKING:  # the first paint does not wait for these
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from onveilig_desktop import journal
    from onveilig_desktop.journal.keeping import Secret
    from onveilig_desktop.journal.recovery_code import RecoveryCode
    from onveilig_desktop.ui.session import Opened
    from onveilig_desktop.ui.showing import Showing
    from onveilig_desktop.ui.shutting import Shutting, Then
    from onveilig_desktop.ui.welcome_page import WelcomePage


class MainWindow(QMainWindow):
    """Swaps its one page for another; what is replaced is deleted, not cleared."""

    first_painted = Signal()  # the locked page is on the screen: what can wait may begin
    used = Signal()
    """Someone is there, at the locked page."""
    preferred = Signal(object)
    """The ``journal.Preferences`` of the journal that is open, and each time they change."""
    shut = Signal()  # the journal that was open is locked, and its key is gone

    def __init__(self, folder: Path, world: World, tasks: Tasks) -> None:
        super().__init__()
        self._is_painted = False
        self._folder = folder
        self._world = world
        self._tasks = tasks
        self._picked = ""
        self._gate: journal.Gate | None = None
        self._showing: Showing | None = None
        self._shutting: Shutting | None = None
        self._missed = 0
        self.setMinimumSize(900, 600)
        self.resize(1180, 760)
        self.show_locked()

    def show_locked(self, message: str = "", *, waits: str = "") -> None:
        """Show the locked page for the folder at hand."""
        self.setWindowTitle(_("Notes"))
        has_journal = paths.holds_journal(self._folder)
        locked = LockedPage(has_journal=has_journal, hint=message or self._world.hint)
        locked.used.connect(self.used)
        locked.unlock_wanted.connect(self._unlock)
        locked.new_wanted.connect(self._set_up)
        locked.folder_wanted.connect(self._other_journal)
        locked.language_wanted.connect(self._speak)
        self.setCentralWidget(locked)
        locked.setFocus()
        if waits:
            locked.wait(waits)

    def lock(self) -> None:
        """Seal what is unfinished, throw the workspace away, shut the journal.

        What cannot be sealed, on a full disk for one, keeps the journal open.
        """
        if self._gate is not None:
            self.seal(partial(self.lock_at_once, self._tell_copying))

    def lock_unattended(self) -> None:
        """Lock for someone who is not there: over any dialog, which is answered with no.

        If nothing can be sealed, the texts are at least folded away. No copy is made first.
        """
        from onveilig_desktop.ui.workspace import Workspace  # late: not before the first paint

        workspace = self.centralWidget()
        if self._shutting is not None:
            self._shutting.hurry()  # it locks already, and makes a copy first
        if self._gate is None:
            return
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()
        if isinstance(workspace, Workspace):  # or it is about to be shown
            workspace.session.hide_texts(True)
        QTimer.singleShot(0, self, partial(self.seal, self.lock_at_once))  # the dialogs first

    def lock_at_once(self, copy_first: "Then | None" = None) -> None:
        """Lock without sealing: that was done, or nothing can be sealed any more."""
        gate, self._gate = self._gate, None
        if gate is None:  # asked for twice
            return
        self._folder = gate.folder  # it may have been moved
        self._shut(gate, copy_first, self._locked)
        self._put_away()
        self.show_locked()

    def _locked(self) -> None:
        if self._showing is not None:
            self._showing.deleteLater()
            self._showing = None
        self.shut.emit()
        self._world.locked(self._folder)
        self.show_locked()  # this process goes on: a copy is no longer waited for

    def _put_away(self) -> None:
        """Take the journal out of sight, and its look and language with it."""
        from onveilig_desktop.ui.appearance import appearance_in_use  # late: as above

        self.setCentralWidget(QWidget())  # nothing is dressed that goes anyway
        appearance_in_use().rest()

    def _tell_copying(self) -> None:
        self._put_away()
        self.show_locked(waits=_("A copy is being made …"))

    def leave_by_keys(self) -> None:
        """Be gone at once, unless it is only tried, in the first run."""
        from onveilig_desktop.ui.welcome_page import WelcomePage  # late: as above

        page = self.centralWidget()
        if not (isinstance(page, WelcomePage) and page.rehearse()):
            self.leave()

    def leave(self) -> None:
        """Be gone at once; what was typed is sealed first, out of sight."""
        for window in QApplication.topLevelWidgets():
            window.hide()
        try:
            if self._shutting is not None:
                self._shutting.hurry()
            QApplication.clipboard().clear()
            self.seal(lambda: None)
            self._tasks.shutdown()
        finally:  # whatever goes wrong on the way: what is hidden must not live on
            self._world.leave()

    def closeEvent(self, event: "QCloseEvent", /) -> None:
        """Seal what is unfinished first; then close in earnest."""
        if self._gate is None:
            super().closeEvent(event)
        else:
            event.ignore()
            self.seal(self._close_now)

    def _close_now(self) -> None:
        gate, self._gate = self._gate, None
        if gate is not None:
            self._shut(gate, self._tell_copying, self._close_again)

    def _close_again(self) -> None:
        self.close()

    def _shut(self, gate: "journal.Gate", copy_first: "Then | None", then: "Then") -> None:
        from onveilig_desktop.ui.shutting import Shutting  # late: not before the first paint

        copying = None if self._showing is None else self._showing.copying
        self._shutting = Shutting(self._tasks, self)
        self._shutting.begin(gate, copying, copy_first, then)

    def seal(self, then: Callable[[], None]) -> None:
        """Keep all that is unfinished, encrypted; *then* when the vault has it."""
        from onveilig_desktop.ui.workspace import Workspace  # late: not before the first paint

        workspace = self.centralWidget()
        if isinstance(workspace, Workspace):
            workspace.seal(then)
        else:
            then()

    def paintEvent(self, event: "QPaintEvent", /) -> None:
        """Tell when it was painted for the first time.

        A timer of zero from elsewhere would fire before the first exposure, and leave the
        window empty while it works; an event filter would slow down every event.
        """
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from onveilig_desktop.ui import keys  # late: not before the first paint

        QShortcut(QKeySequence(keys.QUIT.chord), self).activated.connect(self.close)
        self.first_painted.emit()

    def enter(
        self, way_in: "Callable[[], Opened]", then: "Callable[[Opened], None] | None" = None
    ) -> None:
        """Open a journal by *way_in*, on the worker, and show it, or do what comes *then*."""
        from onveilig_desktop.ui.welcome_page import WelcomePage

        page = self.centralWidget()
        if isinstance(page, LockedPage | WelcomePage):
            page.wait(_("Opening …"))
            done, failed = then or self.show_journal, partial(self._refuse, page)
            self._tasks.run(way_in, owner=page, done=done, failed=failed)

    def _unlock(self, secret: "Secret") -> None:
        gate_at, folder = self._world.gate_at, self._folder
        then = None if isinstance(secret, str) else partial(self._renew, secret)
        missed = self._missed
        self.enter(lambda: _opened(gate_at(folder), secret, missed), then)

    def _renew(self, code: "RecoveryCode", opened: "Opened") -> None:
        from onveilig_desktop.ui.renew_page import RenewPage  # late: not before the first paint

        renew = RenewPage(opened[0], code, self._tasks)
        renew.finished.connect(partial(self.show_journal, opened))
        renew.exit_wanted.connect(self.leave)
        self.show_before(opened, renew)

    def show_before(self, opened: "Opened", page: QWidget) -> None:
        """Show what comes before the pages of a journal that is open."""
        from onveilig_desktop.journal import Preferences  # late: not before the first paint

        self._gate = opened[0]
        self.preferred.emit(Preferences())  # what was set is known later; it locks meanwhile
        self.setCentralWidget(page)
        page.setFocus()

    def _set_up(self) -> None:
        if paths.holds_journal(self._folder):
            folder = _ask_folder(self, _("Choose a folder for the new journal"))
            if folder is None:
                return
            self._folder = paths.own_place(folder)
        self.welcome()

    def welcome(self, step: int = 0) -> None:
        """Show the first run for the folder at hand, from one of its steps on."""
        from onveilig_desktop.ui.first_run import FirstRun  # late: not before the first paint
        from onveilig_desktop.ui.welcome_page import Step

        FirstRun(self, self._folder, self._world.gate_at, self._tasks).begin(Step(step))

    def _refuse(self, asked: "LockedPage | WelcomePage", error: Exception) -> None:
        self._missed += isinstance(error, errors.WrongPassphraseError | errors.WrongCodeError)
        asked.show_error(sentence_of(error))
        if isinstance(error, errors.DamagedJournalError):
            from onveilig_desktop.ui.damaged_ways import offer  # late: not before the first paint

            offer(asked, error, self.enter)
        if not isinstance(error, errors.OnveiligError):
            raise error

    def show_journal(self, opened: "Opened") -> None:
        """Show the pages of a journal that is open, looking as it wants."""
        from onveilig_desktop.ui.showing import Showing  # late: not before the first paint

        self._gate, self._missed = opened[0], 0
        self._showing = Showing(opened, self._tasks, self._world.clock, self)
        self._showing.preferred.connect(self.preferred)
        picked, self._picked = self._picked, ""  # of this journal; the next has its own
        self._showing.begin(picked)

    def _other_journal(self) -> None:
        folder = _ask_folder(self, _("Choose the folder of a journal"))
        if folder is not None:
            self._folder, self._missed = folder, 0
            self.show_locked()

    def _speak(self, code: str) -> None:
        self._picked = code
        language.speak(texts.known(code) or "en")
        language.let_qt_speak()
        self.show_locked()


def _opened(gate: "journal.Gate", secret: "Secret", missed: int) -> "Opened":
    from onveilig_desktop.ui.ways_in import opened  # late: not before the first paint

    return opened(gate, secret, missed)


def _ask_folder(window: MainWindow, question: str) -> Path | None:
    from onveilig_desktop.ui.file_dialogs import ask_folder  # late: not before the first paint

    return ask_folder(window, question)
