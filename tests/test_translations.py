"""Each sentence of the program has its Dutch, in the words that were agreed on."""

import re

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir

from languages import dutch, forms
from onveilig_desktop import resources


def words_of(pattern):
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None}
PACKAGE = resources.__file__.rpartition("/")[0]
SHUNNED = words_of(r"(bewijs|dader|misbruik|kans|diagnose|score|slachtoffer)\w*")
SHUNNED_IN_ENGLISH = words_of(
    r"(evidence|proof|abus\w*|perpetrator\w*|victim\w*|diagnos\w*|score\w*|partner\w*)"
)
A_GENDER = words_of(r"(hij|zij|haar|partner|man|vrouw|vriend|vriendin)")
A_GENDER_IN_ENGLISH = words_of(r"(he|she|his|her|hers|him|husband|wife|boyfriend|girlfriend)")
FORMAL = words_of(r"(u|uw)")
PRAISE = words_of(r"(goed zo|knap|gefeliciteerd|well done|congratulations|great job)")
TOO_LONG = 32
"""Words in a sentence, of which nobody reads more in one go."""
TERMS = {"passphrase": "wachtzin", "summary": "samenvatting", "recovery code": "herstelcode"}
"""English words whose Dutch is the same everywhere."""


def marked():
    """Return the texts in the code that are marked for translation, each with a place."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return {message: f"{file}:{line}" for file, line, message, _comments, _context in found}


MARKED, DUTCH = marked(), dutch()
NAMED = {each.id: each.string for each in DUTCH.values() if isinstance(each.id, str)}
"""What one message may quote of another, as the name of a button."""


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

    def test_it_shuns_the_words_that_judge_or_keep_a_distance(self, message):
        for shunned in (SHUNNED, A_GENDER, FORMAL, PRAISE):
            assert not any(map(shunned.search, forms(message.string)))

    def test_no_sentence_is_too_long(self, message):
        for sentence in re.split(r"[.?!:;] ", " ".join(forms(message.string))):
            assert len(sentence.split()) <= TOO_LONG

    def test_it_has_as_many_forms_as_dutch_has_numbers(self, message):
        if message.pluralizable:
            assert len(message.string) == len(Locale("nl").plural_form.tags) + 1
            assert all("{n}" in form for form in message.string)

    def test_it_calls_a_thing_what_it_is_called_everywhere(self, message):
        english, translated = (
            " ".join(forms(each)).lower() for each in (message.id, message.string)
        )
        for term, word in TERMS.items():
            assert (term in english) <= (word in translated), f"{term} is {word}"
        assert ("wachtwoord" in translated) == ("password" in english)

    def test_it_names_a_button_as_the_button_names_itself(self, message):
        translated = " ".join(forms(message.string))
        for quoted in re.findall("«(.+?)»", " ".join(forms(message.id))):
            if quoted in NAMED:
                assert f"«{NAMED[quoted]}»" in translated

    def test_it_has_the_same_edges(self, message):
        for english, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert translated == translated.strip()
            assert english == english.strip()
            assert translated.endswith("…") == english.endswith("…")
            assert translated.endswith(".") == english.endswith(".")


def test_english_shuns_the_same_words():
    shunned = (SHUNNED_IN_ENGLISH, A_GENDER_IN_ENGLISH, PRAISE)
    said = [form for text in MARKED for form in forms(text)]
    assert [words for words in said for each in shunned if each.search(words)] == []
