"""Finding the texts in a window that do not fit where they stand."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from onveilig_desktop.ui.frames import Scrolling

LEAST = (900, 600)
"""How small the window may be."""


def cut_off(window):
    """Each visible text that does not fit into its widget, or its widget into the parent."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton | QLineEdit):
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            # measured by Qt: ours remembers, and might remember what is not so any more
            fits = QLabel.heightForWidth(part, part.width()) <= part.height() + 1
        elif isinstance(part, QLineEdit):
            shown = part.text() or part.placeholderText()
            fits = part.fontMetrics().horizontalAdvance(shown) <= part.width() - 20
            fits = fits or stands_elsewhere(window, shown)
        else:
            fits = part.sizeHint().width() <= part.width() + 1
        inside = QRect(QPoint(0, 0), part.parentWidget().size()).contains(part.geometry())
        if not (fits and inside):
            found.append((type(part).__name__, part.text()[:40], part.geometry()))
    return [*found, *too_wide(window)]


def stands_elsewhere(window, words):
    """Whether a label shows the words whole, so that a line may be too short for them."""
    labels = (each for each in window.findChildren(QLabel) if each.isVisible())
    return any(each.wordWrap() and words in each.text().splitlines() for each in labels)


def too_wide(window):
    """Each page that scrolls up and down only, and is wider than what shows of it."""
    return [
        ("too wide", area.widget().width(), area.viewport().width())
        for area in window.findChildren(Scrolling)
        if area.isVisible() and area.widget().width() > area.viewport().width()
    ]
