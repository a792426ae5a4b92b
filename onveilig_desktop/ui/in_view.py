"""Scrolling to what a person has to see now."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from onveilig_desktop.ui.frames import scrollers_of


def bring_into_view(part: QWidget) -> None:
    """Scroll what is around *part* until it shows; Qt does that for Tab alone."""
    for around in scrollers_of(part)[:1]:
        around.ensureWidgetVisible(part)


def show_within(part: QWidget, box: QRect) -> None:
    """Scroll what is around *part* until *box* in it shows."""
    for around in scrollers_of(part):
        if (whole := around.widget()) is not None:
            place = part.mapTo(whole, box.center())
            around.ensureVisible(place.x(), place.y(), box.width(), box.height())
