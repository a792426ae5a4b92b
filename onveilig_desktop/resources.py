"""Read-only files shipped with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def root() -> Path:
    """Return the folder of shipped files, installed or in a source checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def path(name: str) -> Path:
    """Return where one shipped file is, named relative to ``resources/``."""
    return root().joinpath(*name.split("/"))


def read_text(name: str) -> str:
    """Return the text of one shipped file."""
    return path(name).read_text(encoding="utf-8")
