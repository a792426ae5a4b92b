"""A part of a page that is made when it is first unfolded."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from onveilig_desktop.ui.fold import Fold
from onveilig_desktop.ui.forms import column, in_order, stops_in

Parts = Sequence[QWidget | QLayout]
_LARGER: Final = 1.15


class LateFold(Fold):
    """Makes what is folded away when it is first asked for."""

    def __init__(self, title: str, make: Callable[[], Parts]) -> None:
        self._make = make
        self._room: QVBoxLayout = column()
        body = QWidget()
        body.setLayout(self._room)
        super().__init__(title, body)
        font = self.toggle.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.toggle.setFont(font)
        self.say("")
        self.unfolded.connect(self._fill)

    def make_anew(self) -> None:
        """Make it again, if it was made: what it shows changed."""
        item = self._room.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
            self._fill()

    def _fill(self) -> None:
        if self._room.isEmpty():
            inside = QWidget()
            inside.setLayout(column(*self._make(), gap=12))
            self._room.addWidget(inside)
            in_order([self.toggle, *stops_in(inside)])
