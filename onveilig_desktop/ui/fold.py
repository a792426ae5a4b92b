"""A part of a page that is folded away under its heading until it is asked for."""

from PySide6.QtCore import Signal
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

    def _tell(self) -> None:
        said = f" · {self._said}" if self._said else ""
        self.toggle.setText(f"{self._title}{said}")
        icons.put(self.toggle, "fold" if self.toggle.isChecked() else "unfold")
        self.toggle.setAccessibleName(f"{self._title}{said}")
