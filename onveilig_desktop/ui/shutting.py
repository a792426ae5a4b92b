"""Shutting an open journal; a copy is made first when the person is there and it is due."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.ui.copying import Copying, Going, make
from onveilig_desktop.ui.lent_text import take_back
from onveilig_desktop.ui.tasks import Tasks

Then = Callable[[], None]


class Shutting(QObject):
    """Works on the worker, after all that was asked before."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._going = Going()

    def begin(
        self, gate: Gate, copying: Copying | None, copy_first: Then | None, then: Then
    ) -> None:
        """Shut the journal, then *then*.

        Args:
            gate: of the journal.
            copying: makes a copy, maybe; that is stopped.
            copy_first: called before a copy is made; without it none is made.
            then: when it is shut.
        """
        take_back()  # or a program that keeps what was copied would ask for it at the end
        self._going = Going()
        thread = None if copying is None else copying.give_up()
        asked = copy_first is not None and not gate.is_read_only

        def go_on(is_due: bool) -> None:
            if is_due and copy_first is not None:
                copy_first()
            self._run(partial(_shut, gate, self._going if is_due else None), lambda _: then())

        self._run(partial(_is_due, gate, thread, asked=asked), go_on)

    def hurry(self) -> None:
        """Do without the copy."""
        self._going.is_stopped = True

    def _run(self, work: Callable[[], bool], done: Callable[[bool], None]) -> None:
        self._tasks.run(work, owner=self, done=done, failed=_raise)


def _is_due(gate: Gate, thread: Tasks | None, *, asked: bool) -> bool:
    if thread is not None:
        thread.shutdown()
    if asked:
        with suppress(OnveiligError):
            return gate.backups.is_due()
    return False


def _shut(gate: Gate, going: Going | None) -> bool:
    """Shut it whatever becomes of the copy; the next session tells when the newest is old."""
    try:
        if going is not None:
            with suppress(OnveiligError):
                make(gate, going)
    finally:
        gate.close()
    return True


def _raise(error: Exception) -> None:
    raise error
