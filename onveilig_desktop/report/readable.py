"""Names in what goes out: those that could become letters, and those that can still be read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final
from unicodedata import combining, normalize

from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.redaction import (
    Redaction,
    is_word_too,
    likely_names,
    own_texts,
    plain,
)

_PIECE: Final = re.compile(r"\w+")
_POSSESSIVE: Final = re.compile(r"(?<=\w)s$")
_APART: Final = r"[\W_]{1,3}"
_SHORTEST: Final = 2
_OF_MANY: Final = (
    "de den der des die van von het ter ten te tot aan bij in op onder over uit voor zum zu"
    " la le les du del della di da dos el al bin ben ibn abu st san mac"
    " meneer mijnheer mevrouw dhr mevr mw mijn oom tante oma opa vader moeder broer zus"
    " mr mrs ms dr my the aunt uncle mother father brother sister grandma grandpa"
)
_AROUND: Final = frozenset(_OF_MANY.split())
"""Words of a name that stand in any text, and tell nobody who it is."""


def readable_names(
    collected: Collected, choice: SummaryChoice
) -> tuple[Sequence[str], Sequence[str]]:
    """Return what looks like a name in the chosen entries, and which of it stays readable."""
    quoted = (entry for entry in collected.quoted if entry.id not in choice.ticked)
    names = likely_names(chain(collected.ticked(choice), quoted))
    redaction = Redaction(dict(choice.letters))
    shown = [redaction.of(text) for text in _going_out(collected, choice)]
    return names, left_over(shown, names, dict(choice.letters))


def left_over(
    shown: Iterable[str], offered: Iterable[str], lettered: Iterable[str]
) -> Sequence[str]:
    """Return the names that can still be read in the texts that go out.

    Args:
        shown: the texts, with letters in them.
        offered: what looks like a name.
        lettered: names that became letters. Of these a part that stands alone counts too,
            if it has a capital, and what is returned is what the text says.
    """
    going = _Going(shown)
    found: dict[str, str] = {}
    for name in lettered:
        found |= {_bare(name): name} if going.has(name) else {}
        found |= going.parts(name)
    for name in offered:
        if going.has(name):
            found.setdefault(_bare(name), name)
    return list(found.values())


class _Going:
    """The words of what goes out: there are far fewer of them than are written."""

    def __init__(self, shown: Iterable[str]) -> None:
        self._texts = list(shown)
        words = {word for text in self._texts for word in _PIECE.findall(normalize("NFC", text))}
        forms = [(_bare(form), form) for word in sorted(words) for form in _forms(word)]
        self._words = dict(forms)
        self._names = {bare: form for bare, form in forms if form[0].isupper()}

    def has(self, name: str) -> bool:
        """Say whether the whole of *name* is there, however it is written."""
        pieces = _PIECE.findall(_bare(name))
        if len(pieces) == 1:
            return pieces[0] in (self._names if is_word_too(name) else self._words)
        if not pieces or not all(piece in self._words for piece in pieces):
            return False
        whole = re.compile(rf"(?<!\w){_APART.join(pieces)}s?(?!\w)")
        return any(whole.search(_bare(text)) for text in self._texts)

    def parts(self, name: str) -> dict[str, str]:
        """Return what is there of a name of several words, as it stands there."""
        pieces = _PIECE.findall(_bare(name))
        telling = [piece for piece in pieces if len(piece) >= _SHORTEST and piece not in _AROUND]
        return {piece: self._names[piece] for piece in telling if piece in self._names}


def _going_out(collected: Collected, choice: SummaryChoice) -> Iterator[str]:
    yield choice.questions
    for quote in choice.quotes:
        yield quote.text
    for entry in collected.ticked(choice):
        yield from own_texts(entry, places=choice.places, feelings=choice.feelings)
    for marker in collected.patterns.markers:
        yield marker.text


def _forms(word: str) -> Iterator[str]:
    yield word
    if _POSSESSIVE.search(word):
        yield word[:-1]


def _bare(text: str) -> str:
    """Return *text* without capitals and accents."""
    small = plain(text).casefold()
    if small.isascii():  # as most words are
        return small
    signs = normalize("NFKD", small)
    return "".join(sign for sign in signs if not combining(sign))
