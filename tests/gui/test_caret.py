"""The caret blinks for a while, and stands still in sight after that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from onveilig_desktop.ui.caret import Caret


@pytest.fixture
def caret(stage):
    usual = QApplication.cursorFlashTime()
    assert usual > 0
    yield Caret(stage.window)
    QApplication.setCursorFlashTime(usual)


def test_it_stands_still_when_nobody_types_and_blinks_again_after_a_key(stage, caret):
    usual = QApplication.cursorFlashTime()
    window = stage.window.windowHandle()
    caret._rest.setInterval(1)
    QTest.keyClick(window, Qt.Key.Key_A)
    stage.qtbot.waitUntil(lambda: QApplication.cursorFlashTime() == 0)
    caret._rest.setInterval(60_000)
    QTest.keyClick(window, Qt.Key.Key_B)
    assert QApplication.cursorFlashTime() == usual
