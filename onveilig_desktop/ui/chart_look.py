"""The look of a chart on the screen: the theme's colours at the size of the text."""

from PySide6.QtWidgets import QApplication, QWidget

from onveilig_desktop.report.look import Look
from onveilig_desktop.ui import theme


def look_for(part: QWidget) -> Look:
    """Return how a chart in *part* is drawn now."""
    worn = theme.current()
    pixels = part.font().pointSizeF() * QApplication.primaryScreen().logicalDotsPerInch() / 72
    return Look(
        text=worn.text,
        muted=worn.muted,
        line=worn.line,
        band=worn.band,
        edge=worn.edge,
        surface=worn.surface,
        unsafety=worn.unsafety,
        violence=worn.violence,
        friction=worn.friction,
        repair=worn.focus,
        font_px=pixels,
    )
