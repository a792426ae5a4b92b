"""What is made ready while the passphrase is typed is not made again when the journal opens."""

import os
import subprocess
import sys

import pytest

from onveilig_desktop.ui import icons
from onveilig_desktop.ui.warming import Warming

IN_ANOTHER_SIZE = 2
"""Pictures that stand alone, or in the line for a search: not as high as those on buttons."""
UNTOUCHED = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from onveilig_desktop import app

def look():
    if not QApplication.windowIcon().isNull():  # the last of what follows the first paint
        print({"onveilig_desktop.journal", "babel", "matplotlib", "numpy", "sqlalchemy"}
              & set(sys.modules), flush=True)
        os._exit(0)

def begin(*what):
    usual(*what)
    timer.start(1)

usual, app._begin, timer = app._begin, begin, QTimer()
timer.timeout.connect(look)
app.main([])
"""


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


def test_the_first_key_waits_for_nothing_that_an_open_journal_needs(tmp_path):
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", UNTOUCHED],
        env=os.environ | {"NOTITIES_FOLDER": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"
