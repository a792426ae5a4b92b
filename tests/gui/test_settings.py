"""The settings: each choice is kept, and each key turned, in a real journal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from onveilig_desktop.ui import keys
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.workspace import Workspace
from stage import PASSPHRASE

NEW = "zes gele bootjes in de mist"


@pytest.fixture
def settings(opened):
    opened.click(opened.page.rail.settings)
    page = opened.page._aside
    assert isinstance(page, SettingsPage)
    for fold in page.folds.values():
        opened.click(fold.toggle)
    return page


def type_new(stage, panel, words=NEW, again=NEW):
    stage.type(panel.new.first.line, words)
    stage.type(panel.new.again.line, again)


def change(stage, panel, current=PASSPHRASE):
    stage.type(panel.current.line, current)
    type_new(stage, panel)
    stage.click(panel.change)


def make_code(stage, panel):
    stage.type(panel.current.line, PASSPHRASE)
    stage.click(panel.make)
    return [shown.text() for shown in panel.shown.groups]


def note(stage, panel, groups):
    """Type the two groups that are asked for."""
    stage.click(panel.shown.written)
    for field in panel.shown.fields:
        stage.type(field, groups[int(field.accessibleName().split()[-1]) - 1])
    stage.click(panel.shown.compare)


def set_minutes(stage, panel, words):
    panel.minutes.clear()
    stage.type(panel.minutes, words)
    QTest.keyClick(panel.minutes, Qt.Key.Key_Return)


def test_what_is_chosen_is_there_after_locking(opened, settings):
    panel = settings.preferences
    set_minutes(opened, panel, "12")
    opened.click(panel.shifts.chip(4))
    opened.click(panel.hides_texts.chip(True))
    assert settings.folds["preferences"].toggle.text().endswith("after 12 minutes · 4 × Shift")
    opened.lock()
    opened.unlock()
    chosen = opened.page.session.preferences
    assert (chosen.lock_minutes, chosen.shifts, chosen.leaves_by_shift) == (12, 4, True)
    assert chosen.hides_texts
    assert opened.page.session.hides_texts


def test_choices_in_quick_succession_do_not_undo_one_another(opened, settings):
    panel = settings.preferences
    set_minutes(opened, panel, "7")
    panel.shifts.chip(2).click()
    panel.shifts.chip(0).click()
    panel.hides_texts.chip(True).click()
    opened.settle()
    chosen = opened.ask(lambda journal: journal.settings.read())
    assert (chosen.lock_minutes, chosen.leaves_by_shift, chosen.hides_texts) == (7, False, True)


@pytest.mark.parametrize("minutes", ["0", "61", "", "x"])
def test_what_cannot_be_set_is_told_beside_it(opened, settings, minutes):
    set_minutes(opened, settings.preferences, minutes)
    opened.settle()
    assert settings.preferences.fault.text().startswith("Type a number from 1 to 60.")
    assert settings.preferences.fault.isVisible()
    assert opened.ask(lambda journal: journal.settings.read()).lock_minutes == 5
    set_minutes(opened, settings.preferences, "60")
    opened.settle()
    assert not settings.preferences.fault.isVisible()
    assert opened.ask(lambda journal: journal.settings.read()).lock_minutes == 60


def test_the_passphrase_is_changed(opened, settings):
    change(opened, settings.passphrase)
    assert settings.passphrase.state.text() == "The passphrase is changed."
    assert settings.passphrase.new.text() == ""
    opened.lock()
    assert isinstance(opened.unlock(), LockedPage)
    opened.page.passphrase.line.clear()
    assert isinstance(opened.unlock(NEW), Workspace)


def test_a_wrong_passphrase_changes_nothing_and_keeps_what_was_typed(opened, settings):
    panel = settings.passphrase
    change(opened, panel, current="wrong")
    assert panel.fault.isVisible()
    assert "does not open" in panel.fault.text()
    assert panel.new.text() == NEW
    assert opened.window.focusWidget() is panel.current.line
    opened.lock()
    assert isinstance(opened.unlock(), Workspace)


def test_each_empty_or_unlike_field_is_told_beside_it(opened, settings):
    panel = settings.passphrase
    opened.click(panel.change)
    assert panel.fault.text() == "Type a passphrase first."
    opened.type(panel.current.line, PASSPHRASE)
    assert not panel.fault.isVisible()
    type_new(opened, panel, again="other")
    opened.click(panel.change)
    assert "not the same" in panel.new.fault.text()
    panel.new.forget()
    opened.click(panel.change)
    assert panel.new.fault.text() == "Type a passphrase first."


def test_how_strong_it_is_is_told_after_a_pause(opened, settings):
    new = settings.passphrase.new
    opened.type(new.first.line, "welkom01")
    opened.qtbot.waitUntil(new.strength.isVisible)
    assert new.strength.text() == "A computer that guesses finds this within minutes."
    new.first.line.clear()
    QTest.keyClick(new.first.line, Qt.Key.Key_A)
    QTest.keyClick(new.first.line, Qt.Key.Key_Backspace)
    assert not new.strength.isVisible()


def test_suggested_words_are_shown_and_have_to_be_typed_once(opened, settings):
    new = settings.passphrase.new
    opened.click(new.suggest)
    assert len(new.text().split()) == 6
    assert new.text() in new.fault.text().splitlines()  # whole, however large the letters are
    assert new.first.line.echoMode() is new.first.line.EchoMode.Normal
    assert new.again.text() == ""
    assert opened.window.focusWidget() is new.again.line
    QTest.keyClicks(new.again.line, "a")
    assert not new.fault.isVisible()


def test_another_key_leaves_what_was_written(opened, settings):
    entries = opened.entries()
    panel = settings.passphrase
    before = {path.name for path in opened.folder.iterdir()}
    opened.click(panel.someone_knows.chip(True))
    change(opened, panel)
    assert panel.state.text() == "The journal has a new key and a new passphrase."
    assert {path.name for path in opened.folder.iterdir()} != before
    assert opened.entries() == entries
    opened.write("after")
    opened.lock()
    opened.unlock(NEW)
    assert opened.stories() == ["after"]


def test_a_code_is_made_checked_and_opens(opened, settings):
    panel = settings.recovery
    assert panel.in_short() == "none"
    groups = make_code(opened, panel)
    assert len(set(groups)) == 8
    note(opened, panel, groups)
    assert not panel.shown.isVisible()
    assert panel.in_short() == "there is one"
    assert not [shown for shown in panel.shown.groups if shown.text()]


def test_a_group_noted_wrongly_is_told(opened, settings):
    panel = settings.recovery
    groups = make_code(opened, panel)
    note(opened, panel, ["00000"] * 8)
    assert "is different" in panel.shown.fault.text()
    opened.click(panel.shown.again)
    assert [shown.text() for shown in panel.shown.groups] == groups
    for field in panel.shown.fields:
        field.clear()
    note(opened, panel, groups)
    assert not panel.shown.isVisible()


def test_a_code_is_taken_away(opened, settings):
    panel = settings.recovery
    note(opened, panel, make_code(opened, panel))
    opened.type(panel.current.line, PASSPHRASE)
    opened.click(panel.drop)
    assert panel.in_short() == "none"
    assert not panel.drop.isVisible()


def test_a_code_stays_with_another_key_only_when_it_is_typed(opened, settings):
    groups = make_code(opened, settings.recovery)
    note(opened, settings.recovery, groups)
    panel = settings.passphrase
    opened.click(panel.someone_knows.chip(True))
    opened.type(panel.code, " ".join(["11111", *groups[1:]]))
    change(opened, panel)
    assert panel.code_fault.text().startswith("Check these groups once more: 1")
    panel.code.clear()
    opened.type(panel.code, "-".join(groups).lower())
    opened.click(panel.change)
    assert panel.state.text() == "The journal has a new key and a new passphrase."
    assert settings.recovery.in_short() == "there is one"


def test_without_its_code_another_key_drops_it(opened, settings):
    note(opened, settings.recovery, make_code(opened, settings.recovery))
    opened.click(settings.passphrase.someone_knows.chip(True))
    change(opened, settings.passphrase)
    assert settings.recovery.in_short() == "none"


def test_the_journal_goes_on_in_another_folder(opened, settings, tmp_path):
    opened.write("before")
    opened.click(opened.page.rail.settings)
    place = opened.page._aside.place
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "photo.jpg").touch()
    place.take_to(stick)
    opened.settle()
    assert place.where.path == str(stick / "notities")
    assert not (opened.folder / "index").exists()
    opened.write("after")
    opened.lock()
    assert opened.ended == [("locked", stick / "notities")]
    opened.unlock()
    assert opened.stories() == ["after", "before"]


def test_a_folder_that_holds_a_journal_is_left_alone(opened, settings, tmp_path):
    place = settings.place
    (tmp_path / "other" / "notities").mkdir(parents=True)
    (tmp_path / "other" / "notities" / "index").write_bytes(bytes(4096))
    place.take_to(tmp_path / "other")
    opened.settle()
    assert "left as" in place.moved.text()
    assert place.where.path == str(opened.folder)
    opened.lock()
    assert isinstance(opened.unlock(), Workspace)


def test_a_folder_that_is_copied_elsewhere_is_asked_about(opened, settings, tmp_path):
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    settings.place.take_to(synced)
    opened.settle()
    assert "Dropbox" in settings.place.question.findChild(QLabel).text()
    assert settings.place.where.path == str(opened.folder)
    opened.click(settings.place.question.yes)
    assert settings.place.where.path == str(synced)


def test_erasing_needs_the_word_and_never_enter_alone(opened, settings):
    place = settings.place
    assert not place.erase.isEnabled()
    opened.type(place.word, "erse")
    assert not place.erase.isEnabled()
    place.word.clear()
    opened.type(place.word, "Erase ")
    QTest.keyClick(place.word, Qt.Key.Key_Return)
    opened.settle()
    assert place.erase.isEnabled()
    assert (opened.folder / "index").exists()


@pytest.mark.parametrize("copies_first", [True, False])
def test_what_is_erased_is_gone_but_for_the_backup_made_first(opened, settings, copies_first):
    place = settings.place
    opened.click(place.copy.chip(copies_first))
    opened.type(place.word, "erase")
    opened.click(place.erase)
    assert isinstance(opened.page, LockedPage)
    assert opened.ended == [("locked", opened.folder)]
    assert not (opened.folder / "index").exists()
    assert bool(list(opened.folder.glob("copies/*"))) is copies_first


def test_a_chord_opens_the_settings(opened):
    QTest.keySequence(opened.page, keys.SETTINGS.chord)
    assert isinstance(opened.page._aside, SettingsPage)
