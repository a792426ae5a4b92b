"""What some tests need of the machine, and what happens where it is not there."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

import pytest

_NEW_MOUNTS: Final = 0x20000
_ALL_PRIVATE: Final = 0x4000 | 1 << 18
"""CLONE_NEWNS; MS_REC and MS_PRIVATE. ``os.unshare`` is there from Python 3.12 on."""


def left_out(why: str) -> NoReturn:
    """Leave the test out and say why; where everything must pass, fail it."""
    stop = pytest.fail if os.environ.get("CI") else pytest.skip
    stop(why)


def needed(*names: str) -> None:
    """Leave the test out where one of these programs is missing."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        left_out(f"needs {', '.join(missing)}; the README says how to get them")


@contextmanager
def small_disk(place: Path, options: str = "size=1m") -> Iterator[Path]:
    """Lend an empty disk at *place*: root may mount one, here or in a namespace."""
    needed("mount")
    place.mkdir()
    try:
        mount(place, f"mode=700,{options}", "-t", "tmpfs", "tmpfs")
    except subprocess.CalledProcessError:
        left_out("THIS MACHINE MOUNTS NOTHING: full and read-only disks were not tested")
    try:
        yield place
    finally:
        # a test that failed may have it open still
        subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S603, S607


def keep_mounts_apart() -> None:
    """Let what this process mounts be seen by it and by what it starts alone, and go with them.

    However it ends: no disk stays behind. Threads that run already go on seeing what they saw.
    Nothing is done where one may not mount.
    """
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        if system.unshare(_NEW_MOUNTS) == 0:
            system.mount(b"none", b"/", None, ctypes.c_ulong(_ALL_PRIVATE), None)


def mount(place: Path, options: str, *what: str) -> None:
    """Mount something at *place*, or what is there once more."""
    command = ["mount", "-o", options, *what, place]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
