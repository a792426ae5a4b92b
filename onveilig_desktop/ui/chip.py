"""A word that is on or off, with a mark before it that says so without a colour."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from onveilig_desktop.ui import theme
from onveilig_desktop.ui.forms import Button

if TYPE_CHECKING:  # a class of Qt's costs time when it is first named
    from PySide6.QtGui import QPaintEvent

_LEFT: Final = 9
_EDGES: Final = 14
"""What a chip needs at its right, and for its border."""
_TICK: Final = ((0.22, 0.52), (0.43, 0.73), (0.8, 0.28))
_DOT: Final = 0.24
_CORNER: Final = 0.22


class Chip(Button):
    """Has a box, or a ring where only one of several can be on; both are empty while it is off.

    The room for the mark is always there, so that nothing moves when it is turned.
    """

    def __init__(self, words: str, *, describe: str = "", one_of: bool = False) -> None:
        super().__init__(words)
        self._one_of = one_of
        self.setProperty("kind", "chip")
        self.setProperty("mark", True)
        self.setAccessibleDescription(describe)
        self.setCheckable(True)

    def paintEvent(self, event: "QPaintEvent", /) -> None:
        """Draw the button as it is dressed, and the mark on it."""
        super().paintEvent(event)
        side = theme.mark_side(self.fontMetrics())
        place = QRectF(_LEFT + 0.5, (self.height() - side) // 2 + 0.5, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, place)
        painter.end()

    def _draw(self, painter: QPainter, place: QRectF) -> None:
        look, is_on = theme.current(), self.isChecked()
        ink = QColor(getattr(look, self.property("group") or "accent") if is_on else look.edge)
        painter.setPen(QPen(ink, 1.5))
        side = place.width()
        if self._one_of:
            painter.drawEllipse(place)
            if is_on:
                painter.setBrush(ink)
                painter.drawEllipse(place.center(), side * _DOT, side * _DOT)
            return
        if is_on:
            painter.setBrush(ink)
        painter.drawRoundedRect(place, side * _CORNER, side * _CORNER)
        if is_on:
            painter.setPen(QPen(QColor(look.surface), 2))
            painter.drawPolyline([place.topLeft() + QPointF(x, y) * side for x, y in _TICK])


def around(chip: QPushButton) -> int:
    """Return how much wider than its words a chip is."""
    return theme.mark_room(chip.fontMetrics()) + _EDGES
