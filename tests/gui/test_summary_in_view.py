"""After another choice the pages in view are there before all the others are made."""

import pytest

from hiding import hide
from onveilig_desktop.journal.progress import StoppedError
from onveilig_desktop.ui import summary_page
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
    """What the preview was given, in its order, with how all pages looked then."""
    told = []

    def hear(name):
        original = getattr(PagePreview, name)

        def heard(preview, *given):
            original(preview, *given)
            told.append((name, images(preview)))

        monkeypatch.setattr(PagePreview, name, heard)

    hear("show_beforehand")
    hear("show_pdf")
    return told


def images(preview):
    return [sheet._image.copy() for sheet in preview._sheets]


def ask(page, words):
    page.choices.questions.setPlainText(words)


def test_the_first_page_comes_before_the_rest_as_it_will_be(long, shown):
    stage, page = long
    before, *_others = images(page.preview)
    ask(page, "Does this come more often?")
    made(stage, page)
    assert [name for name, _images in shown] == ["show_beforehand", "show_pdf"]
    first = shown[0][1][0]
    assert first != before
    assert images(page.preview)[0] == first


def test_a_page_further_on_comes_before_the_rest_and_the_first_does_not(long, shown):
    stage, page = long
    bar = page.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert page.preview.view.numbers == [1]
    stage.qtbot.waitUntil(lambda: page.is_drawn)
    first, last = images(page.preview)
    page.choices.names.name.setText("story")
    page.choices.names.add.click()
    made(stage, page)
    assert [name for name, _images in shown] == ["show_beforehand", "show_pdf"]
    beforehand = shown[0][1]
    assert beforehand[0] == first
    assert beforehand[1] != last
    assert images(page.preview)[1] == beforehand[1]


def test_nothing_is_shown_beforehand_while_texts_are_hidden(long, shown):
    stage, page = long
    ask(page, "Does this come more often?")
    hide(stage)
    stage.qtbot.waitUntil(lambda: page._is_current)
    stage.settle()
    assert "show_beforehand" not in [name for name, _images in shown]
    assert page.preview.pages == 0


def test_when_it_is_stopped_no_page_of_it_is_left_in_view(long, shown, monkeypatch):
    stage, page = long
    before, *_others = images(page.preview)

    def stop(*_given, **_more):
        raise StoppedError

    monkeypatch.setattr(summary_page, "make", stop)
    ask(page, "Does this come more often?")
    stage.qtbot.waitUntil(
        lambda: [name for name, _images in shown] == ["show_beforehand", "show_pdf"]
    )
    stage.qtbot.waitUntil(lambda: page.preview.is_drawn)
    assert shown[0][1][0] != before
    assert images(page.preview)[0] == before
    assert page.message.text() == "Stopped. Nothing was changed."
