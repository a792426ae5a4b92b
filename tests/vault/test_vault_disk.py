"""A disk that is full and a folder that is read-only, on a small disk of their own.

Mounting takes root. For anyone else the last test starts this file again inside a user
namespace, where they are.
"""

import os
import shutil
import signal
import subprocess
import sys

import pytest
from vaults import CHEAP, PASSPHRASE, contents, database, gate_of

from onveilig_desktop.errors import DiskFullError, ReadOnlyFolderError
from onveilig_desktop.journal import Draft
from onveilig_desktop.journal.backups import BackupFullError
from onveilig_desktop.vault.files import Folder
from onveilig_desktop.vault.header import Header
from tools import left_out, mount, needed, small_disk

PAGE = 4096
ROOT = sys.platform == "linux" and os.geteuid() == 0
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
on_a_small_disk = pytest.mark.skipif(not ROOT, reason="runs in the namespace of the last test")


@pytest.fixture
def disk(tmp_path):
    """An empty disk of one megabyte."""
    with small_disk(tmp_path / "disk") as place:
        yield place


@pytest.fixture
def kept(disk, master):
    """A journal on that disk."""
    return shutil.copytree(master, disk / "journal")


def fill(disk, *, leave=0):
    """Take all the room, but for *leave* bytes."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            filler.truncate(max(0, filler.tell() - leave))


@on_a_small_disk
def test_a_save_on_a_full_disk_keeps_what_was_there(disk, kept):
    gate = gate_of(kept)
    journal = gate.open(PASSPHRASE)
    entries = [journal.save(Draft(text="regel " * 50, day="1-2")) for _ in range(3)]
    journal.seal(Draft(text="half"))
    fill(disk)
    with pytest.raises(DiskFullError):
        journal.save(Draft(text="te veel " * 500, day="1-2"))
    for _ in range(2):
        assert {line.id for line in journal.lines()} == {entry.id for entry in entries}
        assert [draft.text for draft in journal.drafts()] == ["half"]
        assert gate._vault.verify() == []
        gate.close()
        journal = gate.open(PASSPHRASE)
    (disk / "filler").unlink()
    journal.save(Draft(text="te veel " * 500, day="1-2"))
    gate.close()


@on_a_small_disk
def test_a_long_text_fits_nowhere_and_nothing_is_lost(disk, kept):
    gate = gate_of(kept)
    journal = gate.open(PASSPHRASE)
    entry = journal.save(Draft(text="kort", day="1-2"))
    room = shutil.disk_usage(disk).free
    for _ in range(3):
        with pytest.raises(DiskFullError):
            journal.save(Draft(entry_id=entry.id, text="lang " * 150_000, day="1-2"))
        assert shutil.disk_usage(disk).free == room
        assert journal.entry(entry.id) == entry
    assert gate._vault.verify() == []
    gate.close()


@on_a_small_disk
@pytest.mark.parametrize("pages_short", [1, 2, 3, 8, 100])
def test_a_journal_made_on_a_full_disk(disk, master, pages_short):
    """One page short is the header alone; many is everything."""
    needed = sum(map(len, contents(master).values()))
    fill(disk, leave=max(0, needed - 4096 * pages_short))
    gate = gate_of(disk / "journal")
    with pytest.raises(DiskFullError):
        gate.create(PASSPHRASE)
    assert not gate.exists()
    assert not [file.name for file in (disk / "journal").glob("*") if file.name != "index.lock"]
    (disk / "filler").unlink()
    gate.create(PASSPHRASE)
    gate.close()


@on_a_small_disk
def test_a_header_on_a_full_disk(disk, kept):
    before = contents(kept)
    fill(disk)
    with pytest.raises(DiskFullError):
        Folder(kept).write_header(Header.fresh(CHEAP))
    assert contents(kept) == before


@on_a_small_disk
@pytest.mark.parametrize("room", [0, 4096, 40_000, 150_000])
def test_a_backup_on_a_full_disk_costs_nothing(disk, kept, room):
    mount(disk, "remount,size=3m")
    gate = gate_of(kept)
    journal = gate.open(PASSPHRASE)
    journal.save(Draft(text="regel " * 50, day="1-2"))
    made = gate.backups.make()
    journal.save(Draft(text="regel " * 50, day="1-2"))
    fill(disk, leave=room)
    free = shutil.disk_usage(disk).free
    for verb in (gate.backups.make, lambda: gate.backups.restore(made.path)):
        with pytest.raises((BackupFullError, DiskFullError)):
            verb()
        assert gate.backups.all() == [made]
        assert shutil.disk_usage(disk).free == free
        assert len(journal.lines()) == 2
    (disk / "filler").unlink()
    assert gate.backups.examine(made.path)[1].is_sound
    gate.backups.restore(made.path)
    assert len(journal.lines()) == 1
    gate.close()


@on_a_small_disk
def test_a_full_stick_keeps_the_backups_it_has(disk, folder):
    gate = gate_of(folder)
    journal = gate.open(PASSPHRASE)
    gate.backups.keep_in(disk)
    made = gate.backups.make()
    journal.save(Draft(text="regel " * 50, day="1-2"))
    fill(disk, leave=100_000)
    with pytest.raises(BackupFullError):
        gate.backups.make()
    assert gate.backups.all() == [made]
    assert sorted(file.name for file in disk.iterdir()) == [made.path.name, "filler"]
    mount(disk, "remount,ro")
    with pytest.raises(ReadOnlyFolderError):
        gate.backups.make()
    assert gate.backups.examine(made.path)[1].is_sound
    gate.close()


@on_a_small_disk
def test_another_key_is_whole_or_leaves_nothing_with_any_room(disk, kept):
    """A page more each time: at last there is room for the copy, but not for its header."""
    gate = gate_of(kept)
    entry = gate.open(PASSPHRASE).save(Draft(text="x", day="1-2"))
    before, whole = contents(kept), database(kept).stat().st_size // PAGE
    for pages in range(whole - 2, whole + 9):
        fill(disk, leave=pages * PAGE)
        try:
            gate.keys.rotate(PASSPHRASE, "x")
        except DiskFullError:
            assert contents(kept) == before
            (disk / "filler").unlink()
        else:
            break
    assert pages > whole
    gate.close()
    assert [line.id for line in gate.open("x").lines()] == [entry.id]
    gate.close()


@on_a_small_disk
@pytest.mark.parametrize("room", [0, 4096, 100_000])
def test_keys_and_moving_on_a_full_disk(disk, kept, folder, room):
    gate = gate_of(kept)
    journal = gate.open(PASSPHRASE)
    entry = journal.save(Draft(text="x", day="1-2"))
    fill(disk, leave=room)
    with pytest.raises(DiskFullError):
        gate.keys.rotate(PASSPHRASE, "x")
    with pytest.raises(DiskFullError):
        gate.move(disk / "elsewhere")
    if not room:
        with pytest.raises(DiskFullError):
            gate.keys.change(PASSPHRASE, "x", keeps_code=True)
    gate.close()
    (disk / "filler").unlink()
    assert [line.id for line in gate.open(PASSPHRASE).lines()] == [entry.id]
    gate.close()


@on_a_small_disk
def test_a_read_only_folder(disk, kept):
    before = contents(kept)
    mount(disk, "remount,ro")
    with pytest.raises(ReadOnlyFolderError):
        gate_of(kept).open(PASSPHRASE)
    for folder in (disk, disk / "new"):
        with pytest.raises(ReadOnlyFolderError):
            gate_of(folder).create(PASSPHRASE)
    assert contents(kept) == before


@on_a_small_disk
def test_a_folder_that_becomes_read_only(disk, kept):
    gate = gate_of(kept)
    journal = gate.open(PASSPHRASE)
    entry = journal.save(Draft(text="x", day="1-2"))
    os.close(gate._folder._lock)  # an open file keeps a disk from being remounted
    gate._folder._lock = None
    mount(disk, "remount,ro")
    with pytest.raises(ReadOnlyFolderError):
        journal.save(Draft(text="y", day="1-2"))
    mount(disk, "remount,rw")
    assert [line.id for line in journal.lines()] == [entry.id]
    gate.close()


@on_a_small_disk
def test_reading_where_nothing_can_be_written(disk, kept):
    gate = gate_of(kept)
    entry = gate.open(PASSPHRASE).save(Draft(text="x", day="1-2"))
    gate.close()
    (kept / "index.lock").unlink()
    mount(disk, "remount,ro")
    assert [line.id for line in gate.open_to_read(PASSPHRASE).lines()] == [entry.id]
    refused = [
        gate.backups.make,
        lambda: gate.keys.change(PASSPHRASE, "x", keeps_code=True),
        lambda: gate.keys.rotate(PASSPHRASE, "x"),
    ]
    for verb in refused:
        with pytest.raises(ReadOnlyFolderError):
            verb()
    gate.close()


_KILLED = """
import os, pytest, signal, sys
class Kill:
    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self):
        os.kill(os.getpid(), signal.SIGKILL)
pytest.main(sys.argv[1:], plugins=[Kill()])
"""


@on_a_small_disk
def test_a_disk_goes_with_the_tests_that_are_killed(tmp_path):
    command = [sys.executable, "-c", _KILLED, "-q", "-p", "no:cacheprovider", "-n0"]
    command += [f"--basetemp={tmp_path / 'within'}", f"{__file__}::test_a_header_on_a_full_disk"]
    killed = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL, killed.stdout + killed.stderr
    (disk,) = tmp_path.glob("within/*0/disk")
    assert not disk.is_mount()
    assert list(disk.iterdir()) == []


@pytest.mark.skipif(ROOT, reason="the others ran as they are")
def test_all_of_it_as_root_of_a_namespace(tmp_path):
    needed("unshare")
    within = ["unshare", "--user", "--map-root-user", "--mount"]
    if subprocess.run([*within, "true"], capture_output=True, check=False).returncode:  # noqa: S603
        left_out("THIS MACHINE GIVES NO NAMESPACE: full and read-only disks were not tested")
    within += [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0"]
    done = subprocess.run(  # noqa: S603 - ourselves
        [*within, f"--basetemp={tmp_path / 'within'}", __file__],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
