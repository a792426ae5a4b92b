"""A layout that puts widgets beside one another and goes on below when the row is full."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from onveilig_desktop.ui.forms import SPACE

_TALL: Final = 9999


class FlowLayout(QLayout):
    """Qt ships none; its height follows from its width."""

    def __init__(self, gap: int = SPACE) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._apart: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem, /) -> None:
        """Take *item* in at the end."""
        self._items.append(item)
        self._heights.clear()

    def put_apart(self, index: int) -> None:
        """Let an item, and what stands behind it, begin where the room that is left ends."""
        self._apart.append(self._items[index])

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        """Return an item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        """Let an item go."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt to ask ``heightForWidth``."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height that *width* needs; Qt asks for the same widths again and again."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: an item changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect, /) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size; the width decides the rest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y() - self._gap
        for line in self._lines(rect.width()):
            y += self._gap
            high = max(item.sizeHint().height() for item in line)
            if move:
                self._put(line, QRect(rect.x(), y, rect.width(), high))
            y += high
        return max(0, y - rect.y())

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # a hidden widget takes no room, nor a gap
                continue
            needed = item.sizeHint().width()
            if line and taken + self._gap + needed > width:
                yield line
                line, taken = [], 0
            taken += needed + self._gap * bool(line)
            line.append(item)
        if line:
            yield line

    def _put(self, line: list[QLayoutItem], place: QRect) -> None:
        """Put what stands on one line beside one another, in the middle of its height."""
        sizes = [item.sizeHint().boundedTo(QSize(place.width(), _TALL)) for item in line]
        over = place.width() - sum(size.width() + self._gap for size in sizes) + self._gap
        x, is_apart = place.x(), False
        for item, size in zip(line, sizes, strict=True):
            if not is_apart and item in self._apart:
                is_apart = True
                x += max(0, over)
            top = place.y() + (place.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + self._gap


def flow(*widgets: QWidget, gap: int = SPACE) -> QWidget:
    """Return *widgets* in a flow of their own."""
    return foot(*widgets, gap=gap)


def foot(*widgets: QWidget | None, gap: int = SPACE) -> QWidget:
    """Return *widgets* in a flow; those after a ``None`` stand at the end of their line."""
    holder = QWidget()
    layout = FlowLayout(gap)
    is_apart = False
    for widget in widgets:
        if widget is None:
            is_apart = True
        else:
            layout.addWidget(widget)
            if is_apart:
                layout.put_apart(layout.count() - 1)
    holder.setLayout(layout)
    return holder
