"""Work that may take a while: how far it is, and a way to stop it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.progress import StoppedError, Told
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.tasks import Failed

if TYPE_CHECKING:  # a session makes copies, and says how far those are
    from onveilig_desktop.ui.session import Session

T = TypeVar("T")
Work = Callable[[Journal, Told], T]

_UNNOTICED_MS: Final = 200
_LOOK_MS: Final = 100


class Going:
    """Between two threads: the worker says how far it is, the page whether it may go on."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0
        self.is_stopped = False

    def __call__(self, done: int, of: int) -> None:
        """Hear it on the worker.

        Raises:
            StoppedError: nobody waits any more.
        """
        if self.is_stopped:
            raise StoppedError
        self.done, self.of = done, of


class LongWork(QWidget):
    """Out of sight until something takes longer than a moment.

    Leaving the page stops it: whoever goes on to write is not kept waiting for the worker.
    """

    busy_changed = Signal(bool)

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self._session = session
        self._going: Going | None = None
        self.words = label("", "muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.stop = button(_("Stop"))
        self.stop.clicked.connect(self._stop)
        self._appear = QTimer(self, singleShot=True, interval=_UNNOTICED_MS)
        self._appear.timeout.connect(self.show)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._tell)
        line = row(self.progress, self.stop)
        line.setStretch(0, 1)
        self.setLayout(column(self.words, line, gap=6))
        self.hide()
        session.forms.called_in.connect(self.give_up)

    @property
    def is_going(self) -> bool:
        """Whether an answer is still to come."""
        return self._going is not None

    def ask(self, words: str, work: Work[T], done: Callable[[T], None], failed: Failed) -> None:
        """Read on the worker what takes long; what was under way is given up."""
        going = self._begin(words)
        self._session.ask(
            partial(_do, work, going),
            partial(self._end, going, done),
            owner=self,
            failed=partial(self._fail, going, failed),
        )

    def change(self, words: str, work: Work[T], done: Callable[[T], None], failed: Failed) -> None:
        """Write on the worker what takes long, all of it or nothing.

        Everyone hears of the change, also when it was done before the page that asked was left.
        """
        going = self._begin(words)
        self._session.change(
            partial(_do, work, going),
            partial(self._end, going, done),
            owner=self._session,
            failed=partial(self._fail, going, failed),
        )

    def give_up(self) -> None:
        """Want no more of what is under way."""
        if self._going is not None:
            self._going.is_stopped = True

    def _begin(self, words: str) -> Going:
        self.give_up()
        self._going = Going()
        self.words.setText(words)
        self.progress.setAccessibleName(words)
        self.progress.setRange(0, 0)
        self._appear.start()
        self._look.start()
        self.busy_changed.emit(True)
        return self._going

    def _end(self, going: Going, done: Callable[[T], None], answer: T) -> None:
        if self._rest(going):
            done(answer)

    def _fail(self, going: Going, failed: Failed, error: Exception) -> None:
        if self._rest(going):
            failed(error)
        elif not isinstance(error, StoppedError):
            self._session.fail(error)

    def _rest(self, going: Going) -> bool:
        """Say whether *going* is what this waits for; then it waits no more."""
        if not isValid(self) or going is not self._going:
            return False
        self._going = None
        self._appear.stop()
        self._look.stop()
        self.busy_changed.emit(False)  # first, for what is hidden gives the keyboard to anyone
        self.hide()
        return True

    def _stop(self) -> None:
        self.give_up()
        self.words.setText(_("Stopping …"))

    def _tell(self) -> None:
        if self._going is not None and self._going.of:
            self.progress.setRange(0, self._going.of)
            self.progress.setValue(min(self._going.done, self._going.of))


def _do(work: Work[T], going: Going, opened: Journal) -> T:
    going(0, 0)  # it may have been stopped while it waited
    return work(opened, going)
