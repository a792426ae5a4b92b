"""Who else may look into a folder, and who else is logged in under the same name.

As Linux tells it; elsewhere neither is known. An administrator may always look.
"""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

_SESSIONS: Final = Path("/run/systemd/sessions")


class Readers(StrEnum):
    """Who may look into a folder."""

    SELF = "self"
    """Nobody but this login."""
    OTHERS = "others"
    """Other accounts of this computer too, or some of them."""
    UNKNOWN = "unknown"


class Sessions(NamedTuple):
    """How many times this login is in use besides here."""

    others: int
    from_afar: int
    """Those of them that came over a network."""


def readers_of(folder: Path) -> Readers:
    """Say who may look into *folder*, by what is set on it and on the way to it.

    A list of further rights shows in the rights of the group, where it is taken for others.
    """
    if not sys.platform.startswith("linux"):  # a list of rights of macOS shows in no mode
        return Readers.UNKNOWN
    try:
        here, *above = [step.stat() for step in _way(folder)]
    except OSError:
        return Readers.UNKNOWN
    if here.st_uid != os.getuid():
        return Readers.OTHERS
    is_open = here.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    is_reached = all(step.st_mode & (stat.S_IXGRP | stat.S_IXOTH) for step in above)
    return Readers.OTHERS if is_open and is_reached else Readers.SELF


def sessions(known: Path = _SESSIONS) -> Sessions | None:
    """Say how often this login is in use besides here, or nothing where that is not known.

    It is known where the session we are in is among those that are told of.
    """
    if sys.platform == "win32" or not known.is_dir():
        return None
    own = os.environ.get("XDG_SESSION_ID")
    ours = {
        name: facts
        for name, facts in _each(known)
        if facts.get("UID") == str(os.getuid())
        and facts.get("CLASS", "user") == "user"
        and facts.get("STATE") != "closing"
    }
    if own not in ours:
        return None
    others = [facts for name, facts in ours.items() if name != own]
    return Sessions(len(others), sum(facts.get("REMOTE") == "1" for facts in others))


def _way(folder: Path) -> Iterator[Path]:
    whole = folder.resolve()
    yield from (whole, *whole.parents)


def _each(known: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    for file in known.iterdir():
        with suppress(OSError, UnicodeDecodeError):
            lines = file.read_text("utf-8").splitlines()
            yield file.name, dict(line.split("=", 1) for line in lines if "=" in line)
