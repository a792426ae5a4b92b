"""Someone at the keyboard of the program, which runs in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

PATIENCE = 60
PROGRAM = (sys.executable, "-m", "onveilig_desktop")
QUIET = 0.5  # seconds without work after which a program waits for its person


class Person:
    """Presses real keys on a real X server, and waits as a person waits."""

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

    def wait_for_window(self, name="^Notes$"):
        end = time.monotonic() + PATIENCE
        while not (found := self.tool("search", "--onlyvisible", "--name", name)):
            assert time.monotonic() < end, "no window came"
            assert self.process.poll() is None, "the program ended"
            time.sleep(0.05)
        self.tool("windowfocus", "--sync", found[-1])
        self.settle()

    def key(self, *names):
        self.tool("key", "--delay", "30", *names)
        self.settle()

    def type(self, words):
        self.tool("type", "--delay", "15", words)
        self.settle()

    def settle(self, quiet=QUIET):
        """Wait until it uses no processor any more and no thread of it waits for one."""
        end = time.monotonic() + PATIENCE
        used, since = None, time.monotonic()
        while time.monotonic() - since < quiet and self.process.poll() is None:
            assert time.monotonic() < end, "it never comes to rest"
            time.sleep(0.05)
            now, at_rest = work_of(self.process.pid)
            if now != used or not at_rest:
                used, since = now, time.monotonic()

    def wait(self, until):
        end = time.monotonic() + PATIENCE
        while not until():
            assert time.monotonic() < end, "it did not happen in time"
            time.sleep(0.1)

    def kill(self):
        """End the program as a power cut would, without a word to it."""
        self.process.kill()
        self.process.wait()


def work_of(process):
    """Return the processor time of a process and its children, and whether they all sleep."""
    used, asleep = 0, True
    for thread in chain.from_iterable(map(threads, family(process))):
        with suppress(OSError):  # it ended just now
            fields = (thread / "stat").read_text().rpartition(")")[2].split()
            used += int(fields[11]) + int(fields[12])
            asleep = asleep and fields[0] == "S"
    return used, asleep


def _hear_signals():
    """Undo what was ignored where the tests run: programs inherit it.

    Under nohup that is the end of the terminal, behind ``&`` in a script it is Ctrl+C.
    """
    for ignored in (signal.SIGHUP, signal.SIGINT):
        signal.signal(ignored, signal.SIG_DFL)


def threads(process):
    with suppress(OSError):
        yield from Path(f"/proc/{process}/task").iterdir()


def family(process):
    """Return a process and all that it started, as strace starts the program."""
    yield process
    for thread in threads(process):
        with suppress(OSError):
            for child in (thread / "children").read_text().split():
                yield from family(int(child))


@contextmanager
def started(display, place, *arguments, language="en", around=(), others=(), program=PROGRAM):
    """Start the program over the journal in *place*; it is gone when the block is left.

    *around* is a command that starts it in its turn, *others* adds to its environment,
    *program* is another command for it.
    """
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "tmp"),
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "NOTITIES_FOLDER": str(place / "journal"),
        "NOTITIES_LANGUAGE": language,
        **dict(others),
    }
    for folder in ("home", "tmp"):
        (place / folder).mkdir(exist_ok=True)
    process = subprocess.Popen(  # noqa: S603 - the program under test
        [*around, *program, *arguments],
        env=environment,
        preexec_fn=_hear_signals,  # noqa: PLW1509 - no thread of ours is in between
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield Person(process, environment)
        finally:
            for one in list(family(process.pid)):
                with suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
