"""What stands guard around the window, whatever page it shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from onveilig_desktop.ui import primary_selection
from onveilig_desktop.ui.going_away import GoingAway
from onveilig_desktop.ui.idle import Idle, since_boot
from onveilig_desktop.ui.input_hints import InputHints
from onveilig_desktop.ui.lent_text import LentText
from onveilig_desktop.ui.quick_exit import QuickExit
from onveilig_desktop.ui.screen_capture import ScreenCapture
from onveilig_desktop.ui.way_out import WayOut
from onveilig_desktop.ui.window import MainWindow

if TYPE_CHECKING:  # known when a journal is open
    from onveilig_desktop.journal import Preferences


class Safeguards(QObject):
    """The quick way out, locking unattended, and keeping texts off clipboard, screen and lists.

    Args:
        window: what is guarded; they live as long as it does.
        clock: seconds that go on while the computer sleeps.
    """

    def __init__(self, window: MainWindow, clock: Callable[[], float] = since_boot) -> None:
        super().__init__(window)
        self._window = window
        self.exit = QuickExit(window.leave_by_keys, self)
        self.way_out = WayOut(window.leave, self)
        self.idle = Idle(self, clock)
        self.away = GoingAway(self)
        self.capture = ScreenCapture(self)
        InputHints(self)
        for sign in (self.idle.noticed, self.away.noticed):
            sign.connect(window.lock_unattended)
        LentText(self).lend_copies()
        primary_selection.keep_empty(QGuiApplication.clipboard())
        window.preferred.connect(self._follow)
        window.shut.connect(self.away.delay.let_go)

    def listen(self) -> None:
        """Have the system tell when the person leaves, from when a journal is open."""
        self._window.preferred.connect(lambda _: self.away.listen(self._window.winId()))

    def _follow(self, preferences: "Preferences") -> None:
        self.exit.follow(preferences)
        self.idle.allow(preferences.lock_minutes)
        self.capture.allow(preferences.allows_capture)
        self.away.delay.hold()
