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
    """Return what stands in both and what stands in its place, from begin to end.

    What is alike at the begin and the end needs no search.
    """
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    yield ("".join(before[:head]),) * 2
    if max(len(old), len(new)) > _MOST:
        yield "".join(old), "".join(new)
    else:
        for _kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield "".join(old[a:b]), "".join(new[c:d])
    yield ("".join(before[len(before) - tail :]),) * 2


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    pairs = enumerate(zip(some, others, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(some), len(others)))


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
