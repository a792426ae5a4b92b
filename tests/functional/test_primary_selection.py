"""No text that is selected here can be read by other programs on the same screen."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from selecting import MAKERS, TITLE, WORDS

SELECTING = Path(__file__).with_name("selecting.py")
OTHERS = "of another program"
# another program: puts something there when it is told to, and says what is there
WATCHER = f"""
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
clipboard = application.clipboard()
print("ready", flush=True)
for line in sys.stdin:
    application.processEvents()
    if line.strip() == "put":
        clipboard.setText("{OTHERS}", clipboard.Mode.Selection)
    print(clipboard.text(clipboard.Mode.Selection), flush=True)
"""
WAYS = {
    "all": ["key", "ctrl+a"],
    "double click": ["click", "--repeat", "2", "--delay", "60", "1"],
}
# what can only be read has no cursor to move
ROUTES = sorted(product(MAKERS, WAYS))
PATIENCE = 5


class Program:
    """A program that answers each line with a line."""

    def __init__(self, process):
        self._process = process
        assert self._answer() == "ready"

    def ask(self, line):
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        return self._process.stdout.readline().removesuffix("\n")


@contextmanager
def running(display, *arguments):
    process = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-u", *arguments],
        env={"PATH": os.environ["PATH"], "DISPLAY": display, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Program(process)
        finally:
            process.kill()


def hands(display, *arguments):
    command = ["xdotool", *arguments]
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True)  # noqa: S603


@pytest.fixture(scope="module")
def watcher(display):
    with running(display, "-c", WATCHER) as program:
        yield program


@pytest.fixture(scope="module", params=["--unguarded", "--guarded"])
def seen(request, display):
    """Fields, and what another program sees of a selection in them."""
    with running(display, str(SELECTING), request.param) as program:
        hands(display, "search", "--sync", "--name", TITLE, "windowfocus", "--sync")
        yield program, WORDS if request.param == "--unguarded" else ""


def until(said, ask):
    """Ask until the answer is *said*, and no longer than one would wait."""
    end = time.monotonic() + PATIENCE
    while (answer := ask()) != said and time.monotonic() < end:
        time.sleep(0.02)
    return answer


@pytest.mark.parametrize(("field", "way"), ROUTES)
def test_text_that_is_selected_stays_here(display, watcher, seen, field, way):
    program, expected = seen
    assert watcher.ask("put") == OTHERS
    hands(display, "mousemove", *program.ask(field).split())
    for _try in range(3):  # on a busy screen a key may come before the focus
        program.ask(field)
        hands(display, *WAYS[way])
        if until(WORDS, lambda: program.ask("")) == WORDS:
            break
    assert program.ask("") == WORDS
    assert until(expected, lambda: watcher.ask("look")) == expected
