"""Between two steps of long work, what came meanwhile has its turn."""

import time

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.in_turn import in_turn


class _Work(QObject):
    """Three steps of twenty milliseconds, begun by an answer as the worker gives it."""

    answered = Signal()

    def __init__(self):
        super().__init__()
        self.seen = []
        self.answered.connect(self.step, Qt.ConnectionType.QueuedConnection)

    def step(self):
        self.seen.append("step")
        time.sleep(0.02)
        if self.seen.count("step") < 3:
            in_turn(self, self.step)


def test_a_key_that_waits_is_heard_before_the_next_step(qtbot):
    work = _Work()
    ticks = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(lambda: work.seen.append("other"))
    ticks.start()
    work.answered.emit()
    qtbot.waitUntil(lambda: work.seen.count("step") == 3)
    ticks.stop()
    told = " ".join(work.seen)
    assert "step step" not in told, "two steps came without anything between them"


def test_a_step_for_what_is_gone_is_not_done(qtbot):
    owner, done = QObject(), []
    in_turn(owner, lambda: done.append("late"))
    owner.deleteLater()
    qtbot.wait(30)
    assert done == []


def test_what_is_read_goes_with_the_page_on_which_it_would_have_been_shown(opened):
    opened.write("x")
    [entry] = opened.entries()
    page = opened.page.journal_page
    page._awaited = entry.id
    page._show_entry(entry)
    readers = page.findChildren(EntryReader)
    assert readers
    opened.window.setCentralWidget(QWidget())
    opened.qtbot.wait(30)
    assert not any(map(shiboken6.isValid, readers))
