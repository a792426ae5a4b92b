"""What a program does to the rest of the computer, as strace sees it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools import left_out, needed

_CALLS = (
    "network,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,truncate,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range,splice,execve"
)
_WRITES = re.compile(
    r"\b(write|writev|pwrite64|pwritev2?|send|sendto|sendmsg|sendmmsg)\((\d+)<(.*?)>"
)
_OPENED = re.compile(r"\bopen(?:at|at2)?\((?:AT_FDCWD<[^>]*>, )?\"([^\"]*)\", ([A-Z_|]+)[^=]*= \d")
_MADE = re.compile(r"\b(?:mkdir|creat|rename|link|symlink)\w*\(.*?\"([^\"]*)\"")
_WRITABLE = ("O_WRONLY", "O_RDWR", "O_CREAT")
_OF_THE_SYSTEM = ("/dev/", "/proc/", "/memfd:", "/tmp/.X11-unix/")  # noqa: S108 - where X listens


@dataclass(frozen=True, slots=True)
class Trace:
    """Every line strace has said of a program and what it started."""

    lines: list[str]

    def reaching_out(self):
        """Sockets that lead to another computer, or to this one as if it were another."""
        return [line for line in self.lines if "AF_INET" in line]

    def started(self):
        """The programs it became or started, or tried to, by the names of their files."""
        ran = [line for line in self.lines if 'execve("' in line]
        return [Path(line.split('"')[1]).name for line in ran]

    def opened_for_writing(self):
        """The files it opened so that it could write to them, or made in another way."""
        opened = [found.groups() for line in self.lines if (found := _OPENED.search(line))]
        made = [found[1] for line in self.lines if (found := _MADE.search(line))]
        writable = [path for path, how in opened if any(flag in how for flag in _WRITABLE)]
        return {Path(path) for path in [*writable, *made]}

    def strayed(self, folder, around):
        """The files it could write to, but for those in *folder* and those of the system.

        What is *around* it is the test's, also where that is in memory, below ``/dev``.
        """
        beyond = {path for path in self.opened_for_writing() if folder not in (path, *path.parents)}
        return [
            path
            for path in beyond
            if around in path.parents or not str(path).startswith(_OF_THE_SYSTEM)
        ]

    def written(self):
        """To where it wrote, and what, as strace spells it."""
        for line in self.lines:
            if found := _WRITES.search(line):
                yield found[3], line


def tracing(record: Path):
    """Return the command that starts a program and writes to *record* what it does."""
    needed("strace")
    if not _works("strace", "-o", "/dev/null"):
        left_out("THIS MACHINE DOES NOT LET STRACE LOOK: what is written was not tested")
    return ["strace", "-f", "-y", "-s", "200000", "-e", f"trace={_CALLS}", "-o", str(record)]


def traced(record: Path) -> Trace:
    """Read what was recorded."""
    return Trace(record.read_text(encoding="utf-8", errors="replace").splitlines())


def without_network():
    """Return the command that starts a program where there is no network at all."""
    needed("unshare")
    ways = [way for way in (["unshare", "-n"], ["unshare", "-rn"]) if _works(*way)]
    if ways:
        return ways[0]
    return left_out("THIS MACHINE GIVES NO PROGRAM A NETWORK OF ITS OWN: not tested without one")


def _works(*command):
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603
    return tried.returncode == 0
