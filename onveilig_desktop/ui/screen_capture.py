"""Keeping the windows off pictures and recordings of the screen, where a system can.

Windows and macOS; written after their manuals, not tried there. Linux has no such thing.
"""

import sys
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_EXCLUDED: Final = 0x11
"""What Windows calls it, from its version 2004 on."""


class Capture(Enum):
    """What is true of the window now, as the system itself tells it."""

    BLOCKED = auto()
    POSSIBLE = auto()
    UNKNOWN = auto()
    """It was asked for; whether it is done cannot be seen."""


class ScreenCapture(QObject):
    """Excludes every window of the program, unless the person allows it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_allowed = False
        application = QGuiApplication.instance()
        if application is not None and sys.platform in {"win32", "darwin"}:
            application.installEventFilter(self)  # a menu or a list never gets the keyboard
            self.allow(False)

    def allow(self, allowed: bool) -> None:
        """Let others see the windows, for help from afar, or exclude them again."""
        self._is_allowed = allowed
        for window in QGuiApplication.topLevelWindows():
            _exclude(window, excluded=not allowed)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Treat each window as it comes up."""
        if event.type() is QEvent.Type.Expose and isinstance(watched, QWindow):
            _exclude(watched, excluded=not self._is_allowed)
        return False


def state_of(window: QWindow, *, is_allowed: bool) -> Capture:
    """Say whether *window* can be captured, never better than the system says."""
    if sys.platform == "win32":
        return Capture.BLOCKED if _is_excluded(window) else Capture.POSSIBLE
    if sys.platform == "darwin" and not is_allowed:
        return Capture.UNKNOWN  # newer versions do not heed it
    return Capture.POSSIBLE


if sys.platform == "win32":
    import ctypes

    def _exclude(window: QWindow, *, excluded: bool) -> None:
        if window.isTopLevel() and window.handle() is not None:
            handle = ctypes.c_void_p(window.winId())
            ctypes.WinDLL("user32").SetWindowDisplayAffinity(handle, _EXCLUDED if excluded else 0)

    def _is_excluded(window: QWindow) -> bool:
        found, handle = ctypes.c_ulong(), ctypes.c_void_p(window.winId())
        asked = ctypes.WinDLL("user32").GetWindowDisplayAffinity(handle, ctypes.byref(found))
        return bool(asked) and found.value == _EXCLUDED

elif sys.platform == "darwin":
    import ctypes

    def _exclude(window: QWindow, *, excluded: bool) -> None:
        if not window.isTopLevel() or window.handle() is None:
            return
        objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
        objc.sel_registerName.restype = ctypes.c_void_p
        view = ctypes.c_void_p(window.winId())
        send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        window_of = send(("objc_msgSend", objc))
        found = window_of(view, objc.sel_registerName(b"window"))
        share = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        set_sharing = share(("objc_msgSend", objc))
        # none of it, or reading alone
        set_sharing(found, objc.sel_registerName(b"setSharingType:"), 0 if excluded else 1)

else:

    def _exclude(window: QWindow, *, excluded: bool) -> None:
        """Do nothing: there is no such thing here."""
