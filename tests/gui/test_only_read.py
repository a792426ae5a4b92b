"""A journal that can only be read: from real media and real damage, in the window."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from onveilig_desktop.ui.bin_page import BinPage
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.entry_editor import EntryEditor
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.workspace import Workspace
from tools import needed

CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does"),
    pytest.mark.skipif("WITHOUT_MOUNTS" in os.environ, reason="WITHOUT_MOUNTS is set"),
]


@pytest.fixture
def read_only(opened):
    """A journal with an entry, from a disk that takes no writing."""
    needed("mount")
    opened.write("koffie")
    opened.lock()
    folder = str(opened.folder)
    bound = subprocess.run(["mount", "--bind", folder, folder], check=False)  # noqa: S603, S607
    if bound.returncode:
        needed("a system that lets itself be mounted")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)  # noqa: S603, S607
        opened.unlock()
        yield opened
        if isinstance(opened.page, Workspace):
            opened.lock()
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)  # noqa: S603, S607


@pytest.fixture(params=["read_only", "salvaged"])
def only_read(request):
    return request.getfixturevalue(request.param)


def buttons(page):
    return {b.accessibleName() or b.text(): b for b in page.findChildren(QPushButton)}


def is_off(button):
    return not button.isEnabled() and "nothing can be saved" in button.toolTip()


def test_it_opens_and_says_so_above_every_page(read_only):
    assert read_only.stories() == ["koffie"]
    standing = read_only.page.standing
    for number in range(5):
        read_only.page.show_page(number)
        read_only.settle()
        assert standing.lasting.isVisible()
    assert standing.lasting.text() == (
        "This folder cannot be written to. You can read the journal; nothing can be saved."
    )
    assert not read_only.page._notice.isVisible()


def test_what_is_damaged_is_said_above_every_page(salvaged):
    assert salvaged.page.standing.lasting.text().startswith("This journal is damaged.")
    assert salvaged.page.standing.lasting.isVisible()
    assert not salvaged.page._notice.isVisible()


def test_what_would_write_is_off_and_says_why(only_read):
    page = only_read.page.journal_page
    page.list.setCurrentIndex(page.model.index(1))
    only_read.settle()
    reader = page.side.currentWidget()
    found = [page.new, page.check_in, *(buttons(reader)[name] for name in ("Correct", "Delete"))]
    only_read.page.visit(OwnWordsPage)
    found.append(only_read.page._aside.add)
    only_read.page.visit(BinPage)
    aside = only_read.page._aside
    found += [aside.restore, aside.erase, aside.empty]
    only_read.page.visit(CopiesPage)
    aside = only_read.page._aside
    found += [aside.make, aside.other]
    only_read.page.visit(SettingsPage)
    aside = only_read.page._aside
    found += [aside.passphrase.change, aside.recovery.make, aside.place.erase]
    for fold in aside.folds.values():
        only_read.click(fold.toggle)
    only_read.settle()
    assert [button.text() for button in found if not is_off(button)] == []


def test_what_is_off_stays_off_whatever_turns_it_on(only_read):
    new = only_read.page.journal_page.new
    new.setEnabled(True)
    assert is_off(new)


def test_no_key_leads_to_a_form(only_read):
    assert is_off(only_read.page.journal_page.new)
    for key in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_E):
        QTest.keyClick(only_read.window, key, CONTROL)
        only_read.settle()
    assert not isinstance(only_read.page.journal_page.side.currentWidget(), EntryEditor)
    assert only_read.page._aside is None


def test_reading_finding_and_counting_go_on(only_read):
    for number in range(5):
        only_read.page.show_page(number)
        only_read.settle()
    assert not only_read.page._notice.isVisible()


def test_a_choice_holds_until_it_is_locked(only_read):
    only_read.page.visit(SettingsPage)
    page = only_read.page._aside
    only_read.click(page.folds["preferences"].toggle)
    only_read.click(page.preferences.shifts.chip(2))
    assert only_read.page.session.preferences.shifts == 2
    assert not only_read.page._notice.isVisible()


def test_it_locks_as_any_other(only_read):
    only_read.lock()
    assert isinstance(only_read.page, LockedPage)


def test_in_a_journal_that_can_be_written_nothing_is_off(opened):
    assert opened.page.journal_page.new.isEnabled()
    opened.page.visit(CopiesPage)
    opened.settle()
    assert opened.page._aside.make.isEnabled()
