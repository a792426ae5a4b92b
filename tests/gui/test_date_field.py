"""A date in words in the form: shown back as it was understood, and kept as that."""

import pytest

from onveilig_desktop.journal import DayPart, Precision


@pytest.fixture
def editor(opened):
    return opened.write("", save=False)


def saved(opened):
    [entry] = opened.entries()
    return entry


def say_when(opened, editor, words):
    editor.when.day.clear()
    opened.type(editor.when.day, words)


def understood(editor):
    return editor.when._understood.text()


class TestDateInWords:
    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("vorige week dinsdag", "Tue 10 November 2026"),
            ("last Tuesday", "Tue 17 November 2026"),
            ("14-3", "Sat 14 March 2026"),
            ("maart", "March 2026"),
            ("half april", "around 15 April 2026"),
            ("sometime in spring 2025", "April 2025, as the month for that season"),
            ("gisteravond", "Thu 19 November 2026"),
            ("morgen", "This day has yet to come. Check the date."),
            ("soon", "This date is not understood. Write it like 14-3-2026."),
        ],
    )
    def test_what_was_understood_is_shown(self, opened, editor, typed, shown):
        say_when(opened, editor, typed)
        assert understood(editor) == shown

    @pytest.mark.parametrize(
        ("typed", "precision"),
        [
            ("gisteren", Precision.DAY),
            ("maart", Precision.MONTH),
            ("voorjaar", Precision.MONTH),
            ("begin maart", Precision.ABOUT),
            ("dinsdagavond", Precision.PART),
        ],
    )
    def test_the_words_choose_how_well_it_is_known(self, opened, editor, typed, precision):
        say_when(opened, editor, typed)
        assert editor.when.precision.value() is precision

    def test_the_person_has_the_last_word(self, opened, editor):
        say_when(opened, editor, "begin maart")
        opened.click(editor.when.precision.chip(Precision.DAY))
        assert understood(editor) == "Thu 5 March 2026"
        assert editor.draft().precision is Precision.DAY

    def test_a_month_is_asked_for_its_day(self, opened, editor):
        say_when(opened, editor, "maart")
        opened.click(editor.when.precision.chip(Precision.DAY))
        assert "Which day" in understood(editor)
        say_when(opened, editor, "14 maart")
        assert understood(editor) == "Sat 14 March 2026"

    def test_when_the_words_go_the_own_choice_is_back(self, opened, editor):
        opened.click(editor.when.precision.chip(Precision.PART))
        opened.click(editor.when.part.chip(DayPart.MORNING))
        say_when(opened, editor, "maart")
        assert editor.draft().precision is Precision.MONTH
        say_when(opened, editor, "gisteren")
        assert (editor.draft().precision, editor.draft().part) == (
            Precision.PART,
            DayPart.MORNING,
        )

    def test_what_the_words_chose_goes_with_them_after_a_lock(self, opened, editor):
        opened.type(editor.text, "x")
        say_when(opened, editor, "maart")
        opened.lock()
        opened.unlock()
        editor = opened.page.journal_page.editor
        assert editor.draft().precision is Precision.MONTH
        say_when(opened, editor, "gisteren")
        assert editor.draft().precision is Precision.DAY

    def test_the_raw_words_stay_and_the_entry_has_the_day(self, opened, editor):
        opened.type(editor.text, "x")
        say_when(opened, editor, "gisteravond")
        assert editor.draft().day == "gisteravond"
        opened.click(editor.save)
        happened = saved(opened).happened
        assert (happened.day.isoformat(), happened.part) == ("2026-11-19", DayPart.EVENING)

    def test_yesterday_is_the_same_day_however_late_it_is_saved(self, opened, editor):
        opened.type(editor.text, "x")
        say_when(opened, editor, "yesterday")
        opened.lock()
        opened.pass_days(3)
        opened.unlock()
        editor = opened.page.journal_page.editor
        assert understood(editor) == "Thu 19 November 2026"
        opened.click(editor.save)
        assert saved(opened).happened.day.isoformat() == "2026-11-19"

    def test_an_entry_of_a_month_is_corrected_as_a_month(self, opened):
        opened.write("x", day="maart")
        opened.click(opened.page.journal_page.side.currentWidget().edit)
        editor = opened.page.journal_page.editor
        assert (editor.when.day.text(), understood(editor)) == ("3-2026", "March 2026")
        opened.click(editor.save)
        assert saved(opened).happened.precision is Precision.MONTH


def test_the_keyboard_goes_to_what_is_still_to_be_chosen(opened):
    editor = opened.write("When was it?", save=False)
    opened.click(editor.when.precision.chip(Precision.PART))
    opened.click(editor.save)
    assert editor.when.part.chip(DayPart.NIGHT).hasFocus()
    opened.click(editor.when.precision.chip(Precision.MINUTE))
    opened.type(editor.when.minute, "half past")
    opened.click(editor.save)
    assert editor.when.minute.hasFocus()
    assert opened.entries() == []
