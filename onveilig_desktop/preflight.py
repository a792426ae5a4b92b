"""Whether a window can open here, asked before Qt is: on Linux, Qt ends in a core dump when not.

Nothing is imported for it. The libraries that are tried are the ones that Qt loads
a moment later, so on a complete computer the answer costs next to nothing.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.texts import gettext as _

WINDOW_LIBRARIES: Final = (
    *("libEGL.so.1", "libGL.so.1", "libX11.so.6", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libfreetype.so.6", "libglib-2.0.so.0", "libxkbcommon.so.0", "libz.so.1", "libzstd.so.1"),
)
"""What every window needs."""

SCREEN_LIBRARIES: Final[Mapping[str, Sequence[str]]] = {
    "xcb": (
        *("libX11-xcb.so.1", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0"),
        *("libxcb-keysyms.so.1", "libxcb-randr.so.0", "libxcb-render-util.so.0"),
        *("libxcb-render.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1"),
        "libxcb-util.so.1",
        *("libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxcb.so.1", "libxkbcommon-x11.so.0"),
    ),
    "wayland": ("libwayland-client.so.0", "libwayland-cursor.so.0"),
}
"""What each kind of screen needs besides."""

_OWN_PACKAGE_NAMES: Final = {"libz.so.1": "zlib1g", "libglib-2.0.so.0": "libglib2.0-0"}
_NOT_FOUND: Final = r"(lib[^/:\s]+\.so[.\d]*): cannot open shared object file"


def missing() -> str | None:
    """Return what keeps a window from opening, or ``None``.

    One sentence in the language of this login, which is in use from here on.
    """
    if not sys.platform.startswith("linux"):
        return None
    texts.use(_spoken(os.environ))
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return _("A part of this program is missing: {name}. Install the program again.").format(
            name="PySide6"
        )
    qt = Path(spec.submodule_search_locations[0]) / "Qt"
    if not qt.is_dir():  # Qt of the system, which brings its own libraries
        return None
    screens = _screens(os.environ)
    needed = [library for screen in screens for library in SCREEN_LIBRARIES.get(screen, ())]
    return _unloadable(qt / "lib" / "libQt6Widgets.so.6", needed) or _without_screen(qt, screens)


def _spoken(environment: Mapping[str, str]) -> texts.Language:
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    return next((code for code in texts.LANGUAGES if locale.startswith(code)), "en")


def _without_screen(qt: Path, screens: Sequence[str]) -> str | None:
    sentence = _(
        "There is no screen to open a window on. Start the program on a desktop, "
        "where DISPLAY or WAYLAND_DISPLAY is set."
    )
    for screen in screens:
        plugin = qt / "plugins" / "platforms" / f"libq{screen}.so"
        if not plugin.exists():
            sentence = _("QT_QPA_PLATFORM asks for {name}, which is not there. Leave it out.")
            sentence = sentence.format(name=screen)
        elif trouble := _unloadable(plugin, SCREEN_LIBRARIES.get(screen, ())):
            sentence = trouble
        elif _ANSWERS.get(screen, _always)():
            return None
    return sentence


def _screens(environment: Mapping[str, str]) -> Sequence[str]:
    """Return the screens that Qt would try, in its order."""
    if asked := environment.get("QT_QPA_PLATFORM"):
        names = [name.partition(":")[0] for name in asked.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names]
    on_wayland = "WAYLAND_DISPLAY" in environment or (
        environment.get("XDG_SESSION_TYPE") == "wayland"
    )
    return [*(["wayland"] * on_wayland), *(["xcb"] * ("DISPLAY" in environment))]


def _unloadable(library: Path, needs: Iterable[str]) -> str | None:
    """Return what is missing when *library* cannot be loaded."""
    try:
        ctypes.CDLL(str(library))
    except OSError as error:
        return _explained(str(error), (*WINDOW_LIBRARIES, *needs))
    return None


def _explained(reason: str, needs: Iterable[str]) -> str:
    first = re.match(_NOT_FOUND, reason)
    if first is None or first[1].startswith("libQt6"):
        return _("A part of this program is missing: {name}. Install the program again.").format(
            name=reason
        )
    # the loader names only the first one; a person wants to install them all at once
    absent = {first[1], *(name for name in needs if not _loads(name))}
    return _(
        "This computer lacks {libraries}. On Debian or Ubuntu, this brings what the window "
        "needs: sudo apt install {packages}"
    ).format(
        libraries=", ".join(sorted(absent)),
        packages=" ".join(sorted(map(debian_package, absent))),
    )


def debian_package(library: str) -> str:
    """Return the Debian package of a shared library: ``libX11.so.6`` is in ``libx11-6``."""
    if library in _OWN_PACKAGE_NAMES:
        return _OWN_PACKAGE_NAMES[library]
    name, _dot, number = library.lower().partition(".so.")
    return f"{name}{'-' if name[-1].isdigit() else ''}{number}"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return bool(error == 0)


def _wayland_answers() -> bool:
    if "XDG_RUNTIME_DIR" not in os.environ:  # libwayland would complain on its own account
        return False
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


def _always() -> bool:
    return True


_ANSWERS: Final[Mapping[str, Callable[[], bool]]] = {
    "xcb": _x_answers,
    "wayland": _wayland_answers,
}
