"""A whole session seen from outside: what it writes, where, and whom it speaks to."""

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from killing import CHEAP, PASSPHRASE
from onveilig_desktop.vault import VaultGate
from person import started
from tracing import traced, tracing, without_network

CANARY = "kanariegeel"
QUIET = {"PYTHONDONTWRITEBYTECODE": "1"}
BUSES = (
    *("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"),
    *("AT_SPI_BUS_ADDRESS", "IBUS_ADDRESS"),
)
WAYS_OUT = ("key", "Shift_L", "Shift_L", "Shift_L")
# what another program is given when it asks for what was copied
LOOK = """
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
held = application.clipboard().mimeData()
print(held.text(), bytes(held.data("x-kde-passwordManagerHint")).decode(), sep="|")
"""


@pytest.fixture
def place(tmp_path):
    gate = VaultGate(tmp_path / "journal", lambda: datetime(2026, 3, 1, tzinfo=UTC), work=CHEAP)
    gate.create(PASSPHRASE)
    gate.close()
    return tmp_path


def unlock(person):
    person.wait_for_window()
    person.type(PASSPHRASE)
    person.key("Return")


def look(display):
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    return subprocess.check_output([sys.executable, "-c", LOOK], env=environment, text=True)  # noqa: S603


def whole_session(person, place):
    """Write, search, look at every page, keep a file, lock, and leave in the middle."""
    unlock(person)
    person.key("ctrl+n")
    person.type(f"{CANARY} in the kitchen")
    person.key("ctrl+s")
    person.key("ctrl+f")
    person.type(CANARY)
    for page in "2345":
        person.key(f"ctrl+{page}")
    person.key("ctrl+comma", "F1", "ctrl+1")
    damaged = b"\x89PNG\r\n\x1a\n" + CANARY.encode() * 40  # a reader of pictures tells of it
    (place / "page.png").write_bytes(damaged)
    person.key("ctrl+shift+a")
    person.wait_for_window("^Which files belong")
    person.type(str(place / "page.png"))
    person.key("Return")
    person.wait_for_window()
    person.key("ctrl+l")
    unlock(person)
    person.key("ctrl+n")
    person.type(f"{CANARY} unfinished")
    person.tool(*WAYS_OUT)
    person.wait(lambda: person.process.poll() is not None)
    assert (person.process.returncode, person.process.stdout.read()) == (0, "")


def test_nothing_is_written_elsewhere_and_nobody_is_spoken_to(display, place):
    record = place / "record"
    with started(display, place, around=tracing(record), others=QUIET) as person:
        whole_session(person, place)
    trace = traced(record)
    journal = place / "journal"
    assert trace.reaching_out() == []
    started_at_all = Counter(trace.started())
    assert started_at_all.pop(Path(sys.executable).name) == 2  # the second one locked
    assert started_at_all.keys() <= {"fc-list"}  # which tells the fonts of the system
    assert any(journal in path.parents for path in trace.opened_for_writing())
    assert trace.strayed(journal, place) == []
    secrets = (CANARY, PASSPHRASE, "page.png")
    for to, line in trace.written():
        for secret in secrets:
            assert secret not in line, to
            assert "\\0".join(secret) not in line, to
    for path in journal.rglob("*"):
        assert CANARY not in path.name
        assert not path.is_file() or not any(one.encode() in path.read_bytes() for one in secrets)


def test_nobody_can_have_it_show_itself_to_others(display, place):
    """Not even with the words by which Qt opens a screen, or is read aloud, over a network."""
    record, far = place / "record", "tcp:host=127.0.0.1,port=9"
    others = {
        **QUIET,
        "QT_QPA_PLATFORM": "vnc",
        "QT_QPA_GENERIC_PLUGINS": "tuiotouch",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_IM_MODULE": "ibus",
        **dict.fromkeys(BUSES, far),
    }
    with started(display, place, around=tracing(record), others=others) as person:
        unlock(person)
        person.key("ctrl+l")
        unlock(person)
        person.tool(*WAYS_OUT)
        person.wait(lambda: person.process.poll() is not None)
    trace = traced(record)
    assert len(trace.opened_for_writing()) > 0
    assert trace.reaching_out() == []


def test_what_libraries_print_is_told_to_nobody(display, place):
    """Before and after the lock, when another process has its place."""
    with started(display, place) as person:
        for _time in range(2):
            unlock(person)
            errors = Path(f"/proc/{person.process.pid}/fd/2")
            assert str(errors.readlink()) == os.devnull
            person.key("ctrl+l")
            person.wait_for_window()


def test_the_trace_would_show_it(tmp_path):
    record, told = tmp_path / "record", tmp_path / "told"
    code = f"open({str(told)!r}, 'w').write('{CANARY}'); import socket; socket.socket()"
    subprocess.run([*tracing(record), sys.executable, "-c", code], check=True)  # noqa: S603
    trace = traced(record)
    assert trace.reaching_out() != []
    assert told in trace.opened_for_writing()
    assert [Path(to) for to, line in trace.written() if CANARY in line] == [told]


def test_it_does_not_miss_a_network(display, place):
    with started(display, place, around=without_network()) as person:
        whole_session(person, place)


def test_what_is_copied_asks_to_be_forgotten_and_goes_with_the_lock(display, place):
    with started(display, place) as person:
        unlock(person)
        person.key("ctrl+n")
        person.type(CANARY)
        person.key("ctrl+a", "ctrl+c")
        assert look(display).strip() == f"{CANARY}|secret"
        person.key("ctrl+l")
        person.wait_for_window()
        assert look(display).strip() == "|"


def test_no_name_of_it_tells_what_it_is(display, place):
    with started(display, place) as person:
        unlock(person)
        shown = person.tool("search", "--onlyvisible", "--name", ".")
        for kind in ("--class", "--classname"):
            named = person.tool("search", "--onlyvisible", kind, "^notities$")
            assert set(named) == set(shown) != set()
        names = [person.tool("getwindowname", window) for window in shown]
        assert names == [["Notes"]] * len(shown)
