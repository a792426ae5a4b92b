"""After another choice the first page is there before all the others are made."""

import pytest

from hiding import hide
from onveilig_desktop.ui.page_preview import PagePreview
from summaries import made, summary


@pytest.fixture
def long(weekly):
    """A summary with entries in full, whose first page is in view."""
    page = summary(weekly)
    page.choices.entries.model.tick(0)
    made(weekly, page)
    return weekly, page


@pytest.fixture
def shown(monkeypatch):
    """What the preview was given, in its order, with how the first page looked then."""
    told = []

    def hear(name):
        original = getattr(PagePreview, name)

        def heard(preview, *given):
            original(preview, *given)
            told.append((name, preview._sheets[0]._image.copy() if preview._sheets else None))

        monkeypatch.setattr(PagePreview, name, heard)

    hear("show_first")
    hear("show_pdf")
    return told


def ask(page, words):
    page.choices.questions.setPlainText(words)


def test_the_first_page_comes_before_the_rest_as_it_will_be(long, shown):
    stage, page = long
    before = page.preview._sheets[0]._image.copy()
    ask(page, "Does this come more often?")
    made(stage, page)
    assert [name for name, _image in shown] == ["show_first", "show_pdf"]
    first = shown[0][1]
    assert first != before
    assert page.preview._sheets[0]._image == first


def test_a_page_that_is_out_of_sight_is_not_made_beforehand(long, shown):
    stage, page = long
    bar = page.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    ask(page, "Does this come more often?")
    made(stage, page)
    assert [name for name, _image in shown] == ["show_pdf"]


def test_nothing_is_shown_beforehand_while_texts_are_hidden(long, shown):
    stage, page = long
    ask(page, "Does this come more often?")
    hide(stage)
    stage.qtbot.waitUntil(lambda: page._is_current)
    stage.settle()
    assert "show_first" not in [name for name, _image in shown]
    assert page.preview.pages == 0
