"""The piece of a text in which something was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from onveilig_desktop.journal.folding import Span, hits

_BEFORE: Final = 40
_LENGTH: Final = 200
_GONE: Final = "… "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of an entry on one line, and where in them the hits are."""

    text: str = field(repr=False)
    hits: Sequence[Span] = ()


def excerpt(texts: Iterable[str], words: Sequence[str]) -> Excerpt | None:
    """Return the words around the first hit in the first of *texts* that has one."""
    for text in texts:
        found = hits(text, words, at_most=1)
        if found:
            return _around(text, found[0].start, words)
    return None


def _around(text: str, hit: int, words: Sequence[str]) -> Excerpt:
    start = 0 if hit <= _BEFORE else _word_start(text, hit - _BEFORE, hit)
    cut = " ".join(text[start : start + _LENGTH].split())
    shown = _GONE + cut if start else cut
    return Excerpt(shown, hits(shown, words))


def _word_start(text: str, at_least: int, at_most: int) -> int:
    """Return where a word begins, so that none is cut in two."""
    for place in range(at_least, at_most):
        if text[place - 1].isspace():
            return place
    return at_most
