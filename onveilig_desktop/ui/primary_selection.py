"""The second clipboard of X11 and Wayland, which any program may read: kept empty."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QClipboard


def keep_empty(clipboard: QClipboard) -> None:
    """Take back at once whatever this program puts there, by whichever key or click.

    A text field that empties it when its own selection changes comes too early: Qt fills
    it after that. Nothing can be asked for in between, since asking goes through this
    same thread.
    """
    if not clipboard.supportsSelection():
        return

    def empty() -> None:
        if clipboard.ownsSelection():
            with QSignalBlocker(clipboard):  # emptying it is a change again
                clipboard.clear(QClipboard.Mode.Selection)

    clipboard.selectionChanged.connect(empty)
