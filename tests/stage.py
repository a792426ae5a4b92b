"""A real window over a real vault, driven as a person drives it."""

import gc
import shutil
from datetime import UTC, datetime, timedelta

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cut_off import LEAST
from onveilig_desktop import texts
from onveilig_desktop.app import compose
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Draft, Journal
from onveilig_desktop.ui import language, theme
from onveilig_desktop.ui.garbage import GarbageCollection
from onveilig_desktop.ui.in_turn import is_under_way
from onveilig_desktop.ui.safeguards import Safeguards
from onveilig_desktop.ui.world import World
from onveilig_desktop.vault import KeyWork, VaultGate

LIGHT_WORK = KeyWork(passes=1, kibibytes=8192)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PASSPHRASE = "koffie met een koekje"  # noqa: S105 - of a test
_ROUNDS = 3
"""What is shown may ask for another place, and its frame for another again."""


class Stage:
    """One window, its worker, its clock, and the hands of a person."""

    def __init__(self, folder, qtbot):
        self.folder = folder
        self.now = NOON
        self.seconds = 0.0
        self.ended = []
        self.windows = []
        self.qtbot = qtbot
        self.world = World(
            gate_at=lambda where: VaultGate(where, self.clock, work=LIGHT_WORK),
            clock=self.clock,
            locked=lambda where: self.ended.append(("locked", where)),
            leave=lambda: self.ended.append(("left", None)),
        )
        self.open_window()

    def open_window(self, **changes):
        self.window, self.tasks = compose(self.folder, self.world._replace(**changes))
        self.windows.append(self.window)
        self.guards = Safeguards(self.window, lambda: self.seconds)
        self.window.show()
        self.window.activateWindow()

    def clock(self):
        return self.now

    def pass_days(self, days):
        self.now += timedelta(days=days)

    @property
    def page(self):
        return self.window.centralWidget()

    def settle(self):
        """Wait until every job is done, its answer shown, and what is shown in its place."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not (is_under_way() or self.tasks.is_busy), timeout=20_000)
        for _ in range(_ROUNDS):
            QApplication.processEvents()

    def click(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, widget, words):
        widget.setFocus()
        QTest.keyClicks(widget, words)

    def go_to_passphrase(self):
        """Go on from the first step of the first run to the last."""
        for forward in (self.page.next, self.page.go_on, self.page.here):
            self.click(forward)

    def create(self):
        """Go through the first run."""
        self.click(self.page.new)
        self.go_to_passphrase()
        self.type(self.page.passphrase.line, PASSPHRASE)
        self.type(self.page.again.line, PASSPHRASE)
        self.click(self.page.make)
        return self.page

    def unlock(self, passphrase=PASSPHRASE):
        self.type(self.page.passphrase.line, passphrase)
        QTest.keyClick(self.page.passphrase.line, Qt.Key.Key_Return)
        self.settle()
        return self.page

    def lock(self):
        self.click(self.page.rail.lock)

    def write(self, story, *signals, day="", save=True):
        """Write an entry in the editor and save it."""
        journal = self.page.journal_page
        self.click(journal.new)
        editor = journal.editor
        self.type(editor.text, story)
        for signal in signals:
            self.click(editor.signals.chip(signal))
        if day:
            editor.when.day.clear()
            self.type(editor.when.day, day)
        if save:
            self.click(editor.save)
        return editor

    def stories(self):
        """The first words of every entry in the list, from the top."""
        from onveilig_desktop.ui.entry_list_model import ROW_ROLE

        model = self.page.journal_page.model
        rows = [model.index(n).data(ROW_ROLE) for n in range(model.rowCount())]
        return [row.line.opening for row in rows if row.line is not None]

    def ask(self, work):
        """What the open journal answers, asked on the worker."""
        answers = []
        self.page.session.ask(work, answers.append, owner=self.page)
        self.settle()
        [answer] = answers
        return answer

    def entries(self):
        lines = self.ask(Journal.lines)
        return self.ask(lambda journal: journal.entries([line.id for line in lines]))

    def drafts(self):
        return sorted(draft.text for draft in self.ask(Journal.drafts))

    def close(self):
        self.window.close()
        self.tasks.shutdown()
        shiboken6.delete(self.window)

    def clear(self):
        """Leave no window, whose guards would go on watching those of other tests."""
        self.close()
        for window in filter(shiboken6.isValid, self.windows):
            shiboken6.delete(window)


@pytest.fixture(scope="session", autouse=True)
def _garbage(qapp):
    """As in the program: a collection on the worker would destroy widgets there."""
    collection = GarbageCollection(qapp)
    yield
    collection.deleteLater()
    gc.enable()


@pytest.fixture
def stage(qtbot, qapp, tmp_path):
    theme.apply(qapp, "light")
    made = Stage(tmp_path / "journal", qtbot)
    yield made
    made.clear()


def _journal(folder, *drafts):
    """A folder with a journal of some entries, to be copied for each test."""
    gate = VaultGate(folder, lambda: NOON, work=LIGHT_WORK)
    journal = gate.create(PASSPHRASE)
    for draft in drafts:
        journal.save(draft)
    gate.close()
    return folder


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory):
    return _journal(tmp_path_factory.mktemp("master") / "journal")


@pytest.fixture(scope="session")
def weekly_journal(tmp_path_factory):
    """Three concerns over six weeks, one trait of friction."""
    hiding, heated = (
        frozenset({SignalId(name)}) for name in ("unsafety.hiding", "friction.heated")
    )
    return _journal(
        tmp_path_factory.mktemp("weekly") / "journal",
        *(
            Draft(text=f"story of {day}", day=day, signals=hiding)
            for day in ("1-10-2026", "14-10-2026", "12-11-2026")
        ),
        Draft(text="a good talk", day="2-11-2026", signals=heated),
    )


def _opened(stage, journal):
    shutil.copytree(journal, stage.folder)
    stage.window.show_locked()
    stage.unlock()
    return stage


@pytest.fixture
def opened(stage, empty_journal):
    """A stage with a new, open journal."""
    return _opened(stage, empty_journal)


@pytest.fixture
def weekly(stage, weekly_journal):
    """A stage with a journal of four entries, open."""
    return _opened(stage, weekly_journal)


@pytest.fixture(params=[1.0, 1.5], ids=["100 %", "150 %"])
def small(request, opened, qapp):
    """The smallest window in Dutch, also in large letters."""
    before, font = qapp.font(), qapp.font()
    font.setPointSizeF(font.pointSizeF() * request.param)
    QApplication.setFont(font)
    language.speak("nl")
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    yield opened
    QApplication.setFont(before)
    texts.use("en")


def tear(stage):
    """Lose the end of the journal."""
    path = next(path for path in stage.folder.iterdir() if len(path.name) == 32)
    path.write_bytes(path.read_bytes()[:-4096])


@pytest.fixture
def salvaged(opened):
    """What can be read of a damaged journal."""
    opened.write("koffie")
    opened.lock()
    tear(opened)
    opened.unlock()
    opened.click(opened.page.ways.read)
    return opened
