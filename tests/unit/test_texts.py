"""Words in both languages."""

from datetime import date, time

import pytest

from onveilig_desktop import texts

DAY = date(2026, 11, 20)
DAY_WORDS = {
    ("nl", "full"): "vrijdag 20 november 2026",
    ("nl", "weekday"): "vr 20 november",
    ("nl", "short"): "20 november 2026",
    ("nl", "month"): "november 2026",
    ("en", "full"): "Friday 20 November 2026",
    ("en", "weekday"): "Fri 20 November",
    ("en", "short"): "20 November 2026",
    ("en", "month"): "November 2026",
}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_language_in_use_is_the_one_asked_for(language):
    texts.use(language)
    assert texts.language() == language


def test_a_sentence_without_a_translation_stays_as_it_is():
    texts.use("nl")
    assert texts.gettext("A sentence nobody translates.") == "A sentence nobody translates."


def test_the_words_of_the_language_in_use_are_picked():
    words = {"nl": "koffie", "en": "coffee"}
    assert texts.pick(words) == "coffee"
    texts.use("nl")
    assert texts.pick(words) == "koffie"


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 cups"), (1, "1 cup"), (2, "2 cups"), (101, "101 cups")]
)
def test_a_count_takes_the_form_that_belongs_to_it(language, count, words):
    texts.use(language)
    assert texts.ngettext("{n} cup", "{n} cups", count) == words


@pytest.mark.parametrize(("language", "style"), DAY_WORDS)
def test_a_day_in_words(language, style):
    texts.use(language)
    assert texts.day_words(DAY, style) == DAY_WORDS[language, style]


def test_a_day_is_written_in_full_unless_told_otherwise():
    assert texts.day_words(DAY) == DAY_WORDS["en", "full"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_time_of_day_has_two_figures_for_the_hour(language):
    texts.use(language)
    assert texts.time_words(time(8, 5)) == "08:05"


@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("nl", [], ""),
        ("nl", ["a"], "a"),
        ("nl", ["a", "b", "c"], "a, b en c"),
        ("en", ["a", "b"], "a and b"),
        ("en", ("a", "b", "c"), "a, b, and c"),
    ],
)
def test_a_listing_reads_like_a_sentence(language, words, sentence):
    texts.use(language)
    assert texts.listing(words) == sentence


@pytest.mark.parametrize(
    ("code", "language"), [("nl", "nl"), ("en", "en"), ("xx", None), (None, None)]
)
def test_a_code_of_another_language_is_none_of_ours(code, language):
    assert texts.known(code) == language
