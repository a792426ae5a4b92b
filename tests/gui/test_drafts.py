"""Drafts: whatever was typed is kept, offered again, and never takes another's place."""

from PySide6.QtCore import QMimeData

from onveilig_desktop.journal import Precision


def test_a_second_new_entry_does_not_take_the_place_of_the_first(opened):
    opened.write("first", save=False)
    opened.lock()
    opened.unlock()
    opened.pass_days(1)
    opened.write("second", save=False)
    opened.lock()
    opened.unlock()
    assert opened.drafts() == ["first", "second"]
    page = opened.page.journal_page
    assert page.editor.text.toPlainText() == "second"
    assert not page.waiting.isHidden()
    opened.click(page.waiting.go_on)
    assert page.editor.text.toPlainText() == "first"
    opened.click(page.editor.save)
    assert opened.drafts() == ["second"]


def test_a_correction_that_was_left_is_there_again(opened):
    opened.write("Saved.")
    page = opened.page.journal_page
    opened.click(page.side.currentWidget().edit)
    opened.type(page.editor.text, " More")
    opened.click(page.editor.later)
    opened.click(page.side.currentWidget().edit)
    assert page.editor.text.toPlainText() == "Saved. More"


def test_typing_without_a_pause_is_sealed_all_the_same(opened, qtbot):
    editor = opened.write("", save=False)
    for _ in range(30):
        opened.type(editor.text, "x")
        qtbot.wait(60)
        if opened.drafts():
            break
    assert opened.drafts() != []
    assert len(opened.drafts()[0]) > 5


def test_saving_and_locking_at_once_offers_nothing_again(opened):
    editor = opened.write("saved", save=False)
    editor.save.click()
    opened.lock()
    opened.unlock()
    assert opened.stories() == ["saved"]
    assert opened.drafts() == []


def test_saving_three_times_makes_one_entry_and_one_version(opened):
    editor = opened.write("once", save=False)
    for _ in range(3):
        editor.save.setEnabled(True)
        editor.save.click()
    opened.settle()
    assert opened.stories() == ["once"]


def test_a_deleted_entry_takes_its_draft_along(opened):
    opened.write("Gone.")
    page = opened.page.journal_page
    opened.click(page.side.currentWidget().edit)
    opened.type(page.editor.text, " More")
    opened.click(page.editor.later)
    opened.click(page.side.currentWidget().delete)
    assert opened.drafts() == []
    opened.click(page.undo_bar.undo)
    assert opened.drafts() == ["Gone. More"]


def test_two_deleted_entries_are_both_taken_back(opened):
    page = opened.page.journal_page
    for story in ("one", "two"):
        opened.write(story)
        opened.click(page.side.currentWidget().delete)
    assert opened.stories() == []
    opened.click(page.undo_bar.undo)
    opened.click(page.undo_bar.undo)
    assert sorted(opened.stories()) == ["one", "two"]


def test_a_draft_can_be_thrown_away_and_taken_back(opened):
    editor = opened.write("not this", save=False)
    editor.seal()
    opened.click(editor.discard)
    assert opened.drafts() == []
    opened.click(opened.page.journal_page.undo_bar.undo)
    assert editor.text.toPlainText() == "not this"
    editor.seal()
    opened.settle()
    assert opened.drafts() == ["not this"]


def test_the_form_begins_at_its_top(opened):
    editor = opened.write("long", save=False)
    editor._area.verticalScrollBar().setValue(9999)
    opened.click(editor.save)
    opened.click(opened.page.journal_page.new)
    assert editor._area.verticalScrollBar().value() == 0


def test_a_part_of_the_day_must_be_chosen(opened):
    editor = opened.write("when", save=False)
    opened.click(editor.when.precision.chip(Precision.PART))
    opened.click(editor.save)
    assert "which part of the day" in editor.state.text()


def test_a_date_to_come_is_told_beside_the_field(opened):
    editor = opened.write("when", day="21-11-2026", save=False)
    assert "yet to come" in editor.when._understood.text()


def test_a_refused_paste_stays_told_while_the_draft_is_kept(opened, qtbot):
    editor = opened.write("before", save=False)
    pasted = QMimeData()
    pasted.setText("x" * 2_000_000)
    editor.text.insertFromMimeData(pasted)
    editor.seal()
    opened.settle()
    assert "too long" in editor.state.text()
