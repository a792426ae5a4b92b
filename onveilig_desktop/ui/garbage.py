"""Collecting cyclic garbage on the GUI thread, and only there.

Python collects on whichever thread happens to allocate. On the worker that would
destroy widgets away from the thread they belong to, which ends in a crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


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
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])
