"""What is made ready while the passphrase is typed is not made again when the journal opens."""

import pytest

from onveilig_desktop.ui import icons
from onveilig_desktop.ui.warming import Warming

IN_ANOTHER_SIZE = 2
"""Pictures that stand alone, or in the line for a search: not as high as those on buttons."""


def test_no_picture_has_to_be_read_when_the_journal_opens(stage):
    stage.create()
    stage.lock()
    for kept in (icons._drawn, icons.image):
        kept.cache_clear()
    warming = Warming(stage.window)
    stage.qtbot.waitUntil(lambda: warming.is_over)
    read = icons._drawn.cache_info().misses
    assert read > IN_ANOTHER_SIZE
    stage.unlock()
    assert icons._drawn.cache_info().misses - read <= IN_ANOTHER_SIZE


@pytest.mark.parametrize("part", ["by_code", "new", "other"])
def test_a_button_of_the_locked_page_says_that_someone_is_there(stage, part):
    stage.create()
    stage.lock()
    with stage.qtbot.waitSignal(stage.window.used):
        getattr(stage.window.centralWidget(), part).pressed.emit()


def test_a_letter_says_that_someone_is_there(stage):
    stage.create()
    stage.lock()
    with stage.qtbot.waitSignal(stage.window.used):
        stage.window.centralWidget().passphrase.line.insert("a")
