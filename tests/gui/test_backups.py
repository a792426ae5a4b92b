"""Copies of the journal: made, tried, put back, removed; and looking after its files."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from looking import whole
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.workspace import Workspace
from stage import PASSPHRASE


def copies_page(stage):
    stage.page.visit(CopiesPage)
    stage.settle()
    return stage.page._aside


def copies(stage):
    folder = stage.folder / "copies"
    return sorted(folder.iterdir()) if folder.exists() else []


def lines(page):
    model = page.list.model
    return [model.index(n).data(Qt.ItemDataRole.DisplayRole) for n in range(model.rowCount())]


def make(stage, page):
    stage.click(page.make)
    stage.qtbot.waitUntil(lambda: not stage.page.session.copying.is_going, timeout=20_000)
    stage.settle()


def test_a_copy_is_made_when_the_person_locks_and_something_changed(opened):
    opened.write("koffie")
    opened.lock()
    [made] = copies(opened)
    assert opened.ended == [("locked", opened.folder)]
    assert opened.page.unlock.isEnabled()
    opened.unlock()
    assert opened.ask(lambda _journal: None) is None
    assert lines(copies_page(opened)) == [
        "Friday 20 November 2026, 12:00 · 1 entry, the last one written on Friday 20 November 2026"
    ]
    opened.lock()
    assert copies(opened) == [made]


def test_and_when_the_window_is_closed(opened):
    opened.write("koffie")
    opened.window.close()
    opened.settle()
    assert not opened.window.isVisible()
    assert len(copies(opened)) == 1


def test_none_is_made_by_the_quick_way_out(opened):
    opened.write("koffie")
    opened.click(opened.page.rail.leave)
    assert copies(opened) == []


def test_none_is_made_when_it_locks_for_someone_who_is_not_there(opened):
    opened.write("koffie")
    opened.window.lock_unattended()
    opened.settle()
    assert isinstance(opened.page, LockedPage)
    assert copies(opened) == []


def test_a_folder_that_is_gone_does_not_keep_the_journal_open(opened, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    copies_page(opened).choose(stick)
    opened.settle()
    stick.rmdir()
    opened.page.show_page(0)
    opened.write("koffie")
    opened.lock()
    assert opened.ended == [("locked", opened.folder)]
    assert isinstance(opened.unlock(), Workspace)


def test_the_button_has_the_keyboard_again_when_the_copy_is_made(opened):
    opened.write("x")
    page = copies_page(opened)
    page.make.setFocus()
    make(opened, page)
    assert opened.window.focusWidget() is page.make


def test_who_came_from_the_settings_goes_back_there(opened):
    opened.click(opened.page.rail.settings)
    for _ in range(2):
        opened.page._aside.copies.wanted.emit()
        opened.settle()
        copies = opened.page._aside
        assert isinstance(copies, CopiesPage)
        opened.click(copies.back)
        assert isinstance(opened.page._aside, SettingsPage)
    opened.click(opened.page._aside.back)
    assert opened.page.journal_page.isVisible()
    assert opened.page._aside is None


def test_a_copy_is_made_at_once_while_saves_go_on(opened):
    opened.write("koffie")
    page = copies_page(opened)
    assert page.list.nothing.isVisible()
    page.make.click()
    assert not page.make.isEnabled()
    opened.page.show_page(0)
    opened.write("thee")
    opened.qtbot.waitUntil(lambda: not opened.page.session.copying.is_going, timeout=20_000)
    assert len(copies(opened)) == 1
    assert set(opened.stories()) == {"koffie", "thee"}


def test_locking_stops_a_copy_that_is_being_made(opened):
    opened.write("koffie")
    copies_page(opened).make.click()
    opened.lock()
    assert opened.ended == [("locked", opened.folder)]
    assert len(copies(opened)) == 1
    assert not list(opened.folder.rglob("*~"))
    assert isinstance(opened.unlock(), Workspace)


def test_a_copy_is_tried(opened):
    opened.write("koffie")
    page = copies_page(opened)
    make(opened, page)
    assert page.message.text() == "The copy was made and checked."
    opened.click(page.list.attempt)
    assert page.message.text().startswith("This copy opens and is whole: 1 entry")
    [path] = copies(opened)
    whole = bytearray(path.read_bytes())
    whole[-3000] ^= 1
    path.write_bytes(whole)
    opened.click(page.list.attempt)
    assert "damaged" in page.message.text()


def test_a_copy_is_compared_before_it_is_put_back(opened):
    opened.write("koffie")
    make(opened, copies_page(opened))
    opened.page.show_page(0)
    opened.pass_days(1)
    opened.write("thee")
    page = copies_page(opened)
    opened.click(page.list.put_back)
    assert page.list.question.isVisible()
    assert "This copy: 1 entry" in page.list.question._sentence.text()
    assert "Now: 2 entries" in page.list.question._sentence.text()
    opened.click(page.list.question.yes)
    assert opened.stories() == ["koffie"]
    assert opened.page.standing.isVisible()
    page = copies_page(opened)
    assert "kept when another copy was put back" in lines(page)[0]
    assert "2 entries" in lines(page)[0]
    opened.click(page.list.put_back)
    opened.click(page.list.question.yes)
    assert set(opened.stories()) == {"koffie", "thee"}


def test_one_of_an_earlier_passphrase_asks_for_that_one(opened):
    opened.write("koffie")
    make(opened, copies_page(opened))
    done = []
    opened.page.session.tend(
        lambda gate: gate.keys.rotate(PASSPHRASE, "another one"), done.append, owner=opened.page
    )
    opened.settle()
    page = copies_page(opened)
    assert "made with an earlier passphrase" in lines(page)[0]
    opened.click(page.list.put_back)
    assert page.list.lock.isVisible()
    opened.type(page.list.passphrase.line, "wrong")
    opened.click(page.list.go_on)
    assert "does not open" in page.message.text()
    page.list.passphrase.line.clear()
    opened.type(page.list.passphrase.line, PASSPHRASE)
    QTest.keyClick(page.list.passphrase.line, Qt.Key.Key_Return)
    opened.settle()
    assert "This copy: 1 entry" in page.list.question._sentence.text()
    opened.click(page.list.question.yes)
    assert opened.stories() == ["koffie"]


def test_one_is_removed_when_the_person_says_so_twice(opened):
    page = copies_page(opened)
    make(opened, page)
    opened.click(page.list.remove)
    assert len(copies(opened)) == 1
    opened.click(page.list.question.yes)
    assert copies(opened) == []
    assert page.list.nothing.isVisible()
    assert page.message.text() == "The copy was removed."


def test_the_copies_go_to_a_stick_and_back(opened, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    page = copies_page(opened)
    assert not page.beside.isVisible()
    page.choose(stick)
    opened.settle()
    assert str(stick) in whole(page.place.text())
    make(opened, page)
    assert len(list(stick.iterdir())) == 1
    opened.click(page.beside)
    assert page.list.nothing.isVisible()


def test_a_folder_that_is_copied_elsewhere_is_asked_about(opened, tmp_path):
    shared = tmp_path / "Dropbox"
    shared.mkdir()
    page = copies_page(opened)
    page.choose(shared)
    opened.settle()
    assert "Dropbox" in page.question._sentence.text()
    assert "Dropbox" not in page.place.text()
    opened.click(page.question.yes)
    assert "Dropbox" in page.place.text()
