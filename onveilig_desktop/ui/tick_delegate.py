"""A line with a box to tick: seen in every theme, and as large to hit as the whole line."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_list_model import Index

_CHECKED = Qt.CheckState.Checked
_CHECK_ROLE = Qt.ItemDataRole.CheckStateRole
_MARK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The corners of the check mark, as parts of the box."""


class TickDelegate(QStyledItemDelegate):
    """Draws the box over that of the style, whose edge is lost on a dark ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Draw the line, then its box."""
        super().paint(painter, option, index)
        box = self._box(option, index)
        is_ticked = Qt.CheckState(index.data(_CHECK_ROLE)) is _CHECKED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.load_colour("edge"))
        painter.setBrush(theme.load_colour("accent" if is_ticked else "field"))
        painter.drawRoundedRect(box, 3, 3)
        if is_ticked:
            painter.setPen(QPen(theme.load_colour("on_accent"), 2))
            left, top, side = box.left(), box.top(), box.width()
            painter.drawPolyline([QPointF(left + x * side, top + y * side) for x, y in _MARK])
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
        /,
    ) -> bool:
        """Let a click anywhere on the line do what one on the box does."""
        if event.type() is not QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        was_ticked = Qt.CheckState(index.data(_CHECK_ROLE)) is _CHECKED
        wanted = Qt.CheckState.Unchecked if was_ticked else _CHECKED
        return model.setData(index, wanted, _CHECK_ROLE)

    def _box(self, option: QStyleOptionViewItem, index: Index) -> QRectF:
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        style = QApplication.style()
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        # half a pixel in: a line of one pixel then lies on pixels
        return QRectF(style.subElementRect(element, full, full.widget)).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
