"""What can be found in the memory of a program."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from tools import left_out

_AREA = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ \S+\s*(.*)")
_MOST = 1 << 26
"""Read at a time, so that a large area does not fill our own memory."""


def count(process: int, needles: Mapping[str, bytes]) -> dict[str, int]:
    """Count how often each of *needles* stands in what the process can write to.

    The program forbids it to its own login, so only the administrator can look.
    """
    found = dict.fromkeys(needles, 0)
    try:
        for piece in _pieces(process, max(map(len, needles.values()))):
            for name, needle in needles.items():
                found[name] += piece.count(needle)
    except PermissionError:
        left_out("THIS MACHINE SHOWS NO MEMORY TO THIS LOGIN: what stays there was not tested")
    return found


def spellings(text: str) -> dict[str, bytes]:
    """Return *text* as Python, Qt and SQLite hold it."""
    return {code: text.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")}


def _pieces(process: int, overlap: int) -> Iterator[bytes]:
    areas = Path(f"/proc/{process}/maps").read_text(encoding="ascii", errors="replace")
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for area in filter(None, map(_AREA.match, areas.splitlines())):
            begin, end = int(area[1], 16), int(area[2], 16)
            with suppress(OSError, ValueError, OverflowError):  # of a device, or gone since
                yield from _of_area(memory, begin, end, overlap)


def _of_area(memory, begin: int, end: int, overlap: int) -> Iterator[bytes]:
    before = b""
    memory.seek(begin)
    while begin < end and (read := memory.read(min(_MOST, end - begin))):
        begin += len(read)
        yield before + read
        before = read[-(overlap - 1) :]
