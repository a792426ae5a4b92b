"""Words as they are compared: without case, without diacritics, from their beginning.

Storage is given these words instead of the text, so that what it finds and what
``Query.matches`` finds is decided in one place.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

WORD: Final = 64
"""Letters of a word that count; more than the longest word that a person types."""

_SEPARATOR: Final = " "
_INVISIBLE: Final = frozenset({"Cf", "Me"})
_SELECTORS: Final = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x34F))
_BLOCK: Final = 1024


class _Folds(dict[int, str]):
    """What each character becomes: letters, nothing, or the end of a word."""

    def __missing__(self, code: int) -> str:
        character = unicodedata.normalize("NFD", chr(code)).casefold()
        parts = map(_fold, unicodedata.normalize("NFD", character))
        self[code] = folded = "".join(parts)
        return folded


def _fold(part: str) -> str:
    kind = unicodedata.category(part)
    if unicodedata.combining(part) or kind in _INVISIBLE or ord(part) in _SELECTORS:
        return ""
    return part if kind[0] in "LNM" else _SEPARATOR


_FOLDS: Final = _Folds()


class Span(NamedTuple):
    """Where something stands in a text: from a character up to another."""

    start: int
    end: int


def fold(text: str) -> str:
    """Return *text* with its words as they are compared, with one or more spaces between."""
    return text.translate(_FOLDS)


def words(*texts: str) -> set[str]:
    """Return the different words of all *texts*."""
    return {word[:WORD] for text in texts for word in fold(text).split()}


def hits(text: str, beginnings: Iterable[str], *, at_most: int = 500) -> list[Span]:
    """Return where a word of *text* begins with one of *beginnings*, the first ones.

    Spans that touch are one.
    """
    folded = _SEPARATOR + fold(text)
    found = sorted(
        span for beginning in beginnings for span in _within(folded, beginning, at_most)
    )[:at_most]
    joined = _joined(found)
    return joined if not found or _is_even(text) else _Original(text).spans(joined)


def _is_even(text: str) -> bool:
    """Say whether each character folds to one."""
    return text.isascii() or all(len(_FOLDS[ord(character)]) == 1 for character in set(text))


def _within(folded: str, beginning: str, at_most: int) -> Iterator[Span]:
    sought, place = _SEPARATOR + beginning, 0
    for _ in range(at_most):
        place = folded.find(sought, place)
        if place < 0:
            return
        yield Span(place, place + len(beginning))
        place += 1


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


class _Original:
    """The way back from a place in the folded text to the text itself.

    Most characters fold to one, and then nothing has to be counted; but not all do. A
    text can be very long, so that only the blocks in which something was found are
    counted character by character.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted: dict[int, list[int]] = {}
        blocks = (text[start : start + _BLOCK] for start in range(0, len(text), _BLOCK))
        self._blocks = [0, *accumulate(len(fold(block)) for block in blocks)]

    def spans(self, folded: Iterable[Span]) -> list[Span]:
        return [Span(self._place(start), self._end(end)) for start, end in folded]

    def _place(self, folded: int) -> int:
        """Return the character that became *folded*."""
        block = bisect_right(self._blocks, folded) - 1
        return block * _BLOCK + bisect_right(self._before(block), folded) - 1

    def _before(self, block: int) -> list[int]:
        """Return how many folded characters come before each character of a block."""
        if block not in self._counted:
            part = self._text[block * _BLOCK : (block + 1) * _BLOCK]
            lengths = (len(_FOLDS[ord(character)]) for character in part)
            self._counted[block] = list(accumulate(lengths, initial=self._blocks[block]))
        return self._counted[block]

    def _end(self, folded: int) -> int:
        end = self._place(folded - 1) + 1
        while end < len(self._text) and not _FOLDS[ord(self._text[end])]:
            end += 1
        return end
