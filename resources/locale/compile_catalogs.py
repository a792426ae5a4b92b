"""Compile the translations; runs at every build, also of an editable install."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path(__file__).parent


def compile_catalogs(folder: Path = FOLDER) -> None:
    """Write ``nl.mo`` beside ``nl.po``, and so for each language."""
    for source in folder.glob("*.po"):
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po, locale=source.stem))


class CompileCatalogs(BuildHookInterface[Any]):
    """Hatchling's hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected."""
        compile_catalogs(Path(self.root) / "resources" / "locale")
