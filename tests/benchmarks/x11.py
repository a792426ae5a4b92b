"""Keys pressed and windows seen on an X server, at once and from outside."""

import ctypes
import time
from collections.abc import Callable

_PATIENCE = 30
_VIEWABLE = 2
_SHIFT = 0xFFE1
_unheard = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_error: 0)
"""A window may go while it is asked about; then it is not shown."""


class _Attributes(ctypes.Structure):
    _fields_ = (
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_width", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("window_class", ctypes.c_int),
        ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_long * 8),
    )


class Screen:
    """One connection to a display."""

    def __init__(self, display: str) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XSetErrorHandler(_unheard)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._shift = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(_SHIFT))

    def press_shift(self) -> float:
        """Press and let go; return the moment just before."""
        begun = time.perf_counter()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, self._shift, down, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)
        return begun

    def is_painted(self, x: int, y: int) -> bool:
        """Whether something else than the black of an empty screen is at this place."""
        self._x.XGetImage.restype = ctypes.c_void_p
        self._x.XGetPixel.restype = ctypes.c_ulong
        planes, format_z = ctypes.c_ulong(0xFFFFFF), 2
        image = ctypes.c_void_p(
            self._x.XGetImage(self._display, self._root, x, y, 1, 1, planes, format_z)
        )
        pixel = self._x.XGetPixel(image, 0, 0)
        self._x.XDestroyImage(image)
        return bool(pixel & 0xFFFFFF)

    def shows_windows(self) -> bool:
        """Whether any window is on the screen."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XQueryTree(
            self._display,
            self._root,
            *map(ctypes.byref, (root, parent, children, count)),
        )
        shown = any(self._is_shown(children[n]) for n in range(count.value))
        if children:
            self._x.XFree(children)
        return shown

    def _is_shown(self, window: int) -> bool:
        found = _Attributes()
        asked = ctypes.c_ulong(window)
        self._x.XGetWindowAttributes(self._display, asked, ctypes.byref(found))
        return found.map_state == _VIEWABLE and found.window_class == 1


def wait_until(is_so: Callable[[], bool]) -> float:
    """Ask every half millisecond; return the moment at which it was so."""
    end = time.perf_counter() + _PATIENCE
    while not is_so():
        assert time.perf_counter() < end, "it did not happen"
        time.sleep(0.0005)
    return time.perf_counter()
