"""Choosing the entries of one thread."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onveilig_desktop import journal, texts
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.session import Session


class ThreadFilter(QWidget):
    """A chip for each of the latest threads; out of sight while there is none."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._chosen: journal.ThreadId | None = None
        self.threads = Choice[journal.ThreadId](_("Thread"), [])
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.addWidget(label(_("Thread"), "strong"))
        self._room.addWidget(self.threads)
        self.hide()
        session.changed.connect(self._refresh)
        self._refresh()

    def value(self) -> journal.ThreadId | None:
        """Return the thread that is chosen."""
        return self._chosen

    def choose(self, chosen: journal.ThreadId | None) -> None:
        """Show *chosen* as chosen, without a word to anyone, whether it has a chip or not."""
        self._chosen = chosen
        self.threads.choose(chosen)

    def _refresh(self) -> None:
        self._session.ask(lambda opened: opened.threads.latest(), self._show, owner=self)

    def _show(self, found: Sequence[journal.Thread]) -> None:
        self._room.removeWidget(self.threads)
        self.threads.deleteLater()
        self.threads = Choice(_("Thread"), [(each.id, *_words(each)) for each in found])
        self.threads.choose(self._chosen)
        self.threads.changed.connect(self._take)
        self._room.addWidget(self.threads)
        self.setVisible(bool(found))

    def _take(self) -> None:
        self._chosen = self.threads.value()
        self.changed.emit()


def _words(thread: journal.Thread) -> tuple[str, str]:
    many = ngettext("{n} entry", "{n} entries", thread.entries)
    begins = texts.day_words(thread.first, "short")
    return f"{begins} · {many}", _("Shows the entries of this thread only")
