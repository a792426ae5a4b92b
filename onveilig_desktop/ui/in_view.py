"""Scrolling to what a person has to see now."""

from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(part: QWidget) -> None:
    """Scroll what is around *part* until it shows; Qt does that for Tab alone."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(part)
