"""The program itself, in a process of its own, under a real X server, with real keys."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onveilig_desktop.vault import VaultGate
from person import started
from tools import left_out

STORY = "kanarie in the kitchen"
PASSPHRASE = "blue cup on the table"  # noqa: S105 - of a test


def stories(folder: Path):
    gate = VaultGate(folder, lambda: datetime.now(UTC))  # noqa: TID251 - the clock is not asked
    journal = gate.open(PASSPHRASE)
    lines = [line.opening for line in journal.lines()]
    drafts = [draft.text for draft in journal.drafts()]
    gate.close()
    return lines, drafts


def primary_selection(display):
    """What another program gets to see of a text that is selected somewhere."""
    code = (
        "from PySide6.QtGui import QGuiApplication; application = QGuiApplication([])\n"
        "clipboard = application.clipboard(); print(clipboard.text(clipboard.Mode.Selection))"
    )
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    return subprocess.check_output([sys.executable, "-c", code], env=environment, text=True)  # noqa: S603


def first_run(person, folder):
    person.wait_for_window()
    person.key("Return")  # new journal
    person.key("Return")  # I have read this
    person.key("Shift_L", "Shift_L", "Shift_L")  # nothing closes
    person.key("Return")  # go on
    person.key("Return")  # keep it here
    person.type(PASSPHRASE)
    person.key("Return")  # once more
    person.type(PASSPHRASE)
    person.key("Return")
    assert (folder / "index").exists()


def test_keys_alone_write_lock_unlock_and_leave(display, tmp_path):
    folder = tmp_path / "journal"
    with started(display, tmp_path) as person:
        first_run(person, folder)
        person.key("ctrl+n")
        person.type(STORY)
        person.key("ctrl+s")
        person.key("ctrl+l")  # a fresh process takes the place of this one
        person.wait_for_window()
        person.type(PASSPHRASE)
        person.key("Return")
        person.key("ctrl+n")
        person.type("unfinished")
        person.key("Shift_L", "Shift_L", "Shift_L")
        person.wait(lambda: person.process.poll() is not None)
        assert person.process.returncode == 0
        assert person.process.stdout.read() == ""
    assert stories(folder) == ([STORY], ["unfinished"])


def test_nothing_is_left_outside_the_folder_of_the_journal(display, tmp_path):
    folder = tmp_path / "journal"
    with started(display, tmp_path) as person:
        first_run(person, folder)
        person.key("Shift_L", "Shift_L", "Shift_L")
        person.wait(lambda: person.process.poll() is not None)
    outside = [p for p in tmp_path.rglob("*") if p.is_file() and folder not in p.parents]
    assert outside == []


@pytest.mark.parametrize("steps", range(6))
def test_looking_and_closing_leaves_nothing_at_all(display, tmp_path, steps):
    """However far the first run came: new, read, gone on, kept here, a passphrase typed."""
    with started(display, tmp_path) as person:
        person.wait_for_window()
        person.key(*["Return"] * min(steps, 4))
        if steps > 4:
            person.type("bijna")
        person.key("ctrl+q")
        person.wait(lambda: person.process.poll() is not None)
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")}
    assert left == {"home", "tmp"}  # which were there before


def test_while_nobody_is_there_it_has_only_what_the_locked_page_needs(display, tmp_path):
    def brought(process):
        areas = Path(f"/proc/{process}/maps").read_text(encoding="utf-8", errors="replace")
        return "sqlcipher3" in areas

    (tmp_path / "journal").mkdir()
    (tmp_path / "journal" / "index").touch()  # so that it asks for a passphrase
    with started(display, tmp_path) as person:
        person.wait_for_window()
        try:
            before = brought(person.process.pid)
        except PermissionError:
            left_out("THIS MACHINE SHOWS NO MEMORY TO THIS LOGIN: what is imported was not tested")
            return
        person.type("a")
        person.wait(lambda: brought(person.process.pid))
        assert not before


def test_another_program_sees_the_keys(display, tmp_path):
    """Why the pages say that a watched computer is not a safe place to write."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    watcher, pressed = ctypes.c_void_p(x.XOpenDisplay(display.encode())), (ctypes.c_char * 32)()
    with started(display, tmp_path) as person:
        person.wait_for_window()
        person.tool("keydown", "a")
        x.XQueryKeymap(watcher, pressed)
        person.tool("keyup", "a")
    x.XCloseDisplay(watcher)
    assert any(pressed.raw)


@pytest.mark.parametrize("leave", [("ctrl+q",), ("Shift_L", "Shift_L", "Shift_L")], ids="+".join)
def test_the_fictional_journal_is_gone_afterwards(display, tmp_path, leave):
    with started(display, tmp_path, "--demo") as person:
        person.wait_for_window()
        assert list((tmp_path / "tmp").iterdir()) != []
        person.key(*leave)
        person.wait(lambda: person.process.poll() is not None)
        assert person.process.stdout.read() == ""
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "journal").exists()


ASKED = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_asked_to_end_it_leaves_nothing_of_the_fiction(display, tmp_path, asked):
    with started(display, tmp_path, "--demo") as person:
        person.wait_for_window()
        person.process.send_signal(asked)
        person.wait(lambda: person.process.poll() is not None)
        assert (person.process.returncode, person.process.stdout.read()) == (0, "")
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_asked_to_end_before_it_is_seen_it_leaves_nothing_either(display, tmp_path, asked):
    temporary = tmp_path / "tmp"
    with started(display, tmp_path, "--demo") as person:
        while not any(temporary.iterdir()):
            time.sleep(0.001)
        person.process.send_signal(asked)
        person.wait(lambda: person.process.poll() is not None)
        assert (person.process.returncode, person.process.stdout.read()) == (0, "")
    assert list(temporary.iterdir()) == []


def test_asked_to_end_it_keeps_what_was_typed(display, tmp_path):
    folder = tmp_path / "journal"
    with started(display, tmp_path) as person:
        first_run(person, folder)
        person.key("ctrl+n")
        person.type("unfinished")
        person.key("ctrl+a")
        assert primary_selection(display) == "\n"
        person.process.terminate()
        person.wait(lambda: person.process.poll() is not None)
        assert (person.process.returncode, person.process.stdout.read()) == (0, "")
    assert stories(folder) == ([], ["unfinished"])


WITH_CORES = ("sh", "-c", 'ulimit -c "$(ulimit -H -c)"; exec "$@"', "sh")


@pytest.mark.parametrize("crash", [signal.SIGSEGV, signal.SIGABRT], ids=lambda crash: crash.name)
def test_a_crash_leaves_what_was_typed_in_the_journal_and_nowhere_else(
    display, tmp_path, crash, monkeypatch
):
    folder, place = tmp_path / "journal", tmp_path / "place"
    place.mkdir()
    monkeypatch.chdir(place)  # where the system would put a core
    with started(display, tmp_path, around=WITH_CORES) as person:
        first_run(person, folder)
        person.key("ctrl+n")
        person.type("unfinished")
        person.settle(quiet=3)
        person.process.send_signal(crash)
        person.wait(lambda: person.process.poll() is not None)
        assert (person.process.returncode, person.process.stdout.read()) == (-crash, "")
    assert [*place.iterdir(), *(tmp_path / "home").iterdir(), *(tmp_path / "tmp").iterdir()] == []
    assert all(
        b"unfinished" not in path.read_bytes() for path in folder.iterdir() if path.is_file()
    )
    assert stories(folder) == ([], ["unfinished"])
