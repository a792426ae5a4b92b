"""A journal in which nothing can be saved: what would write is off, and says why."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from onveilig_desktop.texts import gettext as _

_WRITES = "writes"
W = TypeVar("W", bound=QWidget)


def writes(control: W) -> W:
    """Mark *control* as one that saves something, or that leads to nothing else."""
    control.setProperty(_WRITES, True)
    return control


class OnlyRead(QObject):
    """Keeps every marked control of *whole* off as long as it is there."""

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._why = _("This journal can only be read; nothing can be saved.")
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Turn each off when it is about to be seen, and when it is turned on."""
        kinds = (QEvent.Type.Show, QEvent.Type.EnabledChange)
        if event.type() in kinds and isinstance(watched, QWidget) and watched.property(_WRITES):
            self._turn_off(watched)
        return False

    def _turn_off(self, control: QWidget) -> None:
        if self._whole.isAncestorOf(control):
            control.setToolTip(self._why)
            control.setAccessibleDescription(self._why)
            if control.isEnabled():
                control.setEnabled(False)
