"""Each sentence of the program has its Dutch, in the words that were agreed on."""

import re
from functools import cache

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
A_NOTE = words_of("notes?")
NO_ENTRY = {
    r"^Notes$": "the neutral name of the program",
    r"«Notes»": "the same, where it is quoted",
    r"^Notes, \{": "the same, on the paper and on a tab of what opens it",
    r"^notes \{date\}": "the same, as the name of a file",
    r"you (can )?note\b": "what a person does",
    r"\bNote (it|how|with)\b": "what a person may do",
    r"^More to note …$": "the same, on a button",
}
"""English that has the word and means no entry, and why it has it."""
NO_ENTRY_AT_ALL = re.compile("|".join(NO_ENTRY))


@cache
def marked():
    """Return the texts in the code that are marked for translation, each with a place.

    Not while the tests are collected: each process that runs some of them does that.
    """
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return {message: f"{file}:{line}" for file, line, message, _comments, _context in found}


DUTCH = dutch()
NAMED = {each.id: each.string for each in DUTCH.values() if isinstance(each.id, str)}
"""What one message may quote of another, as the name of a button."""


def placeholders(text):
    return set(re.findall(r"\{(\w*)", text))


def all_but(is_right):
    """The messages of the catalogue of which this is not so, by their English."""
    return [message.id for message in DUTCH.values() if not is_right(message)]


def pairs(message):
    """Each form of the English with that of the Dutch."""
    return zip(forms(message.id), forms(message.string), strict=True)


def spoken(words):
    return " ".join(forms(words))


# One test for all sentences, not one for each: to make and to tell of ten thousand tests took
# longer than to look.


def test_it_has_its_dutch():
    assert {text: place for text, place in marked().items() if text not in DUTCH} == {}
    translated = {text: forms(DUTCH[text].string) for text in marked()}
    assert [text for text in marked() if DUTCH[text].fuzzy] == []
    assert [text for text, said in translated.items() if not all(map(str.strip, said))] == []
    assert [text for text, said in translated.items() if len(said) != len(forms(text))] == []


def test_no_dutch_stands_there_for_nothing():
    assert set(DUTCH) - set(marked()) == set()


class TestDutch:
    def test_it_fills_in_what_the_english_fills_in(self):
        def is_right(message):
            return all(placeholders(one) == placeholders(other) for one, other in pairs(message))

        assert all_but(is_right) == []

    @pytest.mark.parametrize(
        "shunned",
        [SHUNNED, A_GENDER, FORMAL, PRAISE],
        ids=["judging", "gender", "formal", "praise"],
    )
    def test_it_shuns_the_words_that_judge_or_keep_a_distance(self, shunned):
        assert all_but(lambda each: not any(map(shunned.search, forms(each.string)))) == []

    def test_no_sentence_is_too_long(self):
        def is_right(message):
            sentences = re.split(r"[.?!:;] ", spoken(message.string))
            return all(len(sentence.split()) <= TOO_LONG for sentence in sentences)

        assert all_but(is_right) == []

    def test_it_has_as_many_forms_as_dutch_has_numbers(self):
        numbers = len(Locale("nl").plural_form.tags) + 1
        counted = [message for message in DUTCH.values() if message.pluralizable]
        assert [each.id for each in counted if len(each.string) != numbers] == []
        assert [each.id for each in counted if not all("{n}" in form for form in each.string)] == []

    @pytest.mark.parametrize("term", TERMS)
    def test_it_calls_a_thing_what_it_is_called_everywhere(self, term):
        def is_right(message):
            named = term in spoken(message.id).lower()
            return named <= (TERMS[term] in spoken(message.string).lower())

        assert all_but(is_right) == []

    def test_it_speaks_of_a_password_where_the_english_does(self):
        def is_right(message):
            translated = "wachtwoord" in spoken(message.string).lower()
            return translated == ("password" in spoken(message.id).lower())

        assert all_but(is_right) == []

    def test_it_names_a_button_as_the_button_names_itself(self):
        def is_right(message):
            quoted = re.findall("«(.+?)»", spoken(message.id))
            translated = spoken(message.string)
            return all(f"«{NAMED[each]}»" in translated for each in quoted if each in NAMED)

        assert all_but(is_right) == []

    def test_it_has_the_same_edges(self):
        def is_right(message):
            return all(
                english == english.strip()
                and translated == translated.strip()
                and english.endswith("…") == translated.endswith("…")
                and english.endswith(".") == translated.endswith(".")
                for english, translated in pairs(message)
            )

        assert all_but(is_right) == []


def test_english_shuns_the_same_words():
    shunned = (SHUNNED_IN_ENGLISH, A_GENDER_IN_ENGLISH, PRAISE)
    said = [form for text in marked() for form in forms(text)]
    assert [words for words in said for each in shunned if each.search(words)] == []


def test_english_calls_an_entry_an_entry():
    named = {form for text in marked() for form in forms(text) if A_NOTE.search(form)}
    assert [form for form in named if A_NOTE.search(NO_ENTRY_AT_ALL.sub("", form))] == []
    assert [each for each in NO_ENTRY if not any(re.search(each, form) for form in named)] == []
