"""A label that remembers how large it is; Qt forgets that at each change of colours."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap

MAY_BREAK: Final = "\u200b"
"""Takes no room; a line may end there."""
BLANK: Final = "\u00a0"
"""As high as the line that is to come; no words at all are a dot lower."""


class Words(QLabel):
    """Plain words without a border or a margin of the style sheet.

    To wrap words is most of what it takes to lay out a page, and the layouts ask for each
    of a label's heights about twenty times over: in other colours it is as large as before.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._sizes: dict[Hashable, Any] = {}
        self._measured_for: object = None
        self._is_said_whole = False
        self._say_whole(text)

    def setText(self, text: str, /) -> None:
        """Say something else."""
        self._sizes.clear()
        super().setText(text)
        self._say_whole(text)

    def _say_whole(self, text: str) -> None:
        """Leave out for screen readers where a line may end."""
        is_broken = MAY_BREAK in text
        if is_broken or self._is_said_whole:
            self.setAccessibleName(text.replace(MAY_BREAK, "") if is_broken else "")
        self._is_said_whole = is_broken

    def setPixmap(self, picture: "QPixmap | QImage", /) -> None:
        """Show a picture in the place of words."""
        self._sizes.clear()
        super().setPixmap(picture)

    def heightForWidth(self, width: int, /) -> int:
        """Return how high the words stand where they may be *width* wide."""
        known = self._known()
        if width not in known:
            known[width] = super().heightForWidth(width)
        height: int = known[width]
        return height

    def sizeHint(self) -> QSize:
        """Return how much room is best."""
        known = self._known()
        if "best" not in known:
            known["best"] = super().sizeHint()
        return QSize(known["best"])

    def minimumSizeHint(self) -> QSize:
        """Return how much room is needed."""
        known = self._known()
        if "least" not in known:
            known["least"] = super().minimumSizeHint()
        return QSize(known["least"])

    def _known(self) -> dict[Hashable, Any]:
        """Return what was measured for the letters of now, on the screen of now."""
        letters = (self.font(), self.devicePixelRatio(), self.contentsMargins())
        if letters != self._measured_for:
            self._measured_for = letters
            self._sizes.clear()
        return self._sizes
