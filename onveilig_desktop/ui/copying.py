"""Making a copy in a thread of its own, so that saves go on meanwhile."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.backups import Backup
from onveilig_desktop.journal.progress import StoppedError
from onveilig_desktop.ui.tasks import Tasks

_LOOK_MS = 100


class Going:
    """Between two threads: the one that copies says how far it is, the other stops it."""

    def __init__(self) -> None:
        self.done = 0.0
        self.is_stopped = False

    def __call__(self, done: float) -> None:
        """Hear how far it is, from 0 to 1.

        Raises:
            StoppedError: nobody wants it any more.
        """
        if self.is_stopped:
            raise StoppedError
        self.done = done


class Copying(QObject):
    """Goes on when the page that asked is left; locking or closing stops it."""

    went_on = Signal(float)
    """How far it is, from 0 to 1."""
    made = Signal(object)
    """The ``Backup``."""
    failed = Signal(object)
    """The error; nothing was made."""

    def __init__(self, gate: Gate, parent: QObject) -> None:
        super().__init__(parent)
        self._gate = gate
        self._going: Going | None = None
        self.is_over = False
        """Whether the journal is being shut: nothing more is to be asked of it."""
        self._thread = Tasks()  # without a parent: its last answer may come after this is gone
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._tell)

    @property
    def is_going(self) -> bool:
        """Whether a copy is being made."""
        return self._going is not None

    def begin(self) -> None:
        """Make a copy, unless one is being made."""
        if self._going is None:
            self._going = Going()
            self._look.start()
            work = partial(make, self._gate, self._going)
            self._thread.run(work, owner=self, done=self._made, failed=self._failed)

    def give_up(self) -> Tasks:
        """Want no more of it; return what ends when the thread has stopped."""
        self.is_over = True
        if self._going is not None:
            self._going.is_stopped = True
        return self._thread

    def _tell(self) -> None:
        if self._going is not None:
            self.went_on.emit(self._going.done)

    def _rest(self) -> None:
        self._going = None
        self._look.stop()

    def _made(self, backup: Backup) -> None:
        self._rest()
        self.made.emit(backup)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.failed.emit(error)
        if not isinstance(error, OnveiligError):
            raise error


def make(gate: Gate, going: Going) -> Backup:
    """Make a copy, and tell *going* how far it is.

    Raises:
        StoppedError: nobody wants it any more; nothing is left of it.
        as ``journal.Backups.make``
    """
    going(0.0)
    return gate.backups.make(going)
