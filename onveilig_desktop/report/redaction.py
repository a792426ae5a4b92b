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
_SHORTEST: Final = 2
_NEVER: Final = frozenset({"I", "I'm", "I'd", "I'll", "I've", "Ik"})
"""Words with a capital of their own; days and months may be names, so they are offered."""


class Redaction:
    """Puts a letter in the place of each name, however it is written."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        known = {
            _plain(name).casefold(): letter for name, letter in letters.items() if name.strip()
        }
        self._letters = known
        longest_first = sorted(known, key=len, reverse=True)
        names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        self._pattern = (
            re.compile(rf"(?<!\w)(?P<name>{names}){_ENDING}(?!\w)", re.IGNORECASE)
            if names
            else None
        )

    def of(self, text: str) -> str:
        """Return *text* with letters for names; without names it is left as it is."""
        if self._pattern is None:
            return text
        return self._pattern.sub(self._letter, normalize("NFC", text))

    def _letter(self, found: re.Match[str]) -> str:
        letter = self._letters[_plain(found["name"]).casefold()]
        return f"{letter}’s" if found["ending"] else letter


def likely_names(entries: Iterable[Entry]) -> Sequence[str]:
    """Return what looks like a name, what is written most often first.

    That is a word with a capital in the middle of a sentence, and each word with a capital
    where the person noted who was there.
    """
    found = Counter(name for entry in entries for name in _names_in(entry))
    return [name for name, _count in sorted(found.items(), key=lambda each: (-each[1], each[0]))]


def left_over(shown: Iterable[str], names: Iterable[str]) -> Sequence[str]:
    """Return those of *names* that can still be read in the texts that go out."""
    # each word once: there are far fewer of them than are written
    words = {word for text in shown for word in _WORD.findall(text)}
    written = {_plain(form).casefold() for word in words for form in _forms(word)}
    return [name for name in names if _plain(name).casefold() in written]


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


def _forms(word: str) -> tuple[str, str]:
    return word, re.sub(r"['’]?s$", "", word)


def _plain(name: str) -> str:
    return " ".join(normalize("NFC", name).split())
