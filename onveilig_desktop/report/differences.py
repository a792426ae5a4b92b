"""What differs between two wordings, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_WORD: Final = re.compile(r"\s+|\w+|[^\w\s]")
_MOST: Final = 2_000
"""Lines or words that are compared one by one; beyond that it takes too long."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and what became of it."""

    text: str = field(repr=False)
    change: Change


def differences(before: str, after: str) -> Sequence[Piece]:
    """Return *after* with what was added to *before* and what went from it.

    Without the pieces that are gone it reads as *after*, without the added as *before*.
    Lines are compared first, then the words in lines that differ.
    """
    return list(_joined(_lines(before.splitlines(keepends=True), after.splitlines(keepends=True))))


def _lines(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for old, new in _blocks(before, after):
        if old == new:
            yield Piece(old, Change.SAME)
        else:
            yield from _words(_WORD.findall(old), _WORD.findall(new))


def _words(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    for old, new in _blocks(before, after):
        if old == new:
            yield Piece(old, Change.SAME)
        else:
            yield Piece(old, Change.GONE)
            yield Piece(new, Change.ADDED)


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return what stands in both and what stands in its place, from begin to end."""
    if max(len(before), len(after)) > _MOST:
        yield "".join(before), "".join(after)
        return
    for _kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield "".join(before[a:b]), "".join(after[c:d])


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and last.change is piece.change:
            last = Piece(last.text + piece.text, last.change)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
