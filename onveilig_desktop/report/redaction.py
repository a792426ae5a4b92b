"""Names become letters: which names there seem to be, and their place in a text.

No list of names is used: whoever is in the journal is known to the person alone. What
looks like a name is offered, and only what the person confirms is changed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import Final
from unicodedata import normalize

from onveilig_desktop.journal import Entry

_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")
_BEFORE: Final = re.compile(r"[\w,;:)]['’\"”»]? +[\"“«'‘(]?$")
"""What stands before a word in the middle of a sentence."""
_ENDING: Final = r"(?P<ending>['’]?s|['’])?"
_BETWEEN: Final = r"(?:\s+|[-‐‑])"
"""What stands between the words of one name; who writes fast puts either."""
_SHORTEST: Final = 2
_NEVER: Final = frozenset({"I", "I'm", "I'd", "I'll", "I've", "Ik"})
"""Words with a capital of their own; days and months may be names, so they are offered."""
_ORDINARY: Final = (
    "beer bloem fee hoop lente linde mark merel roos ster storm vos wil wit wolf"
    " amber april art august autumn bill chase daisy dawn dean drew eve faith frank grace grant"
    " hazel heather holly hope iris ivy jasmine joy june lily may miles olive pat"
    " pearl penny poppy ray rich rose ruby summer will"
)
_WORDS_TOO: Final = frozenset(_ORDINARY.split())
"""Names that are words of Dutch or English when their first letter is small."""


class Redaction:
    """Puts a letter in the place of each name, however it is written."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        known = {plain(name): letter for name, letter in letters.items() if name.strip()}
        longest_first = sorted(known, key=len, reverse=True)
        self._letters = [known[name] for name in longest_first]
        names = "|".join(f"({_pattern(name)})" for name in longest_first)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{names}){_ENDING}(?!\w)", re.IGNORECASE) if names else None
        )

    def of(self, text: str) -> str:
        """Return *text* with letters for names; without names it is left as it is."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._letter, normalize("NFC", text))

    def _letter(self, found: re.Match[str]) -> str:
        which = next(place for place, name in enumerate(found.groups()) if name)
        return self._letters[which] + ("’s" if found["ending"] else "")


def likely_names(entries: Iterable[Entry]) -> Sequence[str]:
    """Return what looks like a name, what is written most often first.

    That is a word with a capital in the middle of a sentence, and each word with a capital
    where the person noted who was there.
    """
    found = Counter(name for entry in entries for name in _names_in(entry))
    return [name for name, _count in sorted(found.items(), key=lambda each: (-each[1], each[0]))]


def next_letter(taken: Iterable[str]) -> str:
    """Return the first letter that stands for nobody yet: A to Z, then A2."""
    used = set(taken)
    rounds = ("", *map(str, range(2, 1000)))
    return next(
        letter + number
        for number in rounds
        for letter in ascii_uppercase
        if letter + number not in used
    )


def own_texts(entry: Entry, *, places: bool = True, feelings: bool = True) -> Sequence[str]:
    """Return every text of an entry that the person wrote, or what goes along of it."""
    told = entry.details
    texts = [entry.text, told.seen, told.said, told.effect, told.present]
    texts += [told.place] * places + [told.meant, told.felt] * feelings
    return [text for text in texts if text]


def _names_in(entry: Entry) -> Iterator[str]:
    for text in own_texts(entry):
        within = text is entry.details.present
        for line in text.splitlines():
            for found in _WORD.finditer(line):
                if not found[0][0].isupper():  # nearly all of them
                    continue
                name = re.sub(r"['’]s?$", "", found[0])
                if _is_name(name) and (within or _BEFORE.search(line[: found.start()])):
                    yield name


def _is_name(word: str) -> bool:
    if len(word) < _SHORTEST or word in _NEVER:
        return False
    return all(part[:1].isupper() and part[1:].islower() for part in word.split("-"))


def plain(name: str) -> str:
    """Return a name as it is compared: one sign per letter, and single spaces."""
    return " ".join(normalize("NFC", name).split())


def is_word_too(name: str) -> bool:
    """Say whether *name* with a small letter would be any word."""
    return name.casefold() in _WORDS_TOO


def _pattern(name: str) -> str:
    """Return the pattern of a name; one that is a word too is a name by its capital alone."""
    if is_word_too(name):
        return f"(?-i:{re.escape(name.capitalize())}|{re.escape(name.upper())})"
    words = [re.escape(word) for word in re.split(r"[ \-‐‑]+", name) if word]
    return re.sub("['’]", "['’]", _BETWEEN.join(words) or re.escape(name))
