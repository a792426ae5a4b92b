"""A part of a page that is folded away under its heading until it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from onveilig_desktop.ui import icons
from onveilig_desktop.ui.forms import button, column


class Fold(QWidget):
    """A heading that can be pressed, what is under it, and in short what is chosen there."""

    unfolded = Signal()

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self._title = title
        self._said = ""
        self.toggle = button("", "fold")
        self.toggle.setCheckable(True)
        policy = QSizePolicy.Policy  # a long heading widens no page
        self.toggle.setSizePolicy(policy.Ignored, policy.Fixed)
        self.toggle.toggled.connect(self._fold)
        self.toggle.setParent(self)  # before the body: Tab comes by in this order
        self._body = body
        body.setParent(self)
        self.setLayout(column(self.toggle, body, gap=6))
        self._fold(False)

    def say(self, what: str) -> None:
        """Tell beside the heading what is chosen, so that it need not be unfolded to know."""
        self._said = what
        self._tell()

    def _fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._tell()
        if unfolded:
            self.unfolded.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Show as much of the heading as there is room for now."""
        super().resizeEvent(event)
        self._shorten()

    def _tell(self) -> None:
        whole = f"{self._title} · {self._said}" if self._said else self._title
        self.toggle.setAccessibleName(whole)
        self.toggle.setText(whole)  # before the icon, which keeps away from words
        icons.put_fold(self.toggle)
        self._shorten()

    def _shorten(self) -> None:
        """Leave out the end of a heading that is too long; hovering and hearing give it whole."""
        whole = self.toggle.accessibleName()
        self.toggle.setText(whole)
        over = self.toggle.sizeHint().width() - self.toggle.width()
        if over > 0:
            metrics = self.toggle.fontMetrics()
            room = metrics.horizontalAdvance(whole) - over
            self.toggle.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room))
        self.toggle.setToolTip(whole if over > 0 else "")
