"""Noticing that the person leaves the screen: it locks, it sleeps, or someone else takes it.

On Linux the desktop tells it over D-Bus; where there is none, nothing is told.
"""

import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from onveilig_desktop.ui.sleep_delay import SleepDelay

if TYPE_CHECKING:  # late: not before a journal is open
    from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS: Final = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"


def hears() -> bool | None:
    """Say whether there is anything that tells; nothing where that was never tried."""
    if sys.platform in {"win32", "darwin"}:
        return None
    return any(_is_near(address) for address in (_session_bus(), _system_bus()))


class GoingAway(QObject):
    """Says so each time the system does."""

    noticed = Signal()
    listening = Signal()
    """The system was asked to tell; not where there is nothing to ask."""
    _heard_login = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.delay = SleepDelay(self)
        self._heard_login.connect(self.delay.ask_of)  # in the thread of the window
        self._is_asked = False
        self._kept: list[object] = []

    def listen(self, window: int) -> None:
        """Ask the system to tell from now on; it may answer slowly, and is not waited for.

        Args:
            window: what the system calls the window, where it wants to know.
        """
        if self._is_asked:
            return
        self._is_asked = True
        if sys.platform == "win32":
            from onveilig_desktop.ui.going_away_windows import SessionChanges

            self._kept.append(SessionChanges(window, self.noticed.emit))
        elif sys.platform == "darwin":
            from onveilig_desktop.ui.going_away_macos import ScreenLocked

            self._kept.append(ScreenLocked(self.noticed.emit))
        else:
            # not a daemon: Python must not begin to end while a module is half imported
            Thread(target=self._ask_buses, name="buses").start()

    def _ask_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        for address, ask in ((_session_bus(), self._ask_screen), (_system_bus(), self._ask_login)):
            # never without an address: libdbus would start a bus of its own and leave files
            if _is_near(address):
                bus = QDBusConnection.connectToBus(address, address)  # a name among ourselves
                self._kept.append(bus)
                ask(bus)
        self.listening.emit()

    def _ask_screen(self, bus: "QDBusConnection") -> None:
        for saver in _SCREEN_SAVERS:
            bus.connect("", "", saver, "ActiveChanged", self, _slot("_when(bool)"))

    def _ask_login(self, bus: "QDBusConnection") -> None:
        here, changed = _own_session(), _slot("_changed(QString,QVariantMap,QStringList)")
        bus.connect("", "", _MANAGER, "PrepareForSleep", self, _slot("_when(bool)"))
        bus.connect("", here, _SESSION, "Lock", self, _slot("_now()"))
        bus.connect("", here, _PROPERTIES, "PropertiesChanged", self, changed)
        self._heard_login.emit(bus)  # from here on the computer may wait: it is heard when it does

    @Slot(bool)
    def _when(self, begins: bool) -> None:
        if begins:
            self.noticed.emit()

    @Slot()
    def _now(self) -> None:
        self.noticed.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def _changed(self, interface: str, values: dict[str, Any], _unsaid: list[str]) -> None:
        if interface == _SESSION and values.get("Active") is False:
            self.noticed.emit()


def _is_near(address: str) -> bool:
    return address.startswith("unix:")


def _slot(signature: str) -> Any:
    return SLOT(signature)  # declared as bytes where it is taken, which then refuses them


def _session_bus() -> str:
    usual = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus")
    named = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    return named or (f"unix:path={usual}" if usual.exists() else "")


def _system_bus() -> str:
    usual = Path("/run/dbus/system_bus_socket")
    named = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return named or (f"unix:path={usual}" if usual.exists() else "")


def _own_session() -> str:
    """Return the path under which login1 speaks of the session we are in, or of any."""
    name = os.environ.get("XDG_SESSION_ID", "")
    return f"/org/freedesktop/login1/session/{_as_path(name)}" if name else ""


def _as_path(name: str) -> str:
    """Write a name as systemd does: a digit at the start, and what is no letter, in hex."""
    plain = [sign.isascii() and sign.isalnum() for sign in name]
    plain[0] = plain[0] and not name[0].isdigit()
    return "".join(sign if kept else _hex(sign) for sign, kept in zip(name, plain, strict=True))


def _hex(sign: str) -> str:
    return "".join(f"_{byte:02x}" for byte in sign.encode())
