"""How hard a passphrase is to guess, and words that nobody would guess."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop import passphrases, resources
from onveilig_desktop.passphrases import Strength, phrase, strength


@pytest.mark.parametrize(
    ("passphrase", "least", "most"),
    [
        ("", 0, 0),
        ("welkom01", 1, 6),
        ("amsterdam2024", 2, 8),
        ("abcabcabcabcabcabc", 1, 6),
        ("drie gele boten", 10, 13),
        ("Drie-gele-boten!", 10, 16),
        ("drie gele bootjes met een roeispaan van hout", 14, 40),
        ("x7Kq!p2mZr", 8, 11),
    ],
)
def test_the_estimate_is_neither_high_nor_low(passphrase, least, most):
    assert least <= strength(passphrase).guesses_log10 <= most


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_by_chance_are_estimated_as_what_they_are(language):
    """Never as more than their chance: a guesser may have the list as well."""
    known = math.log10(sum(len(passphrases._words(each)) for each in ("nl", "en")))
    for _ in range(20):
        assert strength(phrase(language)).guesses_log10 <= 6 * known
        assert strength(phrase(language)).sentence == Strength(14).sentence


def test_each_bracket_has_a_sentence_of_its_own():
    said = [Strength(power).sentence for power in (0, 5.9, 6, 9.9, 10, 13.9, 14, 60)]
    assert len(set(said)) == 4
    assert said[0::2] == said[1::2]


@given(st.text(max_size=200))
def test_anything_typed_has_an_estimate(passphrase):
    assert 0 <= strength(passphrase).guesses_log10 < 1000


def test_what_is_pasted_by_the_megabyte_is_cut_off():
    assert strength("aB3 " * 2_500_000) == strength("aB3 " * 25)
    assert strength("qwerty" * 2_000_000).guesses_log10 < 8


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_phrase_is_of_words_from_the_list(language):
    listed = set(passphrases._words(language))
    made = [phrase(language, words) for words in (6, 7) for _ in range(50)]
    assert {len(one.split()) for one in made} == {6, 7}
    assert {word for one in made for word in one.split()} <= listed
    assert len(set(made)) == 100


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lists_are_fit_to_choose_from(language):
    words = passphrases._words(language)
    assert len(set(words)) == len(words) > 6_500
    assert all(word.replace("-", "").isascii() and word.islower() for word in words)
    assert 3 <= min(map(len, words)) <= max(map(len, words)) <= 10
    assert passphrases.WORDS * math.log2(len(words)) >= 76  # bits of chance in a phrase


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_lists_say_whose_they_are(language):
    assert "licence" in resources.read_text(f"words/{language}.txt")[:400]
