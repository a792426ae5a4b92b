"""The page for taking along and bringing in, and what stands around it."""

import threading
from contextlib import ExitStack
from datetime import date
from itertools import count

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from looking import whole
from onveilig_desktop.transfer import write_copy
from onveilig_desktop.ui.moving_page import MovingPage
from tools import small_disk

TODAY = date(2026, 11, 20)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Where the dialogs begin."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


@pytest.fixture
def moving(opened, home):
    """The page beside the way, over a journal with one entry."""
    opened.write("Zelf geschreven.", day="1-2-2026")
    return visit(opened)


def visit(stage):
    stage.click(stage.page.journal_page.beneath.moving)
    page = stage.page.findChildren(MovingPage)[-1]
    page.stage = stage
    return page


def turn(page, way):
    page.stage.click(way)
    return page.panel


def bring(page, path):
    panel = turn(page, page.bring)
    panel.look_in(path)
    page.stage.settle()
    return panel


def answer(name=""):
    """Save or choose in the dialog that comes up next, and say yes to what it asks then."""

    def press():
        dialog = QApplication.activeModalWidget()
        if name:
            dialog.selectFile(name)
        QTimer.singleShot(0, confirm)
        accept = {"Save", "Choose"}
        next(part for part in dialog.findChildren(QPushButton) if part.text() in accept).click()

    def confirm():
        box = QApplication.activeModalWidget()
        if box is not None:
            box.button(box.StandardButton.Yes).click()

    QTimer.singleShot(0, press)


def words(panel):
    return whole(panel.message.text()).splitlines()


def told(panel):
    return [part.text() for part in panel.findChildren(QLabel) if part.isVisibleTo(panel)]


def texts(stage):
    return sorted(entry.text for entry in stage.entries())


def slow(stage, work):
    """Let the worker do nothing else until this is set."""
    gate = threading.Event()
    stage.page.session.ask(lambda _opened: gate.wait(20), work, owner=stage.page)
    return gate


@pytest.fixture
def copy(moving, home):
    """A copy of the journal as it is, with its one entry."""
    path = home / "copy.json"
    moving.stage.ask(lambda journal: write_copy(journal, path, TODAY))
    return path


@pytest.fixture
def mounted(tmp_path):
    """Mounts small disks."""
    with ExitStack() as disks:
        numbers = count()
        yield lambda options: disks.enter_context(
            small_disk(tmp_path / f"stick{next(numbers)}", options)
        )
