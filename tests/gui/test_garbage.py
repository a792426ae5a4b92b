"""Widgets in reference cycles die on the thread they belong to."""

import gc
import threading

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete, isValid

from onveilig_desktop.ui.frames import Halves, Scrolling
from onveilig_desktop.ui.garbage import GarbageCollection, put_off
from onveilig_desktop.ui.tasks import Tasks


def test_the_worker_never_collects(qapp, qtbot):
    collected_on = []
    watch = lambda phase, _info: collected_on.append(threading.current_thread())  # noqa: E731
    tasks = Tasks()
    gc.callbacks.append(watch)
    try:
        done = []
        tasks.run(
            lambda: [[n] for n in range(200_000)], owner=tasks, done=done.append, failed=pytest.fail
        )
        qtbot.waitUntil(lambda: bool(done))
        GarbageCollection.collect()
    finally:
        gc.callbacks.remove(watch)
        tasks.shutdown()
    assert collected_on
    assert set(collected_on) == {threading.main_thread()}


def test_a_widget_in_a_cycle_goes(qapp):
    gone = []
    widget = QWidget()
    widget.itself = widget
    widget.destroyed.connect(lambda: gone.append(True))
    del widget
    gc.collect()
    assert gone == [True]


def test_halves_that_were_never_shown_go_with_what_they_were_made_for(qapp):
    left, right = QWidget(), QWidget()
    area = Scrolling(Halves(left, right, shares=(1, 2), gap=20))
    delete(area)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(left), isValid(right)] == [False, False]


def test_nothing_is_collected_while_the_worker_counts(qapp):
    seen = []
    watch = lambda phase, _info: seen.append(phase)  # noqa: E731
    much = [[n] for n in range(5_000)]
    gc.callbacks.append(watch)
    try:
        with put_off():
            GarbageCollection.collect()
            assert seen == []
        GarbageCollection.collect()
        assert seen
    finally:
        gc.callbacks.remove(watch)
    assert len(much) == 5_000
