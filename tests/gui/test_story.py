"""A story that is read back comes to rest at once, however wide it is."""

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from onveilig_desktop.ui.entry_texts import _Words
from onveilig_desktop.ui.forms import column, scrolling
from onveilig_desktop.ui.text_field import Story

WORDS = "ik wij samen thuis avond vroeg zei weer niet gesprek koffie "
MOST = 200
"""Milliseconds after which a page that never comes to rest is left to itself."""


class Resized(QObject):
    """Counts how often what it watches changes its size."""

    times = 0

    def eventFilter(self, _watched, event):
        self.times += event.type() is QEvent.Type.Resize
        return False


@pytest.fixture
def page(opened, qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    words = [_Words("Story", WORDS * number) for number in range(1, 9)]
    inside = QWidget()
    inside.setLayout(column(*words, None))
    ground.setLayout(column(scrolling(inside)))
    ground.words = words
    ground.resize(300, 600)
    ground.show()
    QApplication.processEvents()
    return ground


def test_no_width_keeps_it_busy(page):
    counter = Resized()
    for story in page.words:
        story.viewport().installEventFilter(counter)
    busy = {}
    for width in range(301, 420, 2):
        counter.times = 0
        page.resize(width, 600)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, MOST)
        if counter.times > 6 * len(page.words):
            busy[width] = counter.times
            break
    assert busy == {}


def test_it_takes_the_room_that_is_left_and_no_more(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    long, short = Story("Story", WORDS * 100), Story("Story", WORDS)
    ground.setLayout(column(long, short, None))
    ground.resize(400, 900)
    ground.show()
    QApplication.processEvents()
    assert short.height() == short.maximumHeight()
    assert long.height() + short.height() > 0.95 * ground.height()
    ground.resize(400, 9000)
    QApplication.processEvents()
    assert long.height() == long.maximumHeight()
