"""What can be told of the computer around, and of who may look into a folder on it."""

from onveilig_desktop.surroundings.access import Readers, Sessions, readers_of, sessions
from onveilig_desktop.surroundings.disk import Disk, disk_under
from onveilig_desktop.surroundings.memory import Memory, memory
from onveilig_desktop.surroundings.synced import synced_by

__all__ = [
    "Disk",
    "Memory",
    "Readers",
    "Sessions",
    "disk_under",
    "memory",
    "readers_of",
    "sessions",
    "synced_by",
]
