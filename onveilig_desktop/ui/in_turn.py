"""Long work in steps, with room between two of them for a key, a click or a frame to paint."""

from collections.abc import Callable
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

_NEXT_MS: Final = 1
"""A wait of zero is no timer to Qt but one more posted event, and those are all sent in one go:
two steps became one, with the keys that were pressed meanwhile behind it."""
_begun: WeakSet[QTimer] = WeakSet()


def in_turn(owner: QObject, step: Callable[[], object]) -> None:
    """Do *step* after what waits now, unless *owner* is gone by then."""
    timer = QTimer(owner, singleShot=True, interval=_NEXT_MS)
    timer.timeout.connect(step)
    timer.timeout.connect(timer.deleteLater)
    timer.start()
    _begun.add(timer)


def is_under_way() -> bool:
    """Return whether a step is still to come."""
    return any(isValid(timer) and timer.isActive() for timer in list(_begun))
