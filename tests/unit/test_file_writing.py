"""Saving a file: whole or not at all, and never over another one unasked."""

import os
import signal
import stat
import subprocess
import sys
from datetime import date

import pytest

from onveilig_desktop import texts
from onveilig_desktop.errors import DiskFullError, ReadOnlyFolderError, StorageError
from onveilig_desktop.report.summary import file_name
from onveilig_desktop.writing import FileTakenError, write_once, write_pieces
from tools import mount, small_disk

ROOT = sys.platform == "linux" and os.geteuid() == 0
DATA = b"%PDF-" + bytes(range(256)) * 4096


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_for_this_login_only(tmp_path):
    path = tmp_path / "notes.pdf"
    write_once(path, DATA)
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["notes.pdf"]


def test_a_file_that_is_there_is_left_alone(tmp_path):
    path = tmp_path / "notes.pdf"
    path.write_bytes(b"another")
    with pytest.raises(FileTakenError):
        write_once(path, DATA)
    assert path.read_bytes() == b"another"
    assert names(tmp_path) == ["notes.pdf"]


@pytest.mark.parametrize("before", [None, b"another"])
def test_it_may_be_replaced_when_the_person_says_so(tmp_path, before):
    path = tmp_path / "notes.pdf"
    if before is not None:
        path.write_bytes(before)
        path.chmod(0o644)
    write_once(path, DATA, replace=True)
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["notes.pdf"]


def test_a_folder_in_the_way_is_left_alone(tmp_path):
    path = tmp_path / "notes.pdf"
    path.mkdir()
    with pytest.raises(StorageError):
        write_once(path, DATA, replace=True)
    assert names(tmp_path) == ["notes.pdf"]


def test_without_the_folder_nothing_is_written(tmp_path):
    with pytest.raises(StorageError):
        write_once(tmp_path / "gone" / "notes.pdf", DATA)
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="an open file holds its folder there")
@pytest.mark.parametrize("replace", [False, True])
def test_a_stick_that_is_pulled_out_in_the_middle_is_told_of_and_keeps_what_was_on_it(
    tmp_path, replace
):
    stick, elsewhere = tmp_path / "stick", tmp_path / "in a pocket"
    stick.mkdir()
    if replace:
        (stick / "notes.pdf").write_bytes(b"another")

    def pieces():
        yield DATA
        stick.rename(elsewhere)
        yield DATA

    with pytest.raises(StorageError):
        write_pieces(stick / "notes.pdf", pieces(), replace=replace)
    assert not stick.exists()
    if replace:
        assert (elsewhere / "notes.pdf").read_bytes() == b"another"


@pytest.mark.parametrize("replace", [False, True])
def test_a_real_stick_that_is_pulled_out_in_the_middle(disk, replace):
    if replace:
        (disk / "notes.pdf").write_bytes(b"another")

    def pieces():
        yield DATA[:1000]
        subprocess.run(["umount", "--lazy", disk], check=True)  # noqa: S603, S607
        yield DATA[:1000]

    with pytest.raises(StorageError):
        write_pieces(disk / "notes.pdf", pieces(), replace=replace)
    assert names(disk) == []
    mount(disk, "mode=700,size=512k", "-t", "tmpfs", "tmpfs")  # to be undone


_FULL = """
import resource, signal, sys
from pathlib import Path
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.writing import write_once
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_once(Path(sys.argv[1]), bytes(1_000_000), replace=sys.argv[2] == "replace")
except DiskFullError:
    print("full")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits a process in a way Windows lacks")
@pytest.mark.parametrize("way", ["new", "replace"])
def test_when_there_is_no_room_nothing_half_done_stays(tmp_path, way):
    path = tmp_path / "notes.pdf"
    if way == "replace":
        path.write_bytes(b"another")
    command = [sys.executable, "-c", _FULL, str(path), way]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "full"
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"another"] * (way == "replace")


_KILLED = """
import os, signal, sys
from pathlib import Path
from onveilig_desktop.writing import write_pieces
def pieces():
    yield bytes(1_000_000)
    os.kill(os.getpid(), signal.SIGKILL)
    yield b"the end"
write_pieces(Path(sys.argv[1]), pieces(), replace=sys.argv[2] == "replace")
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="asked on Linux only")
@pytest.mark.parametrize("way", ["new", "replace"])
def test_killed_halfway_it_leaves_nothing_readable(tmp_path, way):
    path = tmp_path / "notes.pdf"
    if way == "replace":
        path.write_bytes(b"another")
    command = [sys.executable, "-c", _KILLED, str(path), way]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL  # noqa: S603
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"another"] * (way == "replace")


@pytest.mark.parametrize("replace", [False, True])
def test_a_disk_that_names_every_file_takes_it_as_well(tmp_path, replace, monkeypatch):
    monkeypatch.setattr(os, "O_TMPFILE", os.O_DIRECTORY, raising=False)  # as FAT answers
    path = tmp_path / "notes.pdf"
    if replace:
        path.write_bytes(b"another")
    write_once(path, DATA, replace=replace)
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["notes.pdf"]


@pytest.fixture
def disk(tmp_path):
    """An empty disk of half a megabyte."""
    with small_disk(tmp_path / "disk", "size=512k") as place:
        yield place


@pytest.mark.parametrize("replace", [False, True])
def test_a_full_disk_is_told_as_such_and_left_as_it_was(disk, replace):
    path = disk / "notes.pdf"
    if replace:
        path.write_bytes(b"another")
    before = names(disk)
    with pytest.raises(DiskFullError):
        write_once(path, DATA, replace=replace)
    assert names(disk) == before


@pytest.fixture
def closed(request, tmp_path):
    """A folder that may not be written to; to root only a whole disk can be closed."""
    if ROOT:
        place = request.getfixturevalue("disk")
        mount(place, "remount,ro")
    else:
        place = tmp_path / "closed"
        place.mkdir(mode=0o500)
    return place


@pytest.mark.skipif(sys.platform == "win32", reason="closes a folder in a way Windows lacks")
@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_that_may_not_be_written_to_is_told_as_such(closed, replace):
    with pytest.raises(ReadOnlyFolderError):
        write_once(closed / "notes.pdf", DATA, replace=replace)
    assert names(closed) == []


@pytest.mark.parametrize(
    ("language", "name"), [("en", "notes 2026-11-22.pdf"), ("nl", "notities 2026-11-22.pdf")]
)
def test_the_name_says_nothing_of_the_subject(language, name):
    texts.use(language)
    assert file_name(date(2026, 11, 22)) == name
