"""The field for what happened: as long as it need be, with the caret always in sight."""

from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from onveilig_desktop.ui.in_view import show_within
from onveilig_desktop.ui.text_field import TextField

_LEAST = 140


class GrowingField(TextField):
    """Grows with its text; once it fills what is seen of the form around it, it scrolls.

    So that what scrolls is one thing at a time, and someone who writes sees all there is room for.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._room = 0
        self.setMinimumHeight(_LEAST)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow)

    def fit_in(self, room: int) -> None:
        """Know how much of the form is seen at once."""
        self._room = room
        self._grow()

    def sizeHint(self) -> QSize:
        """Ask for room for all of it, as far as it can be seen at once."""
        line = self.fontMetrics().lineSpacing()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        lines = self.document().size().height() + 1  # that of plain text; and one to go on in
        whole = lines * line + around
        most = self._room - self.y() - line  # a line of what is below tells that there is more
        return QSize(super().sizeHint().width(), max(_LEAST, min(ceil(whole), most)))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Go on showing the line that is being written."""
        super().resizeEvent(event)
        self._follow()

    def _grow(self) -> None:
        if self.sizeHint().height() != self.height():  # else the form is not laid out anew
            self.updateGeometry()

    def _follow(self) -> None:
        if self.hasFocus():
            show_within(self.viewport(), self.cursorRect())
