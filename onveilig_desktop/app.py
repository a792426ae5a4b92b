"""The composition root: the one place where the parts are put together."""

import gc

gc.disable()  # the imports make no garbage; ui/garbage.py takes over when they are done

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from onveilig_desktop import font_list, preflight, texts
from onveilig_desktop.hardening import guard_crashes, harden, mute_libraries, unmute_libraries
from onveilig_desktop.paths import AppPaths, beside, holds_journal

if TYPE_CHECKING:  # Qt may be missing; preflight says so in words
    from datetime import datetime

    from PySide6.QtWidgets import QApplication

    from onveilig_desktop.journal import Gate, Journal
    from onveilig_desktop.ui.tasks import Tasks
    from onveilig_desktop.ui.window import MainWindow
    from onveilig_desktop.ui.world import World

_NAME = "notities"
_FOLDER = "NOTITIES_FOLDER"
_LANGUAGE = "NOTITIES_LANGUAGE"
_NEEDED_SOON = ("onveilig_desktop.vault", "onveilig_desktop.ui.workspace")
_NEEDED_LATER = ("onveilig_desktop.report.figures",)
_TURN = 0.0005
"""Seconds after which a busy thread lets another one go on: the worker must not hold up what
is being drawn, a little at each step."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    os.umask(0o077)
    harden()
    guard_crashes()
    chosen = _parse(sys.argv[1:] if arguments is None else arguments)
    if chosen.tour is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    missing = preflight.missing()
    if missing is not None:
        sys.stderr.write(f"{missing}\n")
        return 2
    with ExitStack() as until_end:
        paths = _paths(chosen, until_end)
        os.environ["MPLCONFIGDIR"] = str(paths.cache)
        application = _application()
        if chosen.tour is not None:
            return _tour(application, chosen.tour, paths.journal, every=chosen.every)
        return _run(application, paths.journal, until_end, demo=chosen.demo)


def present() -> "datetime":
    """Return the present in the time zone of this computer."""
    from datetime import UTC, datetime

    return datetime.now(UTC).astimezone()  # noqa: TID251 - the one clock, handed to all others


def open_story(folder: Path, *, is_told: bool = True) -> "tuple[Gate, Journal]":
    """Make the fictional journal in *folder*, or an empty one; its passphrase is no secret."""
    from onveilig_desktop.demo import PASSPHRASE, StoryClock, write_story
    from onveilig_desktop.vault import KeyWork, VaultGate

    clock = StoryClock(present)
    gate = VaultGate(folder, clock, work=KeyWork(passes=1, kibibytes=8192))
    journal = gate.create(PASSPHRASE)
    if is_told:
        write_story(journal, clock, texts.language())
    return gate, journal


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    if not arguments:  # a parser that has nothing to parse still takes 4 ms to build
        return argparse.Namespace(demo=False, tour=None, every=False)
    parser = argparse.ArgumentParser(prog="notities", description="A private, encrypted journal.")
    parser.add_argument("--demo", action="store_true", help="open a fictional journal")
    parser.add_argument("--tour", metavar="DIR", type=Path, help="render every page into DIR")
    parser.add_argument(
        "--every", action="store_true", help="with --tour: every state, theme and size"
    )
    return parser.parse_args(arguments)


def _paths(chosen: argparse.Namespace, until_end: ExitStack) -> AppPaths:
    if chosen.demo or chosen.tour is not None:
        return AppPaths.within(_throw_away_folder(until_end))
    return AppPaths.within(Path(os.environ.get(_FOLDER) or _beside() or _usual_folder()))


def _throw_away_folder(until_end: ExitStack) -> Path:
    """Lend a folder that goes with this process, also when the system ends it very early.

    From the first paint on, being asked to end closes the window instead.
    """
    import signal

    from onveilig_desktop.demo import throw_away_folder

    names = ("SIGTERM", "SIGINT", "SIGHUP")
    asked = [getattr(signal, name) for name in names if hasattr(signal, name)]
    hold = getattr(signal, "pthread_sigmask", None)  # Windows has none
    if hold is not None:
        hold(signal.SIG_BLOCK, asked)
    folder = until_end.enter_context(throw_away_folder())
    for number in asked:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: _leave(until_end))
    if hold is not None:
        hold(signal.SIG_UNBLOCK, asked)
    return folder


def _beside() -> Path | None:
    """Return the folder beside the program where that is one folder too, without Python."""
    return beside(Path(sys.executable).resolve()) if hasattr(sys, "frozen") else None


def _usual_folder() -> str:
    """Return where this system keeps a program's data, under a name that says nothing."""
    from PySide6.QtCore import QStandardPaths

    data = QStandardPaths.StandardLocation.GenericDataLocation
    return f"{QStandardPaths.writableLocation(data)}/notities"


def _application() -> "QApplication":
    reading = font_list.read_ahead()
    from PySide6.QtWidgets import QApplication

    _leave_sources_unread()
    from onveilig_desktop.ui import language, theme
    from onveilig_desktop.ui.garbage import GarbageCollection

    reading.join()
    # not the name by which it was started: systems show this one with the window
    application = QApplication([_NAME, "-style", "fusion"])
    application.setApplicationName(_NAME)
    # Flatpak says under which name it gave the desktop the icon
    application.setDesktopFileName(os.environ.get("FLATPAK_ID", _NAME))
    GarbageCollection(application)
    language.speak(texts.known(os.environ.get(_LANGUAGE)) or language.of_the_system())
    theme.apply(application)
    return application


def _leave_sources_unread() -> None:
    """Keep Qt's binding from reading the source of every module that is imported after it.

    It looks there for its own name, for a switch that this program has no use for. That takes
    as long as many of the imports themselves, and all that was read stays in memory.
    """
    binding = sys.modules.get("PySide6.support.feature")
    if hasattr(binding, "_mod_uses_pyside"):
        setattr(binding, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - not declared


def _run(application: "QApplication", folder: Path, until_end: ExitStack, *, demo: bool) -> int:
    leave = partial(_leave, until_end)
    window, tasks = compose(folder, _demo_world(leave) if demo else _world(_start_afresh, leave))
    application.aboutToQuit.connect(tasks.shutdown)
    window.first_painted.connect(lambda: _begin(application, window, folder))
    window.show()
    if demo:
        window.first_painted.connect(window.used)
        window.enter(lambda: open_story(folder))
    return application.exec()


def _begin(application: "QApplication", window: "MainWindow", folder: Path) -> None:
    """Do what the first paint did not have to wait for, with room for a key in between."""
    from PySide6.QtCore import QSettings, Qt

    from onveilig_desktop.ui.asked_to_end import close_windows_when_asked
    from onveilig_desktop.ui.caret import Caret
    from onveilig_desktop.ui.in_turn import in_turn
    from onveilig_desktop.ui.safeguards import Safeguards

    mute_libraries()  # from here on there is something to tell, and nothing to start any more
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        # Qt's file dialog would write down where it has been
        QSettings.setPath(kind, QSettings.Scope.UserScope, os.devnull)
    Safeguards(window).listen()
    Caret(window)
    close_windows_when_asked(application)
    make_ready = partial(_make_ready, window, folder)
    window.used.connect(make_ready, Qt.ConnectionType.SingleShotConnection)
    in_turn(window, partial(_dress, application))


def _dress(application: "QApplication") -> None:
    from onveilig_desktop.ui.appearance import dress  # late: a step of its own

    dress(application)


def compose(folder: Path, world: "World") -> "tuple[MainWindow, Tasks]":
    """Return the window over the journal in *folder*, and its worker."""
    from onveilig_desktop.ui.tasks import Tasks
    from onveilig_desktop.ui.window import MainWindow

    sys.setswitchinterval(_TURN)
    tasks = Tasks()
    return MainWindow(folder, world, tasks), tasks


def _tour(application: "QApplication", target: Path, folder: Path, *, every: bool) -> int:
    from onveilig_desktop.errors import OnveiligError
    from onveilig_desktop.tour import Openers, tour

    try:
        openers = Openers(_tour_window, open_story, partial(open_story, is_told=False))
        return tour(application, target, folder, openers, every=every)
    except OnveiligError as error:
        sys.stderr.write(f"{texts.gettext(error.sentence)}\n")
        return 2


def _tour_window(folder: Path) -> "tuple[MainWindow, Tasks]":
    return compose(folder, _world(_stay, lambda: None))


def _leave(until_end: ExitStack) -> None:
    """End this process at once, but for a folder that has to go first."""
    try:
        until_end.close()
    finally:
        os._exit(0)


def _world(locked: "Callable[[Path], None]", leave: "Callable[[], None]") -> "World":
    from onveilig_desktop.ui.world import World

    def gate_at(folder: Path) -> "Gate":
        from onveilig_desktop.vault import VaultGate  # late: brings SQLAlchemy

        return VaultGate(folder, present)

    return World(gate_at=gate_at, clock=present, locked=locked, leave=leave)


def _demo_world(leave: "Callable[[], None]") -> "World":
    from onveilig_desktop.demo import PASSPHRASE
    from onveilig_desktop.texts import gettext as _

    hint = _("A fictional journal. Its passphrase is: {words}").format(words=PASSPHRASE)
    # the folder goes with this process, so locking must not start another one
    return _world(_stay, leave)._replace(hint=hint)


def _stay(_folder: Path) -> None:
    """Go on in this process after locking; what it shows is no secret."""


def _start_afresh(folder: Path) -> None:
    """Replace this process by a locked one, so that no text stays behind in memory."""
    os.environ[_FOLDER] = str(folder)
    os.environ[_LANGUAGE] = texts.language()
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(sys.orig_argv)  # noqa: S603 - our own command line, once more
        os._exit(0)
    unmute_libraries()
    os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - our own command line, once more


def _make_ready(window: "MainWindow", folder: Path) -> None:
    """Import what the open journal needs while the person types the passphrase.

    While nobody is there, it would only take memory. Where there is no journal yet, matplotlib
    waits: it keeps a list of fonts on disk, and whoever only looks must leave nothing behind.
    """
    from onveilig_desktop.ui.warming import Warming

    Warming(window)
    wanted = (*_NEEDED_SOON, *(_NEEDED_LATER if holds_journal(folder) else ()))
    # not a daemon: Python must not begin to end while a module is half imported
    Thread(target=partial(_import, wanted), name="warm").start()


def _import(names: Sequence[str]) -> None:
    from datetime import date
    from importlib import import_module

    from onveilig_desktop.ui.garbage import set_apart

    with set_apart():
        for name in names:
            import_module(name)
        texts.day_words(date(2000, 1, 1))  # reads the names of days and months
