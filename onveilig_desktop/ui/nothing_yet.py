"""What stands where there is nothing yet: what will be there, and how to begin."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import icons, theme
from onveilig_desktop.ui.forms import CARD, SPACE, card, column, label, row
from onveilig_desktop.ui.frames import Scrolling

_LETTERS: Final = 46
_LINES: Final = 3.4
"""How high the picture is, in lines of text."""
_SHARE: Final = 0.46
"""How much of its round ground the picture fills."""


class NothingYet(QWidget):
    """A calm picture, one line that names the place, and one that says what will come."""

    def __init__(self, icon: str, title: str, words: str, *actions: QWidget) -> None:
        super().__init__()
        self._room: int | None = None
        self._title = _middle(label(title, "heading", wrap=True))
        self.words = _middle(label(words, "muted", wrap=True))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.setSpacing(SPACE)
        inside.addStretch(2)
        self.picture = _Seal(icon)
        inside.addLayout(row(None, self.picture, None))
        inside.addWidget(self._title)
        inside.addLayout(row(_bounded(self.words)))
        if actions:
            inside.addSpacing(SPACE)
            inside.addLayout(row(None, *actions, None))
        inside.addStretch(3)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave the picture out where the words need its room."""
        super().resizeEvent(event)
        self._fit()

    def make_do(self, room: int | None) -> None:
        """Leave the picture out where no more than *room* can be seen at once.

        Nothing means all the room it has; 0 leaves it out.
        """
        self._room = room
        self._fit()

    def _fit(self) -> None:
        words = (self._title, self.words)
        needed = sum(each.heightForWidth(min(each.width(), self.width())) for each in words)
        room = self.height() if self._room is None else self._room
        self.picture.setVisible(needed + self.picture.height() + 5 * SPACE <= room)

    def say(self, title: str, words: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.words.setText(words)


class ScrolledNothing(Scrolling):
    """The same where the words may have less room than they need."""

    def __init__(self, nothing: NothingYet) -> None:
        super().__init__(nothing)
        self._nothing = nothing

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Tell how much can be seen at once."""
        super().resizeEvent(event)
        self._nothing.make_do(self.height())


class _Seal(QWidget):
    """An icon on a round ground."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._high = round(_LINES * self.fontMetrics().height())
        self.setFixedSize(QSize(self._high, self._high))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draw it in the colours of now."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent_soft))
        painter.drawEllipse(QRectF(0, 0, self._high, self._high))
        high = round(self._high * _SHARE)
        edge = (self._high - high) / 2
        icons.draw(painter, self._icon, look.accent, edge, edge, high)
        painter.end()


def _middle(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return made


def _bounded(words: QLabel) -> QLabel:
    words.setMaximumWidth(_LETTERS * words.fontMetrics().averageCharWidth())
    return words


def before_the_first() -> QWidget:
    """Return what stands beside the list of entries while none is read."""
    begin = _("Write down what happened, in your own words and at your own pace.")
    words = "\n".join((begin, _("Choose an entry to read it back.")))
    return card(column(NothingYet("journal", _("Your journal"), words), margin=CARD))
