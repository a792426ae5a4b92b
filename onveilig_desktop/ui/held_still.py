"""What is on the screen, held still while its colours change.

Each of some two hundred parts tells its layout, and each page that scrolls measures all it
holds, twice: before and after the new sheet, when half of it is not dressed yet. None of that
need be seen or done: it is laid out once at the end, from the innermost layout outwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QSplitter, QWidget

_OWN = Qt.FindChildOption.FindDirectChildrenOnly
_EAGER = (QScrollArea, QSplitter)
"""These measure what they hold as soon as they are dressed."""


@contextmanager
def held_still(application: QApplication) -> Iterator[None]:
    """Hold painting, layouts and pages that scroll, and lay out what is seen afterwards."""
    pages = list(_pages(application))
    layouts = [each for page in pages for each in page.findChildren(QLayout) if each.isEnabled()]
    areas = [each for page in pages for kind in _EAGER for each in page.findChildren(kind)]
    calm = _Calm()
    for page in pages:
        page.setUpdatesEnabled(False)
    for layout in layouts:
        layout.setEnabled(False)
    for area in areas:
        area.installEventFilter(calm)
    try:
        yield
    finally:
        for area in areas:
            area.removeEventFilter(calm)
        for layout in layouts:
            layout.setEnabled(True)
        for page in pages:
            _lay_out(page)
            page.setUpdatesEnabled(True)


class _Calm(QObject):
    """Keeps from what measures its contents that it is dressed anew; its layouts tell it more."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let all pass but the change of dress."""
        return event.type() == QEvent.Type.StyleChange


def _pages(application: QApplication) -> Iterator[QWidget]:
    windows = (each for each in application.topLevelWidgets() if isinstance(each, QMainWindow))
    return (page for each in windows if (page := each.centralWidget()) and page.isVisible())


def _lay_out(page: QWidget) -> None:
    """Begin with the innermost: each asks its parent again, which would do its work twice."""
    levels, inner = [], [page]
    while inner:
        levels.append(inner)
        found = (part for each in inner for part in each.findChildren(QWidget, options=_OWN))
        inner = [part for part in found if part.isVisible()]
    for part in (part for level in reversed(levels) for part in level):
        if layout := part.layout():
            layout.activate()
