"""What is damaged or old is told, and what can be done about it is offered."""

from dataclasses import replace

import pytest
from test_backups import copies_page, make

from onveilig_desktop.app import open_story
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.looking_after import LookingAfter
from onveilig_desktop.ui.workspace import Workspace


def database(folder):
    return next(path for path in folder.iterdir() if len(path.name) == 32)


def damage(stage, start=1, step=1):
    """Spoil pages of the file of a journal that is locked."""
    path = database(stage.folder)
    raw = bytearray(path.read_bytes())
    for at in range(start * 4096 + 2000, len(raw), step * 4096):
        raw[at] ^= 1
    path.write_bytes(raw)


def test_a_damaged_journal_can_be_put_back_from_the_newest_copy(opened):
    opened.write("koffie")
    opened.lock()
    damage(opened)
    page = opened.unlock()
    assert isinstance(page, LockedPage)
    assert "damaged" in page.message.text()
    assert page.ways.newest.text() == "Put back the copy of 20 November 2026"
    opened.click(page.ways.newest)
    assert opened.stories() == ["koffie"]
    assert "put back" in opened.page.standing.passing.text()
    opened.click(opened.page.standing.over)
    assert not opened.page.standing.isVisible()


def test_what_can_be_read_of_it_is_read_and_nothing_is_saved(opened):
    opened.write("koffie")
    opened.lock()
    cut(opened)
    page = opened.unlock()
    assert isinstance(page, LockedPage)
    opened.click(page.ways.read)
    assert isinstance(opened.page, Workspace)
    assert "This journal is damaged." in opened.page.standing.lasting.text()
    assert not opened.page.journal_page.new.isEnabled()
    page = copies_page(opened)
    opened.click(page.list.put_back)
    assert page.list.question.isVisible(), page.message.text()
    opened.click(page.list.question.yes)
    assert isinstance(opened.page, LockedPage), page.message.text()
    opened.unlock()
    assert opened.stories() == ["koffie"]


def cut(stage):
    """Take away the last page."""
    path = database(stage.folder)
    path.write_bytes(path.read_bytes()[:-4096])


def test_without_a_copy_none_is_offered(opened):
    opened.window.lock_unattended()
    opened.settle()
    damage(opened)
    page = opened.unlock()
    assert not hasattr(page.ways, "newest")
    opened.click(page.ways.read)
    assert isinstance(opened.page, LockedPage | Workspace)


def test_an_old_copy_is_mentioned_and_a_new_one_is_not(opened):
    opened.write("koffie")
    opened.lock()
    opened.pass_days(15)
    opened.unlock()
    look(opened)
    assert not opened.page.standing.isVisible()  # nothing changed since
    opened.write("thee")
    look(opened)
    assert opened.page.standing.passing.text() == (
        "The newest copy of this journal is of Friday 20 November 2026."
    )
    opened.click(opened.page.standing.copies)
    make(opened, opened.page._aside)
    opened.click(opened.page.standing.over)
    look(opened)
    assert not opened.page.standing.isVisible()


def test_it_is_never_mentioned_when_the_person_wants_that(opened):
    session = opened.page.session
    session.prefer(replace(session.preferences, reminder_days=0))
    opened.settle()
    opened.write("koffie")
    look(opened)
    assert not opened.page.standing.isVisible()


def test_in_the_first_days_nothing_is_said_of_copies(opened):
    opened.window.lock_unattended()  # before the first copy
    opened.settle()
    opened.unlock()
    opened.write("koffie")
    opened.pass_days(14)
    look(opened)
    assert not opened.page.standing.isVisible()
    opened.pass_days(1)
    look(opened)
    assert opened.page.standing.passing.text().startswith("There is no copy of this journal")


def test_the_fictional_journal_asks_for_no_copy(stage):
    stage.window.enter(lambda: open_story(stage.folder))
    stage.settle()
    look(stage)
    assert not stage.page.standing.isVisible()


@pytest.mark.parametrize(
    ("days", "said"), [(0, "never mentioned"), (30, "mentioned after 30 days")]
)
def test_the_person_says_when_copies_are_mentioned(opened, days, said):
    opened.click(opened.page.rail.settings)
    fold, panel = opened.page._aside.folds["copies"], opened.page._aside.copies
    assert fold.toggle.text().endswith("mentioned after 14 days")
    opened.click(fold.toggle)
    opened.click(panel.days.chip(days))
    assert fold.toggle.text().endswith(said)
    opened.lock()
    opened.unlock()
    assert opened.page.session.preferences.reminder_days == days


def look(stage):
    """Let the journal be looked after, to the end."""
    after = LookingAfter(stage.page.session)
    after.noticed.connect(stage.page.standing.tell)
    with stage.qtbot.waitSignal(after.ended, timeout=20_000):
        after.begin()
    after.setParent(None)


def test_what_is_damaged_is_told(opened):
    opened.page.session.prefer(replace(opened.page.session.preferences, reminder_days=0))
    opened.settle()
    opened.write("koffie")
    look(opened)
    assert not opened.page.standing.isVisible()
    damage(opened, start=8)
    opened.pass_days(8)
    look(opened)
    assert "is damaged" in opened.page.standing.passing.text()


def test_locking_ends_the_examination(opened):
    after = LookingAfter(opened.page.session)
    after.begin()
    opened.window.lock_unattended()
    opened.qtbot.wait(300)
    assert isinstance(opened.page, LockedPage)
    opened.unlock()
    assert opened.ask(lambda _journal: "open") == "open"
