"""A calm line of words where something takes longer than a moment."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel


def tell_to_wait(line: QLabel, waits: bool) -> None:
    """Show *line* as long as one *waits*; a screen reader says it once."""
    if waits and line.isHidden():
        line.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(line, line.text()))
    elif not waits:
        line.hide()
