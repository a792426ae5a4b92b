"""Frames that measure what is inside them when they are shown, and not before.

To measure is to dress every widget in the style sheet, and each layout that is put around
a dressed widget has it dressed anew: a large form was dressed five times while it was made.
"""

from collections.abc import Iterable
from functools import partial
from weakref import WeakSet

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QWidget
from shiboken6 import isValid

from onveilig_desktop.ui.in_turn import in_turn

_LETTERS = 78
"""How many average letters wide two halves are at least, to stand beside one another."""
_LINES = 18
"""How many lines high each half is at least where they stand below one another."""
_WHOLE = 10_000
"""More than any window is wide; Qt shares out what there is in the same proportion."""


_areas: "WeakSet[Scrolling]" = WeakSet()


def scrollers_of(part: QWidget) -> "list[Scrolling]":
    """Return what scrolls *part*, the nearest around it first.

    Its parents are not asked for: see ``Halves.area``.
    """
    around = [area for area in list(_areas) if isValid(area) and area.holds(part)]
    return sorted(around, key=lambda each: sum(map(each.holds, around)))


class Scrolling(QScrollArea):
    """Scrolls up and down only."""

    height_changed = Signal(int)
    """How much of what is inside is seen at once."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        _areas.add(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setParent(self.viewport())
        inside.hide()
        if isinstance(inside, Halves):
            inside.area = self
            self.height_changed.connect(inside.fit_in)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Tell what depends on the height of it."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.height_changed.emit(event.size().height())

    def showEvent(self, event: QShowEvent, /) -> None:
        """Take in what is to be scrolled, the first time."""
        super().showEvent(event)
        self.take_in()

    def holds(self, part: QWidget) -> bool:
        """Return whether *part* is scrolled with what is inside, however deep in it."""
        return isValid(self._inside) and self._inside.isAncestorOf(part)

    def take_in(self) -> None:
        """Measure what is inside now, so that to show it takes less time."""
        if self.widget() is None:
            self.setWidget(self._inside)
            self._inside.setAutoFillBackground(False)  # cards keep their own ground


class Fitted(Scrolling):
    """As tall as what is inside, and scrolls where there is less room than that."""

    def sizeHint(self) -> QSize:
        """Ask for the height that is needed at this width."""
        across = self.viewport().width()
        asks = self._inside.hasHeightForWidth()
        needed = self._inside.heightForWidth(across) if asks else self._inside.sizeHint().height()
        return QSize(super().sizeHint().width(), needed)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent, /) -> bool:
        """Ask for another height when what is inside grows or shrinks."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Halves(QSplitter):
    """Two widgets beside one another, of which neither can be pushed away.

    Where letters are so large that neither would have room, they stand below one another,
    each as high as what is seen; what is around them scrolls from the one to the other.

    Args:
        left, right: the widgets.
        shares: how they share the room, at first and as the window grows.
        gap: how far apart they are.
    """

    def __init__(self, left: QWidget, right: QWidget, *, shares: tuple[int, int], gap: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._halves = (left, right)
        self.area: Scrolling | None = None
        """What scrolls them. It is not asked of Qt: the binding makes a stand-in for what it
        returns as a parent, and may destroy what is inside when that one goes."""
        self._shares = shares
        # until they are shown nobody holds the halves, who would outlive all around them
        self.destroyed.connect(partial(_let_go, self._halves))
        self.setChildrenCollapsible(False)
        self.setHandleWidth(gap)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the halves beside or below one another."""
        super().resizeEvent(event)
        way = Qt.Orientation.Horizontal if self._has_room() else Qt.Orientation.Vertical
        if way is not self.orientation():
            self.setOrientation(way)
            self.fit_in(0 if self.area is None else self.area.viewport().height())
            self.share_out()

    def fit_in(self, seen: int) -> None:
        """Let each of two halves below one another be as high as what is *seen* of them."""
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setMinimumHeight(0)
            return
        high = max(seen, _LINES * self.fontMetrics().lineSpacing())
        self.setMinimumHeight(2 * high + self.handleWidth())
        self.share_out()
        in_turn(self, self._stay)  # once each has its new height

    def _stay(self) -> None:
        """Keep the half in sight in which the keyboard is."""
        at = QApplication.focusWidget()
        for half in self._halves:
            if at is not None and half.isAncestorOf(at):
                self.bring_up(half)

    def _has_room(self) -> bool:
        """Return whether both can stand beside one another in what is seen, and be read."""
        seen = self.width() if self.area is None else min(self.width(), self.area.width())
        least = (max(half.minimumWidth(), half.minimumSizeHint().width()) for half in self._halves)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        return letters >= _LETTERS and sum(least) + self.handleWidth() <= seen

    def bring_up(self, half: QWidget) -> None:
        """Scroll to a half, if the halves stand below one another."""
        if self.area is not None and self.orientation() is Qt.Orientation.Vertical:
            self.area.verticalScrollBar().setValue(half.y())

    def share_out(self) -> None:
        """Give each half its share; below one another, each the same."""
        is_beside = self.orientation() is Qt.Orientation.Horizontal
        shares = self._shares if is_beside else (1, 1)
        self.setSizes([_WHOLE * share // sum(shares) for share in shares])

    def showEvent(self, event: QShowEvent, /) -> None:
        """Take in the halves, the first time."""
        if self.count() == 0:
            for number, half in enumerate(self._halves):
                wanted = half.focusWidget()  # who asked for the keyboard too early to get it
                self.addWidget(half)
                self.setStretchFactor(number, self._shares[number])
                if wanted is not None:
                    QTimer.singleShot(0, wanted, wanted.setFocus)
            self.share_out()
        super().showEvent(event)


def _let_go(parts: Iterable[QWidget], _gone: object = None) -> None:
    for part in parts:
        if isValid(part) and part.isWindow():
            part.deleteLater()
