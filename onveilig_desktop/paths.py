"""Where the program keeps its files; every name is neutral."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

INDEX: Final = "index"
"""The file by which a folder is known to hold a journal."""


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one installation, handed to whoever needs them."""

    journal: Path
    """The journal, unless the person chooses another place."""
    cache: Path
    """What would only cost time to make again, such as the list of fonts."""

    @classmethod
    def of_this_computer(cls) -> "AppPaths":
        """Return where this system keeps a program's data."""
        # late: platformdirs is not needed when a folder is named
        from platformdirs import user_data_path

        return cls.within(user_data_path("notities", appauthor=False, roaming=False))

    @classmethod
    def within(cls, folder: Path) -> "AppPaths":
        """Return the same with everything in *folder*."""
        return cls(journal=folder, cache=folder / "cache")


def holds_journal(folder: Path) -> bool:
    """Say whether a journal has been made in *folder*."""
    return (folder / INDEX).is_file()


def private_folder(folder: Path) -> None:
    """Make *folder*, open to nobody but this login, and what is missing above it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform != "win32":
        os.chmod(folder, 0o700)  # noqa: PTH101 - an existing folder may be wider
