"""What is said on the screen, in which language, and a language that is longer than any."""

import re
from contextlib import contextmanager
from functools import cache
from gettext import NullTranslations

from babel.messages.pofile import read_po
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from onveilig_desktop import resources, texts

_ACCENTS = str.maketrans("aeiouycnAEIOUYCN", "áëîöûÿçñÁËÎÖÛŸÇÑ")
_PLACE = re.compile(r"(\{[^{}]*\})")
_LONGER = 0.4
_TOO_FEW = 4
"""Letters that say nothing about the language: «of» is a word in both."""
_PADDING = " ëxtrà wöördën"


def dutch():
    """The messages of the Dutch catalogue by their English."""
    with resources.path("locale/nl.po").open("rb") as file:
        return {message.id: message for message in read_po(file, locale="nl") if message.id}


def forms(words):
    return words if isinstance(words, tuple | list) else (words,)


@cache
def _sentences(number):
    """Patterns for all that is not the same in both languages: English is 0, Dutch is 1."""
    pairs = (
        pair
        for message in dutch().values()
        for pair in zip(forms(message.id), forms(message.string), strict=True)
    )
    return [
        re.compile("".join(".*" if _PLACE.match(part) else re.escape(part) for part in parts))
        for pair in pairs
        if pair[0] != pair[1] and sum(map(str.isalpha, _PLACE.sub("", pair[0]))) > _TOO_FEW
        for parts in [_PLACE.split(pair[number])]
    ]


@cache
def _is_english(words):
    english, in_dutch = (
        any(each.fullmatch(words) for each in _sentences(number)) for number in (0, 1)
    )
    return english and not in_dutch


def said(window):
    """Every text in the widgets in sight: shown, hovering, or told to a screen reader."""
    for part in window.findChildren(QWidget):
        if not part.isVisible():
            continue
        yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QLineEdit | QPlainTextEdit):
            yield part.placeholderText()
        if isinstance(part, QComboBox):
            yield from (part.itemText(number) for number in range(part.count()))


def left_in_english(window):
    """What stands on a Dutch page in the words of the English catalogue."""
    if texts.language() != "nl":
        return []
    words = {line.strip() for text in said(window) for line in text.splitlines()}
    return sorted(f"English: {each}" for each in words if each and _is_english(each))


class _Longer(NullTranslations):
    """English with accents, and two fifths longer."""

    def gettext(self, message):
        parts = _PLACE.split(message)
        words = "".join(p if _PLACE.match(p) else p.translate(_ACCENTS) for p in parts)
        wanted = round(len(message) * _LONGER)
        return words + (_PADDING * (wanted // len(_PADDING) + 1))[:wanted].rstrip()

    def ngettext(self, one, many, count):
        return self.gettext(one if count == 1 else many)


@contextmanager
def longer_words():
    """Speak the longer language in the place of English."""
    before = texts._catalogs["en"]
    texts._catalogs["en"] = _Longer()
    try:
        yield
    finally:
        texts._catalogs["en"] = before
