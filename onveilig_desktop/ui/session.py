"""An open journal as the pages share it: its verbs, run on the worker."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from onveilig_desktop import catalog, journal
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.tasks import Failed, Tasks

T = TypeVar("T")


class Session(QObject):
    """Lives as long as the journal is open; dies with the workspace."""

    changed = Signal()
    """The journal changed; whoever shows a part of it asks again."""
    failed = Signal(str)
    """Something did not work; the sentence is for the person."""

    def __init__(
        self, opened: journal.Journal, tasks: Tasks, clock: journal.Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal = opened
        self._tasks = tasks
        self._clock = clock
        self.catalog = catalog.shipped()

    @property
    def today(self) -> date:
        """The civil date where the person is."""
        return self._clock().date()

    def ask(
        self,
        work: Callable[[journal.Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Read on the worker; *done* gets the answer if *owner* is still there."""
        self._tasks.run(
            partial(work, self._journal), owner=owner, done=done, failed=failed or self.fail
        )

    def change(
        self,
        work: Callable[[journal.Journal], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        failed: Failed | None = None,
    ) -> None:
        """Write on the worker; then *done*, then everyone hears ``changed``."""

        def changed(answer: T) -> None:
            done(answer)
            self.changed.emit()

        self.ask(work, changed, owner=owner, failed=failed)

    def fail(self, error: Exception) -> None:
        """Tell the person in one sentence, or let the crash hook have what is a bug."""
        self.failed.emit(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error
