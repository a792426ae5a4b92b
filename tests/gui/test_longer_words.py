"""Every page in words two fifths longer than the English ones: nothing is cut off."""

import pytest
from test_layout import every

from cut_off import LEAST, cut_off
from languages import longer_words, said


@pytest.fixture(params=[LEAST, (1280, 820)], ids=lambda size: "x".join(map(str, size)))
def longer(request, opened):
    """The window in words that are two fifths longer than the English ones."""
    with longer_words():
        opened.lock()
        opened.window.resize(*request.param)
        opened.unlock()
        yield opened


def test_nothing_is_cut_off_in_a_longer_language(longer):
    wrong = {}
    for name in every(longer):
        longer.settle()
        if found := cut_off(longer.window):
            wrong[name] = found
    assert wrong == {}


def test_the_longer_words_are_on_the_screen(longer):
    words = [each for each in said(longer.window) if len(each) > 20]
    assert sum("ëxtrà" in each for each in words) > len(words) / 2
