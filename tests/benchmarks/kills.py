"""Kill the program in the middle of what it does to its files.

``python -m tests.benchmarks.kills --rounds 2000``. Each round goes on in a process of its own
that is killed at a moment nobody chose, or just before something happens to a file. What was
acknowledged has to be there afterwards, exactly one passphrase has to open it, and the backup
from before has to be good.
"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1]))  # where the tests have what they share

from onveilig_desktop.errors import OnveiligError
from tests.benchmarks.killed import CHANCE, KINDS, Master, gate_of, judge, prepare

_IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own in it; a kill spares memory
_FILE_EVENTS: Final = {
    "open",
    "os.link",
    "os.listdir",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "shutil.copyfile",
}


@dataclass(frozen=True, slots=True)
class Kill:
    """When: before the *event*-th thing that happens to a file, or after so many seconds."""

    event: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Went:
    """How a round went: what it acknowledged, and if it came to its end, after how much."""

    told: list[str]
    is_done: bool
    events: int
    seconds: float


def run(master: Master, kind: str, rounds: int) -> int:
    """Do so many rounds of one kind; return how many were killed before all was done."""
    whole = one_round(master, kind, Kill())
    killed = 0
    for n in range(rounds):
        at = Kill(event=n // 2 % whole.events + 1) if n % 2 else after(whole.seconds)
        killed += not one_round(master, kind, at).is_done
    return killed


def after(seconds: float) -> Kill:
    """Return a moment by chance, within *seconds*."""
    return Kill(seconds=CHANCE.uniform(0.0005, seconds))


def one_round(master: Master, kind: str, at: Kill) -> Went:
    """Do one round."""
    place = master.folder.parent / "round"
    shutil.copytree(master.folder, place / "journal")
    prepare(place, kind)
    with master.version_of(kind):
        went = _go(place, kind, at)
        judge(master, place, kind, went.told)
    shutil.rmtree(place)
    return went


def _go(place: Path, kind: str, at: Kill) -> Went:
    reading, writing = os.pipe()
    begun = time.perf_counter()
    process = os.fork()
    if process == 0:
        _child(place, kind, at, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        *told, _unfinished = pipe.read().split("\n")
    status = os.waitpid(process, 0)[1]
    is_done = os.WIFEXITED(status)
    if is_done and os.WEXITSTATUS(status):
        raise AssertionError(f"{kind} failed by itself")
    events = int(told.pop()) if is_done else 0
    return Went(told, is_done, events, time.perf_counter() - begun)


def _child(place: Path, kind: str, at: Kill, pipe: int) -> None:
    """Do it and never come back."""
    code = 1
    try:
        happened = _watch(at)
        KINDS[kind](gate_of(place / "journal"), place, lambda word: _tell(pipe, word))
        _tell(pipe, str(happened[0]))
        code = 0
    except OnveiligError as error:
        _tell(2, type(error).__name__)
    finally:
        os._exit(code)


def _tell(pipe: int, word: str) -> None:
    os.write(pipe, f"{word}\n".encode())


def _watch(at: Kill) -> list[int]:
    """Be killed at that moment; return where it is counted what happens to files."""
    happened = [0]

    def heard(event: str, _arguments: object) -> None:
        if event in _FILE_EVENTS:
            happened[0] += 1
            if happened[0] == at.event:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, at.seconds)
    return happened


def main() -> None:
    """Do the rounds that are asked for and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []])
    parser.add_argument("--rounds", type=int, default=2000, help="of each kind (2000)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as place:
        master = Master.made(Path(place))
        print(f"{'killed during':16}{'rounds':>8}{'on the way':>12}{'lost':>6}{'ms each':>9}")
        for kind in chosen.kinds or KINDS:
            begun = time.perf_counter()
            killed = run(master, kind, chosen.rounds)
            each = 1000 * (time.perf_counter() - begun) / chosen.rounds
            print(f"{kind:16}{chosen.rounds:8}{killed:12}{0:6}{each:9.0f}", flush=True)


if __name__ == "__main__":
    main()
