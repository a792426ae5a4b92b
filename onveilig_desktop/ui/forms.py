"""The few shapes that every page is made of."""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.words import Words

if TYPE_CHECKING:  # Qt's classes are built when they are first named: not before they are needed
    from PySide6.QtGui import QKeyEvent

    from onveilig_desktop.ui.frames import Scrolling

_TYPE: Final = {
    "title": (1.7, True),
    "heading": (1.2, True),
    "strong": (1.0, True),
    "small": (0.9, False),
}
"""The scale of type: how large beside the text, and whether it is bold."""
_BOXED: Final = ("key", "reading")
"""Kinds of labels to which the style sheet gives a border."""
_PLAIN: Final = 0
"""``Qt.TextFormat.PlainText``. Naming anything in ``Qt`` builds all its enums, which costs the
first paint 40 ms: the shapes of the locked page do without, the others name it late."""
_ALONE: Final = 640
L = TypeVar("L", bound=QBoxLayout)
SPACE = 8
"""The unit of all distances, in device-independent pixels."""
PAGE = 24
"""Around a page."""
CARD = 18
"""Around what is on a card."""
APART = 14
"""Between cards."""
LINE: Final = 92
"""How many average letters a line of text has at most: longer ones are hard to follow."""


def label(text: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return plain text; never read as markup, because a person may have written it."""
    made = QLabel(text) if kind in _BOXED else Words(text)
    made.setProperty("textFormat", _PLAIN)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    size, bold = _TYPE.get(kind, (1.0, False))
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * size)
    font.setBold(bold)
    made.setFont(font)
    if kind == "title" and text:  # a J may begin left of where it stands
        overhang = -made.fontMetrics().leftBearing(text[0])
        made.setContentsMargins(overhang + 1 if overhang > 0 else 0, 0, 0, 0)
    return made


def caption(field: QWidget, kind: str = "strong") -> QLabel:
    """Return the label that stands above *field*, says its name, and leads to it."""
    made = label(field.accessibleName(), kind, wrap=True)
    made.setBuddy(field)
    return made


class Button(QPushButton):
    """Enter presses it like the space bar; Qt does that in dialogs only.

    A screen reader toggles what can be checked, which to Qt is no click: here it is one.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_known = False
        self.toggled.connect(self._toggled)

    def setChecked(self, checked: bool, /) -> None:
        """Show it as pressed or not, without a word to anyone."""
        before, self._is_known = self._is_known, True
        super().setChecked(checked)
        self._is_known = before

    def nextCheckState(self) -> None:
        """Turn it as part of a click, which is told when it is over."""
        before, self._is_known = self._is_known, True
        super().nextCheckState()
        self._is_known = before

    def _toggled(self, checked: bool) -> None:
        gave_way = self.group() is not None and not checked  # another of its group is chosen
        if not (self._is_known or gave_way):
            self.clicked[bool].emit(checked)  # type: ignore[index]  # two forms in one

    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        """Take Enter for a press."""
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def danger_words() -> str:
    """Return whom to call; shown, never dialled."""
    return _(
        "In direct danger call 112. To talk to someone: Veilig Thuis 0800-2000 in the "
        "Netherlands, 1712 in Belgium."
    )


def button(text: str, kind: str = "", *, describe: str = "", icon: str = "") -> QPushButton:
    """Return a push button; *describe* is what a screen reader adds."""
    made = Button(text)
    made.setProperty("kind", kind)
    made.setAccessibleDescription(describe)
    if icon:
        from onveilig_desktop.ui import icons  # late: not before the first paint

        icons.put(made, icon)
    return made


def stand_out(next_step: QPushButton, *others: QPushButton) -> None:
    """Let *next_step* be the one of some buttons that is done most likely now."""
    for part in (next_step, *others):
        part.setProperty("kind", "primary" if part is next_step else "")
        part.style().unpolish(part)
        part.style().polish(part)


def on_keys(pressed: QPushButton, keys: str) -> None:
    """Press a button by *keys*, at once.

    A button's own shortcut waits 100 ms for its animation, and what is typed on in that
    time goes to whatever had the focus before.
    """
    from PySide6.QtGui import QKeySequence, QShortcut

    QShortcut(QKeySequence(keys), pressed).activated.connect(pressed.click)


def column(*parts: QWidget | QLayout | None, gap: int = SPACE, margin: int = 0) -> QVBoxLayout:
    """Return the parts below one another; ``None`` takes up the room that is left."""
    return _fill(QVBoxLayout(), parts, gap, margin)


def row(*parts: QWidget | QLayout | None, gap: int = SPACE, margin: int = 0) -> QHBoxLayout:
    """Return the parts beside one another; ``None`` takes up the room that is left."""
    return _fill(QHBoxLayout(), parts, gap, margin)


def beside(words: QWidget, *actions: QWidget, margin: int = 0) -> QHBoxLayout:
    """Return the words with all the room that the actions leave."""
    line = row(words, *actions, margin=margin)
    line.setStretch(0, 1)
    return line


def card(layout: QLayout, kind: str = "card") -> QFrame:
    """Return one thought on its own ground."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setLayout(layout)
    return frame


def scrolling(inside: QWidget) -> "Scrolling":
    """Return *inside* in a frame that scrolls up and down only."""
    from onveilig_desktop.ui.frames import Scrolling  # late: not before the first paint

    return Scrolling(inside)


def told(words: QLabel, *actions: QWidget, kind: str = "notice", icon: str = "info") -> QFrame:
    """Return a line that tells something, with what can be done about it."""
    from onveilig_desktop.ui.icons import Picture  # late: not before the first paint

    role = "caution" if kind == "caution" else "accent"
    line = row(Picture(icon, role), words, *actions, gap=10)
    line.setContentsMargins(CARD - 4, SPACE, SPACE, SPACE)
    line.setStretch(1, 1)
    return card(line, kind)


def narrow(inside: QWidget) -> QHBoxLayout:
    """Return *inside* as wide as a line of text may be; what is left over stays empty."""
    inside.setMaximumWidth(LINE * inside.fontMetrics().averageCharWidth())
    line = row(inside, None)
    line.setStretch(0, 1)
    line.setStretch(1, 0)  # gets what is left over when *inside* is as wide as it gets
    return line


def wide(pixels: int) -> int:
    """Return how wide something is that is *pixels* wide beside text of the usual size."""
    from onveilig_desktop.ui import theme  # late: it knows the fonts when it is asked

    return round(pixels * max(1.0, QApplication.font().pointSizeF() / theme.usual_points()))


def page() -> QWidget:
    """Return the ground of a page."""
    made = QFrame()
    made.setProperty("kind", "page")
    return made


def centred(body: QWidget) -> "Scrolling":
    """Return *body* in the middle of a page of its own, as wide as what is read at once."""
    body.setFixedWidth(_ALONE)
    ground = page()
    ground.setLayout(column(None, row(None, body, None), None, margin=PAGE))
    return scrolling(ground)


def in_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab walk through *widgets* in this order."""
    for before, after in pairwise(widgets):
        if before.window() is after.window():  # what is on its way out or in has no order yet
            QWidget.setTabOrder(before, after)


def stops_in(whole: QWidget) -> list[QWidget]:
    """Return what Tab may come by within *whole*, as it stands there from the top down."""
    from PySide6.QtCore import Qt  # late: not before the first paint

    takes = Qt.FocusPolicy.TabFocus
    return [part for part in whole.findChildren(QWidget) if part.focusPolicy() & takes]


def walked_before(below: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come by *widgets* just before *below*, however late they were made."""
    above = below.previousInFocusChain()
    while above is not None and not above.focusPolicy().value:  # Qt puts nothing behind those
        above = above.previousInFocusChain()
    in_order([*([above] if above else []), *widgets])


def _fill(layout: L, parts: Iterable[QWidget | QLayout | None], gap: int, margin: int) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
