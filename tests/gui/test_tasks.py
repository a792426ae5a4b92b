"""The worker: order, threads, errors, and answers nobody waits for any more."""

import threading

import pytest
from PySide6.QtCore import QObject

from onveilig_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.shutdown()


def test_work_is_done_elsewhere_and_answered_here(tasks, qtbot):
    answers = []
    tasks.run(
        threading.current_thread,
        owner=tasks,
        done=lambda worker: answers.append((worker, threading.current_thread())),
        failed=pytest.fail,
    )
    qtbot.waitUntil(lambda: bool(answers))
    [(worker, here)] = answers
    assert worker is not threading.main_thread()
    assert here is threading.main_thread()


def test_an_error_is_handed_over(tasks, qtbot):
    errors = []
    tasks.run(lambda: 1 / 0, owner=tasks, done=pytest.fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_answer_is_dropped_when_its_owner_is_gone(tasks, qtbot):
    owner, gate, answers = QObject(), threading.Event(), []
    tasks.run(gate.wait, owner=owner, done=answers.append, failed=answers.append)
    owner.deleteLater()
    del owner
    qtbot.wait(10)
    with qtbot.waitSignal(tasks.busy_changed):
        gate.set()
    assert answers == []


def test_jobs_run_in_the_order_in_which_they_were_asked(tasks, qtbot):
    answers = []
    for number in range(50):
        tasks.run(lambda n=number: n, owner=tasks, done=answers.append, failed=pytest.fail)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_shutting_down_finishes_what_was_asked_for(qapp):
    tasks, gate, saved = Tasks(), threading.Event(), []
    tasks.run(gate.wait, owner=tasks, done=lambda _: None, failed=pytest.fail)
    tasks.run(lambda: saved.append(1), owner=tasks, done=lambda _: None, failed=pytest.fail)
    threading.Timer(0.05, gate.set).start()
    tasks.shutdown()
    assert saved == [1]


def test_it_says_whether_it_is_busy(tasks, qtbot):
    heard = []
    tasks.busy_changed.connect(heard.append)
    for _ in range(3):
        tasks.run(lambda: None, owner=tasks, done=lambda _: None, failed=pytest.fail)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert heard == [True, False]
