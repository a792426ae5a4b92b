"""A chart that was drawn on the worker, shown as a picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from onveilig_desktop.journal import EntryId
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme

if TYPE_CHECKING:  # matplotlib comes with it, and is for the worker alone
    from onveilig_desktop.report.picture import Hit, Picture

_SETTLE_MS = 120


class ChartView(QWidget):
    """Shows a picture, asks for a new one when its width changes, and opens its marks."""

    width_changed = Signal(int)
    entries_wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._image = QImage()
        self._at = -1
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(lambda: self.width_changed.emit(self.width()))
        self.setAccessibleName(_("Drawing …"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)

    @property
    def is_drawn(self) -> bool:
        """Whether it shows a picture and is not about to ask for another."""
        return self._picture is not None and not self._settle.isActive()

    def show_picture(self, picture: "Picture", alternative: str) -> None:
        """Put *picture* in the place of what was there; *alternative* says it in words."""
        self._picture = picture
        self._image = QImage(
            picture.rgba,
            picture.device_width,
            picture.device_height,
            QImage.Format.Format_RGBA8888,
        ).copy()
        self._image.setDevicePixelRatio(picture.pixel_ratio)
        self._at = -1
        self.setAccessibleName(alternative)
        self.setFixedHeight(picture.height)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        return QSize(600, self._picture.height if self._picture else 120)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the picture, and a ring around the mark that has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            painter.setPen(theme.load_colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing …"))
        painter.drawImage(QPointF(0, 0), self._image)
        hit = self._current()
        if hit is not None and self.hasFocus():
            painter.setPen(QPen(theme.load_colour("focus"), 2))
            box = QRectF(QPointF(hit.left, hit.top), QPointF(hit.right, hit.bottom))
            painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 6, 6)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Ask for a picture of the new width once it has settled."""
        if self._picture is None or event.size().width() != self._picture.width:
            self.ask_anew()

    def ask_anew(self) -> None:
        """Ask for another picture, once for many reasons in a row."""
        self._settle.start()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Name the mark under the pointer."""
        hit = self._picture.at(*event.position().toTuple()) if self._picture else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), hit.words if hit else "", self)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Open the entries behind the mark under the pointer."""
        hit = self._picture.at(*event.position().toTuple()) if self._picture else None
        if hit is not None:
            self._open(hit)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Walk the marks with the arrow keys; Enter opens."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self._picture is not None and self._picture.hits:
            self._at = min(max(self._at + step, 0), len(self._picture.hits) - 1)
            self._tell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (hit := self._current()):
            self._open(hit)
        else:
            super().keyPressEvent(event)

    def _current(self) -> "Hit | None":
        within = self._picture is not None and 0 <= self._at < len(self._picture.hits)
        return self._picture.hits[self._at] if within and self._picture else None

    def _tell(self) -> None:
        hit = self._current()
        if hit is not None:
            self.setAccessibleDescription(hit.words)
            place = QPointF(hit.left, hit.bottom).toPoint()
            QToolTip.showText(self.mapToGlobal(place), hit.words, self)
        self.update()

    def _open(self, hit: "Hit") -> None:
        entries: list[EntryId] = list(hit.entries)
        self.entries_wanted.emit(entries)
