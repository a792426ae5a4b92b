"""What goes on when the program is killed, and what has to be true afterwards."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from later import LATER, later_schema
from onveilig_desktop import catalog
from onveilig_desktop.errors import NoJournalError, WrongPassphraseError
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.journal.backups import Backup
from onveilig_desktop.transfer import bring_copy, write_copy, write_table
from onveilig_desktop.vault import KeyWork, VaultGate, migrate
from onveilig_desktop.vault.envelope import unlock
from onveilig_desktop.vault.files import Folder

OLD, NEW = "drie gele fietsen", "vier blauwe bussen"
_ENTRIES = 25
_DAY = date(2026, 3, 14)
_BEFORE = b"what was there before"
CHANCE = random.Random()  # noqa: S311 - moments, not keys

Acknowledge = Callable[[str], None]


def gate_of(folder: Path) -> VaultGate:
    """Return a gate with cheap keys."""
    return VaultGate(folder, lambda: datetime.now(UTC), work=KeyWork(1, 8 * 1024))  # noqa: TID251 - names of backups differ


@dataclass(frozen=True)
class Master:
    """A journal with a backup of half of it, and what comes into it and goes out of it."""

    folder: Path
    backups: dict[str, bytes] = field(repr=False)
    taken: dict[str, bytes] = field(repr=False)

    @classmethod
    def made(cls, place: Path) -> "Master":
        """Make it in *place*."""
        later_schema(place / "scripts")
        other = gate_of(place / "other")
        journal = other.create(OLD)
        _write(journal, "erbij")
        write_copy(journal, place / "in.json", _DAY)
        other.close()
        gate = gate_of(place / "master")
        journal = gate.create(OLD)
        _write(journal, "eerst")
        gate.backups.make()
        _write(journal, "daarna")
        gate.keys.make_code(OLD)
        _take(journal, place / "out")
        gate.close()
        return cls(gate.folder, _files(gate.folder / "copies"), _files(place / "out"))

    @contextmanager
    def version_of(self, kind: str) -> Iterator[None]:
        """To migrate, be a later version of the program for a while."""
        now = migrate.SCRIPTS, migrate.LATEST
        if kind == "migrate":
            self._be(str(self.folder.parent / "scripts"), LATER)
        try:
            yield
        finally:
            self._be(*now)

    def _be(self, scripts: str, latest: str) -> None:
        for name, value in (("SCRIPTS", scripts), ("LATEST", latest)):
            setattr(migrate, name, value)


def _write(journal: Journal, words: str) -> None:
    for n in range(_ENTRIES):
        journal.save(Draft(text=f"{words} {n} " + "regel " * 300, day="1-2"))


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.exists() else {}


def _save(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    journal = gate.open(OLD)
    for n in range(12):
        acknowledge(journal.save(Draft(text=f"opgeslagen {n} " + "regel " * 300, day="1-2")).id.hex)


def _change(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    gate.keys.change(OLD, NEW, keeps_code=bool(CHANCE.getrandbits(1)))
    acknowledge(NEW)


def _rotate(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    gate.keys.rotate(OLD, NEW)
    acknowledge(NEW)


def _backup(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    acknowledge(gate.backups.make().path.name)


def _restore(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    acknowledge(gate.backups.restore(gate.backups.all()[-1].path).path.name)


def _move(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    gate.move(place / "moved")
    acknowledge("moved")


def _migrate(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    gate.open(OLD)
    acknowledge("migrated")


def _import(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    bring_copy(gate.open(OLD), place.parent / "in.json")
    acknowledge("in")


def _export(gate: VaultGate, place: Path, acknowledge: Acknowledge) -> None:
    _take(gate.open(OLD), place / "out")
    acknowledge("out")


def _take(journal: Journal, out: Path) -> None:
    out.mkdir(exist_ok=True)
    write_copy(journal, out / "copy.json", _DAY, replace=(out / "copy.json").exists())
    write_table(journal, out / "table.csv", catalog.shipped())


KINDS = {
    kind.__name__[1:]: kind
    for kind in (_save, _change, _rotate, _backup, _restore, _migrate, _import, _export, _move)
}


def prepare(place: Path, kind: str) -> None:
    """Make what was there before, in half of the rounds: something in the way of a copy."""
    if kind == "export" and CHANCE.getrandbits(1):
        (place / "out").mkdir()
        (place / "out" / "copy.json").write_bytes(_BEFORE)


def judge(master: Master, place: Path, kind: str, told: list[str]) -> None:
    """Raise ``AssertionError`` unless what was *told* in *place* is so, and all else is well."""
    gates = [opened for name in ("journal", "moved") if (opened := _opened(place / name))]
    _hold(len(gates) >= 1, "a passphrase opens it")
    for gate, journal, word in gates:
        try:
            _judge_one(master, gate, journal, kind, told)
            _hold(kind not in {"change", "rotate"} or not told or word == NEW, "the new one does")
        finally:
            gate.close()
    if kind == "move" and told:
        _hold([gate.folder.name for gate, _journal, _word in gates] == ["moved"], "it was moved")
    if kind == "export":
        _judge_files(master, place / "out", told)


def _opened(folder: Path) -> tuple[VaultGate, Journal, str] | None:
    """Open the journal in *folder* with the one passphrase that does."""
    gate = gate_of(folder)
    for right, wrong in ((OLD, NEW), (NEW, OLD)):
        with suppress(WrongPassphraseError, NoJournalError):
            journal = gate.open(right)
            with suppress(WrongPassphraseError):
                unlock(Folder(folder).header(), wrong)
                _hold(is_so=False, what="exactly one passphrase opens it")
            return gate, journal, right
    return None


def _judge_one(
    master: Master, gate: VaultGate, journal: Journal, kind: str, told: list[str]
) -> None:
    *_before, last = gate.care.examine()
    _hold(last.is_sound, "the journal is whole")
    lines = journal.lines()
    _hold({line.id.hex for line in lines} >= {*(told if kind == "save" else ())}, "it is saved")
    found = len({line.opening for line in lines})
    whole = {"restore": {_ENTRIES, 2 * _ENTRIES}, "import": {2 * _ENTRIES, 3 * _ENTRIES}}
    if kind != "save":
        _hold(found in whole.get(kind, {2 * _ENTRIES}), "all of it is there")
    if kind in whole and told:
        _hold(found == (_ENTRIES if kind == "restore" else 3 * _ENTRIES), "it is done")
    _judge_backups(master, gate, kind, told)
    names = {file.name for file in gate.folder.iterdir()} - {"index", "index.lock", "copies"}
    names = {name for name in names if not name.endswith("-journal")}
    _hold([len(name) for name in names] == [32], "no strays are left, and nothing unfinished")


def _judge_backups(master: Master, gate: VaultGate, kind: str, told: list[str]) -> None:
    made = [one for one in gate.backups.all() if one.path.name not in master.backups]
    kept = _files(gate.folder / "copies").items() >= master.backups.items()
    _hold(kept or (kind == "backup" and bool(made)), "the one from before is as it was")
    for one in made:
        _hold(not one.is_damaged, "no half a backup has a name")
        _hold(gate.backups.examine(one.path, OLD)[0].entries == 2 * _ENTRIES, "it is all of it")
    if kind in {"backup", "restore"} and told:
        _hold(told[0] in {one.path.name for one in made}, "the new backup is there")
    _hold(_are_meant(made, kind), "what was replaced is kept aside, and nothing else is")


def _are_meant(made: list[Backup], kind: str) -> bool:
    if kind == "migrate":
        return bool(made) and all(one.is_kept_aside for one in made)
    return all(kind in {"backup", "restore"} for _one in made)


def _judge_files(master: Master, out: Path, told: list[str]) -> None:
    """Between its making and its taking the place of another, a whole file has another name."""
    files = _files(out)
    if told:
        _hold(files == master.taken, "it is all taken out")
    for name, content in files.items():
        _hold(
            content in {master.taken.get(name, master.taken["copy.json"]), _BEFORE},
            "nothing readable is left half",
        )


def _hold(is_so: bool, what: str) -> None:
    if not is_so:
        raise AssertionError(what)
