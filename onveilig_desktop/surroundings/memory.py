"""Whether the computer writes its memory to a disk. As Linux tells it; elsewhere unknown."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from onveilig_desktop.surroundings.disk import SYSTEM, Disk, disk_under, is_encrypted, name_of


class Memory(StrEnum):
    """Where what is in memory may go."""

    STAYS = "stays"
    """Nowhere: no place for it is in use."""
    ENCRYPTED = "encrypted"
    """To a disk, encrypted."""
    SWAPS = "swaps"
    """To a disk, in parts, when there is too little of it."""
    HIBERNATES = "hibernates"
    """To a disk, in parts or whole, when the computer hibernates."""
    UNKNOWN = "unknown"


def memory(system: Path = SYSTEM) -> Memory:
    """Say what is so now; somebody with the rights can switch it on later."""
    try:
        _title, *lines = (system / "proc/swaps").read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return Memory.UNKNOWN
    if not sys.platform.startswith("linux"):
        return Memory.UNKNOWN
    places = [line.split() for line in lines]
    on_disk = [place for place in places if not name_of(place[0]).startswith("zram")]
    if not on_disk:
        return Memory.STAYS
    if all(_is_covered(place, system) for place in on_disk):
        return Memory.ENCRYPTED
    return Memory.HIBERNATES if _can_hibernate(system) else Memory.SWAPS


def _is_covered(place: Sequence[str], system: Path) -> bool:
    path, kind, *_sizes = place
    if kind == "file":
        return disk_under(Path(path).parent, system) is Disk.ENCRYPTED
    return is_encrypted(name_of(path), system)


def _can_hibernate(system: Path) -> bool:
    try:
        return "disk" in (system / "sys/power/state").read_text("utf-8").split()
    except OSError:
        return False
