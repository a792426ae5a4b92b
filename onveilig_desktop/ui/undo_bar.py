"""One line that says what was taken away, and gives it back, the latest first."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import beside, button, label

Act = Callable[[], None]


class UndoBar(QFrame):
    """Hidden while there is nothing to take back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._acts: list[tuple[str, Act]] = []
        self._words = label("", wrap=True)
        self.undo = button(_("Undo"), "quiet", icon="undo")
        self.undo.clicked.connect(self._take_back)
        self.setLayout(beside(self._words, self.undo, margin=6))
        self.hide()

    def offer(self, words: str, act: Act) -> None:
        """Say what was done, and keep *act*, which takes it back."""
        self._acts.append((words, act))
        self._refresh()
        if self.isVisible():
            self.undo.setFocus()

    def _take_back(self) -> None:
        _words, act = self._acts.pop()
        self._refresh()
        act()

    def _refresh(self) -> None:
        self.setVisible(bool(self._acts))
        if self._acts:
            self._words.setText(self._acts[-1][0])
