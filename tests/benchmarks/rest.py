"""Memory, and the processor while nobody does anything.

Run ``python -m tests.benchmarks.rest ENTRIES``. The real program, seen from outside: locked,
and with the patterns and the summary open. Only the administrator may look, because the program
shuts itself off from its own login.
"""

import subprocess
import sys
import time

from tests.benchmarks import journals
from tests.benchmarks.figures import tell
from tests.benchmarks.resident import at_rest, proportional
from tests.benchmarks.screen import environment_of, virtual_screen
from tests.benchmarks.start import BARE
from tests.benchmarks.x11 import Screen, wait_until
from tests.person import started

SECONDS = 30
LOCKED, LOADED, IDLE = 80, 190, 0.1
PAGES = ("ctrl+2", "ctrl+3")
"""Patterns, and the summary with its preview."""


def bare(display: str) -> None:
    """Tell what a bare window of Qt takes."""
    screen = Screen(display)
    with subprocess.Popen([sys.executable, "-c", BARE], env=environment_of(display)) as process:
        wait_until(screen.shows_windows)
        time.sleep(1)
        tell("memory of a bare window of Qt", proportional(process.pid), "MB")
        process.kill()


def run(display: str, entries: int) -> None:
    """Start it over a journal, open it, and tell what it takes before and after."""
    with journals.lent(entries) as folder, started(display, folder.parent) as person:
        process = person.process.pid
        person.wait_for_window()
        tell("memory, locked", proportional(process), "MB", LOCKED, entries)
        tell("processor at rest, locked", at_rest(process, SECONDS), "%", IDLE, entries)
        person.type(journals.PASSPHRASE)
        person.key("Return")
        person.settle(quiet=3)  # the last of what it imports has come
        tell("memory, open", proportional(process), "MB", size=entries)
        for keys in PAGES:
            person.key(keys)
        tell("memory, everything loaded", proportional(process), "MB", LOADED, entries)
        tell("processor at rest, everything loaded", at_rest(process, SECONDS), "%", IDLE, entries)


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        bare(screen_in_memory)
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
