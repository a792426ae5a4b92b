"""Line icons in the colours of the theme, as sharp as the screen shows them.

They are drawn on a grid of 24 and name no colour. Qt's reader of pictures draws them: its
module for SVG, which would have to be imported, is not needed for that.
"""

from functools import cache
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from onveilig_desktop import resources
from onveilig_desktop.ui import theme

_NAME: Final = "icon_name"
_GAP: Final = 6
"""Between an icon and the words behind it."""
_OFF: Final = {"primary": "on_accent", "quiet": "accent", "leave": "text"}
_APPLICATION_SIZES: Final = (16, 24, 32, 48, 64, 128)
_wearing: WeakSet[QAbstractButton] = WeakSet()
"""The buttons that have an icon. Qt could name all widgets there are, and some that go just now."""


@cache
def image(name: str, colour: str, pixels: int) -> QImage:
    """Return an icon in one colour, *pixels* high and wide."""
    dyed = QImage(_drawn(name, pixels))
    painter = QPainter(dyed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(dyed.rect(), QColor(colour))
    painter.end()
    return dyed


@cache
def _drawn(name: str, pixels: int) -> QImage:
    """Return an icon as its file says; to read it takes far longer than to dye it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(resources.read_text(f"icons/{name}.svg").encode()))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    return reader.read()


def read(name: str, beside: QWidget) -> None:
    """Read an icon, in the size it has beside text like that of a widget."""
    _drawn(name, round(height(beside) * _ratio()))


def of_the_program() -> QIcon:
    """Return the icon of the window: a sheet of paper, which says nothing of what is on it."""
    icon = QIcon()
    for size in _APPLICATION_SIZES:
        icon.addPixmap(QPixmap.fromImage(_drawn("application", size)))
    return icon


def put(pressed: QAbstractButton, name: str) -> None:
    """Put an icon before the words of a button; it keeps the colour of the words."""
    pressed.setProperty(_NAME, name)
    _wearing.add(pressed)
    has_words = bool(pressed.text())
    high = height(pressed)
    worn = theme.current()
    off = getattr(worn, _OFF.get(pressed.property("kind") or "", "text"))
    mode, state = QIcon.Mode, QIcon.State
    icon = QIcon()
    for colour, when, is_on in (
        (off, mode.Normal, state.Off),
        (worn.accent, mode.Normal, state.On),
        (worn.muted, mode.Disabled, state.Off),
    ):
        icon.addPixmap(_before_words(name, colour, high, _GAP * has_words), when, is_on)
    pressed.setIcon(icon)
    pressed.setIconSize(QSize(high + _GAP * has_words, high))


def put_fold(pressed: QAbstractButton) -> None:
    """Say before the words of a button whether what it unfolds is shown now."""
    put(pressed, "fold" if pressed.isChecked() else "unfold")


def dress() -> None:
    """Put every icon on its button anew, in the colours of now."""
    for pressed in list(_wearing):
        if isValid(pressed):
            put(pressed, pressed.property(_NAME))


def height(beside: QWidget) -> int:
    """Return how high an icon beside the text of a widget is."""
    metrics = beside.fontMetrics()
    return metrics.size(0, "x").height() + 2 * theme.around_icon(metrics)


def draw(painter: QPainter, name: str, colour: str, left: float, top: float, high: int) -> None:
    """Draw an icon at its place, one dot of it to one dot of the screen."""
    ratio = painter.device().devicePixelRatioF()
    drawn = QImage(image(name, colour, round(high * ratio)))  # the one that is kept has no ratio
    drawn.setDevicePixelRatio(ratio)
    painter.drawImage(round(left), round(top), drawn)


def _ratio() -> float:
    return max(screen.devicePixelRatio() for screen in QApplication.screens())


def _before_words(name: str, colour: str, high: int, gap: int) -> QPixmap:
    ratio = _ratio()
    made = QPixmap(round((high + gap) * ratio), round(high * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawImage(0, 0, image(name, colour, round(high * ratio)))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


class Picture(QWidget):
    """An icon that stands by itself; what it shows is said in words beside it."""

    def __init__(self, name: str, role: str = "accent", lines: float = 1.0) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._high = round(height(self) * lines)
        self.setFixedSize(self._high, self._high)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw it in the colours of now."""
        painter = QPainter(self)
        draw(painter, self._name, getattr(theme.current(), self._role), 0, 0, self._high)
        painter.end()
