"""All that is said on a D-Bus, heard by one who only listens."""

from contextlib import contextmanager
from dataclasses import dataclass

from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

_MONITORING = DBusAddress(
    "/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring"
)


@dataclass(frozen=True)
class Said:
    """One message: to whom, of what kind, and with which words."""

    destination: str
    interface: str
    member: str
    words: str


class Listener:
    """Keeps what was said until it is asked for."""

    def __init__(self, address):
        self._ears = open_dbus_connection(address)
        self._ears.send_and_get_reply(new_method_call(_MONITORING, "BecomeMonitor", "asu", ([], 0)))

    def heard(self):
        """Return every call and every signal since the last time."""
        said = []
        while True:
            try:
                message = self._ears.receive(timeout=0.2)
            except TimeoutError:
                return said
            if message.header.message_type in {MessageType.method_call, MessageType.signal}:
                fields = message.header.fields
                names = (HeaderFields.destination, HeaderFields.interface, HeaderFields.member)
                said.append(Said(*(fields.get(name, "") for name in names), repr(message.body)))

    def close(self):
        self._ears.close()


@contextmanager
def listening(address, *names):
    """Listen on the bus at *address*, on which *names* are taken, so that a program finds them."""
    taken = open_dbus_connection(address)
    for name in names:
        taken.send_and_get_reply(message_bus.RequestName(name))
    listener = Listener(address)
    try:
        yield listener
    finally:
        listener.close()
        taken.close()
