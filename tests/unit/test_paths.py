"""Where files are kept: neutral names, nobody else's eyes."""

import os
import stat
import sys

import pytest

from onveilig_desktop.paths import private_folder

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode(folder):
    return stat.S_IMODE(folder.stat().st_mode)


@posix_only
def test_a_new_folder_is_open_to_nobody_else(tmp_path):
    folder = tmp_path / "a" / "b"
    private_folder(folder)
    assert mode(folder) == 0o700


@posix_only
def test_an_existing_folder_becomes_private_and_keeps_its_files(tmp_path):
    (tmp_path / "kept").write_text("kept")
    os.chmod(tmp_path, 0o755)  # noqa: PTH101, S103 - the wide folder is the case
    private_folder(tmp_path)
    assert mode(tmp_path) == 0o700
    assert (tmp_path / "kept").read_text() == "kept"


def test_a_file_in_its_place_is_left_as_it_is(tmp_path):
    (tmp_path / "taken").write_text("kept")
    with pytest.raises(FileExistsError):
        private_folder(tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "kept"
