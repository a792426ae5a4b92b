"""Having the computer wait with its sleep until the journal is locked.

Otherwise it may sleep with the key and the text in its memory: being told comes with no time
to act upon it. Where nothing can be asked to wait, nothing is said.
"""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from onveilig_desktop.texts import gettext as _

if TYPE_CHECKING:  # late: not before a journal is open
    from PySide6.QtDBus import QDBusConnection

_LOGIN: Final = "org.freedesktop.login1"
_WHO: Final = "notities"


class SleepDelay(QObject):
    """Holds what login1 calls a delay lock: some seconds, and only while a journal is open."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: QDBusConnection | None = None
        self._is_wanted = False
        self._is_asked = False
        self._lock: object = None
        """A file descriptor; the lock is over as soon as it is closed, by whatever end."""

    def ask_of(self, bus: "QDBusConnection") -> None:
        """Ask for locks on this bus."""
        self._bus = bus
        self._ask()

    def hold(self) -> None:
        """Have the computer wait when it is about to sleep, from now on."""
        self._is_wanted = True
        self._ask()

    def let_go(self) -> None:
        """Let it sleep: nothing is open any more."""
        self._is_wanted = False
        self._lock = None

    def _ask(self) -> None:
        if self._bus is None or not self._is_wanted or self._is_asked or self._lock is not None:
            return
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        path, manager = f"/{_LOGIN.replace('.', '/')}", f"{_LOGIN}.Manager"
        call = QDBusMessage.createMethodCall(_LOGIN, path, manager, "Inhibit")
        call.setAutoStartService(False)
        # whoever lists what waits can read this
        call.setArguments(["sleep", _WHO, _("Saves what is open"), "delay"])
        self._is_asked = True
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        watcher.finished.connect(self._take)

    def _take(self, answered: Any) -> None:
        self._is_asked = False
        if self._is_wanted and not answered.isError():
            (self._lock,) = answered.reply().arguments()
        answered.deleteLater()
