"""A button of the rail: its icon before its words, or above them where letters are large."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from onveilig_desktop.ui import icons, theme
from onveilig_desktop.ui.forms import Button

_SIDE: Final = 12
_AROUND: Final = 9
_GAP: Final = 10
_LARGE: Final = 1.3
"""From this size on, of what is usual, the words stand below the icons."""
_BELOW: Final = 0.6
"""How large the words below an icon are beside the text, at least as large as usual."""
_TIGHT: Final = 3
_HIGHEST: Final = 30


def is_narrow(inside: QWidget) -> bool:
    """Return whether letters are so large that words beside icons would take too much room."""
    return inside.fontInfo().pointSizeF() > _LARGE * theme.usual_points()


class RailButton(Button):
    """Draws itself, because a style puts words beside an icon and nowhere else."""

    def __init__(self, words: str, icon: str, *, describe: str, kind: str = "rail") -> None:
        super().__init__(words)
        self.setProperty("kind", kind)
        self.setAccessibleDescription(describe)
        self._icon = icon
        self._is_narrow = is_narrow(self)
        self._is_open = False

    def set_open(self, is_open: bool) -> None:
        """Mark that its page stands before the one to which going back leads."""
        self._is_open = is_open
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words in bold, as they are when the page is open."""
        metrics = QFontMetrics(self._font())
        words, high = metrics.horizontalAdvance(self.text()), self._high()
        if self._is_narrow:
            return QSize(words + 2 * _TIGHT, high + metrics.height() + 2 * _TIGHT)
        return QSize(high + words + _GAP + 2 * _SIDE, metrics.height() + 2 * _AROUND)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the ground as the style sheet says, then the icon and the words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        if self._is_open:
            option.state |= QStyle.StateFlag.State_On
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        look = theme.current()
        is_open = self.isChecked() or self._is_open
        self._draw(painter, look.accent if is_open else look.text, is_bold=is_open)
        painter.end()

    def _draw(self, painter: QPainter, colour: str, *, is_bold: bool) -> None:
        font = self._font()
        font.setBold(is_bold or self.property("kind") == "leave")
        painter.setFont(font)
        painter.setPen(colour)
        high, align = self._high(), Qt.AlignmentFlag
        if self._is_narrow:
            icons.draw(painter, self._icon, colour, (self.width() - high) / 2, _TIGHT, high)
            below = QRect(0, high + _TIGHT, self.width(), self.height() - high - 2 * _TIGHT)
            painter.drawText(below, align.AlignCenter, self.text())
        else:
            icons.draw(painter, self._icon, colour, _SIDE, (self.height() - high) / 2, high)
            beside = self.rect().adjusted(_SIDE + high + _GAP, 0, 0, 0)
            painter.drawText(beside, align.AlignVCenter | align.AlignLeft, self.text())

    def _high(self) -> int:
        """Return how high the icon is: above its words no more than the rail has room for."""
        return min(icons.height(self), _HIGHEST) if self._is_narrow else icons.height(self)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        if self._is_narrow:
            font.setPointSizeF(max(font.pointSizeF() * _BELOW, theme.usual_points()))
        return font
