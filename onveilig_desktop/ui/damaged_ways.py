"""What can be done about a journal that is damaged and was not opened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.texts import day_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import ways_in
from onveilig_desktop.ui.file_dialogs import ask_file
from onveilig_desktop.ui.forms import button, column
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.session import Opened

Enter = Callable[[Callable[[], Opened]], None]


def offer(page: QWidget, error: DamagedJournalError, enter: Enter) -> None:
    """Put the ways in on the locked page, when the journal is known that did not open."""
    if isinstance(error, ways_in.UnopenedError) and isinstance(page, LockedPage):
        ways = DamagedWays(error)
        ways.chosen.connect(enter)
        page.take_in(ways)


class DamagedWays(QWidget):
    """Stands on the locked page; each of its buttons is a way in."""

    chosen = Signal(object)
    """A way in, to be tried on the worker."""

    def __init__(self, error: ways_in.UnopenedError) -> None:
        super().__init__()
        self._gate = gate = error.gate
        self._secret = secret = error.secret
        copies = error.copies
        self.read = button(_("Read what can be read"))
        self.read.clicked.connect(lambda: self.chosen.emit(partial(ways_in.salvaged, gate, secret)))
        self.put_back = button(_("Put back a copy …"))
        self.put_back.clicked.connect(self._choose)
        parts: list[QWidget] = [self.read]
        if copies:
            newest = copies[0]
            words = _("Put back the copy of {day}").format(
                day=day_words(newest.made_at.date(), "short")
            )
            self.newest = button(words)
            self.newest.clicked.connect(lambda: self._restore(newest.path))
            parts.append(self.newest)
        self.setLayout(column(*parts, self.put_back))

    def _choose(self) -> None:
        path = ask_file(self, _("Which copy is to be put back?"))
        if path is not None:
            self._restore(path)

    def _restore(self, path: Path) -> None:
        self.chosen.emit(partial(ways_in.put_back, self._gate, path, self._secret))
