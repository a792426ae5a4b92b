"""Collecting cyclic garbage on the GUI thread, and only there.

Python collects on whichever thread happens to allocate. On the worker that would
destroy widgets away from the thread they belong to, which ends in a crash.

What was imported stays until the end. To look through it takes longer than the window may
keep a person waiting, so it is set apart, and no collection looks at it again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_importing, _counting = Event(), Event()


@contextmanager
def set_apart() -> Iterator[None]:
    """Import in this block, on any thread; nothing is collected before the end of it."""
    _importing.set()
    try:
        yield
    finally:
        gc.freeze()
        _importing.clear()


@contextmanager
def put_off() -> Iterator[None]:
    """Collect nothing while the worker makes what it needs: to look through it takes as long.

    Ask to leave it alone before the end, if it is very much and stays.
    """
    _counting.set()
    try:
        yield
    finally:
        _counting.clear()


class GarbageCollection(QObject):
    """Takes the place of Python's automatic collection while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    @staticmethod
    def collect() -> None:
        """Collect the oldest generation whose turn it is, by Python's own counts."""
        if _importing.is_set() or _counting.is_set():
            return
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])


def leave_alone() -> None:
    """Pass over all that is there now, in every collection from now on.

    The lines of a large journal are no garbage as long as they are used, and to walk through
    them again and again would keep the window waiting.
    """
    gc.freeze()


def mind_again() -> None:
    """Undo ``leave_alone``."""
    gc.unfreeze()
