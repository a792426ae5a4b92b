"""A list whose rows are read from top to bottom, and never to the side."""

from math import ceil

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from onveilig_desktop.ui import theme
from onveilig_desktop.ui.entry_delegate import bold, draw_frame, room_on
from onveilig_desktop.ui.entry_list_model import Index
from onveilig_desktop.ui.found_words import laid_out

_HIGH = 1000


class RowDelegate(QStyledItemDelegate):
    """A card for each row, as high as its words; where they have several lines, a bold first."""

    def __init__(self, view: QListView) -> None:
        super().__init__()
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        """Return the height of the words at the width there is."""
        row = QRect(0, 0, self._view.viewport().width(), _HIGH)
        inside = room_on(row)
        around = row.height() - inside.height()
        parts = _parts(option.font, inside.width(), index.data())
        return QSize(200, around + ceil(sum(part.boundingRect().height() for part in parts)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        """Draw the words of a row on their card."""
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = draw_frame(painter, option, look)
        painter.setPen(QColor(look.text))
        place = QPointF(inside.topLeft())
        for part in _parts(option.font, inside.width(), index.data()):
            part.draw(painter, place)
            place.setY(place.y() + part.boundingRect().height())
        painter.restore()


def row_list(name: str, model: QAbstractItemModel) -> QListView:
    """Return a list over *model* that a screen reader calls *name*."""
    view = QListView()
    view.setProperty("kind", "bare")
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return view


def _parts(font: QFont, width: int, words: str) -> list[QTextLayout]:
    """Return the words in their lines, the first of several apart."""
    head, _line, rest = words.partition("\n")
    if not rest:
        return [laid_out(head, font, width)]
    return [laid_out(head, bold(font), width), laid_out(rest, font, width)]
