"""What goes into the built program, and what stays out; the spec file asks.

The same rules serve all three systems. Only Linux was tried.
"""

import marshal
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib import import_module, util
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Final

from onveilig_desktop import __version__, resources, texts
from onveilig_desktop.ui.licences import built_on
from onveilig_desktop.vault import migrations

Entry = tuple[str, str, str]
"""The name inside, the file it comes from, and its kind."""

NAME: Final = "notities"
"""The neutral name, for whatever would carry the name of the package."""

OUT: Final = (
    *("tkinter", "_tkinter", "turtle", "idlelib", "curses", "readline", "pydoc", "pdb"),
    *("setuptools", "pkg_resources", "pip", "distutils", "ensurepip", "lib2to3"),
    *("ssl", "_ssl", "PySide6.QtNetwork"),  # it opens no connection
    *("sqlite3", "_sqlite3"),  # the vault brings its own
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageTk", "PIL.ImageQt", "PIL._imagingtk"),
    *("matplotlib.backends.backend_qtagg", "matplotlib.backends.qt_compat"),
    *("matplotlib.tests", "numpy.f2py", "numpy.distutils", "lxml.objectify", "lxml.html"),
)
"""Modules that something would like to import and can do without."""

OUT_OF_SIGHT: Final = (
    "_cffi_backend",  # of nacl
    *("matplotlib.backends.backend_agg", "matplotlib.backends.backend_svg"),
)
"""Modules that are imported by name only when they are needed."""

START_HOOKS_OUT: Final = (
    "pyi_rth_mplconfig",  # makes a folder on the computer at every start
    *("pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing"),  # nothing here asks
    "pyi_rth_pyside6",  # brings Qt before all else, to say where its parts are; it knows
)
"""What would run at every start; the first paint need not wait for it."""

_COMPILED: Final = util.MAGIC_NUMBER + bytes(12)
"""What begins a compiled file, here without the date and size of a source: PEP 552."""

_ALEMBIC_START: Final = f"{migrations.__name__}.env"

# Of the libraries of this system: those that a desktop may lack. The others are on every desktop
# (preflight tells when not), and belong to the fonts, screens and printers of that computer:
# another version of fontconfig would write a list of its own on the disk.
_FROM_THE_SYSTEM: Final = re.compile(
    r"lib(python3|ffi|crypto|bz2|lzma|uuid|mpdec|xkbcommon(-x11)?"
    r"|xcb-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb))\."
)
_QT_LIBRARY: Final = re.compile(
    r"(lib)?Qt6(Core|Gui|Widgets|DBus|PrintSupport|Svg|XcbQpa|WaylandClient|WlShellIntegration)\b"
    r"|(lib)?icu"
)
_QT_PLUGINS: Final = {
    "platforms": r"xcb|wayland.*|offscreen|windows|cocoa",
    "platforminputcontexts": r"composeplatforminputcontext.*|ibusplatforminputcontext.*",
    "platformthemes": r"xdgdesktopportal",
    "wayland-shell-integration": r"xdg-shell",
    "wayland-decoration-client": r".*",
    "imageformats": r"jpeg|gif|webp|svg|ico",
    "iconengines": r"svgicon",
    "printsupport": r".*",
}
_SPOKEN: Final = "|".join(texts.LANGUAGES)
_WORDS: Final = re.compile(rf"(root|global|({_SPOKEN})(_\w+)?)\.dat|LICENSE.*")
_QT_WORDS: Final = re.compile(rf"qtbase_({_SPOKEN})\.qm")


def trimmed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Return what is worth its place; no links, which a stick may not be able to hold."""
    for name, source, kind in entries:
        if kind != "SYMLINK" and _is_wanted(PurePosixPath(name.replace("\\", "/"))):
            yield name, source, kind


def _is_wanted(name: PurePosixPath) -> bool:
    parts = name.parts
    if len(parts) == 1:
        is_library = re.match(r"lib.*\.so", name.name) is not None
        return not is_library or _FROM_THE_SYSTEM.match(name.name) is not None
    if "locale-data" in parts:
        return _WORDS.fullmatch(name.name) is not None
    if parts[0] == "PySide6":
        return _is_wanted_of_qt(name)
    return parts[:2] != ("matplotlib", "mpl-data") or parts[2] not in {"sample_data", "images"}


def _is_wanted_of_qt(name: PurePosixPath) -> bool:
    if "plugins" in name.parts:
        plugin = name.stem.removeprefix("lib").removeprefix("q")
        return re.fullmatch(_QT_PLUGINS.get(name.parent.name, ""), plugin) is not None
    if "translations" in name.parts:
        return _QT_WORDS.fullmatch(name.name) is not None
    is_library = name.parent.name == "lib" or name.name.startswith("Qt6")
    return not is_library or _QT_LIBRARY.match(name.name) is not None


def is_imported(module: str) -> bool:
    """Say whether *module* of the program is one; Alembic reads the revisions as files."""
    return not module.startswith(f"{migrations.__name__}.versions") and module != _ALEMBIC_START


def stripped(entries: Iterable[Entry], work: Path) -> Iterator[Entry]:
    """Take out of the libraries what only a debugger reads, a sixth of the whole; on Linux.

    Those that were packed for wheels already are left as they are: OpenBLAS would not load again.
    """
    tool = shutil.which("strip") if sys.platform == "linux" else None
    for name, source, kind in entries:
        is_ours = kind == "EXTENSION" or name.startswith("libpython")
        if tool is None or not is_ours:
            yield name, source, kind
            continue
        lighter = work / "stripped" / name
        lighter.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([tool, "--strip-unneeded", "-o", str(lighter), source], check=True)
        yield name, str(lighter), kind


def shipped() -> Iterator[tuple[str, str]]:
    """Return each file that the program reads, and the folder it goes to."""
    for file in _files(resources.root()):
        inside = file.relative_to(resources.root())
        if inside.parts[0] not in {"bundle", "desktop"} and file.suffix not in {".po", ".py"}:
            yield str(file), str("resources" / inside.parent)
    steps = Path(migrations.__path__[0])
    for file in (steps / "env.py", *(steps / "versions").glob("*.py")):
        yield str(file), str("resources/migrations" / file.relative_to(steps).parent)


def compiled(work: Path) -> Iterator[tuple[str, str]]:
    """Return the parts of Qt's binding that are written in Python, compiled in *work*.

    It carries them as text and compiles them anew at each start, which takes a third of the
    time to the first paint; from this folder, which it looks for itself, it takes them ready.
    """
    import_module("shiboken6")
    own = sys.modules["shibokensupport.signature.loader"].__spec__.loader.zfile
    for name in own.namelist():
        inside = PurePosixPath("shiboken6/files.dir", name)
        if inside.suffix == ".py" and inside.name != "signature_bootstrap.py":
            made = work / inside.with_suffix(".pyc")
            made.parent.mkdir(parents=True, exist_ok=True)
            code = compile(own.read(name), name, "exec")
            made.write_bytes(_COMPILED + marshal.dumps(code))
            yield str(made), str(inside.parent)


def described(work: Path) -> Iterator[tuple[str, str]]:
    """Return what tells the versions and licences of all that it is built on.

    It is what a package installer would leave behind; of the program itself, under its
    neutral name, written in *work*.
    """
    own = distribution("onveilig-desktop")
    folder = work / f"{NAME}-{__version__}.dist-info"
    folder.mkdir(parents=True, exist_ok=True)
    needs = "".join(f"Requires-Dist: {line}\n" for line in own.requires or [])
    (folder / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {NAME}\nVersion: {__version__}\n{needs}", encoding="utf-8"
    )
    yield str(folder / "METADATA"), folder.name
    for one in built_on():
        if one.name != "Python":
            yield from _told_of(one.name)


def _told_of(name: str) -> Iterator[tuple[str, str]]:
    for file in distribution(name).files or []:
        info = next((part for part in file.parts if part.endswith(".dist-info")), "")
        if info and (file.name == "METADATA" or re.search("(?i)licen|copying|notice", str(file))):
            inside = PurePosixPath(*file.parts[file.parts.index(info) :])
            yield str(file.locate()), str(inside.parent)


def licences(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Return the texts that no package brings: of the program, Python and the system's parts."""
    folder = "resources/licences"
    own = (file for file in distribution("onveilig-desktop").files or [] if file.name == "LICENSE")
    yield from ((str(file.locate()), folder) for file in own)
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    lesser = Path("/usr/share/common-licenses/LGPL-3")  # which Qt names and does not bring
    yield from ((str(file), f"{folder}/{at}") for file, at in ((python, "Python"), (lesser, "Qt")))
    packages = {_package_of(source) for name, source, _kind in entries if "/" not in name}
    for package in sorted(packages - {""}):
        yield f"/usr/share/doc/{package}/copyright", f"{folder}/{package}"


def _package_of(source: str) -> str:
    """Return the Debian package that brought a library, or nothing."""
    if shutil.which("dpkg") is None:
        return ""
    ask = ["dpkg", "-S", f"*/{Path(source).name}"]
    found = subprocess.run(ask, capture_output=True, text=True, check=False).stdout
    return found.partition(":")[0]


def _files(folder: Path) -> Iterator[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return (path for path in found if "__pycache__" not in path.parts)
