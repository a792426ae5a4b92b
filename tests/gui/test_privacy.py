"""The privacy page: each of its sentences has a test that fails when it stops being true."""

import ast
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from onveilig_desktop import texts
from onveilig_desktop.errors import WrongPassphraseError
from onveilig_desktop.hardening import is_shut_off
from onveilig_desktop.journal import Draft
from onveilig_desktop.surroundings import Disk, Memory, Readers, Sessions
from onveilig_desktop.ui import privacy_words as words
from onveilig_desktop.ui.about_page import AboutPage
from onveilig_desktop.ui.going_away import hears
from onveilig_desktop.ui.privacy_page import PrivacyPage
from onveilig_desktop.ui.privacy_words import Here, Kept, Limit, Opened
from onveilig_desktop.ui.screen_capture import Capture
from onveilig_desktop.ui.settings_page import SettingsPage
from onveilig_desktop.vault import VaultGate
from stage import LIGHT_WORK, PASSPHRASE

TESTS = Path(__file__).parents[1]
ANSWERS = {
    Kept.ENCRYPTED: (
        "vault/test_vault_traces.py::test_nothing_readable_on_disk",
        "vault/test_vault_traces.py::test_nothing_readable_during_a_transaction",
    ),
    Kept.NO_TRACES: (
        "functional/test_no_traces.py::test_nothing_is_written_elsewhere_and_nobody_is_spoken_to",
    ),
    Kept.NO_NETWORK: (
        "functional/test_no_traces.py::test_nothing_is_written_elsewhere_and_nobody_is_spoken_to",
        "functional/test_no_traces.py::test_it_does_not_miss_a_network",
        "functional/test_no_traces.py::test_nobody_can_have_it_show_itself_to_others",
    ),
    Kept.LOCKS: (
        "gui/test_auto_lock.py::test_it_locks_after_five_minutes_without_a_touch",
        "gui/test_auto_lock.py::test_the_person_says_after_how_long",
    ),
    Kept.FORGETS: ("functional/test_memory.py::test_nothing_is_left_in_memory_after_locking",),
    Kept.LEAVES: (
        "gui/test_quick_exit.py::test_the_button_is_on_every_page",
        "gui/test_quick_exit.py::test_every_dialog_has_a_button",
        "gui/test_quick_exit.py::test_everything_unfinished_is_there_afterwards",
    ),
    Kept.NEUTRAL: (
        "functional/test_no_traces.py::test_no_name_of_it_tells_what_it_is",
        "vault/test_vault_traces.py::test_only_neutral_names_and_nothing_unfinished",
    ),
    Limit.WATCHED: ("functional/test_program.py::test_another_program_sees_the_keys",),
    Limit.FORCED: ("vault/test_vault_keys.py::test_no_other_passphrase_opens_it",),
    Limit.SEEN: ("gui/test_privacy.py::test_size_and_time_of_the_files_tell_of_use",),
    # that the text and the key are there while it is open is what this one begins with
    Limit.ADMINISTRATOR: (
        "functional/test_memory.py::test_nothing_is_left_in_memory_after_locking",
    ),
    Limit.EXPORTS: (
        "functional/test_first_start_to_summary.py::test_from_first_start_to_a_saved_summary",
    ),
    Limit.OLD_COPIES: ("gui/test_privacy.py::test_an_old_copy_opens_with_the_old_passphrase",),
    Limit.ERASED: ("gui/test_privacy.py::test_erasing_does_not_reach_a_copy_elsewhere",),
    Limit.FORGOTTEN: ("vault/test_vault_keys.py::test_no_other_passphrase_opens_it",),
    Here.SYNCED: ("unit/test_surroundings.py::test_a_folder_is_known_by_its_name",),
    Here.READERS: (
        "unit/test_surroundings.py::test_who_may_look_into_a_folder_stands_on_it",
        "gui/test_privacy.py::test_the_page_sees_that_the_folder_was_opened_to_others",
    ),
    Here.SESSIONS: ("unit/test_surroundings.py::test_the_same_login_elsewhere_is_counted",),
    Here.DISK: ("unit/test_surroundings.py::test_the_disk_under_a_folder_is_seen",),
    Here.MEMORY: (
        "unit/test_surroundings.py::test_memory_stays_where_there_is_no_place_for_it",
        "unit/test_surroundings.py::test_memory_goes_to_a_disk",
        "unit/test_surroundings.py::test_memory_goes_to_a_disk_that_is_encrypted",
    ),
    Here.PROCESS: (
        "unit/test_hardening.py::test_it_says_itself_whether_that_took",
        "gui/test_privacy_here.py::test_another_program_of_this_login_is_refused",
        "unit/test_hardening.py::test_a_crash_leaves_no_core",
    ),
    Here.CAPTURE: ("gui/test_screen_capture.py::test_where_nothing_can_be_done_it_says_so",),
    Here.HEARING: (
        "gui/test_privacy.py::test_whether_the_system_tells_is_seen",
        "gui/test_auto_lock.py::test_it_locks_when_the_desktop_says_that_one_goes_away",
    ),
    Opened.WHO: (
        "vault/test_vault_gate.py::test_only_the_passphrase_opens_it",
        "gui/test_privacy.py::test_the_way_it_names_to_a_new_key_is_there",
    ),
    Opened.UNSEEN: ("gui/test_privacy.py::test_what_happens_elsewhere_is_not_among_the_times",),
}
"""For each sentence, by its id, what fails when it is no longer true."""


@pytest.fixture
def privacy(opened):
    return look(opened)


def look(stage):
    stage.page.visit(PrivacyPage)
    stage.settle()
    return stage.page._aside


def said(page):
    return [part.text() for part in page.findChildren(QLabel) if part.isVisible()]


def gate_at(folder):
    return VaultGate(folder, lambda: None, work=LIGHT_WORK)


def defined(path):
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_sentence_has_a_test_that_answers_for_it(privacy):
    assert set(privacy.sentences) == set(ANSWERS)
    assert set(privacy.sentences.values()) <= set(said(privacy))
    for tests in ANSWERS.values():
        for path, name in (test.split("::") for test in tests):
            assert name in defined(path), name


def test_nothing_else_is_promised(privacy):
    """What stands there besides are headings, points, times, and the word on the button."""
    rest = [line for line in said(privacy) if line not in privacy.sentences.values()]
    assert [line for line in rest if line != "•"] == [
        "Privacy",
        "What it protects against",
        "What it does not protect against",
        "On this computer, now",
        "When the journal was opened",
        "Friday 20 November 2026, 12:00 · this time",
    ]


@pytest.mark.parametrize("way", ["settings", "guide", "about"])
def test_it_is_reached_from(opened, way):
    if way == "settings":
        opened.page.visit(SettingsPage)
        opened.click(opened.page._aside.privacy)
    elif way == "about":
        opened.page.visit(AboutPage)
        opened.click(opened.page._aside.privacy)
    else:
        opened.click(opened.page.show_page(4).privacy)
    assert isinstance(opened.page._aside, PrivacyPage)


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(
    ("say", "answers"),
    [
        (words.synced_here, ["", "Dropbox"]),
        (words.readers_here, list(Readers)),
        (words.sessions_here, [None, Sessions(0, 0), Sessions(1, 0), Sessions(2, 1)]),
        (words.disk_here, list(Disk)),
        (words.memory_here, list(Memory)),
        (words.capture_here, list(Capture)),
        (words.process_here, [None, True, False]),
        (words.hearing_here, [None, True, False]),
    ],
)
def test_each_answer_has_words_of_its_own(language, say, answers):
    texts.use(language)
    assert len({say(answer) for answer in answers}) == len(answers)


def test_no_system_is_said_to_be_safe_from_pictures_without_its_word():
    assert words.capture_here(Capture.POSSIBLE).startswith("Other programs can")
    assert "says" in words.capture_here(Capture.BLOCKED)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="known on Linux only")
def test_the_page_sees_that_the_folder_was_opened_to_others(opened):
    before = look(opened).sentences[Here.READERS]
    assert before == words.readers_here(Readers.SELF)
    opened.folder.chmod(0o755)
    step = opened.folder.parent
    while step.stat().st_uid == os.getuid() and not step.stat().st_mode & 0o011:
        step.chmod(0o711)
        step = step.parent
    assert look(opened).sentences[Here.READERS] == words.readers_here(Readers.OTHERS)


def test_whether_the_system_tells_is_seen(monkeypatch):
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(name, "disabled:")
    assert hears() is False
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/bus")
    assert hears() is True


def test_what_is_true_of_this_process_is_said(privacy):
    assert privacy.sentences[Here.PROCESS] == words.process_here(is_shut_off())


def test_wrong_tries_and_earlier_times_are_told(opened):
    opened.lock()
    opened.unlock("wrong")
    opened.page.passphrase.line.clear()
    opened.unlock("wrong too")
    opened.page.passphrase.line.clear()
    opened.pass_days(1)
    opened.unlock()
    times = [line for line in said(look(opened)) if "2026" in line]
    assert times == [
        "Saturday 21 November 2026, 12:00 · this time · after 2 wrong tries",
        "Friday 20 November 2026, 12:00",
    ]


def test_a_new_journal_has_no_earlier_time(stage):
    stage.create()
    assert "No earlier time is known: it is new, or only read." in said(look(stage))


def test_what_happens_elsewhere_is_not_among_the_times(opened, tmp_path):
    opened.lock()
    copy = shutil.copytree(opened.folder, tmp_path / "copy")
    elsewhere = VaultGate(copy, opened.clock, work=LIGHT_WORK)
    elsewhere.open(PASSPHRASE)
    elsewhere.close()
    with pytest.raises(WrongPassphraseError):
        gate_at(opened.folder).open("tried in another window")
    opened.unlock()
    assert len([line for line in said(look(opened)) if "2026" in line]) == 2


def test_the_way_it_names_to_a_new_key_is_there(opened):
    opened.page.visit(SettingsPage)
    page = opened.page._aside
    assert page.folds["passphrase"].toggle.accessibleName().startswith("Passphrase")
    opened.click(page.folds["passphrase"].toggle)
    chips = [part.text() for part in page.passphrase.findChildren(type(page.privacy))]
    assert "Someone may know it" in chips


def test_size_and_time_of_the_files_tell_of_use(opened):
    database = next(file for file in opened.folder.iterdir() if len(file.name) == 32)
    before = database.stat()
    opened.ask(lambda journal: journal.save(Draft(text="koffie " * 3000, day="1-2")))
    assert database.stat().st_mtime_ns > before.st_mtime_ns
    assert database.stat().st_size > before.st_size


def test_an_old_copy_opens_with_the_old_passphrase(opened, tmp_path):
    opened.write("koffie")
    opened.lock()
    copy = shutil.copytree(opened.folder, tmp_path / "copy")
    opened.unlock()
    opened.page.session.tend(
        lambda gate: gate.keys.rotate(PASSPHRASE, "another"), lambda _: None, owner=opened.page
    )
    opened.settle()
    opened.lock()
    gate = VaultGate(copy, opened.clock, work=LIGHT_WORK)
    assert [line.opening for line in gate.open(PASSPHRASE).lines()] == ["koffie"]
    gate.close()
    with pytest.raises(WrongPassphraseError):
        gate_at(opened.folder).open(PASSPHRASE)


def test_erasing_does_not_reach_a_copy_elsewhere(opened, tmp_path):
    opened.ask(lambda journal: journal.save(Draft(text="koffie", day="1-2")))
    opened.lock()
    copy = shutil.copytree(opened.folder, tmp_path / "copy")
    gate_at(opened.folder).erase()
    gate = VaultGate(copy, opened.clock, work=LIGHT_WORK)
    assert [line.opening for line in gate.open(PASSPHRASE).lines()] == ["koffie"]
    gate.close()


def test_a_changed_preference_for_pictures_is_followed(opened):
    session = opened.page.session
    session.prefer(replace(session.preferences, allows_capture=True))
    opened.settle()
    assert look(opened).sentences[Here.CAPTURE] == words.capture_here(Capture.POSSIBLE)
