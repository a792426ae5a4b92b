"""What is put in place is on the disk by then, in an order that survives a power cut."""

import os
import sys
from pathlib import Path

import pytest
from vaults import PASSPHRASE, database

from onveilig_desktop.journal import Draft
from onveilig_desktop.writing import write_once

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be synced there")

NEW = "vier groene fietsen"


class Disk:
    """Which contents and which names were waited for, and what was named too early."""

    def __init__(self):
        self.synced = {}
        self.named = []
        self.too_early = []
        self.unkept = set()

    def sync(self, handle):
        found = os.fstat(handle)
        self.synced[found.st_ino] = state(found)
        self.unkept.discard(found.st_ino)

    def name(self, made, path):
        self.named.append((Path(made).name, Path(path).name))
        self.unkept.add(Path(path).parent.stat().st_ino)
        if not self.has(made) and not Path(path).name.endswith("~"):
            self.too_early.append(Path(path).name)

    def has(self, path):
        found = Path(path).stat()
        return self.synced.get(found.st_ino) == state(found)


def state(found):
    return found.st_size, found.st_mtime_ns


@pytest.fixture
def disk(monkeypatch):
    """The disk, asked through the same calls as always."""
    disk, sync, replace = Disk(), os.fsync, os.replace

    def synced(handle):
        sync(handle)
        disk.sync(handle)

    def replaced(made, path, **options):
        disk.name(made, path)
        replace(made, path, **options)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    return disk


@pytest.fixture
def kept(journal):
    journal.save(Draft(text="Een gewone dag.", day="1-2"))


def test_another_passphrase(gate, kept, folder, disk):
    gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
    assert disk.has(folder / "index")
    assert (disk.too_early, disk.unkept) == ([], set())


def test_the_header_before_is_overwritten_on_the_disk_too(gate, kept, folder, disk):
    with (folder / "index").open("rb") as before:
        old = before.read()
        gate.keys.change(PASSPHRASE, NEW, keeps_code=False)
        before.seek(0)
        assert before.read() != old
        assert disk.synced[os.fstat(before.fileno()).st_ino] == state(os.fstat(before.fileno()))


def test_another_key(gate, kept, folder, disk):
    gate.keys.rotate(PASSPHRASE, NEW)
    assert disk.has(folder / "index")
    assert disk.has(database(folder))
    assert (disk.too_early, disk.unkept) == ([], set())
    assert folder.stat().st_ino in disk.synced


def test_a_backup(gate, kept, disk):
    made = gate.backups.make()
    assert disk.has(made.path)
    assert disk.named == [(f"{made.path.name}~", made.path.name)]  # a sweep knows it by that
    assert made.path.parent.stat().st_ino in disk.synced
    assert (disk.too_early, disk.unkept) == ([], set())


def test_a_backup_that_is_put_back(gate, kept, folder, disk):
    made = gate.backups.make()
    gate.backups.restore(made.path)
    assert disk.has(database(folder))
    assert (disk.too_early, disk.unkept) == ([], set())


def test_what_is_left_of_a_damaged_journal(gate, kept, folder, disk):
    made = gate.backups.make()
    gate.close()
    (folder / "index").write_bytes(b"x")
    gate.restore(made.path, PASSPHRASE)
    (aside,) = folder.glob("*-aside")
    assert all(disk.has(file) for file in aside.iterdir())
    assert {aside.stat().st_ino, folder.stat().st_ino} <= disk.synced.keys()
    assert (disk.too_early, disk.unkept) == ([], set())


def test_a_journal_that_moves(gate, kept, folder, tmp_path, disk):
    backup = gate.backups.make().path
    raw = [(folder / "index").read_bytes(), backup.read_bytes()]
    with (folder / "index").open("rb") as index, backup.open("rb") as copy:
        assert gate.move(tmp_path / "elsewhere")
        left = [index.read(), copy.read()]
        assert all(os.fstat(file.fileno()).st_ino in disk.synced for file in (index, copy))
    assert left[0] != raw[0]
    assert left[1][:4096] != raw[1][:4096]
    assert left[1][4096:] == raw[1][4096:]
    moved = list((tmp_path / "elsewhere").rglob("*"))
    files = [file for file in moved if file.is_file() and file.name != "index.lock"]
    assert len(files) == 3
    assert all(disk.has(file) for file in files)
    assert all(place.stat().st_ino in disk.synced for place in moved if place.is_dir())
    assert (disk.too_early, disk.unkept) == ([], set())


@pytest.mark.parametrize("replace", [False, True])
def test_a_file_that_leaves(tmp_path, disk, replace):
    place = tmp_path / "summary.pdf"
    if replace:
        place.write_bytes(b"earlier")
    write_once(place, b"now", replace=replace)
    assert disk.has(place)
    assert disk.too_early == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells what is open")
def test_no_file_stays_open(gate, folder, tmp_path):
    before = os.listdir("/proc/self/fd")  # noqa: PTH208 - names, which are numbers
    gate.open(PASSPHRASE).save(Draft(text="Een gewone dag.", day="1-2"))
    gate.keys.rotate(PASSPHRASE, NEW)
    gate.backups.restore(gate.backups.make().path)
    assert gate.move(tmp_path / "elsewhere")
    gate.erase()
    assert os.listdir("/proc/self/fd") == before  # noqa: PTH208
