"""The program as a process: where it cannot open a window it says so and ends."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only")


def start(*arguments, **environment):
    about_a_screen = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in about_a_screen}
    return subprocess.run(
        [sys.executable, "-m", "onveilig_desktop", *arguments],
        env=kept | {"LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ":7199"}, {"WAYLAND_DISPLAY": "x"}, {"QT_QPA_PLATFORM": "nonsense"}],
)
def test_without_a_screen_it_ends_with_one_sentence(environment, tmp_path):
    done = start(NOTITIES_FOLDER=str(tmp_path / "journal"), **environment)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_it_explains_itself_without_a_screen():
    done = start("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--demo" in done.stdout


def test_an_option_that_does_not_exist_ends_with_the_usage():
    done = start("--nonsense")
    assert done.returncode == 2
    assert done.stderr.startswith("usage: notities")


@pytest.mark.parametrize("name", ["a file", "a file/below", "/proc/pictures"])
def test_a_tour_into_what_is_no_folder_ends_with_one_sentence(name, tmp_path):
    (tmp_path / "a file").write_text("kept")
    done = start("--tour", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "folder" in done.stderr
    assert (tmp_path / "a file").read_text() == "kept"
