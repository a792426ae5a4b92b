"""What macOS tells of its screen. Written after its manual, not tried.

Sleep is not asked for: the clock that goes on in it locks the journal afterwards.
"""

import sys

if sys.platform == "darwin":
    import ctypes
    from collections.abc import Callable
    from typing import Final

    _TOLD: Final = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
    _AT_ONCE: Final = 4
    _UTF8: Final = 0x08000100
    _CALLBACK: Final = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)

    class ScreenLocked:
        """Hears what is told to every program when the screen locks."""

        def __init__(self, noticed: Callable[[], None]) -> None:
            self._callback = _CALLBACK(lambda *_told: noticed())
            core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
            core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
            core.CFStringCreateWithCString.restype = ctypes.c_void_p
            center = ctypes.c_void_p(core.CFNotificationCenterGetDistributedCenter())
            for name in _TOLD:
                told = ctypes.c_void_p(core.CFStringCreateWithCString(None, name, _UTF8))
                core.CFNotificationCenterAddObserver(
                    center, None, self._callback, told, None, ctypes.c_long(_AT_ONCE)
                )
