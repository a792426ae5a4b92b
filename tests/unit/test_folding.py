"""Words are compared without case and diacritics, and found back in the text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onveilig_desktop.journal.excerpt import excerpt
from onveilig_desktop.journal.folding import WORD, Span, fold, hits, words

CHARACTERS = st.text(
    st.one_of(st.characters(), st.sampled_from("aeëß\u0301\u00ad\u200d-. İﬁ\ufe0f")), max_size=60
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Één RUZIE", {"een", "ruzie"}),
        ("e\u0301e\u0301n", {"een"}),
        ("Straße", {"strasse"}),
        ("ver\u00advelend", {"vervelend"}),
        ("zo'n auto-ongeluk, om 20.30", {"zo", "n", "auto", "ongeluk", "om", "20", "30"}),
        ("ĲSSEL", {"ĳssel"}),
        ("שָׁלוֹם", {"שלום"}),
        ("की", {"की"}),
        ("❤️ 🙂 \u0301", set()),
        ("a_b", {"a", "b"}),
        ("x" * (WORD + 9), {"x" * WORD}),
    ],
)
def test_words(text, meant):
    assert words(text) == meant


@given(text=CHARACTERS)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(text=CHARACTERS)
def test_composed_and_decomposed_are_the_same_words(text):
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


@given(text=CHARACTERS, more=CHARACTERS)
def test_words_hold_nothing_but_letters(text, more):
    for word in words(text, more):
        assert word == word.casefold()
        assert not any(c.isspace() or c in "=\"*'" for c in word)


@given(text=CHARACTERS, blocks=st.integers(0, 40), word=st.sampled_from(["e", "ss", "a", "fi"]))
@example(text="x\u0301 e\u0301a", blocks=0, word="e")
def test_a_hit_is_found_back_in_the_text(text, blocks, word):
    text = "ß\u0301 " * 13 * blocks + text
    found = hits(text, [word], at_most=10_000)
    for start, end in found:
        assert fold(text[start:end]).strip().startswith(word[: len(fold(text[start:end]).strip())])
        assert fold(text[start:]).startswith(word)
        assert not fold(text[:start]) or fold(text[:start])[-1] == " "
    begun = sum(whole.startswith(word) for whole in fold(text).split())
    assert len(found) == begun


def test_hits_that_overlap_are_one():
    assert hits("partner par", ["par", "partn"]) == [Span(0, 5), Span(8, 11)]


def test_hits_take_their_accents_along():
    assert hits("ge e\u0301e\u0301n", ["een"]) == [Span(3, 8)]
    assert hits("naïef", ["nai"]) == [Span(0, 3)]


def test_only_the_first_hits_are_given():
    assert len(hits("par " * 1000, ["par"], at_most=20)) == 20


def test_an_excerpt_shows_the_words_around_the_hit():
    text = "Eerst was er nog niets aan de hand.\n" * 9 + "Toen kwam de RUZIE over geld."
    shown = excerpt(["", text], ["ruz"])
    assert shown.text.startswith("… ")
    assert shown.text.endswith("over geld.")
    assert "\n" not in shown.text
    assert [shown.text[slice(*hit)] for hit in shown.hits] == ["RUZ"]


def test_an_excerpt_comes_from_the_first_text_that_has_a_word():
    shown = excerpt(["niets hier", "wel ruzie", "ook ruzie"], ["ruz"])
    assert shown.text == "wel ruzie"
    assert excerpt(["niets"], ["ruz"]) is None


@given(text=CHARACTERS, before=st.integers(0, 60))
def test_an_excerpt_always_has_the_hit(text, before):
    shown = excerpt(["woord " * before + "ruzie" + text], ["ruzie"])
    assert shown.hits
    assert fold(shown.text[slice(*shown.hits[0])]) == "ruzie"


def test_a_story_without_a_space_is_cut_at_the_hit():
    shown = excerpt(["a" * 300 + "-ruzie"], ["ruz"])
    assert shown.text == "… ruzie"


def test_nothing_typed_is_said_by_its_repr():
    assert "geheim" not in repr(excerpt(["geheim"], ["geh"]))
