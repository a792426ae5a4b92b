"""Files on their way into the journal, one after another."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from onveilig_desktop import journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session


class FileIntake(QObject):
    """Goes on when the page that asked is left; ends with the session.

    Each file is a job of its own, so that a save in between need not wait for all.
    """

    went_on = Signal(object, int, int)
    """For which entry, how many are done, of how many."""
    finished = Signal(object, str)
    """For which entry, and what the person is told of all of them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._waiting: deque[Path] = deque()
        self._told: list[str] = []
        self._asked = 0
        self._entry_id: journal.EntryId | None = None

    def add(self, entry_id: journal.EntryId, paths: Sequence[Path]) -> None:
        """Add the files at *paths* to an entry."""
        self._entry_id = entry_id
        self._waiting.extend(paths)
        self._asked = len(paths)
        self._next()

    def _next(self) -> None:
        done = self._asked - len(self._waiting)
        if not self._waiting:
            self.finished.emit(self._entry_id, "\n".join(self._told))
            self.deleteLater()
            return
        self.went_on.emit(self._entry_id, done, self._asked)
        path, entry_id = self._waiting.popleft(), self._entry_id
        assert entry_id is not None  # noqa: S101 - add() was called
        self._session.ask(
            lambda opened: opened.attachments.add(entry_id, path),
            partial(self._added, path),
            owner=self,
            failed=partial(self._refused, path),
        )

    def _added(self, path: Path, added: journal.Attachment) -> None:
        told = _("{name} is in the journal. The original is still in {folder}.")
        self._told.append(told.format(name=breakable(added.name), folder=breakable(path.parent)))
        self._next()

    def _refused(self, path: Path, error: Exception) -> None:
        self._told.append(f"{breakable(path.name)}: {sentence_of(error)}")
        self._next()
        if not isinstance(error, OnveiligError):
            raise error
