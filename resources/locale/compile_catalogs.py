"""Compile the translations; runs at every build, also of an editable install."""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path(__file__).parent


def compile_catalogs(folder: Path = FOLDER) -> None:
    """Write ``nl.mo`` beside ``nl.po``, and so for each language.

    It comes whole: tests that run side by side each write it, and read it meanwhile.
    """
    for source in folder.glob("*.po"):
        begun = source.with_suffix(f".{os.getpid()}")
        with source.open("rb") as po, begun.open("wb") as mo:
            write_mo(mo, read_po(po, locale=source.stem))
        begun.replace(source.with_suffix(".mo"))


class CompileCatalogs(BuildHookInterface[Any]):
    """Hatchling's hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected."""
        compile_catalogs(Path(self.root) / "resources" / "locale")
