"""The program itself, in a process of its own, under a real X server, with real keys."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onveilig_desktop.vault import VaultGate

TOOLS = ("Xvfb", "xdotool")
STORY = "kanarie in the kitchen"
PASSPHRASE = "blue cup on the table"  # noqa: S105 - of a test
PATIENCE = 40


@pytest.fixture(scope="module")
def display():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.fail(f"these tests need {' and '.join(missing)}; the README says how to get them")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-noreset"]
    command += ["-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)  # noqa: S603
    os.close(write)
    with os.fdopen(read, encoding="ascii") as number:
        name = f":{number.readline().strip()}"
    yield name
    server.terminate()
    server.wait()


class Person:
    """Someone at the keyboard of a running program."""

    def __init__(self, process, environment):
        self.process = process
        self._environment = environment

    def tool(self, *arguments):
        done = subprocess.run(  # noqa: S603
            ["xdotool", *arguments],  # noqa: S607
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()

    def wait_for_window(self):
        end = time.monotonic() + PATIENCE
        while not (found := self.tool("search", "--onlyvisible", "--name", "^Notes$")):
            assert time.monotonic() < end, "no window came"
            assert self.process.poll() is None, "the program ended"
            time.sleep(0.05)
        self.tool("windowfocus", "--sync", found[-1])
        time.sleep(0.3)
        return found[-1]

    def key(self, *names):
        self.tool("key", "--delay", "30", *names)

    def type(self, words):
        self.tool("type", "--delay", "15", words)

    def wait(self, until):
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, "it did not happen in time"
            time.sleep(0.1)


@contextmanager
def started(display, tmp_path, *arguments, language="en"):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "NOTITIES_FOLDER": str(tmp_path / "journal"),
        "NOTITIES_LANGUAGE": language,
    }
    for folder in ("home", "tmp"):
        (tmp_path / folder).mkdir(exist_ok=True)
    process = subprocess.Popen(  # noqa: S603 - the program under test
        [sys.executable, "-m", "onveilig_desktop", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield Person(process, environment)
        finally:
            process.kill()


def stories(folder: Path):
    gate = VaultGate(folder, lambda: datetime.now(UTC))  # noqa: TID251 - the clock is not asked
    journal = gate.open(PASSPHRASE)
    lines = [line.opening for line in journal.lines()]
    drafts = [draft.text for draft in journal.drafts()]
    gate.close()
    return lines, drafts


def first_run(person, folder):
    person.wait_for_window()
    person.key("Return")  # new journal
    person.key("Return")  # I have read this
    person.type(PASSPHRASE)
    person.key("Tab", "Tab")
    person.type(PASSPHRASE)
    person.key("Return")
    person.wait((folder / "index").exists)
    time.sleep(1.5)


def test_keys_alone_write_lock_unlock_and_leave(display, tmp_path):
    folder = tmp_path / "journal"
    with started(display, tmp_path) as person:
        first_run(person, folder)
        person.key("ctrl+n")
        person.type(STORY)
        person.key("ctrl+s")
        time.sleep(0.5)
        person.key("ctrl+l")  # a fresh process takes the place of this one
        time.sleep(1)
        person.wait_for_window()
        person.type(PASSPHRASE)
        person.key("Return")
        time.sleep(3)
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


def test_looking_and_closing_leaves_nothing_at_all(display, tmp_path):
    with started(display, tmp_path) as person:
        person.wait_for_window()
        time.sleep(3)  # the imports in the background end in this time
        person.key("ctrl+q")
        person.wait(lambda: person.process.poll() is not None)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_fictional_journal_is_gone_afterwards(display, tmp_path):
    with started(display, tmp_path, "--demo") as person:
        person.wait_for_window()
        time.sleep(4)
        assert list((tmp_path / "tmp").iterdir()) != []
        person.key("ctrl+q")
        person.wait(lambda: person.process.poll() is not None)
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "journal").exists()
