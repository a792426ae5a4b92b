"""Each sentence of the program has its Dutch, and no Dutch stands there for nothing."""

import re

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from onveilig_desktop import resources

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
PACKAGE = resources.__file__.rpartition("/")[0]
SHUNNED = re.compile(r"\b(bewijs|dader|misbruik|kans|diagnose|score)\w*", re.IGNORECASE)


def marked():
    """Return the texts in the code that are marked for translation, each with a place."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return {message: f"{file}:{line}" for file, line, message, _comments, _context in found}


def dutch():
    with resources.path("locale/nl.po").open("rb") as file:
        return {message.id: message for message in read_po(file, locale="nl") if message.id}


MARKED, DUTCH = marked(), dutch()


def forms(texts):
    return texts if isinstance(texts, tuple | list) else (texts,)


def placeholders(text):
    return set(re.findall(r"\{(\w*)", text))


@pytest.mark.parametrize("text", MARKED, ids=map(repr, MARKED))
def test_it_has_its_dutch(text):
    assert text in DUTCH, MARKED[text]
    translated = DUTCH[text]
    assert not translated.fuzzy
    assert all(form.strip() for form in forms(translated.string))
    assert len(forms(translated.string)) == len(forms(text))


def test_no_dutch_stands_there_for_nothing():
    assert set(DUTCH) - set(MARKED) == set()


@pytest.mark.parametrize("message", DUTCH.values(), ids=map(repr, DUTCH))
class TestDutch:
    def test_it_fills_in_what_the_english_fills_in(self, message):
        for english, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert placeholders(translated) == placeholders(english)

    def test_it_gives_no_verdict(self, message):
        assert not any(map(SHUNNED.search, forms(message.string)))

    def test_it_has_the_same_edges(self, message):
        for english, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert translated == translated.strip()
            assert english == english.strip()
            assert translated.endswith("…") == english.endswith("…")
            assert translated.endswith(".") == english.endswith(".")
