"""What the tests of searching and of saved views share."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Draft, Precision, Repair

HIDING, LISTENING = SignalId("unsafety.hiding"), SignalId("friction.listening")


def save(stage, *drafts):
    def all_of_them(journal):
        for draft in drafts:
            journal.save(draft)

    stage.page.session.change(all_of_them, lambda _: None, owner=stage.page)
    stage.settle()


@pytest.fixture
def noted(opened):
    save(
        opened,
        Draft(text="Eén ruzie over geld.", day="1-2-2026", repair=Repair.OPEN, intensity=4),
        Draft(text="Samen gewandeld.", day="20-11-2026", signals=frozenset({LISTENING})),
        Draft(text="🙂 Weer een ruzie, heel kort.", day="1-11-2026", intensity=2),
        Draft(text="Thuis.", day="3-2026", precision=Precision.MONTH, signals=frozenset({HIDING})),
    )
    return opened


def search(stage, words):
    bar = stage.page.journal_page.search
    bar.box.clear()
    stage.type(bar.box, words)
    wait(stage)
    return bar


def wait(stage):
    bar = stage.page.journal_page.search
    stage.qtbot.waitUntil(lambda: not bar._pause.isActive())
    stage.settle()


def press(stage, chord):
    stage.qtbot.keySequence(QApplication.focusWidget() or stage.window, QKeySequence(chord))
    wait(stage)
