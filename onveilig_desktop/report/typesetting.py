"""Data set as pages by typst, in memory: nothing is on disk, and nothing is asked of a network."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from onveilig_desktop import resources
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.report.flowing import Data

if TYPE_CHECKING:  # late: only who makes a summary needs it
    import ctypes

    import typst

TEMPLATE: Final = "report/summary.typ"
_NO_PICTURES: Final[Mapping[str, bytes]] = MappingProxyType({})
_ARENA_MAX: Final = -8
_MMAP_THRESHOLD: Final = -3
"""As ``malloc.h`` of glibc counts what ``mallopt`` can set."""
_KEPT_TURNS: Final = 12
"""typst keeps what it made until it was not used for ten turns; some more, to be certain."""


class SummaryNotMadeError(OnveiligError):
    """The page could not be set. Whatever was wrong is not told, as it may hold words."""

    sentence = N_("The summary could not be made. Your journal is unchanged.")


class Job(NamedTuple):
    """What is set in one go."""

    data: Data
    """What the template asks for."""
    made_on: date
    """The day that is told to have made it."""
    pictures: Mapping[str, bytes] = _NO_PICTURES
    """Files that *data* names."""
    is_whole: bool = False
    """It stands by itself, so it must be PDF/UA-1 and say so; a later part of another has no
    heading of the first level to begin with."""


def typeset(job: Job) -> bytes:
    """Return *job* as a tagged PDF without an hour in it.

    Raises:
        SummaryNotMadeError
    """
    import typst

    midnight = datetime.combine(job.made_on, time(), UTC)
    template = resources.path(TEMPLATE).read_bytes()
    files = {"main.typ": template, "data.json": json.dumps(job.data).encode(), **job.pictures}
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub lacks the dict
            files,
            format="pdf",
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=["ua-1"] if job.is_whole else [],
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError:
        raise SummaryNotMadeError from None
    return pdf


def forget() -> None:
    """Let typst let go of what it keeps of these pages, so that many take no more than few."""
    import typst

    for _turn in range(_KEPT_TURNS):
        typst.compile(b"", format="pdf", font_paths=_fonts(), ignore_system_fonts=True)


def give_back() -> None:
    """Let the system have what was freed, where the C library holds on to it."""
    if library := _glibc():
        library.malloc_trim(0)


@cache
def hold_on_to_little() -> None:
    """Have large pieces of memory go back as soon as they are freed, for good.

    typst sets pages in many threads, each with a heap of its own, whose holes are of no use to
    another; 5,000 entries in full took a fifth more.
    """
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 2)
        library.mallopt(_MMAP_THRESHOLD, 256 * 1024)


def _glibc() -> "ctypes.CDLL | None":
    """Return the C library if it is the one that can be told this."""
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


@cache
def _fonts() -> "typst.Fonts":
    """Return matplotlib's own fonts, the same on every computer."""
    import typst

    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise SummaryNotMadeError
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
    )
