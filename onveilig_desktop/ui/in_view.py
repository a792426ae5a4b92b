"""Scrolling to what a person has to see now."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from onveilig_desktop.ui.frames import scroller_of


def bring_into_view(part: QWidget) -> None:
    """Scroll what is around *part* until it shows; Qt does that for Tab alone."""
    around = scroller_of(part)
    if around is not None:
        around.ensureWidgetVisible(part)


def show_within(part: QWidget, box: QRect) -> None:
    """Scroll what is around *part* until *box* in it shows."""
    around = scroller_of(part)
    if around is not None and (whole := around.widget()) is not None:
        place = part.mapTo(whole, box.center())
        around.ensureVisible(place.x(), place.y(), box.width(), box.height())
