"""A whole journal as one JSON file; ``resources/transfer/journal.schema.json`` describes it.

The lists stand in a fixed order, the history first, so that a journal of any length can be
written and read in one pass.
"""

import codecs
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, Final

from onveilig_desktop.catalog import OwnSignal, Wording
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal import CheckIn, Marker, Pause, RepairAnswer, View
from onveilig_desktop.journal.archived import (
    DamagedCopyError,
    Filed,
    Piece,
    Revision,
    Sealed,
    Silence,
)
from onveilig_desktop.transfer.decoding import encoding_of
from onveilig_desktop.transfer.reading_values import Open, beside, revision
from onveilig_desktop.transfer.scanning import members
from onveilig_desktop.transfer.writing_values import write

FORMAT: Final = "notities"
VERSION: Final = 1
_LISTS: Final[dict[type, str]] = {
    Revision: "revisions",
    Filed: "attachments",
    RepairAnswer: "repair_answers",
    CheckIn: "check_ins",
    Marker: "markers",
    Pause: "pauses",
    Silence: "silences",
    Wording: "wordings",
    OwnSignal: "own_signals",
    View: "views",
    Sealed: "drafts",
}
LISTS: Final = tuple(_LISTS.values())
_TOGETHER: Final = 64 * 1024


class OtherFormatError(OnveiligError):
    """The file is JSON, but not a journal of this program."""

    sentence = N_("This file is not a journal of this program. Nothing was added.")


class NewerCopyError(OnveiligError):
    """A later version of the program wrote the file."""

    sentence = N_(
        "A newer version of this program made this file. Bring it in with that version; "
        "nothing was added."
    )


def json_of(pieces: Iterable[Piece], made_on: date) -> Iterator[bytes]:
    """Return the file that holds *pieces*, some 64 KiB at a time."""
    waiting: list[str] = []
    length = 0
    for part in _parts(pieces, made_on):
        waiting.append(part)
        length += len(part)
        if length > _TOGETHER:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    yield "".join(waiting).encode()


def pieces_of(chunks: Iterator[bytes], opened: Open) -> Iterator[Piece]:
    """Return what a file holds, in its order.

    Args:
        chunks: the file.
        opened: how to get the bytes of an attachment.

    Raises:
        DamagedCopyError, OtherFormatError, NewerCopyError, and whatever *chunks* raise.
    """
    found = members(_decoded(chunks))
    _refuse_others(found)
    place = 0
    for name, value in found:
        if name not in LISTS[place:]:
            raise DamagedCopyError
        place = LISTS.index(name)
        yield revision(value) if name == "revisions" else beside(name, value, opened)


def _refuse_others(found: Iterator[tuple[str, Any]]) -> None:
    """Read the head of the file."""
    try:
        is_ours = next(found, None) == ("format", FORMAT)
    except DamagedCopyError:
        raise OtherFormatError from None
    if not is_ours:
        raise OtherFormatError
    name, version = next(found, ("", None))
    if name != "version" or type(version) is not int:
        raise DamagedCopyError
    if version > VERSION:
        raise NewerCopyError
    name, day = next(found, ("", None))
    if version != VERSION or name != "made_on" or not isinstance(day, str):
        raise DamagedCopyError


def _parts(pieces: Iterable[Piece], made_on: date) -> Iterator[str]:
    yield f'{{"format":"{FORMAT}","version":{VERSION},"made_on":"{made_on.isoformat()}"'
    place, comma = -1, ""
    for piece in pieces:
        wanted = LISTS.index(_LISTS[type(piece)])
        while place < wanted:
            yield _next_list(place)
            place, comma = place + 1, ""
        yield f"{comma}\n{write(piece)}"
        comma = ","
    while place < len(LISTS) - 1:
        yield _next_list(place)
        place += 1
    yield "\n]}\n"


def _next_list(place: int) -> str:
    end = "\n]" if place >= 0 else ""
    return f'{end},\n"{LISTS[place + 1]}":['


def _decoded(chunks: Iterator[bytes]) -> Iterator[str]:
    """Return the text; an editor may have saved it with a mark, or in UTF-16."""
    first = next(chunks, b"")
    decoder = codecs.getincrementaldecoder(encoding_of(first))()
    try:
        for chunk in chain([first], chunks):
            if text := decoder.decode(chunk):
                yield text
        decoder.decode(b"", final=True)
    except UnicodeError:
        raise DamagedCopyError from None
