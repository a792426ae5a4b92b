"""Names of folders and files: they break where a line is full, rather than widen a page."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from onveilig_desktop.ui.words import MAY_BREAK, Words

_WHOLE: Final = 24
"""How many letters stand in a line also where they are largest."""
_LONG: Final = re.compile(rf"[^\s/-]{{{_WHOLE + 1},}}")
"""A line may end behind a stroke or a hyphen anyway."""
_JOINT: Final = re.compile(r"(?<=[\\_.])(?=\w)")
_PIECE: Final = re.compile(r"[^\W_]{8}(?=[^\W_])")


def breakable(path: object) -> str:
    """Return a path to be shown and not read back: lines may end within its long parts."""
    return _LONG.sub(lambda long: _broken(long[0]), str(path))


class PathWords(Words):
    """A path that can be selected with the mouse, and is copied as it is."""

    def __init__(self) -> None:
        super().__init__("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @property
    def path(self) -> str:
        """The path itself."""
        return _plain(self.text())

    def show_path(self, path: object) -> None:
        """Show another one."""
        self.setText(breakable(path))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Copy what is selected without the places where it may break."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(_plain(self.selectedText()))
        else:
            super().keyPressEvent(event)


def _broken(long: str) -> str:
    parts = _JOINT.sub(MAY_BREAK, long).split(MAY_BREAK)
    return MAY_BREAK.join(
        _PIECE.sub(rf"\g<0>{MAY_BREAK}", part) if len(part) > _WHOLE else part for part in parts
    )


def _plain(words: str) -> str:
    return words.replace(MAY_BREAK, "")
