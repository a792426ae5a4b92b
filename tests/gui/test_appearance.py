"""Language, colours and size of the text: set in the journal, kept in it, gone when it locks."""

from functools import partial
from time import sleep

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from onveilig_desktop import texts
from onveilig_desktop.journal import Preferences
from onveilig_desktop.journal.settings import Settings
from onveilig_desktop.ui import language, theme
from onveilig_desktop.ui.appearance import Appearance
from onveilig_desktop.ui.copies_page import CopiesPage
from onveilig_desktop.ui.locked_page import LockedPage
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.ui.ways_in import opened as opened_by
from onveilig_desktop.ui.workspace import Workspace
from stage import PASSPHRASE


@pytest.fixture(autouse=True)
def _as_before(qapp):
    yield
    Appearance.of(qapp).rest()
    language.speak("en")
    theme.apply(qapp, "light")


def look(stage):
    stage.click(stage.page.rail.settings)
    settings = stage.page.findChildren(SettingsPage)[-1]
    if not settings.folds["look"].toggle.isChecked():
        stage.click(settings.folds["look"].toggle)
    return settings.look


class Sights(QObject):
    """What is noted of each page of a kind at the moment when it comes into view."""

    def __init__(self, qapp, kind, note):
        super().__init__(qapp)
        self.kind, self.note, self.seen = kind, note, []
        qapp.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, self.kind):
            self.seen.append(self.note(watched))
        return False


@pytest.fixture
def watch(qapp):
    made = []
    yield lambda kind, note: made.append(Sights(qapp, kind, note)) or made[-1].seen
    for sights in made:
        qapp.removeEventFilter(sights)
        sights.deleteLater()


def letters():
    return round(QApplication.font().pointSizeF() / theme.usual_points() * 100)


def test_colours_change_at_once_and_what_was_open_stays(opened):
    page = opened.page
    panel = look(opened)
    opened.click(panel.scheme.chip("contrast"))
    assert theme.worn() == "contrast"
    assert opened.page is page
    opened.click(panel.scheme.chip("dark"))
    assert theme.worn() == "dark"


@pytest.mark.parametrize("percent", [80, 200])
def test_letters_change_and_the_same_place_is_shown_again(opened, percent):
    opened.write("Half a sen", save=False)
    opened.click(look(opened).text_size.chip(percent))
    opened.settle()
    assert letters() == percent
    assert opened.page.findChildren(SettingsPage)[-1].look.text_size.value() == percent
    assert QApplication.focusWidget().text() == f"{percent} %"
    assert opened.drafts() == ["Half a sen"]
    opened.page.show_page(0)
    opened.settle()
    assert opened.page.journal_page.editor.text.toPlainText() == "Half a sen"


def test_the_language_changes_without_a_restart(opened):
    opened.click(look(opened).language.chip("nl"))
    opened.settle()
    assert texts.language() == "nl"
    assert opened.page.rail.lock.text() == "Vergrendelen"
    assert opened.page.rail.settings.text() == "Instellingen"
    assert opened.window.windowTitle() == "Notities"
    assert QApplication.focusWidget().text() == "Nederlands"


def test_texts_that_were_hidden_stay_hidden(opened):
    opened.write("koffie")
    opened.page.session.hide_texts(True)
    opened.click(look(opened).text_size.chip(125))
    opened.settle()
    opened.page.show_page(0)
    opened.settle()
    page = opened.page.journal_page
    assert page.hide_texts.text() == "Show texts"
    assert "koffie" not in page.model.index(1).data()


def test_what_is_set_is_known_when_the_settings_come_into_view(opened, watch, monkeypatch):
    read = Settings.read
    monkeypatch.setattr(Settings, "read", lambda kept: sleep(0.2) or read(kept))  # a slow disk
    wanted = Preferences(lock_minutes=7, scheme="dark", text_percent=125)
    seen = watch(SettingsPage, lambda page: page.look._session.preferences)
    look(opened)
    opened.page.session.prefer(wanted)
    opened.settle()
    assert seen == [Preferences(), wanted]
    opened.lock()
    opened.unlock()
    look(opened)
    assert seen == [Preferences(), wanted, wanted]


def test_a_copy_that_is_being_made_goes_on(opened):
    opened.write("koffie")
    opened.page.visit(CopiesPage)
    opened.settle()
    made = []
    copying = opened.page.session.copying
    copying.made.connect(made.append)
    copying.begin()
    opened.click(look(opened).text_size.chip(125))
    opened.settle()
    opened.page.visit(CopiesPage)
    page = opened.page._aside
    opened.qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    assert opened.page.session.copying is copying
    assert page.make.isEnabled()
    assert len(list((opened.folder / "copies").iterdir())) == 1


def test_locking_stops_a_copy_that_was_begun_before_the_pages_were_made_anew(opened):
    opened.write("koffie")
    copying = opened.page.session.copying
    copying.begin()
    opened.page.session.prefer(Preferences(text_percent=125))
    opened.qtbot.waitUntil(lambda: letters() == 125)
    opened.window.lock()
    opened.settle()
    assert copying.is_over
    assert opened.ended == [("locked", opened.folder)]
    assert not list(opened.folder.rglob("*~"))


def test_it_holds_where_nothing_can_be_saved(salvaged):
    salvaged.click(look(salvaged).scheme.chip("dark"))
    for percent in (125, 150):
        salvaged.click(look(salvaged).text_size.chip(percent))
        salvaged.settle()
        assert (theme.worn(), letters()) == ("dark", percent)
        assert look(salvaged).text_size.value() == percent
    assert salvaged.page.standing.isVisible()


def test_it_is_kept_in_the_journal_and_holds_while_it_is_open(opened):
    panel = look(opened)
    opened.click(panel.scheme.chip("dark"))
    opened.click(panel.text_size.chip(125))
    opened.settle()
    opened.lock()
    opened.settle()
    assert (theme.worn(), letters()) == ("light", 100)
    opened.unlock()
    assert (theme.worn(), letters()) == ("dark", 125)


def test_nothing_of_it_stands_outside_the_vault(opened):
    before = set(opened.folder.parent.rglob("*"))
    opened.click(look(opened).scheme.chip("contrast"))
    files = [path for path in opened.folder.parent.rglob("*") if path.is_file()]
    assert {path.parent for path in set(files) - before} <= {opened.folder}
    assert not any(b"contrast" in path.read_bytes() for path in files)


def test_the_language_of_the_journal_is_spoken_when_it_opens(opened):
    opened.click(look(opened).language.chip("nl"))
    opened.settle()
    opened.lock()
    opened.settle()
    assert texts.language() == "en"  # as before
    opened.unlock()
    assert texts.language() == "nl"


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_the_locked_page_tells_nothing_of_it_while_a_copy_is_made(opened, watch, leave):
    opened.page.session.prefer(Preferences(language="nl", scheme="dark", text_percent=125))
    opened.settle()
    opened.page.show_page(0)
    opened.write("koffie")
    seen = watch(LockedPage, lambda page: (page.unlock.text(), theme.worn(), letters()))
    getattr(opened.window, leave)()
    opened.settle()
    assert len(list((opened.folder / "copies").iterdir())) == 1
    assert set(seen) == {("Open", "light", 100)}
    assert opened.window.windowTitle() == "Notes"


def test_nothing_of_it_is_worn_when_it_is_locked_before_its_pages_are_there(opened, watch):
    opened.page.session.prefer(Preferences(language="nl", scheme="dark", text_percent=125))
    opened.settle()
    opened.lock()
    seen = watch(Workspace, letters)
    window, way_in = opened.window, partial(opened_by, opened.world.gate_at(opened.folder))

    def lock_meanwhile(journal):
        window.show_journal(journal)
        window.lock_at_once()

    window.enter(lambda: way_in(PASSPHRASE), lock_meanwhile)
    opened.settle()
    opened.settle()
    assert isinstance(opened.page, LockedPage)
    assert (texts.language(), theme.worn(), letters()) == ("en", "light", 100)
    assert seen == []


def test_what_is_picked_on_the_locked_page_is_spoken_after_it_locks(opened):
    opened.page.session.prefer(Preferences(language="nl"))
    opened.settle()
    opened.lock()
    opened.page.language_wanted.emit("nl")
    opened.unlock()
    opened.click(look(opened).language.chip("en"))
    opened.settle()
    opened.lock()
    assert texts.language() == "nl"


def test_the_language_that_was_picked_before_it_opened_is_its_own_from_then_on(opened):
    opened.click(look(opened).language.chip("nl"))
    opened.settle()
    opened.lock()
    opened.settle()
    opened.page.language_wanted.emit("en")
    opened.unlock()
    assert texts.language() == "en"
    assert opened.ask(lambda journal: journal.settings.read()).language == "en"


def test_the_language_that_was_picked_counts_once(opened):
    opened.lock()
    opened.page.language_wanted.emit("nl")
    opened.unlock()
    opened.click(look(opened).language.chip("en"))
    opened.settle()
    opened.lock()
    opened.unlock()
    assert texts.language() == "en"
    assert opened.ask(lambda journal: journal.settings.read()).language == "en"


def test_a_change_of_something_else_leaves_it_as_it_is(opened):
    opened.click(look(opened).scheme.chip("dark"))
    page = opened.page
    settings = page.findChildren(SettingsPage)[-1]
    settings.preferences.hides_texts.chip(True).click()
    opened.settle()
    assert opened.page is page
    assert theme.worn() == "dark"


def test_icons_take_the_colours_of_the_theme(opened):
    new = opened.page.journal_page.new
    inks = set()
    for scheme in theme.SCHEMES:
        opened.click(look(opened).scheme.chip(scheme))
        shown = new.icon().pixmap(new.iconSize()).toImage()
        dots = [shown.pixelColor(x, y) for x in range(shown.width()) for y in range(shown.height())]
        inks.add(max(dots, key=lambda dot: dot.alpha()).name())
    assert inks == {theme.load(scheme).on_accent for scheme in theme.SCHEMES}


def test_other_colours_leave_keyboard_cursor_and_words_where_they_were(opened, qapp):
    theme.apply(qapp, "light")
    editor = opened.write("half a sentence", save=False)
    assert editor.text.hasFocus()
    theme.apply(qapp, "dark")
    assert editor.isVisible()
    assert editor.text.hasFocus()
    opened.qtbot.keyClicks(editor.text, ", and on")
    assert editor.text.toPlainText() == "half a sentence, and on"
