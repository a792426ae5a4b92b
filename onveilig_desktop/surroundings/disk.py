"""Whether the disk under a folder is encrypted itself. As Linux tells it; elsewhere unknown."""

import os
import re
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

SYSTEM: Final = Path("/")
_NETWORKS: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs"})
_NETWORKS_BY_FUSE: Final = frozenset({"sshfs", "davfs2", "rclone", "gvfsd-fuse", "curlftpfs"})
_ENCRYPTED: Final = frozenset({"ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs"})
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


class Disk(StrEnum):
    """What was seen of it."""

    ENCRYPTED = "encrypted"
    PLAIN = "plain"
    """No encryption was seen, of which there are kinds that show in no other way than by use."""
    NETWORK = "network"
    """It is in another computer."""
    UNKNOWN = "unknown"


class _Mount(NamedTuple):
    device: str
    point: str
    kind: str
    source: str


def disk_under(folder: Path, system: Path = SYSTEM) -> Disk:
    """Say what was seen of the disk under *folder*, which need not be there yet."""
    if not sys.platform.startswith("linux"):
        return Disk.UNKNOWN
    with suppress(OSError, ValueError):  # a name that is no UTF-8, a line of another form
        mount = _mount_of(folder, (system / "proc/self/mountinfo").read_text("utf-8"))
        if mount is not None:
            return _seen(mount, system)
    return Disk.UNKNOWN


def is_encrypted(device: str, system: Path = SYSTEM) -> bool:
    """Say whether what is written to the block device of this name is encrypted by the system."""
    block = system / "sys/class/block" / device
    with suppress(OSError):
        if (block / "dm/uuid").read_text("utf-8").startswith("CRYPT-"):
            return True
    with suppress(OSError):
        below = [slave.name for slave in (block / "slaves").iterdir()]
        return bool(below) and all(is_encrypted(slave, system) for slave in below)
    return False


def name_of(source: str) -> str:
    """Return under which name the system keeps the device at the path *source*."""
    return os.path.basename(os.path.realpath(source))  # noqa: PTH119 - as the system writes it


def _seen(mount: _Mount, system: Path) -> Disk:
    kind, by_fuse = mount.kind, mount.kind.removeprefix("fuse.")
    if kind in _NETWORKS or (kind.startswith("fuse.") and by_fuse in _NETWORKS_BY_FUSE):
        return Disk.NETWORK
    if kind in _ENCRYPTED:
        return Disk.ENCRYPTED
    if not mount.source.startswith("/dev/"):
        return Disk.UNKNOWN
    return Disk.ENCRYPTED if is_encrypted(name_of(mount.source), system) else Disk.PLAIN


def _mount_of(folder: Path, table: str) -> _Mount | None:
    """Return what *folder* is on: of the places above it the nearest, of those the latest."""
    whole = folder.resolve()
    above = {str(step): -depth for depth, step in enumerate((whole, *whole.parents))}
    found = [mount for mount in map(_parsed, table.splitlines()) if mount.point in above]
    nearest = max((above[mount.point] for mount in found), default=None)
    return next((one for one in reversed(found) if above[one.point] == nearest), None)


def _parsed(line: str) -> _Mount:
    fields, _separator, rest = line.partition(" - ")
    _number, _above, device, _root, point, *_options = fields.split(" ")
    kind, source, *_more = rest.split(" ")
    return _Mount(device, _plain(point), kind, _plain(source))


def _plain(written: str) -> str:
    """Undo how the system writes blanks in names."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), written)
