"""Locking for someone who is not there."""

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_bus import SCREEN_SAVERS, desktop
from onveilig_desktop.journal import Preferences
from onveilig_desktop.ui.going_away import _as_path
from onveilig_desktop.ui.idle import since_boot
from onveilig_desktop.ui.locked_page import LockedPage

FIVE = 300


def is_locked(stage):
    stage.settle()
    return isinstance(stage.page, LockedPage)


def look(stage, seconds):
    """Let time pass, and the timer look."""
    stage.seconds += seconds
    stage.guards.idle.look()
    return is_locked(stage)


def test_it_locks_after_five_minutes_without_a_touch(opened):
    assert not look(opened, FIVE - 1)
    assert look(opened, 1)
    assert opened.ended == [("locked", opened.folder)]


def test_the_timer_looks_often_enough_to_notice_that_the_computer_slept(opened):
    assert opened.guards.idle._timer.isActive()
    assert opened.guards.idle._timer.interval() <= 10_001


def test_it_locks_by_its_own_timer(opened):
    opened.seconds += FIVE
    opened.guards.idle._timer.setInterval(0)
    opened.qtbot.waitUntil(lambda: bool(opened.ended))


@pytest.mark.parametrize("minutes", [1, 60])
def test_the_person_says_after_how_long(opened, minutes):
    session = opened.page.session
    session.prefer(replace(session.preferences, lock_minutes=minutes))
    opened.settle()
    assert not look(opened, 60 * minutes - 1)
    assert look(opened, 1)


def test_what_was_set_holds_when_it_is_opened_again(opened):
    opened.page.session.prefer(Preferences(lock_minutes=1))
    opened.settle()
    opened.lock()
    opened.unlock()
    assert look(opened, 60)


def test_it_does_not_lock_while_someone_types(opened):
    opened.click(opened.page.journal_page.new)
    text = opened.page.journal_page.editor.text
    for _ in range(10):
        opened.seconds += FIVE - 1
        opened.type(text, "a")
        opened.guards.idle.look()
    assert not is_locked(opened)
    assert look(opened, FIVE)


def test_nor_while_an_input_method_writes(opened):
    opened.click(opened.page.journal_page.new)
    opened.seconds += FIVE - 1
    opened.page.journal_page.editor.text.insertPlainText("言")
    opened.settle()
    assert not look(opened, FIVE - 1)


def test_nor_while_someone_moves_the_mouse(opened):
    opened.seconds += FIVE - 1
    QTest.mouseMove(opened.window.windowHandle(), QPoint(300, 300))
    QTest.mouseMove(opened.window.windowHandle(), QPoint(310, 310))
    opened.settle()
    assert not look(opened, FIVE - 1)


def test_the_first_touch_after_a_sleep_does_not_keep_it_open(opened):
    opened.seconds += 9 * 3600
    QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_A)
    assert is_locked(opened)


def test_what_was_typed_is_there_afterwards(opened):
    opened.click(opened.page.journal_page.new)
    opened.type(opened.page.journal_page.editor.text, "half a senten")
    assert look(opened, FIVE)
    opened.unlock()
    assert opened.drafts() == ["half a senten"]


def test_a_locked_journal_stays_as_it_is(stage):
    assert look(stage, 100 * FIVE)
    assert stage.ended == []


def test_a_dialog_is_answered_with_no(opened):
    dialog = QFileDialog(opened.page, options=QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    opened.settle()
    assert look(opened, FIVE)
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [opened.window]


def test_what_cannot_be_sealed_stays_and_is_folded_away(opened, monkeypatch):
    opened.write("kept")
    opened.click(opened.page.journal_page.new)
    opened.type(opened.page.journal_page.editor.text, "half")
    monkeypatch.chdir(opened.folder)
    database = next(file for file in opened.folder.iterdir() if len(file.name) == 32)
    database.rename(opened.folder.parent / "elsewhere")
    assert not look(opened, FIVE)
    assert opened.page.session.hides_texts
    (opened.folder.parent / "elsewhere").rename(database)
    assert look(opened, FIVE)


def test_texts_are_hidden_from_the_start_when_that_is_set(opened):
    opened.write("kept")
    opened.page.session.prefer(Preferences(hides_texts=True))
    opened.settle()
    assert opened.stories() == ["kept"]
    assert not opened.page.session.hides_texts  # not in the middle of the work
    opened.lock()
    opened.unlock()
    assert opened.page.session.hides_texts


def test_the_clock_goes_on():
    assert since_boot() <= since_boot()


@pytest.fixture
def at_desktop(opened, tmp_path, monkeypatch):
    with desktop(tmp_path) as made:
        for name, value in made.environment.items():
            monkeypatch.setenv(name, value)
        with opened.qtbot.waitSignal(opened.guards.away.listening):
            opened.guards.away.listen(0)
        yield made


TELLING = {
    "screen": lambda desk: desk.screen(SCREEN_SAVERS[0]),
    "screen of Gnome": lambda desk: desk.screen(SCREEN_SAVERS[1]),
    "sleep": lambda desk: desk.sleep(),
    "session": lambda desk: desk.lock_session(),
    "switch": lambda desk: desk.switch_session(),
}
SILENT = {
    "screen comes back": lambda desk: desk.screen(locked=False),
    "sleep is over": lambda desk: desk.sleep(begins=False),
    "another session": lambda desk: desk.lock_session("/org/freedesktop/login1/session/_33"),
    "another switch": lambda desk: desk.switch_session("/org/freedesktop/login1/session/c2"),
    "back here": lambda desk: desk.switch_session(active=True),
}


@pytest.mark.parametrize("tell", TELLING.values(), ids=TELLING)
def test_it_locks_when_the_desktop_says_that_one_goes_away(opened, at_desktop, tell):
    tell(at_desktop)
    opened.qtbot.waitUntil(lambda: bool(opened.ended), timeout=20_000)
    assert is_locked(opened)


@pytest.mark.parametrize("tell", SILENT.values(), ids=SILENT)
def test_it_stays_open_when_something_else_is_said(opened, at_desktop, tell):
    heard = []
    opened.guards.away.noticed.connect(lambda: heard.append("away"))
    tell(at_desktop)
    at_desktop.lock_session()  # heard after the other, on the same way
    opened.qtbot.waitUntil(lambda: bool(opened.ended), timeout=20_000)
    assert heard == ["away"]


def test_it_has_no_name_on_the_bus(opened, at_desktop):
    assert [name for name in at_desktop.names() if not name.startswith(":")] == [
        "org.freedesktop.DBus"
    ]


@pytest.mark.parametrize(
    "address", [None, "unix:path=/nowhere/at/all", "tcp:host=localhost,port=9"]
)
def test_where_no_bus_is_nothing_is_said(opened, monkeypatch, capfd, address):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
        if address is not None:
            monkeypatch.setenv(name, address)
    monkeypatch.setenv("XDG_RUNTIME_DIR", os.devnull)
    with opened.qtbot.waitSignal(opened.guards.away.listening):
        opened.guards.away.listen(0)
    assert capfd.readouterr() == ("", "")
    assert not is_locked(opened)


@pytest.mark.parametrize(
    ("name", "path"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")]
)
def test_sessions_are_written_as_systemd_writes_them(name, path):
    assert _as_path(name) == path
