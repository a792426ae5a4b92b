"""Walking among chips with the arrows; Tab takes them one by one, which can be long."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_STEPS: Final = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_UP_OR_DOWN: Final = 4
"""How much farther another line counts: first what is nearest in the next one."""


class Arrows(QObject):
    """Watches the chips inside one widget; an arrow goes to the nearest one that way."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Take the arrows for itself."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, QPushButton):
            return False
        found = self._nearest(watched, step)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _nearest(self, origin: QPushButton, step: QPoint) -> QPushButton | None:
        start = self._place(origin)
        ways = {
            chip: self._place(chip) - start
            for chip in self._around.findChildren(QPushButton)
            if chip is not origin and chip.isVisible() and chip.isCheckable()
        }
        ahead = [
            chip
            for chip, way in ways.items()
            if QPoint.dotProduct(way, step) > 0 and (step.y() or abs(way.y()) < origin.height())
        ]
        return min(ahead, key=lambda chip: _length(ways[chip]), default=None)

    def _place(self, chip: QPushButton) -> QPoint:
        """Return where its words begin: chips below one another have that in common."""
        return chip.mapTo(self._around, QPoint(0, chip.height() // 2))


def _length(way: QPoint) -> int:
    return abs(way.x()) + _UP_OR_DOWN * abs(way.y())
