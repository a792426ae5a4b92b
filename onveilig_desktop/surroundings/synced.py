"""Whether a folder is copied to other devices."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "mega": "MEGA",
    "syncthing": "Syncthing",
}
"""How the folders of these services are called, in lower case, alone or before a space or «-»."""
_MARKS: Final[Mapping[str, str]] = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
"""What these services put into the folder they copy."""


def synced_by(folder: Path) -> str:
    """Return the service that seems to copy *folder* to other devices, or nothing.

    Told from names and marks on the way to it; a service that leaves none is not seen.
    """
    return next(filter(None, (_service(step) for step in _steps(folder))), "")


def _steps(folder: Path) -> Iterator[Path]:
    whole = folder.expanduser().absolute()
    with suppress(OSError):
        whole = whole.resolve()
    yield from (whole, *whole.parents)


def _service(step: Path) -> str:
    name = step.name.casefold()
    for known, service in _NAMES.items():
        if name == known or name.startswith((f"{known} ", f"{known}-")):
            return service
    with suppress(OSError):
        return next((made for mark, made in _MARKS.items() if (step / mark).exists()), "")
    return ""
