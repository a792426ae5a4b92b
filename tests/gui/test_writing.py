"""Writing, correcting, deleting - and nothing that was typed is lost."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.journal import DayPart, Draft, Journal, Precision, Repair
from onveilig_desktop.ui.entry_editor import EntryEditor
from onveilig_desktop.ui.entry_reader import EntryReader

SHRINKING = SignalId("unsafety.shrinking")
LISTENING = SignalId("friction.listening")


def test_an_entry_is_saved_with_all_its_parts(opened):
    editor = opened.write("We talked.", SHRINKING, LISTENING, day="14-3-2026", save=False)
    opened.click(editor.when.precision.chip(Precision.PART))
    opened.click(editor.when.part.chip(DayPart.EVENING))
    opened.click(editor.repair.chip(Repair.PARTLY))
    opened.click(editor.trust.chip(-2))
    opened.click(editor.intensity.chip(4))
    opened.click(editor.save)
    [entry] = opened.entries()
    assert entry.text == "We talked."
    assert entry.signals == {SHRINKING, LISTENING}
    assert (entry.happened.day.isoformat(), entry.happened.part) == ("2026-03-14", "evening")
    assert (entry.repair, entry.trust, entry.intensity) == (Repair.PARTLY, -2, 4)
    assert entry.written_at == opened.now


def test_a_minute_is_kept(opened):
    editor = opened.write("Now.", save=False)
    opened.click(editor.when.precision.chip(Precision.MINUTE))
    opened.type(editor.when.minute, "8:05")
    opened.click(editor.save)
    [entry] = opened.entries()
    assert entry.happened.minute.isoformat() == "08:05:00"


def test_a_chosen_chip_can_be_taken_back(opened):
    editor = opened.write("Now.", SHRINKING, save=False)
    opened.click(editor.signals.chip(SHRINKING))
    opened.click(editor.repair.chip(Repair.YES))
    opened.click(editor.repair.chip(Repair.YES))
    assert editor.draft().signals == frozenset()
    assert editor.draft().repair is None


def test_the_precision_always_has_a_value(opened):
    editor = opened.write("Now.", save=False)
    opened.click(editor.when.precision.chip(Precision.DAY))
    assert editor.draft().precision is Precision.DAY


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("21-11-2026", "yet to come"),
        ("29-2-2025", "does not exist"),
        ("31-4-2026", "does not exist"),
        ("dinsdag 14 maart 2026", "another day of the week"),
        ("winter 2025", "two different times"),
        ("1899-12-31", "before 1900"),
        ("last year", "too long"),
        ("soon", "not understood"),
    ],
)
def test_a_date_that_cannot_be_is_told_and_nothing_is_lost(opened, day, sentence):
    editor = opened.write("Kept.", day=day)
    assert sentence in editor.state.text()
    assert editor.text.toPlainText() == "Kept."
    assert opened.stories() == []


def test_the_29th_of_february_of_a_leap_year_is_a_day(opened):
    opened.write("Leap.", day="29-2-2024")
    [entry] = opened.entries()
    assert entry.happened.day.isoformat() == "2024-02-29"


def test_an_empty_entry_is_not_saved(opened):
    editor = opened.write("")
    assert editor.state.text() == "Write something or choose a signal first."


def test_ten_megabytes_stay_on_the_clipboard(opened):
    editor = opened.write("Before.", save=False)
    pasted = QMimeData()
    pasted.setText("x" * 10_000_000)
    editor.text.insertFromMimeData(pasted)
    assert editor.text.toPlainText() == "Before."
    assert "too long" in editor.state.text()


@pytest.mark.parametrize("story", ["a\0b", "🙂 👩‍👩‍👧", "שלום، مرحبا", "e\u0301", "\u202eabc"])
def test_unusual_text_comes_back(opened, story):
    editor = opened.write("", save=False)
    editor.text.setPlainText(story)
    opened.click(editor.save)
    [entry] = opened.entries()
    assert entry.text == story.replace("\0", "")


def test_pasted_text_comes_without_its_dress(opened):
    editor = opened.write("", save=False)
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")
    editor.text.insertFromMimeData(pasted)
    assert editor.text.toPlainText() == "bold"


def test_a_pause_seals_the_draft(opened, qtbot):
    editor = opened.write("Half a sent", save=False)
    qtbot.waitUntil(lambda: editor.state.text() == "Draft kept, encrypted", timeout=5000)
    [draft] = opened.ask(Journal.drafts)
    assert draft.text == "Half a sent"


def test_locking_at_once_loses_nothing(opened):
    opened.write("Half a sent", LISTENING, day="not a d", save=False)
    opened.lock()
    opened.unlock()
    opened.settle()
    editor = opened.page.journal_page.editor
    assert editor is not None
    draft = editor.draft()
    assert (draft.text, draft.day, draft.signals) == ("Half a sent", "not a d", {LISTENING})
    assert "You were writing this" in editor.state.text()


def test_closing_the_window_at_once_loses_nothing(opened):
    opened.write("Half a sent", save=False)
    opened.window.close()
    opened.settle()
    assert opened.window.isHidden()
    opened.tasks.shutdown()
    opened.open_window()
    opened.unlock()
    opened.settle()
    assert opened.page.journal_page.editor.text.toPlainText() == "Half a sent"


def test_three_times_shift_hides_everything_and_loses_nothing(opened):
    editor = opened.write("Half a sent", save=False)
    for _ in range(3):
        QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    assert opened.window.isHidden()
    assert opened.ended == [("left", None)]
    assert editor.text.toPlainText() == "Half a sent"
    opened.window._gate.close()
    opened.open_window()
    opened.unlock()
    opened.settle()
    assert opened.page.journal_page.editor.text.toPlainText() == "Half a sent"


def test_shift_in_ordinary_typing_does_nothing(opened):
    editor = opened.write("", save=False)
    for letter in "ABCD":
        QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
        QTest.keyClick(opened.window.windowHandle(), letter, Qt.KeyboardModifier.ShiftModifier)
    assert opened.ended == []
    assert editor.isVisible()


def test_a_full_disk_keeps_the_text_on_the_screen(opened):
    editor = opened.write("Kept.", save=False)
    editor._not_saved(DiskFullError())
    assert editor.text.toPlainText() == "Kept."
    assert "disk is full" in editor.state.text()
    assert editor.save.isEnabled()


def test_typing_on_while_it_is_saved_goes_into_the_next_version(opened):
    editor = opened.write("One", save=False)
    editor.save.click()
    opened.type(editor.text, " two")
    opened.settle()
    assert isinstance(opened.page.journal_page.side.currentWidget(), EntryEditor)
    opened.click(editor.save)
    [entry] = opened.entries()
    assert entry.text == "One two"


def test_a_correction_keeps_when_it_was_written(opened):
    opened.write("First.")
    written = opened.now
    opened.pass_days(3)
    reader = opened.page.journal_page.side.currentWidget()
    assert isinstance(reader, EntryReader)
    opened.click(reader.edit)
    editor = opened.page.journal_page.editor
    opened.type(editor.text, " Second.")
    opened.click(editor.save)
    [entry] = opened.entries()
    assert entry.text == "First. Second."
    assert entry.written_at == written


def test_a_deleted_entry_can_be_taken_back(opened):
    opened.write("Wanted after all.")
    journal = opened.page.journal_page
    opened.click(journal.side.currentWidget().delete)
    assert opened.stories() == []
    opened.click(journal.undo_bar.undo)
    assert opened.stories() == ["Wanted after all."]
    assert journal.undo_bar.isHidden()


def test_later_keeps_the_draft_and_offers_it_again(opened):
    editor = opened.write("Half", save=False)
    opened.click(editor.later)
    assert not isinstance(opened.page.journal_page.side.currentWidget(), EntryEditor)
    [draft] = opened.ask(Journal.drafts)
    assert draft.text == "Half"


def test_the_list_is_by_month_and_latest_first(opened):
    opened.write("march", day="14-3-2026")
    opened.write("april", day="2-4-2026")
    opened.write("march too", day="20-3-2026")
    assert opened.stories() == ["april", "march too", "march"]
    model = opened.page.journal_page.model
    words = [model.index(n).data() for n in range(model.rowCount())]
    assert words[0] == "April 2026"
    assert words[2] == "March 2026"


def test_choosing_in_the_list_reads_it(opened):
    opened.write("first", day="14-3-2026")
    opened.write("second", day="15-3-2026")
    journal = opened.page.journal_page
    journal.list.setFocus()
    QTest.keyClick(journal.list, Qt.Key.Key_Down)
    opened.settle()
    reader = journal.side.currentWidget()
    assert isinstance(reader, EntryReader)
    assert reader.entry_id == opened.ask(Journal.lines)[1].id


def test_the_meaning_of_a_signal_is_told_on_focus(opened):
    editor = opened.write("", save=False)
    chip = editor.signals.chip(SHRINKING)
    chip.setFocus()
    assert editor.signals._meaning.text() == chip.property("meaning")
    editor.text.setFocus()
    assert editor.signals._meaning.text().startswith("Choose what you recognise")


def test_an_explanation_does_not_stand_under_the_next_entry(opened):
    editor = opened.write("Kept.", save=False)
    editor.signals.chip(LISTENING).setFocus()
    opened.click(editor.save)
    opened.click(opened.page.journal_page.new)
    said = opened.page.journal_page.editor.signals._meaning.text()
    assert said.startswith("Choose what you recognise")


@pytest.mark.parametrize(
    ("story", "day", "place"),
    [("", "", "text"), ("Kept.", "31-11-2026", "when"), ("Kept.", "blabla", "when")],
)
def test_the_cursor_goes_to_what_is_wrong(opened, story, day, place):
    editor = opened.write(story, day=day)
    at = opened.window.focusWidget()
    assert getattr(editor, place).isAncestorOf(at) or at is getattr(editor, place)


def test_a_draft_for_a_correction_waits_beside_the_new_one(opened):
    opened.write("Saved.")
    opened.click(opened.page.journal_page.side.currentWidget().edit)
    opened.type(opened.page.journal_page.editor.text, " More")
    opened.write("New", save=False)
    opened.lock()
    opened.unlock()
    drafts = opened.ask(Journal.drafts)
    assert sorted(draft.text for draft in drafts) == ["New", "Saved. More"]
    assert len({draft.entry_id for draft in drafts}) == 2
    assert all(isinstance(draft, Draft) for draft in drafts)


def test_what_is_typed_right_after_the_keys_for_a_new_entry_is_not_lost(opened):
    QTest.keyClick(opened.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(opened.window.focusWidget(), "at once")
    assert opened.page.journal_page.editor.text.toPlainText() == "at once"


def test_enter_presses_a_button(opened):
    editor = opened.write("By keys.", save=False)
    editor.save.setFocus()
    QTest.keyClick(editor.save, Qt.Key.Key_Return)
    opened.settle()
    assert opened.stories() == ["By keys."]
