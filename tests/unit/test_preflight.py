"""What keeps a window from opening is said in one sentence, and nothing ends in a core dump."""

import os
import re
import socket
import subprocess
import sys
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

import pytest

from onveilig_desktop import preflight
from tools import needed

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asked on Linux only")

QT = Path(find_spec("PySide6").submodule_search_locations[0])
NO_DISPLAY = ":7199"
ASK = "from onveilig_desktop.preflight import missing; print(missing())"
NO_SCREEN = "There is no screen to open a window on."
ABOUT_A_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_RUNTIME_DIR")


def run(*command, **environment):
    """Run Python as on a computer about whose screen only *environment* is known."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in (*ABOUT_A_SCREEN, "QT_QPA_PLATFORM")
    }
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *command],
        env=kept | {"LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def missing(**environment):
    done = run("-c", ASK, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.fixture
def x_display():
    needed("Xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:  # noqa: S603
        os.close(write)
        with os.fdopen(read, encoding="ascii") as numbers:
            yield f":{numbers.readline().strip()}"
        server.terminate()


needs_wayland = pytest.mark.skipif(
    not all(map(find_library, ("wayland-client", "wayland-cursor"))),
    reason="needs the libraries of Wayland",
)


@pytest.fixture
def wayland(tmp_path):
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        yield {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}


def lacking(tmp_path, file, library):
    """Lend a copy of PySide6 in which *file* wants a library that is nowhere.

    The name differs in one letter from the real one, so it is the system's own loader
    that finds it missing. All other files are the installed ones.
    """
    wanted = re.sub(r".\.so", "q.so", library, count=1)
    place = tmp_path / "PySide6"
    for level in Path(file).parents:
        (place / level).mkdir(exist_ok=True, parents=True)
        for original in (QT / level).iterdir():
            if not Path(file).is_relative_to(original.relative_to(QT)):
                (place / level / original.name).symlink_to(original)
    whole = (QT / file).read_bytes()
    assert whole.count(f"{library}\0".encode()) == 1
    (place / file).write_bytes(whole.replace(f"{library}\0".encode(), f"{wanted}\0".encode()))
    return wanted, {"PYTHONPATH": str(tmp_path)}


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": NO_DISPLAY},
        {"XDG_SESSION_TYPE": "x11"},
        {"QT_QPA_PLATFORM": "xcb", "DISPLAY": NO_DISPLAY},
    ],
)
def test_without_a_screen_it_says_so(environment):
    assert missing(**environment).startswith(NO_SCREEN)


@needs_wayland
@pytest.mark.parametrize(
    "environment",
    [
        {"WAYLAND_DISPLAY": "wayland-9"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"XDG_SESSION_TYPE": "wayland"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere", "DISPLAY": NO_DISPLAY},
    ],
)
def test_without_a_wayland_screen_it_says_so(environment):
    assert missing(**environment).startswith(NO_SCREEN)


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal", "vnc:size=800x600", "nonsense;offscreen"]
)
def test_a_picture_needs_no_screen(platform):
    assert missing(QT_QPA_PLATFORM=platform) == "None"


def test_a_platform_that_qt_does_not_have_is_named():
    assert "QT_QPA_PLATFORM asks for nonsense" in missing(QT_QPA_PLATFORM="nonsense")


def test_a_screen_that_answers_is_enough(x_display):
    assert missing(DISPLAY=x_display) == "None"
    assert missing(DISPLAY=x_display, QT_QPA_PLATFORM="xcb") == "None"
    assert missing(DISPLAY=x_display, WAYLAND_DISPLAY="wayland-9") == "None"


@needs_wayland
def test_a_wayland_screen_that_answers_is_enough(wayland):
    assert missing(**wayland) == "None"
    assert missing(**wayland, QT_QPA_PLATFORM="wayland-egl") == "None"
    assert missing(**wayland, DISPLAY=NO_DISPLAY) == "None"


@pytest.mark.parametrize("library", ["libxcb-cursor.so.0", "libxkbcommon-x11.so.0"])
def test_a_library_that_the_screen_lacks_is_named_with_its_package(tmp_path, x_display, library):
    wanted, copy = lacking(tmp_path, "Qt/plugins/platforms/libqxcb.so", library)
    sentence = missing(**copy, DISPLAY=x_display)
    assert sentence.startswith(f"This computer lacks {wanted}.")
    assert sentence.endswith(f"sudo apt install {preflight.debian_package(wanted)}")
    assert missing(**copy, DISPLAY=NO_DISPLAY) == sentence


@pytest.mark.parametrize("library", ["libEGL.so.1", "libfontconfig.so.1"])
def test_a_library_that_every_window_lacks_is_named_even_without_a_screen(tmp_path, library):
    wanted, copy = lacking(tmp_path, "Qt/lib/libQt6Gui.so.6", library)
    for environment in ({}, {"QT_QPA_PLATFORM": "offscreen"}):
        assert missing(**copy, **environment).startswith(f"This computer lacks {wanted}.")


def test_a_part_of_qt_that_is_gone_asks_for_a_new_installation(tmp_path):
    wanted, copy = lacking(tmp_path, "Qt/lib/libQt6Widgets.so.6", "libQt6Gui.so.6")
    assert missing(**copy) == (
        f"A part of this program is missing: {wanted}: cannot open shared object file: "
        "No such file or directory. Install the program again."
    )


def test_python_without_qt_asks_for_a_new_installation():
    place = str(Path(preflight.__file__).parents[1])
    done = run("-S", "-c", f"import sys; sys.path.append({place!r}); {ASK}")
    assert done.stdout.startswith("A part of this program is missing: PySide6.")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "", "LC_MESSAGES": "nl_BE.UTF-8", "LANG": "en_GB.UTF-8"}, "nl"),
        ({"LC_ALL": "", "LANG": "nl"}, "nl"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LC_ALL": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_it_speaks_the_language_of_this_login(environment, language):
    spoken = f"{ASK}; from onveilig_desktop import texts; print(texts.language())"
    assert run("-c", spoken, **environment).stdout.splitlines()[-1] == language


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libxcb.so.1", "libxcb1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libz.so.1", "zlib1g"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_the_package_of_a_library(library, package):
    assert preflight.debian_package(library) == package


@pytest.mark.parametrize(
    ("file", "listed"),
    [
        ("lib/libQt6Widgets.so.6", ()),
        ("plugins/platforms/libqxcb.so", preflight.SCREEN_LIBRARIES["xcb"]),
        ("plugins/platforms/libqwayland.so", preflight.SCREEN_LIBRARIES["wayland"]),
    ],
)
def test_the_lists_hold_every_library_that_qt_asks_for(file, listed):
    everywhere = {"libc", "libdl", "libgcc_s", "libm", "libpthread", "libstdc++", "ld-linux"}
    with_glib = {"libgthread-2"}
    asked = {
        name
        for name in wanted_by(QT / "Qt" / file, set())
        if re.split(r"\.so|\.0\.so|-x86", name)[0] not in everywhere | with_glib
    }
    assert asked == {*preflight.WINDOW_LIBRARIES, *listed}


def wanted_by(file, seen):
    """Return the libraries of the system that *file* and the parts of Qt below it ask for."""
    needed("readelf")
    seen.add(file.name)
    readelf = ["readelf", "-d", str(file)]
    told = subprocess.run(readelf, capture_output=True, text=True, check=True).stdout  # noqa: S603
    names = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
    ours = {name for name in names if (QT / "Qt" / "lib" / name).exists()}
    return (names - ours).union(
        *(wanted_by(QT / "Qt" / "lib" / name, seen) for name in ours - seen)
    )
