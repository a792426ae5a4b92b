"""Words to read at one's own pace: the keyboard stops at them, and they can be copied."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from onveilig_desktop.ui.forms import label

_RING = 2
"""How thick the focus is drawn around a paragraph; what stands above it keeps as far off."""


def reading(text: str, name: str = "") -> QLabel:
    """Return a paragraph that Tab comes by, so that a long page moves along with it.

    Args:
        text: what it says.
        name: what a screen reader says instead, where the words need what stands above them.
    """
    made = label(text, "reading", wrap=True)
    flags = Qt.TextInteractionFlag
    made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    made.setAccessibleName(name)
    made.setIndent(0)
    return made


def above(text: str, kind: str) -> QLabel:
    """Return a line that stands above paragraphs and begins where they do."""
    made = label(text, kind, wrap=True)
    made.setContentsMargins(_RING, 0, 0, 0)
    return made


def points(lines: Iterable[str], title: str) -> QGridLayout:
    """Return *lines* below one another, each with a point before it; *title* stands above."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        point = label("•")
        point.setContentsMargins(_RING, _RING, 0, 0)
        grid.addWidget(point, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(reading(line, f"{title}: {line}"), number, 1)
    return grid
