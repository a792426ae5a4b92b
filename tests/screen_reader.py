"""The running program as a screen reader meets it: over the accessibility bus (AT-SPI)."""

import os
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from jeepney import DBusAddress, MatchRule, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tools import needed

_SPI = "org.a11y.atspi"
_ACCESSIBLE = f"{_SPI}.Accessible"
_REGISTRY = f"{_SPI}.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_RULE = "(aiia{ss}iaiiasib)uib"
_ALL = 1
_PASSWORD = 40
_PATIENCE = 60
_ANSWERS_IN = 20
_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


class State(IntEnum):
    """The states that are asked for, by their numbers in AT-SPI."""

    CHECKED = 4
    ENABLED = 8
    FOCUSABLE = 11
    FOCUSED = 12
    SELECTED = 23
    SHOWING = 25
    VISIBLE = 30


class Box(NamedTuple):
    """Where something is on the screen."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self):
        return self.left + self.width // 2, self.top + self.height // 2

    def holds(self, point):
        x, y = point
        return 0 <= x - self.left < self.width and 0 <= y - self.top < self.height


@dataclass(frozen=True)
class Thing:
    """One thing that can be met: a button, a field, a line of text, a cell."""

    reader: "Reader" = field(repr=False, compare=False)
    bus: str
    path: str

    @property
    def name(self):
        return self._property("Name")

    @property
    def description(self):
        return self._property("Description")

    @property
    def parent(self):
        return Thing(self.reader, *self._property("Parent"))

    @property
    def role(self):
        [name] = self.ask("Accessible", "GetRoleName")
        return name

    @property
    def is_secret(self):
        """Whether it holds a password; its role has no name of its own in Qt."""
        return self.ask("Accessible", "GetRole") == (_PASSWORD,)

    @property
    def states(self):
        [[low, high]] = self.ask("Accessible", "GetState")
        bits = low | high << 32
        return {state for state in State if bits >> state & 1}

    @property
    def children(self):
        [found] = self.ask("Accessible", "GetChildren")
        return [Thing(self.reader, *each) for each in found]

    @property
    def box(self):
        [extents] = self.ask("Component", "GetExtents", "u", 0)
        return Box(*extents)

    @property
    def text(self):
        [words] = self.ask("Text", "GetText", "ii", 0, -1)
        return words

    @property
    def is_marked(self):
        """Whether all that stands in it is selected."""
        return self.ask("Text", "GetSelection", "i", 0) == (0, len(self.text))

    def press(self):
        """Do what a press does: the first of the actions that it offers."""
        assert self.ask("Action", "DoAction", "i", 0) == (True,)

    def focus(self):
        assert self.ask("Component", "GrabFocus") == (True,)

    def write(self, words):
        """Put *words* in the place of what stands there, as dictation does."""
        assert self.ask("EditableText", "SetTextContents", "s", words) == (True,)

    def choose(self, child):
        """Choose one of what is inside."""
        assert self.ask("Selection", "SelectChild", "i", child.place) == (True,)

    @property
    def place(self):
        [number] = self.ask("Accessible", "GetIndexInParent")
        return number

    def ask(self, interface, method, signature=None, *arguments):
        return self.reader.ask(self, f"{_SPI}.{interface}", method, signature, arguments)

    def _property(self, name):
        asked = Properties(DBusAddress(self.path, self.bus, _ACCESSIBLE)).get(name)
        [(_signature, value)] = self.reader.answer(asked)
        return value


class Reader:
    """Meets what is on the screen, and hears what is said."""

    def __init__(self, address):
        self._link = open_dbus_connection(address)
        self._registry = Thing(self, _REGISTRY, _ROOT)
        self._ears = open_dbus_connection(address)
        self._ears.send_and_get_reply(
            message_bus.AddMatch(MatchRule(type="signal", interface=f"{_SPI}.Event.Object"))
        )
        self.listen_to("Announcement", "PropertyChange", "StateChanged")

    def listen_to(self, *events):
        """Have programs tell these too; most keep silent until someone listens."""
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        for event in events:
            asked = new_method_call(registry, "RegisterEvent", "sass", (f"Object:{event}", [], ""))
            self._ears.send_and_get_reply(asked)

    def ask(self, thing, interface, method, signature, arguments):
        address = DBusAddress(thing.path, thing.bus, interface)
        return self.answer(new_method_call(address, method, signature, arguments))

    def answer(self, asked):
        answer = self._link.send_and_get_reply(asked, timeout=_ANSWERS_IN)
        if answer.header.message_type is MessageType.error:
            raise LookupError(answer.body)
        return answer.body

    @property
    def program(self):
        """The one program that is running; it comes a moment after its window."""
        return self.wait(lambda: next(iter(self._registry.children), None))

    def all(self, *states):
        """Everything in the program that is in all these states, as it is read."""
        low = sum(1 << state for state in states)
        rule = ([low - (1 << 32 if low >> 31 else 0), 0], _ALL, {}, _ALL, [0, 0, 0, 0], _ALL)
        try:
            asked = ((*rule, [], _ALL, False), 1, 0, True)
            [found] = self.program.ask("Collection", "GetMatches", _RULE, *asked)
        except LookupError:  # it went away while it was asked
            return []
        return [Thing(self, *each) for each in found]

    def find(self, name, *roles):
        """Wait for what is in sight under *name* and can be used; with *roles*, one of these."""
        return self.wait(lambda: self._found(lambda said: said == name, roles))

    def find_with(self, words, *roles):
        """Wait for what is in sight and says *words* among others."""
        return self.wait(lambda: self._found(lambda said: words in said, roles))

    def sees(self, *words):
        """Whether each of *words* stands somewhere in sight."""
        seen = self.words()
        return all(any(each in said for said in seen) for each in words)

    def words(self):
        """Every text in sight."""
        found = (self._ask_safely(thing, lambda it: it.name) for thing in self.all(State.VISIBLE))
        return [words for words in found if words]

    def reads(self, words):
        """Whether a text in sight is *words*, whole: what was written, not what it is called."""
        texts = (
            self._ask_safely(thing, lambda it: it.text if it.role == "text" else "")
            for thing in self.all(State.VISIBLE)
        )
        return words in texts

    def heard(self, seconds=0.0):
        """What was said of itself since the last time: announcements and descriptions."""
        said, end = [], time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 or seconds == 0:
            try:
                event = self._ears.receive(timeout=max(left, 0.001))
            except TimeoutError:
                break
            if event.header.message_type is MessageType.signal:
                said.append((event.header.fields[3], event.body[0], event.body[3][1]))
        return said

    def wait(self, until):
        """Wait until there is an answer, and return it."""
        end = time.monotonic() + _PATIENCE
        while not (answer := until()):
            assert time.monotonic() < end, f"it did not come; in sight: {self.words()}"
            time.sleep(0.05)
        return answer

    def close(self):
        self._link.close()
        self._ears.close()

    def _found(self, is_meant, roles):
        def fits(thing):
            return is_meant(thing.name) and (not roles or thing.role in roles)

        in_sight = self.all(State.VISIBLE, State.ENABLED)
        return next((thing for thing in in_sight if self._ask_safely(thing, fits)), None)

    @staticmethod
    def _ask_safely(thing, question):
        """Ask about something that may have gone away by now."""
        try:
            return question(thing)
        except LookupError:
            return None


@contextmanager
def accessibility_bus(folder, display):
    """Lend a reader, and what a program needs around it to be met by that reader."""
    needed("dbus-daemon", _LAUNCHER)
    around = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    command += [f"--address=unix:path={folder / 'bus'}"]
    daemon = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=around
    )
    with daemon:
        address = daemon.stdout.readline().strip()
        session = open_dbus_connection(address)
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        [where] = session.send_and_get_reply(new_method_call(launcher, "GetAddress")).body
        reader = Reader(where)
        try:
            yield (
                reader,
                {
                    "DBUS_SESSION_BUS_ADDRESS": address,
                    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                    # what is asked about may be gone by then, and Qt would say so
                    "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
                },
            )
        finally:
            reader.close()
            session.close()
            daemon.terminate()
