"""A page beside the way: opened from another one, and closed to go back to it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.forms import (
    APART,
    PAGE,
    SPACE,
    button,
    card,
    column,
    label,
    narrow,
    on_keys,
    page,
    row,
)
from onveilig_desktop.ui.in_turn import in_turn
from onveilig_desktop.ui.in_view import bring_into_view
from onveilig_desktop.ui.session import Session


class Aside(QWidget):
    """Has a way back in its upper corner; whoever opened it deletes it then."""

    left = Signal()
    is_wide: ClassVar = False
    """Whether what is on it stands side by side, and takes all the room there is."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.back = button(_("Back"), "quiet", describe=keys.BACK.shown, icon="back")
        on_keys(self.back, keys.BACK.chord)
        self.back.clicked.connect(self.left)
        self.setFocusProxy(self.back)

    def fill(self, *parts: QWidget | QLayout | None) -> None:
        """Put *parts* below the title; the last one takes up the room that is left."""
        ground, inside = page(), QWidget()
        title = label(self.title, "title", wrap=True)
        below = column(row(self.back, None), title, *parts, gap=SPACE)
        below.insertSpacing(2, SPACE)
        below.setStretch(len(parts) + 2, 1)
        inside.setLayout(below)
        around = column(inside) if self.is_wide else column(narrow(inside))
        around.setContentsMargins(PAGE, PAGE - SPACE, PAGE, PAGE)
        ground.setLayout(around)
        self.setLayout(column(ground))


MakeAside = Callable[[Session], Aside]


class Question(QWidget):
    """One plain question before something that cannot be undone; out of sight until asked."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = label("", wrap=True)
        self.yes = button("")
        self.no = button(_("Leave it"))
        self.yes.clicked.connect(self._answered)
        self.no.clicked.connect(self.hide)
        self._then: Callable[[], None] = self.hide
        answers = row(None, self.no, self.yes)
        self.setLayout(column(card(column(self._sentence, answers, margin=APART), "notice")))
        self.hide()

    def ask(self, sentence: str, yes: str, then: Callable[[], None]) -> None:
        """Ask *sentence*; pressing *yes* does what comes *then*."""
        self._sentence.setText(sentence)
        self.yes.setText(yes)
        self._then = then
        self.show()
        self.no.setFocus()
        in_turn(self, partial(bring_into_view, self))  # once it has its place

    def _answered(self) -> None:
        self.hide()
        self._then()
