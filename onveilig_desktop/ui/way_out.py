"""The button to leave at once, over every dialog too."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QGridLayout, QPushButton

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button

_NAME = "way_out"


def way_out(leave: Callable[[], None]) -> QPushButton:
    """Return a button that leaves at once."""
    made = button(_("Leave at once"), describe=_("Closes everything now; what you typed is kept"))
    made.setObjectName(_NAME)
    made.clicked.connect(leave)
    return made


class WayOut(QObject):
    """Gives each dialog that keeps the window from being clicked a button of its own."""

    def __init__(self, leave: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._look)

    def _look(self, _window: QWindow | None) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.findChild(QPushButton, _NAME) is None:
            self._add(dialog)

    def _add(self, dialog: QDialog) -> None:
        made = way_out(self._leave)
        made.setAutoDefault(False)  # Return is for what the dialog asks
        room, left = dialog.layout(), Qt.AlignmentFlag.AlignLeft
        if isinstance(room, QGridLayout):
            room.addWidget(made, room.rowCount(), 0, 1, -1, left)
        elif isinstance(room, QBoxLayout):
            room.addWidget(made, 0, left)
        else:
            made.setParent(dialog)
            made.show()
