"""No tray icon, no notification, no start by itself: nobody on the desktop hears of it."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from test_no_traces import CANARY, place, whole_session

from desktop_bus import desktop
from onveilig_desktop import resources
from overheard import listening
from person import started

__all__ = ["place"]  # a fixture

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "onveilig_desktop").rglob("*.py"))
TELLING = re.compile(
    r"SystemTray|StatusNotifier|StatusIcon|AppIndicator|freedesktop\.Notif|notify2?$|Toast"
    r"|showMessage|UNUserNotification|NSUserNotification|beep$|QSound|alert$|JumpList|RecentDoc"
    r"|recently-used|\bautostart\b|LaunchAgent|LoginItem|CurrentVersion\\+Run|RegisterApplicationRestart"
    r"|QDesktopServices|openUrl|OpenExternalLinks|webbrowser",
    re.IGNORECASE,
)
"""How a program gets itself seen, started or followed elsewhere, on each of the three systems."""
DESKTOP = ("org.kde.StatusNotifierWatcher", "org.freedesktop.Notifications")
SPOKEN_TO = {"org.freedesktop.DBus", "org.freedesktop.login1"}
"""The bus itself, and who lets the computer wait with its sleep."""
TRAY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStyle, QSystemTrayIcon
application = QApplication([])
icon = QSystemTrayIcon(application.style().standardIcon(QStyle.StandardPixmap.SP_DialogOkButton))
icon.show()
QTimer.singleShot(1000, application.quit)
application.exec()
"""


def names_in(source):
    """Every name, import and text in a module, but for what explains it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name | ast.Attribute):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            yield str(node.value)


def test_no_module_knows_how():
    found = {
        (path.name, name)
        for path in SOURCES
        for name in names_in(path.read_text("utf-8"))
        if TELLING.search(name)
    }
    assert len(SOURCES) > 200
    assert found == set()


@pytest.mark.parametrize(
    "code",
    [
        "from PySide6.QtWidgets import QSystemTrayIcon",
        "bus.call('org.freedesktop.Notifications')",
        "QDesktopServices.openUrl(url)",
        "label.setOpenExternalLinks(True)",
        "Path.home() / '.config/autostart'",
    ],
)
def test_a_module_that_did_would_be_found(code):
    assert any(map(TELLING.search, names_in(code)))


def test_nothing_is_installed_that_starts_it():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    placed = told["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"].values()
    assert {place.rpartition("/")[0] for place in placed} == {
        *("share/applications", "share/metainfo", "share/icons/hicolor/scalable/apps")
    }
    entry = resources.read_text("desktop/notities.desktop")
    assert not re.search(r"autostart|DBusActivatable|Actions", entry, re.IGNORECASE)


def test_nobody_on_the_desktop_is_spoken_to(display, place, tmp_path):
    with desktop(tmp_path) as desk, listening(desk.address, *DESKTOP) as listener:
        with started(display, place, others=desk.environment) as person:
            whole_session(person, place)
        said = listener.heard()
    assert {"org.freedesktop.login1"} < {each.destination for each in said}
    assert {each.destination for each in said if not each.destination.startswith(":")} == {
        *("", *SPOKEN_TO)
    }
    assert [each for each in said if each.member in {"RequestName", "Notify"}] == []
    assert [each for each in said if CANARY in each.words] == []


def test_a_tray_icon_would_be_heard_of(display, tmp_path):
    with desktop(tmp_path) as desk, listening(desk.address, *DESKTOP) as listener:
        environment = {**os.environ, **desk.environment, "DISPLAY": display}
        environment["QT_QPA_PLATFORM"] = "xcb"
        subprocess.run([sys.executable, "-c", TRAY], check=True, env=environment)  # noqa: S603
        assert DESKTOP[0] in {each.destination for each in listener.heard()}
