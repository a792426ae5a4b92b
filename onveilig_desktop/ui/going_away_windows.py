"""What Windows tells of its session and of sleep. Written after its manual, not tried."""

import sys

if sys.platform == "win32":
    import ctypes
    from collections.abc import Callable
    from ctypes.wintypes import MSG
    from typing import Final

    from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

    _SESSION_CHANGED: Final = 0x02B1
    _LEFT: Final = frozenset({0x2, 0x4, 0x6, 0x7})
    """The console or a remote screen is taken away, the person logs off, the screen locks."""
    _POWER: Final = 0x0218
    _SLEEPS: Final = 0x4

    class SessionChanges(QAbstractNativeEventFilter):
        """Reads the messages that come to the windows of this program."""

        def __init__(self, window: int, noticed: Callable[[], None]) -> None:
            super().__init__()
            self._noticed = noticed
            ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
            QCoreApplication.instance().installNativeEventFilter(self)

        def nativeEventFilter(self, kind: QByteArray | bytes, message: int) -> tuple[bool, int]:
            """Notice the person leaving; every message goes on its way."""
            if bytes(kind) == b"windows_generic_MSG":
                told = MSG.from_address(int(message))
                left = told.message == _SESSION_CHANGED and told.wParam in _LEFT
                if left or (told.message == _POWER and told.wParam == _SLEEPS):
                    self._noticed()
            return False, 0
