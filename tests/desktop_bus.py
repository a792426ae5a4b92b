"""A desktop that tells of its screen and its sessions, over a D-Bus of its own."""

import os
import select
import subprocess
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

from tools import needed

SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
SESSION = "/org/freedesktop/login1/session/_32"
"""The session with the id 2."""
_LOGIN = "org.freedesktop.login1"


class Desktop:
    """Sends what a screen saver and login1 send."""

    def __init__(self, address):
        self.address = address
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "XDG_SESSION_ID": "2",
        }
        self._name = f"desktop-{id(self)}"
        self.bus = QDBusConnection.connectToBus(address, self._name)
        assert self.bus.isConnected()

    def screen(self, saver=SCREEN_SAVERS[0], *, locked=True):
        self._send(f"/{saver.replace('.', '/')}", saver, "ActiveChanged", locked)

    def sleep(self, *, begins=True):
        self._send("/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep", begins)

    def lock_session(self, path=SESSION):
        self._send(path, f"{_LOGIN}.Session", "Lock")

    def switch_session(self, path=SESSION, *, active=False):
        changed = ({"Active": active, "IdleHint": False}, ["LockedHint"])
        self._send(
            path,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            f"{_LOGIN}.Session",
            *changed,
        )

    def names(self):
        """Every name on the bus."""
        asked = QDBusMessage.createMethodCall(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames"
        )
        return list(self.bus.call(asked).arguments()[0])

    def leave(self):
        QDBusConnection.disconnectFromBus(self._name)

    def _send(self, path, interface, name, *arguments):
        said = QDBusMessage.createSignal(path, interface, name)
        said.setArguments(list(arguments))
        assert self.bus.send(said)


class Login(QDBusVirtualObject):
    """Has the computer wait with its sleep, as login1 does: until a pipe is closed."""

    def __init__(self, desk):
        super().__init__()
        self._desk = desk
        self._pipes = []
        self.asked = []
        assert desk.bus.registerVirtualObject(f"/{_LOGIN.replace('.', '/')}", self)
        assert desk.bus.registerService(_LOGIN)

    @property
    def waits(self):
        """How many locks are held; a pipe that nobody holds any more can be read: it is over."""
        return len(self._pipes) - len(select.select(self._pipes, [], [], 0)[0])

    def introspect(self, path):
        return ""

    def handleMessage(self, message, bus):
        self.asked.append((message.interface(), message.member(), message.arguments()))
        read, write = os.pipe()
        self._pipes.append(read)
        answer = message.createReply()
        answer.setArguments([QDBusUnixFileDescriptor(write)])  # a copy of it
        os.close(write)
        return bus.send(answer)

    def leave(self):
        self._desk.bus.unregisterService(_LOGIN)
        for pipe in self._pipes:
            os.close(pipe)


@contextmanager
def desktop(folder: Path):
    """Lend a desktop whose bus has its socket in *folder*."""
    needed("dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    command += [f"--address=unix:path={folder / 'bus'}"]
    daemon = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(os.environ)
    )
    with daemon:
        made = Desktop(daemon.stdout.readline().strip())
        try:
            yield made
        finally:
            made.leave()
            daemon.terminate()
