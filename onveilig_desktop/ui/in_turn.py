"""Long work in steps, with room between two of them for a key, a click or a frame to paint."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

_NEXT_MS: Final = 1
"""A wait of zero is no timer to Qt but one more posted event, and those are all sent in one go:
two steps became one, with the keys that were pressed meanwhile behind it."""


def in_turn(owner: QObject, step: Callable[[], object]) -> None:
    """Do *step* after what waits now, unless *owner* is gone by then."""
    QTimer.singleShot(_NEXT_MS, owner, step)
