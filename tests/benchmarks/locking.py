"""From the moment the screen locks: ``python -m tests.benchmarks.locking 20``.

A private D-Bus tells it to the real program. Seen from outside are the moment when the
journal is shut, which is when its lock is free, and when the locked page is back.
"""

import fcntl
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.benchmarks import journals
from tests.benchmarks.figures import slowest, tell
from tests.benchmarks.quick_exit import ENTRIES
from tests.benchmarks.screen import virtual_screen
from tests.benchmarks.x11 import Screen, wait_until

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from desktop_bus import Desktop, desktop
from person import started

SHUT, BACK = 500, 600


def is_shut(folder: Path) -> bool:
    """Whether nobody has the journal open."""
    lock = os.open(folder / "index.lock", os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def one(display: str, screen: Screen, place: Path, desk: Desktop) -> Sequence[float]:
    """Do one round; return when it was shut and when the locked page was back, in ms."""
    with started(display, place, others=desk.environment) as person:
        person.wait_for_window()
        person.type(journals.PASSPHRASE)
        person.key("Return")
        person.key("ctrl+n")
        person.tool("type", "--delay", "5", "unfinished")
        person.key("ctrl+2")
        assert not is_shut(place / "journal")
        begun = time.perf_counter()
        desk.screen()
        shut = wait_until(lambda: is_shut(place / "journal"))
        wait_until(lambda: not screen.shows_windows())
        back = wait_until(screen.shows_windows)
    return 1000 * (shut - begun), 1000 * (back - begun)


def run(display: str, rounds: int) -> None:
    """Do *rounds* rounds and print what they took."""
    QCoreApplication([])
    with journals.lent(ENTRIES) as folder, desktop(folder.parent) as desk:
        times = [one(display, Screen(display), folder.parent, desk) for _ in range(rounds)]
    tell(
        "shut when the screen locks", slowest([shut for shut, _back in times]), "ms", SHUT, ENTRIES
    )
    tell("locked page back", slowest([back for _shut, back in times]), "ms", BACK, ENTRIES)


if __name__ == "__main__":
    with virtual_screen() as screen_in_memory:
        run(screen_in_memory, int(sys.argv[1]))
