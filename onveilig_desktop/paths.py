"""Where the program keeps its files; every name is neutral."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The folders of one installation, handed to whoever needs them."""

    journal: Path

    @classmethod
    def of_this_computer(cls) -> "AppPaths":
        """Return where this system keeps a program's data."""
        # late: platformdirs is not needed when a folder is named
        from platformdirs import user_data_path

        return cls(journal=user_data_path("notities", appauthor=False, roaming=False))


def private_folder(folder: Path) -> None:
    """Make *folder*, open to nobody but this login, and what is missing above it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform != "win32":
        os.chmod(folder, 0o700)  # noqa: PTH101 - an existing folder may be wider
