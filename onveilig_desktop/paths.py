"""Where the program keeps its files; every name is neutral."""

from pathlib import Path
from typing import Final, NamedTuple

INDEX: Final = "index"
"""The file by which a folder is known to hold a journal."""

BESIDE: Final = "notities-data"
"""What the folder is called that travels with the program."""


class AppPaths(NamedTuple):
    """The folders of one installation, handed to whoever needs them."""

    journal: Path
    """The journal, unless the person chooses another place."""
    cache: Path
    """What would only cost time to make again, such as the list of fonts."""

    @classmethod
    def within(cls, folder: Path) -> "AppPaths":
        """Return the same with everything in *folder*."""
        return cls(journal=folder, cache=folder / "cache")


def beside(program: Path) -> Path | None:
    """Return the folder that travels with *program*, as on a stick, or ``None``.

    It is there when someone made it beside the folder of the program, as the archive does.
    Not inside: a newer version may take the place of that folder.
    """
    whole = next((above for above in program.parents if above.suffix == ".app"), program.parent)
    folder = whole.parent / BESIDE
    return folder if folder.is_dir() else None


def holds_journal(folder: Path) -> bool:
    """Say whether a journal has been made in *folder*."""
    return (folder / INDEX).is_file()


def own_place(folder: Path) -> Path:
    """Return a folder that holds nothing else; among other files the journal gets its own."""
    return folder if not any(folder.iterdir()) else folder / "notities"
