"""What a signal is called tells as much as a sentence: it is hidden with the texts."""

import pytest

from hiding import LISTENING, hide, page_with_entry, told
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Repair


@pytest.fixture
def page(opened):
    return page_with_entry(opened)


def test_all_that_was_noted_of_the_open_entry_is_folded(opened, page):
    editor = opened.write("Heavy.", LISTENING, day="3-11-2026", save=False)
    opened.click(editor.intensity.chip(5))
    opened.click(editor.trust.chip(-2))
    opened.click(editor.repair.chip(Repair.NO))
    opened.click(editor.more.toggle)
    opened.click(editor.more.steps.chip("help"))
    opened.click(editor.save)
    reader = page.side.currentWidget()
    noted = ("Listened", "very heavy", "much more doubt", "Seek help", "In direct danger", "Repair")
    assert [words for words in noted if words not in told(reader)] == []
    hide(opened)
    assert [words for words in noted if words in told(reader)] == []
    opened.click(reader.texts.show_text)
    assert [words for words in noted if words not in told(reader)] == []


def test_an_entry_without_words_has_its_signals_to_unfold(opened, page):
    hide(opened)
    opened.write("", LISTENING, day="3-11-2026")
    reader = page.side.currentWidget()
    assert "Listened" not in told(reader)
    opened.click(reader.texts.show_text)
    assert "Listened" in told(reader)


def test_what_is_drawn_in_the_list_is_the_same_for_every_signal(opened, page):
    hide(opened)
    drawn = page.list.grab().toImage()
    editor = page.editor
    opened.click(page.side.currentWidget().edit)
    editor.signals.choose([SignalId("violence.belittling")])
    opened.click(editor.save)
    assert page.list.grab().toImage() == drawn
    hide(opened)
    named = page.list.grab().toImage()
    opened.click(page.side.currentWidget().edit)
    editor.signals.choose([LISTENING])
    opened.click(editor.save)
    assert page.list.grab().toImage() != named


def test_what_is_looked_for_is_put_away_and_views_have_numbers(opened, page):
    opened.click(page.search.filter)
    panel = page.search.panel
    opened.click(panel.groups.chip("friction"))
    opened.qtbot.waitUntil(panel.views.name.isVisible)
    opened.type(panel.views.name, "Listened again")
    opened.click(panel.views.keep)
    opened.qtbot.waitUntil(panel.views.rename.isVisible)
    assert "Listened again" in told(panel)
    hide(opened)
    assert not panel.isVisible()
    opened.click(page.search.filter)
    views = panel.views
    assert "View 1" in told(views)
    assert "Listened again" not in told(views)
    assert not views.name.isVisible()
    assert "1 entry" in page.search.count.text()
    hide(opened)
    assert "Listened again" in told(views)
    assert views.name.isVisible()
