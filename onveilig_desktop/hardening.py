"""What keeps other programs, and the system's own crash reports, from reading this process."""

import ctypes
import logging
import os
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

_PACKAGE: Final = Path((lambda: None).__code__.co_filename).parent
"""As the frames of a crash name it, which in a program in one folder is no real path."""
_NAME: Final = "notities"
_ERRORS: Final = 2
_FAR_SCREENS: Final = ("vnc", "webgl")
_BUSES: Final = (
    *("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"),
    *("AT_SPI_BUS_ADDRESS", "IBUS_ADDRESS"),
)
_NEAR: Final = ("unix:", "launchd:", "disabled:")
"""How the address of a bus on this computer begins."""


def harden() -> Sequence[str]:
    """Shut this process off as well as the system allows; return the steps that failed.

    No core dump is written, no debugger of the same login can attach, nothing that is
    started from here gains rights, no D-Bus is started, and Qt is asked for nothing that comes
    over a network. Only Linux was tried.
    """
    _reach_nobody()
    if sys.platform == "win32":
        return _harden_windows()
    if sys.platform == "darwin":
        return _harden_macos()
    return _harden_linux()


def is_shut_off() -> bool | None:
    """Say whether the system keeps this process from being written away or looked into.

    As it is now, not as it was asked for; nothing where that cannot be seen.
    """
    if not sys.platform.startswith("linux"):
        return None
    import resource  # not there on Windows

    get_dumpable = 3
    is_dumped = ctypes.CDLL(None).prctl(get_dumpable, 0, 0, 0, 0) != 0
    return not is_dumped and resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def guard_crashes() -> None:
    """Let nothing a person wrote reach the error output, which systems keep in log files.

    An exception that nobody caught is told by its class and the places in this program
    that it passed, without its message. Warnings of libraries are silent unless asked for,
    and what they log goes nowhere.
    """
    logging.lastResort = logging.NullHandler()
    sys.excepthook = lambda kind, error, trace: _tell(error)
    threading.excepthook = lambda crash: _tell(crash.exc_value)
    sys.unraisablehook = lambda crash: _tell(crash.exc_value)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def mute_libraries() -> None:
    """Let nothing that a library prints reach the error output; what this program tells does.

    Some write there past all of Python: of a damaged picture libpng prints a few bytes.
    """
    if sys.stderr is None:  # started without a terminal on Windows
        return
    with suppress(OSError, ValueError):
        sys.stderr.flush()
        told = os.dup(_ERRORS)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _ERRORS)
        os.close(nowhere)
        sys.stderr = os.fdopen(told, "w", encoding="utf-8")


def unmute_libraries() -> None:
    """Give the error output back to the process that takes the place of this one."""
    with suppress(AttributeError, OSError, ValueError):
        os.dup2(sys.stderr.fileno(), _ERRORS)


def _tell(error: BaseException | None) -> None:
    if sys.stderr is None:  # started without a terminal on Windows
        return
    while error is not None:
        places = " < ".join(_places(error.__traceback__)) or "elsewhere"
        sys.stderr.write(f"{_NAME}: {type(error).__name__} at {places}\n")
        error = error.__cause__ or error.__context__
    sys.stderr.flush()


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Return file and line of each frame that is ours, the innermost first."""
    places = []
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE):
            places.append(f"{file.relative_to(_PACKAGE).as_posix()}:{trace.tb_lineno}")
        trace = trace.tb_next
    return reversed(places)


def _reach_nobody() -> None:
    """Forget what asks Qt for a screen, a touch or a bus over a network, whoever asked for it.

    One line in the settings of a login would be enough to show the open journal, or to read it
    aloud, to everyone in the house: for the screen Qt brings a server that asks no password.
    """
    os.environ.pop("QT_QPA_GENERIC_PLUGINS", None)  # one of them listens for touches
    asked = os.environ.pop("QT_QPA_PLATFORM", "").split(";")
    near = [screen for screen in asked if screen.partition(":")[0] not in _FAR_SCREENS]
    if any(near):
        os.environ["QT_QPA_PLATFORM"] = ";".join(near)
    for name in _BUSES:
        addresses = os.environ.get(name, "").split(";")
        if not all(address.startswith(_NEAR) for address in filter(None, addresses)):
            del os.environ[name]


def _harden_linux() -> Sequence[str]:
    set_dumpable, set_no_new_privs = 4, 38
    libc = ctypes.CDLL(None)
    failed = [] if _forbid_core_dump() else ["core dump"]
    _start_no_bus()
    _spool_in_memory()
    if libc.prctl(set_dumpable, 0, 0, 0, 0) != 0:
        failed.append("dumpable")
    if libc.prctl(set_no_new_privs, 1, 0, 0, 0) != 0:
        failed.append("no new privileges")
    return failed


def _start_no_bus() -> None:
    """Keep Qt from starting a D-Bus where none runs: it would stay, and leave files behind."""
    if not Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus").exists():
        os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")


def _spool_in_memory() -> None:
    """Have what is on its way to the print system wait in memory, where there is a place.

    Qt hands it over as a file. On a disk it could be found after it was deleted. It is said here,
    long before, as the environment must not change while threads read it.
    """
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.access(place, os.W_OK):
        os.environ["TMPDIR"] = place


def _forbid_core_dump() -> bool:
    import resource  # not there on Windows

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return True


if sys.platform == "darwin":

    def _harden_macos() -> Sequence[str]:
        deny_attach = 31
        failed = [] if _forbid_core_dump() else ["core dump"]
        if ctypes.CDLL(None).ptrace(deny_attach, 0, None, 0) != 0:
            failed.append("deny attach")
        return failed


if sys.platform == "win32":

    def _harden_windows() -> Sequence[str]:
        no_error_boxes = 0x0001 | 0x0002 | 0x8000
        no_heap_in_reports = 0x0001
        kernel, advapi = ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32")
        kernel.SetErrorMode(no_error_boxes)
        failed = []
        if kernel.WerSetFlags(no_heap_in_reports) != 0:
            failed.append("crash report")
        # owner and system may end, wait for and see this process, nobody may read its memory
        rights, descriptor = "D:P(A;;0x101001;;;OW)(A;;0x101001;;;SY)", ctypes.c_void_p()
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        made = advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            ctypes.c_wchar_p(rights), 1, ctypes.byref(descriptor), None
        )
        this = ctypes.c_void_p(kernel.GetCurrentProcess())
        if not made or not advapi.SetKernelObjectSecurity(this, 4, descriptor):
            failed.append("memory access")
        return failed
