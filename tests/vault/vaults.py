"""What the tests of the vault share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import event

from onveilig_desktop.journal import Journal
from onveilig_desktop.vault import KeyWork, VaultGate
from onveilig_desktop.vault.vault import Vault

PASSPHRASE = "drie gele fietsen"  # noqa: S105 - of throw-away journals
CHEAP = KeyWork(passes=1, kibibytes=8 * 1024)


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 14, 20, 30, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def gate_of(folder: Path, clock: Callable[[], datetime] = lambda: NOON) -> VaultGate:
    return VaultGate(folder, clock, work=CHEAP)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a journal by its name, but for the lock, which is always empty."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "index.lock"}


def database(folder: Path) -> Path:
    """The database of a journal."""
    (found,) = (file for file in folder.iterdir() if len(file.name) == 32)
    return found


@dataclass
class Steps:
    """How many hundreds of steps the database took."""

    count: int = 0

    def add(self) -> None:
        self.count += 1


@contextmanager
def steps(vault: Vault) -> Iterator[Steps]:
    """Count what the database does meanwhile: the same each time, unlike how long it takes."""
    taken = Steps()

    def count(connection, _record) -> None:
        connection.set_progress_handler(taken.add, 100)

    event.listen(vault._engine, "connect", count)
    try:
        yield taken
    finally:
        event.remove(vault._engine, "connect", count)


def stories(journal: Journal) -> list[str]:
    """The first words of every entry, the latest day first."""
    return [line.opening for line in journal.lines()]


def names(folder: Path) -> list[str]:
    """What is in a folder, but for what SQLite keeps beside a database that is open."""
    return sorted(file.name for file in folder.iterdir() if not file.name.endswith("-journal"))
