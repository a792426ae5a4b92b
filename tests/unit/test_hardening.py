"""What this process keeps from others, seen from outside."""

import ctypes
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import onveilig_desktop
from tools import left_out

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux only")

CANARY = "kanarie-4711"
HARDEN = "from onveilig_desktop.hardening import harden; failed = harden(); "
GUARD = "from onveilig_desktop.hardening import guard_crashes; guard_crashes()\n"
MUTE = (
    "import os, sys\n"
    "from onveilig_desktop.hardening import guard_crashes, mute_libraries\n"
    "guard_crashes(); mute_libraries()\n"
)


def run(code, **others):
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **others,
    )


def told(code):
    done = run(HARDEN + code)
    assert done.stderr == ""
    return done.stdout.strip()


def test_every_step_takes():
    assert told("print(list(failed))") == "[]"


def test_no_core_dump_is_written_and_none_can_be_asked_for():
    asked = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    assert told(asked) == "(0, 0)"


def test_a_crash_leaves_no_core():
    def with_cores():
        import resource  # not there on Windows

        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    done = run(
        "import os, sys\n"
        "if not (child := os.fork()):\n"
        f"    {HARDEN}os.abort()\n"
        "print(os.WCOREDUMP(os.waitpid(child, 0)[1]))",
        preexec_fn=with_cores,
    )
    assert done.stdout.strip() == "False"


def test_another_program_of_this_login_cannot_look_inside():
    get_dumpable = 3
    assert told(f"import ctypes; print(ctypes.CDLL(None).prctl({get_dumpable}, 0, 0, 0, 0))") == "0"


ENVIRONMENT = (
    "QT_QPA_PLATFORM",
    "QT_QPA_GENERIC_PLUGINS",
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "IBUS_ADDRESS",
)


@pytest.mark.parametrize(
    ("name", "asked", "left"),
    [
        ("QT_QPA_PLATFORM", "vnc", None),
        ("QT_QPA_PLATFORM", "vnc:size=800x600", None),
        ("QT_QPA_PLATFORM", "vnc:port=5901;xcb", "xcb"),
        ("QT_QPA_PLATFORM", "wayland;xcb:no-grab", "wayland;xcb:no-grab"),
        ("QT_QPA_PLATFORM", "", None),
        ("QT_QPA_GENERIC_PLUGINS", "tuiotouch", None),
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", "unix:path=/nowhere/bus"),
        ("DBUS_SESSION_BUS_ADDRESS", "tcp:host=far,port=9", "disabled:"),
        ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/a;tcp:host=far,port=9", None),
        ("AT_SPI_BUS_ADDRESS", "tcp:host=far,port=9", None),
        ("AT_SPI_BUS_ADDRESS", "unix:path=/a;unix:path=/b", "unix:path=/a;unix:path=/b"),
        ("IBUS_ADDRESS", "nonce-tcp:host=far,port=9", None),
    ],
)
def test_nothing_is_asked_for_that_comes_over_a_network(name, asked, left):
    others = {other: value for other, value in os.environ.items() if other not in ENVIRONMENT}
    others |= {name: asked, "XDG_RUNTIME_DIR": "/nowhere"}
    done = run(f"{HARDEN}import os; print(os.environ.get({name!r}))", env=others)
    assert done.stdout.strip() == str(left)


CUPS = """
import ctypes, os
name = ctypes.create_string_buffer(512)
os.close(ctypes.CDLL("libcups.so.2").cupsTempFd(name, len(name)))
print(name.value.decode())
"""


def test_what_waits_for_the_print_system_waits_in_memory(tmp_path):
    try:
        ctypes.CDLL("libcups.so.2")
    except OSError:
        left_out("needs libcups")
    places = {"TMPDIR": tempfile.gettempdir(), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = run(f"{HARDEN}{CUPS}", env=os.environ | places)
    assert Path(done.stdout.strip()).parent == tmp_path


@pytest.mark.parametrize("place", ["", "/nowhere/at/all"])
def test_without_such_a_place_it_waits_where_it_would(tmp_path, place):
    places = {"TMPDIR": str(tmp_path), "XDG_RUNTIME_DIR": place}
    done = run(f"{HARDEN}import tempfile; print(tempfile.gettempdir())", env=os.environ | places)
    assert done.stdout.strip() == str(tmp_path)


CHANGED = re.compile(
    r"environb?(\[[^\]]+\] \|?= |\.(pop|setdefault|update|clear)\()|(put|unset)env\("
)


def test_the_environment_changes_at_the_start_alone():
    """Threads of libraries read it without a word, and it moves when it changes."""
    package = Path(onveilig_desktop.__file__).parent
    changing = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if CHANGED.search(path.read_text(encoding="utf-8"))
    ]
    assert sorted(changing) == ["app.py", "hardening.py"]


def test_what_it_starts_gains_no_rights():
    assert "NoNewPrivs:\t1" in told("print(open('/proc/self/status').read())")


class TestGuardedCrash:
    def test_it_tells_the_kind_and_not_the_words(self):
        done = run(f"{GUARD}raise ValueError('{CANARY}')")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "notities: ValueError at elsewhere\n"

    def test_it_tells_the_places_in_this_program_innermost_first(self):
        done = run(
            f"{GUARD}from datetime import date\n"
            "from onveilig_desktop.journal.dates import parse_day\n"
            f"parse_day('{CANARY}', date(2026, 11, 20))"
        )
        assert done.stderr.startswith(
            "notities: DateNotUnderstoodError at journal/dates/figures.py:"
        )
        assert CANARY not in done.stderr

    def test_it_tells_what_came_before(self):
        done = run(
            f"{GUARD}try:\n    raise KeyError('{CANARY}')\n"
            f"except KeyError as error:\n    raise OSError('{CANARY}') from error"
        )
        assert done.stderr.splitlines() == [
            "notities: OSError at elsewhere",
            "notities: KeyError at elsewhere",
        ]

    def test_a_thread_is_guarded_too(self):
        done = run(
            f"{GUARD}import threading\n"
            f"def fail():\n    raise ValueError('{CANARY}')\n"
            f"thread = threading.Thread(target=fail, name='{CANARY}')\nthread.start()"
        )
        assert done.stderr == "notities: ValueError at elsewhere\n"

    def test_what_is_raised_while_an_object_goes_is_guarded_too(self):
        done = run(
            f"{GUARD}class Note:\n    def __repr__(self): return '{CANARY}'\n"
            f"    def __del__(self): raise ValueError('{CANARY}')\nNote()"
        )
        assert done.stderr == "notities: ValueError at elsewhere\n"

    def test_a_slot_of_qt_is_guarded_too(self):
        done = run(
            f"{GUARD}from PySide6.QtCore import QCoreApplication, QTimer\n"
            "application = QCoreApplication([])\n"
            f"def fail():\n    application.quit()\n    raise ValueError('{CANARY}')\n"
            "QTimer.singleShot(0, fail)\napplication.exec()"
        )
        assert done.stderr == "notities: ValueError at elsewhere\n"

    def test_warnings_are_silent(self):
        done = run(f"{GUARD}import warnings; warnings.warn('{CANARY}')")
        assert (done.returncode, done.stderr) == (0, "")

    def test_what_libraries_log_goes_nowhere(self):
        done = run(f"{GUARD}import logging; logging.getLogger('a.library').critical('{CANARY}')")
        assert (done.returncode, done.stderr) == (0, "")

    def test_without_an_error_output_it_says_nothing(self):
        done = run(f"{GUARD}import sys; sys.stderr = None; raise ValueError('{CANARY}')")
        assert (done.returncode, done.stdout, done.stderr) == (1, "", "")

    def test_what_a_library_prints_past_python_goes_nowhere(self):
        done = run(
            f"{MUTE}from PySide6.QtGui import QImage\n"
            "from PySide6.QtCore import qWarning\n"
            f"damaged = bytes.fromhex('89504e470d0a1a0a') + b'{CANARY}' * 40\n"
            f"QImage.fromData(damaged); qWarning('{CANARY}'); os.write(2, b'{CANARY}')\n"
            "raise ValueError"
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "notities: ValueError at elsewhere\n"

    def test_the_process_that_takes_its_place_can_tell_again(self):
        done = run(
            f"{MUTE}from onveilig_desktop.hardening import unmute_libraries\n"
            "unmute_libraries()\n"
            "os.execv(sys.executable, [sys.executable, '-c', \"import os; os.write(2, b'told')\"])"
        )
        assert (done.stdout, done.stderr) == ("", "told")

    def test_without_an_error_output_there_is_nothing_to_mute(self):
        done = run(
            "import os, sys; sys.stderr = None\n"
            "from onveilig_desktop.hardening import mute_libraries, unmute_libraries\n"
            "mute_libraries(); unmute_libraries(); os.write(2, b'told')"
        )
        assert (done.returncode, done.stderr) == (0, "told")


def test_it_says_itself_whether_that_took():
    asked = "from onveilig_desktop.hardening import is_shut_off; print(is_shut_off())"
    assert run(asked).stdout.strip() == "False"
    assert told(asked) == "True"
    undone = "import ctypes; ctypes.CDLL(None).prctl(4, 1, 0, 0, 0); "
    assert told(undone + asked) == "False"
