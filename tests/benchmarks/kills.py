"""Kill the program in the middle of what it does to its files: ``python -m benchmarks.kills``.

Each round goes on in a process of its own that is killed at a random moment, or just before
something happens to a file. What was acknowledged has to be there afterwards, exactly one
passphrase has to open it, and the backup from before has to be good.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from onveilig_desktop.errors import NoJournalError, OnveiligError, WrongPassphraseError
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.vault import KeyWork, VaultGate

OLD, NEW = "drie gele fietsen", "vier blauwe bussen"
_ENTRIES = 25
_FILE_EVENTS = {
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.listdir",
    "shutil.copyfile",
}
_CHANCE = random.Random()  # noqa: S311 - moments, not keys

Acknowledge = Callable[[str], None]


def gate_of(folder: Path) -> VaultGate:
    """Return a gate with cheap keys."""
    return VaultGate(folder, lambda: datetime.now(UTC), work=KeyWork(1, 8 * 1024))  # noqa: TID251 - names of backups differ


def stories(journal: Journal) -> set[str]:
    """Return the first words of each entry."""
    return {line.opening for line in journal.lines()}


def _write(journal: Journal, count: int, words: str) -> None:
    for n in range(count):
        journal.save(Draft(text=f"{words} {n} " + "regel " * 300, day="1-2"))


def save(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Save one entry after another."""
    journal = gate.open(OLD)
    for n in range(12):
        acknowledge(journal.save(Draft(text=f"opgeslagen {n} " + "regel " * 300, day="1-2")).id.hex)


def change(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Change the passphrase."""
    gate.open(OLD)
    gate.keys.change(OLD, NEW, keeps_code=bool(_CHANCE.getrandbits(1)))
    acknowledge(NEW)


def rotate(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Put the journal under another key."""
    gate.open(OLD)
    gate.keys.rotate(OLD, NEW)
    acknowledge(NEW)


def backup(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Make a backup."""
    gate.open(OLD)
    acknowledge(gate.backups.make().path.name)


def restore(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Put the first backup back."""
    gate.open(OLD)
    acknowledge(gate.backups.restore(gate.backups.all()[-1].path).path.name)


def move(gate: VaultGate, folder: Path, acknowledge: Acknowledge) -> None:
    """Move the journal to another folder."""
    gate.open(OLD)
    gate.move(folder.with_name("moved"))
    acknowledge("moved")


KINDS = {kind.__name__: kind for kind in (save, change, rotate, backup, restore, move)}


class Round:
    """One journal, one process, one kill, and what has to be true then."""

    def __init__(self, master: Path, place: Path) -> None:
        self.folder = Path(shutil.copytree(master, place / "journal"))
        self.is_done = False

    def go(self, kind: str, kill: Callable[[], None]) -> list[str]:
        """Do it in another process until it is killed, and return what it acknowledged."""
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            _child(self.folder, KINDS[kind], kill, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            told = pipe.read().split("\n")[:-1]
        _process, status = os.waitpid(process, 0)
        self.is_done = os.WIFEXITED(status)
        if self.is_done and os.WEXITSTATUS(status):
            raise AssertionError(f"{kind} failed by itself")
        return told

    def judge(self, kind: str, told: list[str]) -> None:
        """Raise ``AssertionError`` unless everything is as it has to be."""
        gates = [gate_of(self.folder), gate_of(self.folder.with_name("moved"))]
        opened = [(gate, word) for gate in gates for word in (OLD, NEW) if _opens(gate, word)]
        folders = {gate.folder for gate, _word in opened}
        _hold(len(opened) == len(folders) >= 1, "exactly one passphrase opens it")
        for gate, word in opened:
            self._judge_one(kind, told, gate, word)
        if kind == "move" and told:
            _hold([gate.folder.name for gate, _word in opened] == ["moved"], "it was moved")

    def _judge_one(self, kind: str, told: list[str], gate: VaultGate, word: str) -> None:
        journal = gate.open(word)
        try:
            _hold(_is_sound(gate), "the journal is whole")
            found = stories(journal)
            ids = {line.id.hex for line in journal.lines()}
            if kind in {"change", "rotate"}:
                _hold(not told or word == NEW, "an acknowledged passphrase opens it")
            if kind == "save":
                _hold(ids >= {*told}, "what was acknowledged is there")
            expected = _ENTRIES if kind == "restore" and len(found) == _ENTRIES else 2 * _ENTRIES
            _hold(len(found) >= expected, "nothing is lost")
            _hold(not told or kind != "restore" or len(found) == _ENTRIES, "it was put back")
            self._judge_backups(kind, told, gate)
            databases = [file for file in gate.folder.iterdir() if len(file.name) == 32]
            _hold(len(databases) == 1, "no strays are left")
            _hold(not list(gate.folder.glob("*~*")), "nothing unfinished is left")
        finally:
            gate.close()

    def _judge_backups(self, kind: str, told: list[str], gate: VaultGate) -> None:
        backups = gate.backups.all()
        _hold(len(backups) >= 1, "the backup from before is there")
        for one in backups:
            _hold(not one.is_damaged, "no half a backup has a name")
            gate.backups.examine(one.path, OLD)
        if kind in {"backup", "restore"} and told:
            _hold(told[0] in {one.path.name for one in backups}, "the new backup is there")
        if kind == "restore" and len(backups) > 1:
            kept = [one for one in backups if one.is_kept_aside]
            _hold(kept[0].contents.entries == 2 * _ENTRIES, "what was replaced is kept")


def _hold(is_so: bool, what: str) -> None:
    if not is_so:
        raise AssertionError(what)


def _is_sound(gate: VaultGate) -> bool:
    *_before, last = gate.care.examine()
    return last.is_sound


def _opens(gate: VaultGate, word: str) -> bool:
    with suppress(WrongPassphraseError, NoJournalError):
        gate.open(word)
        gate.close()
        return True
    return False


def _child(folder: Path, work: Callable[..., None], kill: Callable[[], None], told: int) -> None:
    """Do *work* and never come back."""
    code = 1
    try:
        kill()
        work(gate_of(folder), folder, lambda word: os.write(told, f"{word}\n".encode()))
        code = 0
    except OnveiligError as error:
        os.write(2, f"{type(error).__name__}\n".encode())
    finally:
        os._exit(code)


def at_event(number: int) -> None:
    """Be killed just before the *number*-th time that something happens to a file."""
    left = number

    def heard(event: str, _arguments: object) -> None:
        nonlocal left
        if event in _FILE_EVENTS:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heard)


def after(seconds: float) -> None:
    """Be killed after that time, wherever the process is."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.0005))


@contextmanager
def _master() -> Iterator[tuple[Path, Path]]:
    """Lend a journal with some entries and a backup of half of them, and a place to work."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "master"
        gate = gate_of(folder)
        journal = gate.create(OLD)
        _write(journal, _ENTRIES, "eerst")
        gate.backups.make()
        _write(journal, _ENTRIES, "daarna")
        gate.keys.make_code(OLD)
        gate.close()
        yield folder, Path(place)


def run(kind: str, rounds: int) -> int:
    """Do so many rounds of one kind; return how many were killed before all was done."""
    with _master() as (master, place):
        begun = time.perf_counter()
        one_round(master, place / "whole", kind, lambda: None)
        lasts, events = time.perf_counter() - begun, _events(master, place / "counted", kind)
        killed = 0
        for n in range(rounds):
            seconds, number = _CHANCE.uniform(0, lasts / 2), _CHANCE.randrange(1, events + 1)
            kill = partial(at_event, number) if n % 2 else partial(after, seconds)
            killed += not one_round(master, place / str(n), kind, kill)
        return killed


def _events(master: Path, place: Path, kind: str) -> int:
    """Return how many things happen to files in one round."""
    low, high = 1, 2
    while not one_round(master, place, kind, partial(at_event, high)):
        low, high = high, 2 * high
    while low + 1 < high:
        middle = (low + high) // 2
        is_done = one_round(master, place, kind, partial(at_event, middle))
        low, high = (low, middle) if is_done else (middle, high)
    return low


def one_round(master: Path, place: Path, kind: str, kill: Callable[[], None]) -> bool:
    """Do one round; say whether all was done before the kill."""
    place.mkdir()
    one = Round(master, place)
    told = one.go(kind, kill)
    one.judge(kind, told)
    shutil.rmtree(place)
    return one.is_done


def main() -> None:
    """Do the rounds that are asked for and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []])
    parser.add_argument("--rounds", type=int, default=300, help="of each kind (300)")
    chosen = parser.parse_args()
    for kind in chosen.kinds or KINDS:
        killed = run(kind, chosen.rounds)
        print(f"{kind}: {chosen.rounds} rounds, {killed} killed on the way")


if __name__ == "__main__":
    main()
