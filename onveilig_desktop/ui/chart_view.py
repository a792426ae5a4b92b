"""A chart that was drawn on the worker, shown as a picture."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QToolTip

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import theme
from onveilig_desktop.ui.in_view import show_within
from onveilig_desktop.ui.walking import step_from

if TYPE_CHECKING:  # matplotlib comes with it, and is for the worker alone
    from onveilig_desktop.report.picture import Hit, Picture

_AROUND: Final = 4
_LEAST: Final = 200
_LOW: Final = 120
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QLabel):
    """Shows a picture, asks for a new one when its width changes, and opens its marks.

    A label with a picture and no plain widget: a screen reader then calls it an image.
    """

    width_changed = Signal(int)
    entries_wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._alternative = ""
        self._at = -1
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(lambda: self.width_changed.emit(self.width()))
        self.setAccessibleName(_("Drawing …"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_LOW)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def is_drawn(self) -> bool:
        """Whether it shows a picture and is not about to ask for another."""
        return self._picture is not None and not self._soon.isActive()

    def show_picture(self, picture: "Picture", title: str, alternative: str) -> None:
        """Put *picture* in the place of what was there; *alternative* says it in words."""
        kept = self._kept_in(picture)
        self._picture = picture
        size = (picture.device_width, picture.device_height)
        drawn = QPixmap.fromImage(QImage(picture.rgba, *size, QImage.Format.Format_RGBA8888))
        drawn.setDevicePixelRatio(picture.pixel_ratio)
        self.setPixmap(drawn)
        self._at = self._at if kept else -1
        self._alternative = alternative
        self.setAccessibleName(title)
        self.setAccessibleDescription(alternative)
        self.setFixedHeight(picture.height)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is: the picture is drawn for what it gets."""
        return QSize(_LEAST, self._picture.height if self._picture else _LOW)

    def minimumSizeHint(self) -> QSize:
        """Let the place become narrower than the picture, which is then drawn anew."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw the picture, and a ring around the mark that has the focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            painter.setPen(theme.load_colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("Drawing …"))
        if not self.hasFocus():
            return
        painter.setPen(QPen(theme.load_colour("focus"), 2))
        hit = self._current()
        if hit is not None:
            painter.drawRoundedRect(_box(hit), 6, 6)
        elif self._picture is not None:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Ask for a picture of the new width."""
        if self._picture is None or event.size().width() != self._picture.width:
            self.ask_soon()

    def ask_soon(self) -> None:
        """Ask for a picture when everything has its place, once for many reasons in a row.

        What is asked for while one is being drawn waits for it, so that widening a window
        draws as often as the worker can and no oftener.
        """
        self._soon.start()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Name the mark under the pointer."""
        hit = self._picture.at(*event.position().toTuple()) if self._picture else None
        opens = hit is not None and bool(hit.entries)
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        QToolTip.showText(event.globalPosition().toPoint(), hit.words if hit else "", self)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Open the entries behind the mark under the pointer."""
        hit = self._picture.at(*event.position().toTuple()) if self._picture else None
        if hit is not None and event.button() is Qt.MouseButton.LeftButton:
            self._open(hit)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Walk the marks with the arrow keys; Enter opens."""
        hits = self._picture.hits if self._picture else ()
        place = step_from(hits, self._at, Qt.Key(event.key()))
        if place is not None:
            self._at = place
            self._tell()
        elif event.key() in _ENTER and (hit := self._current()):
            self._open(hit)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Describe the whole again; the mark is remembered for when the focus comes back."""
        super().focusOutEvent(event)
        self.setAccessibleDescription(self._alternative)
        self.update()

    def leaveEvent(self, event: QEvent, /) -> None:
        """Take the hovering label away."""
        super().leaveEvent(event)
        QToolTip.hideText()

    def _kept_in(self, other: "Picture") -> bool:
        """Say whether the mark that has the focus stands in another picture too."""
        hit, hits = self._current(), self._picture.hits if self._picture else ()
        return (
            hit is not None
            and len(hits) == len(other.hits)
            and (hit.words == other.hits[self._at].words)
        )

    def _current(self) -> "Hit | None":
        within = self._picture is not None and 0 <= self._at < len(self._picture.hits)
        return self._picture.hits[self._at] if within and self._picture else None

    def _tell(self) -> None:
        hit = self._current()
        if hit is not None:
            self.setAccessibleDescription(hit.words)
            show_within(self, _box(hit).toAlignedRect())
            place = QPointF(hit.left, hit.bottom).toPoint()
            QToolTip.showText(self.mapToGlobal(place), hit.words, self)
        self.update()

    def _open(self, hit: "Hit") -> None:
        if hit.entries:
            self.entries_wanted.emit(list(hit.entries))


def _box(hit: "Hit") -> QRectF:
    box = QRectF(QPointF(hit.left, hit.top), QPointF(hit.right, hit.bottom))
    return box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
