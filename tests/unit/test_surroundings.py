"""What is seen of the computer around: on this one, and on others made of files."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

from onveilig_desktop.surroundings import (
    Disk,
    Memory,
    Readers,
    Sessions,
    disk_under,
    memory,
    readers_of,
    sessions,
    synced_by,
)

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="known on Linux only")
SWAPS = "Filename\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive/papers", "OneDrive"),
        ("OneDrive - Work/papers", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud Drive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("nextcloud/notes", "Nextcloud"),
        ("Dropboxes/notes", ""),
        ("Megan/notes", ""),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path, place, service):
    folder = tmp_path / place
    folder.mkdir(parents=True)
    assert synced_by(folder) == service


def test_a_folder_is_known_by_what_was_put_into_it(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "notes" / "deeper") == "Syncthing"


def test_a_link_into_such_a_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "notes") == "Dropbox"


@pytest.fixture
def system(tmp_path):
    """What a computer says of itself, in files that the test writes."""

    def say(name, text):
        file = tmp_path / "system" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return tmp_path / "system"

    say("proc/swaps", SWAPS)
    return say


def stack(system, name, *below, uuid=""):
    for slave in below:
        system(f"sys/class/block/{name}/slaves/{slave}/size", "1")
    return system(f"sys/class/block/{name}/dm/uuid", uuid)


@pytest.fixture
def shared():
    """A folder in one that everyone may walk through."""
    with tempfile.TemporaryDirectory() as walked:
        Path(walked).chmod(0o711)
        folder = Path(walked, "journal")
        folder.mkdir()
        yield folder


@on_linux
@pytest.mark.parametrize(
    ("mode", "found"),
    [
        (0o700, Readers.SELF),
        (0o500, Readers.SELF),
        (0o750, Readers.OTHERS),
        (0o705, Readers.OTHERS),
        (0o711, Readers.OTHERS),
    ],
)
def test_who_may_look_into_a_folder_stands_on_it(shared, mode, found):
    shared.chmod(mode)
    assert readers_of(shared) is found


@on_linux
def test_or_on_the_way_to_it(shared):
    shared.chmod(0o755)
    shared.parent.chmod(0o700)
    assert readers_of(shared) is Readers.SELF
    assert readers_of(shared / "gone") is Readers.UNKNOWN


@on_linux
def test_the_same_login_elsewhere_is_counted(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    here = f"UID={os.getuid()}\nCLASS=user\nSTATE=active\nREMOTE=0\n"
    known = {
        "2": here,
        "3": here.replace("REMOTE=0", "REMOTE=1"),
        "4": here,
        "5": here.replace("active", "closing"),
        "6": here.replace("=user", "=manager"),
        "c7": here.replace(f"UID={os.getuid()}", "UID=64999"),
        "8.ref": "",
    }
    for name, text in known.items():
        (tmp_path / name).write_text(text)
    assert sessions(tmp_path) == Sessions(others=2, from_afar=1)
    monkeypatch.setenv("XDG_SESSION_ID", "9")
    assert sessions(tmp_path) is None
    assert sessions(tmp_path / "nothing") is None


@on_linux
def test_memory_stays_where_there_is_no_place_for_it(system):
    assert memory(system("proc/swaps", SWAPS)) is Memory.STAYS
    compressed = SWAPS + "/dev/zram0 partition 4194300 0 100\n"
    assert memory(system("proc/swaps", compressed)) is Memory.STAYS


@on_linux
@pytest.mark.parametrize(
    ("power", "found"), [("freeze mem disk\n", Memory.HIBERNATES), ("freeze mem\n", Memory.SWAPS)]
)
def test_memory_goes_to_a_disk(system, power, found):
    system("sys/power/state", power)
    stack(system, "sda2")
    assert memory(system("proc/swaps", f"{SWAPS}/dev/sda2 partition 8 0 -2\n")) is found


@on_linux
def test_memory_goes_to_a_disk_that_is_encrypted(system):
    stack(system, "dm-1", "dm-0", uuid="LVM-abc")
    stack(system, "dm-0", uuid="CRYPT-LUKS2-abc")
    assert memory(system("proc/swaps", f"{SWAPS}/dev/dm-1 partition 8 0 -2\n")) is Memory.ENCRYPTED
    both = f"{SWAPS}/dev/dm-1 partition 8 0 -2\n/dev/sda2 partition 8 0 -3\n"
    assert memory(system("proc/swaps", both)) is Memory.SWAPS


@on_linux
def test_memory_goes_to_a_file(system, tmp_path):
    swaps = f"{SWAPS}{tmp_path}/swap file 8 0 -2\n"
    system("proc/self/mountinfo", mounted("/", "ext4", "/dev/dm-0"))
    system("proc/swaps", swaps)
    assert memory(stack(system, "dm-0", uuid="CRYPT-LUKS2-abc")) is Memory.ENCRYPTED
    assert memory(stack(system, "dm-0", uuid="LVM-abc")) is Memory.SWAPS


def test_of_memory_nothing_is_known_where_nothing_is_said(tmp_path):
    assert memory(tmp_path) is Memory.UNKNOWN


def mounted(point, kind, source):
    return f"36 25 254:0 / {point} rw,relatime shared:1 - {kind} {source} rw\n"


@on_linux
@pytest.mark.parametrize(
    ("kind", "source", "found"),
    [
        ("ext4", "/dev/sda1", Disk.PLAIN),
        ("ext4", "/dev/dm-0", Disk.ENCRYPTED),
        ("fuse.gocryptfs", "/home/a/x", Disk.ENCRYPTED),
        ("nfs4", "box:/home", Disk.NETWORK),
        ("fuse.sshfs", "a@box:/", Disk.NETWORK),
        ("overlay", "overlay", Disk.UNKNOWN),
    ],
)
def test_the_disk_under_a_folder_is_seen(system, tmp_path, kind, source, found):
    stack(system, "dm-0", uuid="CRYPT-LUKS2-abc")
    table = mounted("/", "ext4", "/dev/sdb1") + mounted(tmp_path, kind, source)
    assert disk_under(tmp_path / "journal", system("proc/self/mountinfo", table)) is found


@on_linux
def test_the_nearest_and_latest_mount_counts(system, tmp_path):
    place = str(tmp_path / "a b").replace(" ", "\\040")
    table = "".join(
        (
            mounted(place, "nfs4", "box:/"),
            mounted(place, "ext4", "/dev/sda1"),
            mounted("/", "nfs4", "box:/"),
        )
    )
    assert disk_under(tmp_path / "a b" / "c", system("proc/self/mountinfo", table)) is Disk.PLAIN


@on_linux
@pytest.mark.parametrize("strange", [b"36 25 0:5 / /media/\xff rw - ext4 /dev/sda1 rw\n", b"36\n"])
def test_of_a_disk_nothing_is_known_where_its_line_is_not_understood(system, tmp_path, strange):
    place = system("proc/self/mountinfo", "")
    (place / "proc/self/mountinfo").write_bytes(strange)
    assert disk_under(tmp_path, place) is Disk.UNKNOWN


def test_of_a_disk_nothing_is_known_where_nothing_is_said(tmp_path):
    assert disk_under(tmp_path, tmp_path) is Disk.UNKNOWN


@on_linux
def test_this_computer_says_something(tmp_path):
    assert memory() is not Memory.UNKNOWN
    assert disk_under(tmp_path) in Disk
