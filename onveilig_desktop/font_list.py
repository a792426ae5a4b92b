"""Reads the system's list of fonts while Python is busy: Qt would do it before its first letter.

That takes Linux as long as building the whole locked page. Python imports meanwhile, for what
reads it is no Python.
"""

import ctypes
from contextlib import suppress
from threading import Thread
from typing import Final

_LIBRARY: Final = "libfontconfig.so.1"


def read_ahead() -> Thread:
    """Begin to read it, in a thread; without the library of Linux nothing happens.

    It looks into the environment, which must not grow before it is done: the list of it
    moves then, and whoever reads it crashes.
    """
    reading = Thread(target=_read, name="fonts")
    reading.start()
    return reading


def _read() -> None:
    with suppress(OSError):  # Qt has its own ways elsewhere
        ctypes.CDLL(_LIBRARY).FcInit()
