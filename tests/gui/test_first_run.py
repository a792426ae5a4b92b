"""The first run: each step can be left, gone back from, and leads on; few of them are needed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from onveilig_desktop.ui.first_run import CodePage
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.welcome_page import Step, WelcomePage
from onveilig_desktop.ui.workspace import Workspace
from onveilig_desktop.vault import VaultGate
from stage import LIGHT_WORK, PASSPHRASE

SHIFT = Qt.Key.Key_Shift
MOST = 12


class Counted:
    """The same hands, but each click and each key besides text is counted."""

    def __init__(self, stage):
        self.stage = stage
        self.steps = 0

    def click(self, button):
        assert button.isVisible()
        self.steps += 1
        self.stage.click(button)

    def key(self, *pressed):
        for one in pressed:
            self.steps += 1
            QTest.keyClick(QGuiApplication.focusWindow(), *one if isinstance(one, tuple) else [one])
            self.stage.settle()

    def type(self, words):
        """Type where the keyboard is."""
        QTest.keyClicks(self.stage.window.focusWidget(), words)


def at(stage, step):
    stage.click(stage.page.new)
    stage.page.show_step(step)
    return stage.page


def visible(page, words):
    return next(b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_the_first_entry_takes_twelve_steps_at_most_by_keys(stage):
    hands, enter = Counted(stage), Qt.Key.Key_Return
    hands.key(enter)  # new journal
    hands.key(enter)  # read
    hands.key(SHIFT, SHIFT, SHIFT, enter)
    hands.key(enter)  # here
    hands.type(PASSPHRASE)
    hands.key(enter)
    hands.type(PASSPHRASE)
    hands.key(enter)
    assert isinstance(stage.page, Workspace)
    hands.key((Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    hands.type("koffie")
    hands.key((Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier))
    assert stage.stories() == ["koffie"]
    assert hands.steps <= MOST


def test_and_by_the_mouse(stage):
    hands = Counted(stage)
    hands.click(stage.page.new)
    hands.click(stage.page.next)
    hands.click(stage.page.go_on)
    hands.click(stage.page.here)
    hands.type(PASSPHRASE)
    hands.click(stage.page.again.line)
    hands.type(PASSPHRASE)
    hands.click(stage.page.make)
    hands.click(stage.page.journal_page.new)
    hands.type("koffie")
    hands.click(stage.page.journal_page.editor.save)
    assert stage.stories() == ["koffie"]
    assert hands.steps <= MOST


def test_the_way_out_is_rehearsed_and_nothing_closes(stage):
    page = at(stage, Step.WAY_OUT)
    assert page.tried.text().strip() == ""
    for _time in range(2):
        for _press in range(3):
            QTest.keyClick(QGuiApplication.focusWindow(), SHIFT)
        assert page.tried.text().startswith("That is how it goes.")
        assert stage.ended == []
        assert stage.window.isVisible()


@pytest.mark.parametrize("step", set(Step) - {Step.WAY_OUT})
def test_on_every_other_step_it_is_meant(stage, step):
    at(stage, step)
    for _press in range(3):
        QTest.keyClick(QGuiApplication.focusWindow(), SHIFT)
    assert stage.ended == [("left", None)]
    assert not stage.window.isVisible()
    assert not stage.folder.exists()


@pytest.mark.parametrize("step", Step)
def test_not_now_is_on_every_step_and_leaves_nothing_behind(stage, tmp_path, step):
    before = set(tmp_path.rglob("*"))
    page = at(stage, step)
    QTest.keyClicks(page.passphrase.line, "bijna")
    stage.click(visible(page, "Not now"))
    assert stage.window.isHidden()
    assert set(tmp_path.rglob("*")) == before


def test_one_can_go_back_and_what_was_typed_stays(stage):
    page = at(stage, Step.PASSPHRASE)
    stage.type(page.passphrase.line, "bijna")
    for step in (Step.PLACE, Step.WAY_OUT, Step.SAFETY):
        stage.click(visible(page, "Back"))
        assert page._steps.currentIndex() == step
    stage.go_to_passphrase()
    assert page.passphrase.text() == "bijna"


def test_who_left_begins_anew(stage):
    at(stage, Step.PASSPHRASE)
    stage.close()
    stage.open_window()
    assert isinstance(stage.page, LockedPage)
    stage.click(stage.page.new)
    assert stage.page._steps.currentIndex() == Step.SAFETY


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("iCloud Drive", ""),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("papers", ""),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_warned_of(stage, tmp_path, name, service):
    page = at(stage, Step.PLACE)
    assert not page.synced.isVisible()
    page.keep_in(tmp_path / name / "notities")
    assert page.where.path == str(tmp_path / name / "notities")
    service = service or ("iCloud Drive" if "iCloud" in name else "")
    assert page.synced.isVisible() == bool(service)
    assert service in page.synced.text()


def test_the_journal_is_made_where_it_was_chosen(stage, tmp_path):
    page = at(stage, Step.PLACE)
    page.keep_in(tmp_path / "stick" / "notities")
    stage.click(page.here)
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.make)
    assert isinstance(stage.page, Workspace)
    assert (tmp_path / "stick" / "notities" / "index").exists()
    assert not stage.folder.exists()
    stage.lock()
    assert stage.ended == [("locked", tmp_path / "stick" / "notities")]


def test_where_nothing_can_be_made_the_place_can_be_changed(stage, tmp_path):
    page = at(stage, Step.PASSPHRASE)
    (tmp_path / "file").write_text("", encoding="utf-8")
    page.keep_in(tmp_path / "file" / "below")
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.make)
    assert stage.page is page
    assert page.message.text() != ""
    stage.click(page.back)
    page.keep_in(tmp_path / "other")
    stage.click(page.here)
    stage.click(page.make)
    assert isinstance(stage.page, Workspace)


@pytest.mark.parametrize("notes", [True, False])
def test_a_recovery_code_can_be_made_at_once(stage, notes):
    page = at(stage, Step.PASSPHRASE)
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.code.chip(True))
    stage.click(page.make)
    assert isinstance(stage.page, CodePage)
    shown = stage.page.shown
    groups = [one.text() for one in shown.groups]
    if notes:
        stage.click(shown.written)
        for field in shown.fields:
            stage.type(field, groups[int(field.accessibleName().split()[-1]) - 1])
        stage.click(shown.compare)
    else:
        stage.click(stage.page.later)
    assert isinstance(stage.page, Workspace)
    stage.lock()
    stage.click(stage.page.by_code)
    stage.unlock("".join(groups))
    assert not isinstance(stage.page, LockedPage | WelcomePage)


def test_one_can_leave_at_once_while_the_recovery_code_is_shown(stage):
    page = at(stage, Step.PASSPHRASE)
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.code.chip(True))
    stage.click(page.make)
    QTest.mouseClick(visible(stage.page, "Leave at once"), Qt.MouseButton.LeftButton)
    assert stage.ended == [("left", None)]
    assert not stage.window.isVisible()


class WithoutRoom(VaultGate):
    """Of a disk on which nothing can be added once the journal is made."""

    def create(self, passphrase):
        journal = super().create(passphrase)
        (self.folder / "index~").mkdir()  # in the way of another header
        return journal


def test_a_recovery_code_that_could_not_be_made_is_told(stage):
    stage.world = stage.world._replace(
        gate_at=lambda where: WithoutRoom(where, stage.clock, work=LIGHT_WORK)
    )
    stage.settle()
    stage.close()
    stage.open_window()
    page = at(stage, Step.PASSPHRASE)
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.code.chip(True))
    stage.click(page.make)
    assert isinstance(stage.page, Workspace)
    assert "The recovery code could not be made." in said_above(stage.page)


def said_above(workspace):
    lines = workspace.standing.findChildren(QLabel)
    return " ".join(line.text() for line in lines if line.isVisible())


def test_the_recovery_code_is_locked_away_with_the_rest(stage):
    page = at(stage, Step.PASSPHRASE)
    stage.type(page.passphrase.line, PASSPHRASE)
    stage.type(page.again.line, PASSPHRASE)
    stage.click(page.code.chip(True))
    stage.click(page.make)
    stage.seconds += 300
    stage.guards.idle.look()
    stage.settle()
    assert isinstance(stage.page, LockedPage)


def test_it_is_said_what_forgetting_the_passphrase_costs(stage):
    page = at(stage, Step.PASSPHRASE)
    [said] = [
        one for one in page.findChildren(QLabel) if "all that you wrote is lost" in one.text()
    ]
    assert said.isVisible()
    assert said.font().bold()
