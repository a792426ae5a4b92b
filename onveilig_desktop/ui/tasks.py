"""Work away from the GUI thread."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Tasks(QObject):
    """Runs jobs one after another on a single worker thread.

    The open journal lives there, so every use of it goes through here. Results come
    back on the GUI thread, and are dropped when the widget that asked is gone by then.
    """

    busy_changed = Signal(bool)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._pending = 0
        self._ended = False

    def run(
        self, work: Callable[[], T], *, owner: QObject, done: Callable[[T], None], failed: Failed
    ) -> None:
        """Do *work* on the worker, then call *done* or *failed* for *owner*."""
        if self._ended:
            return
        self._pending += 1
        if self._pending == 1:
            self.busy_changed.emit(True)
        future = self._worker().submit(work)
        answer = partial(_answer, owner=owner, done=done, failed=failed)
        future.add_done_callback(lambda finished: self._finished.emit(partial(answer, finished)))

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way or its answer not yet delivered."""
        return self._pending > 0

    def shutdown(self) -> None:
        """Finish every job that was asked for - one may be a save - and end the thread.

        What is asked for later is not done: nobody is there any more to hear the answer.
        """
        self._ended = True
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    def _worker(self) -> "ThreadPoolExecutor":
        """Return the one thread; it begins with the first job, after the first paint."""
        from concurrent.futures import ThreadPoolExecutor

        from PySide6.QtCore import Qt

        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
            self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        return self._executor

    def _deliver(self, answer: Callable[[], None]) -> None:
        self._pending -= 1
        try:
            answer()
        finally:
            if self._pending == 0:
                self.busy_changed.emit(False)


def _answer(
    future: "Future[T]", *, owner: QObject, done: Callable[[T], None], failed: Failed
) -> None:
    if not isValid(owner):
        return
    error = future.exception()
    if error is None:
        done(future.result())
    elif isinstance(error, Exception):
        failed(error)
    else:
        raise error
