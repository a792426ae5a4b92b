"""Check-ins, markers and pauses by hand."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from onveilig_desktop.journal import Answers, Draft, Eggshells, Speaking
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.days_page import DaysPage, Kind
from onveilig_desktop.ui.forms import label
from onveilig_desktop.ui.frames import Fitted

TODAY = date(2026, 11, 20)


def ask(stage, work):
    answers = []
    stage.page.session.ask(work, answers.append, owner=stage.page)
    stage.settle()
    [answer] = answers
    return answer


def check_ins(stage):
    return ask(stage, lambda journal: journal.check_ins.all())


def press(stage, key, modifier=Qt.KeyboardModifier.NoModifier):
    stage.window.activateWindow()
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    widget = stage.window.focusWidget() or stage.window
    QTest.keyClick(widget, key, modifier)
    stage.settle()


@pytest.fixture
def days(opened):
    """The page of days, shown."""
    page = opened.page.show_page(3)
    assert isinstance(page, DaysPage)
    opened.settle()
    return page


def rows(listed):
    model = listed.model
    return [model.index(n).data() for n in range(model.rowCount())]


def ask_how_it_was(stage):
    """Press Ctrl+K and return the form."""
    press(stage, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    [aside] = stage.page.findChildren(CheckInPage)
    return aside.form


def test_a_check_in_is_one_key_away_and_leads_back_to_the_draft(opened):
    editor = opened.write("Half a sentence", save=False)
    ask_how_it_was(opened)
    assert not editor.isVisible()
    press(opened, Qt.Key.Key_Space)
    press(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.isVisible()
    assert editor.text.toPlainText() == "Half a sentence"
    assert editor.text.hasFocus()
    [made] = check_ins(opened)
    assert (made.day, made.answers) == (TODAY, Answers(nothing_happened=True))
    assert made.written_at == opened.now


def test_all_answers_are_kept(opened):
    opened.click(opened.page.journal_page.check_in)
    [aside] = opened.page.findChildren(CheckInPage)
    form = aside.form
    opened.click(form.trust.chip(-2))
    opened.click(form.speaking.chip(Speaking.PARTLY))
    opened.click(form.eggshells.chip(Eggshells.A_LITTLE))
    form.day.line.clear()
    opened.type(form.day.line, "gisteren")
    opened.click(form.save)
    [made] = check_ins(opened)
    assert made.day == date(2026, 11, 19)
    assert made.answers == Answers(trust=-2, speaking=Speaking.PARTLY, eggshells=Eggshells.A_LITTLE)


@pytest.mark.parametrize(
    ("day", "sentence"), [("21-11-2026", "yet to come"), ("soon", "not understood")]
)
def test_a_day_that_cannot_be_is_told(opened, day, sentence):
    form = ask_how_it_was(opened)
    opened.click(form.nothing.chip(True))
    form.day.line.clear()
    opened.type(form.day.line, day)
    opened.click(form.save)
    assert sentence in form.state.text()
    assert form.isVisible()
    assert check_ins(opened) == []


def test_a_check_in_without_answers_is_not_kept(opened):
    form = ask_how_it_was(opened)
    opened.click(form.save)
    assert form.state.text() == "Choose at least one answer first."


def test_a_second_check_in_shows_and_corrects_the_first(opened):
    form = ask_how_it_was(opened)
    opened.click(form.trust.chip(1))
    opened.click(form.save)
    form = ask_how_it_was(opened)
    assert form.trust.value() == 1
    assert "already" in form.state.text()
    opened.click(form.trust.chip(-1))
    opened.click(form.save)
    [made] = check_ins(opened)
    assert made.answers == Answers(trust=-1)


def test_what_was_tapped_already_is_not_overwritten_by_what_was_found(opened):
    ask(opened, lambda journal: journal.check_ins.save(TODAY, Answers(trust=2)))
    opened.page.visit(CheckInPage)
    [aside] = opened.page.findChildren(CheckInPage)
    QTest.mouseClick(aside.form.trust.chip(-2), Qt.MouseButton.LeftButton)
    opened.settle()
    assert aside.form.trust.value() == -2
    assert "already" in aside.form.state.text()


def test_a_check_in_is_listed_changed_moved_and_removed(opened, days):
    opened.click(days.check_ins.add)
    [aside] = opened.page.findChildren(CheckInPage)
    opened.click(aside.form.nothing.chip(True))
    opened.click(aside.form.save)
    assert days.isVisible()
    form = days.check_in_form
    assert rows(days.check_ins) == ["Fri 20 November 2026 · nothing happened"]
    days.check_ins.list.setFocus()
    press(opened, Qt.Key.Key_Return)
    assert form.nothing.value() is True
    form.day.line.clear()
    opened.type(form.day.line, "18-11")
    opened.click(form.eggshells.chip(Eggshells.NO))
    opened.click(form.save)
    assert rows(days.check_ins) == ["Wed 18 November 2026 · nothing happened · eggshells: no"]
    days.check_ins.list.setFocus()
    press(opened, Qt.Key.Key_Delete)
    assert rows(days.check_ins) == []
    opened.click(days.undo)
    assert len(rows(days.check_ins)) == 1


def test_a_quiet_check_in_and_an_entry_of_one_day_stand_beside_each_other(opened):
    heavy = opened.write("It was heavy.", day="20-11-2026", save=False)
    opened.click(heavy.intensity.chip(5))
    opened.click(heavy.save)
    form = ask_how_it_was(opened)
    opened.click(form.nothing.chip(True))
    opened.click(form.save)
    days = opened.page.show_page(3)
    opened.settle()
    [row] = rows(days.check_ins)
    assert row == "Fri 20 November 2026 · nothing happened · there is an entry on this day too"
    page = opened.page.journal_page
    opened.page.show_page(0)
    opened.click(page.side.currentWidget().delete)
    opened.page.show_page(3)
    opened.settle()
    assert rows(days.check_ins) == ["Fri 20 November 2026 · nothing happened"]


def test_escape_keeps_nothing(opened):
    form = ask_how_it_was(opened)
    opened.click(form.nothing.chip(True))
    press(opened, Qt.Key.Key_Escape)
    assert opened.page.journal_page.isVisible()
    assert opened.page.findChildren(CheckInPage) == []
    assert check_ins(opened) == []


def test_a_marker_is_added_changed_and_removed(opened, days):
    days.show_kind(Kind.MARKERS)
    opened.click(days.markers.add)
    opened.type(days.marker_form.text, "moved in")
    opened.click(days.marker_form.save)
    assert rows(days.markers) == ["Fri 20 November 2026 · moved in"]
    opened.click(days.markers.change)
    days.marker_form.day.line.clear()
    opened.type(days.marker_form.day.line, "1-3-2025")
    opened.click(days.marker_form.save)
    assert rows(days.markers) == ["Sat 1 March 2025 · moved in"]
    opened.click(days.markers.remove)
    assert rows(days.markers) == []
    opened.click(days.undo)
    assert rows(days.markers) == ["Sat 1 March 2025 · moved in"]


def test_a_marker_without_words_is_told(opened, days):
    days.show_kind(Kind.MARKERS)
    opened.click(days.markers.add)
    opened.click(days.marker_form.save)
    assert days.marker_form.state.text() == "Write a few words first."


def test_a_pause_is_added_and_the_wrong_way_round_is_told(opened, days):
    days.show_kind(Kind.PAUSES)
    opened.click(days.pauses.add)
    form = days.pause_form
    opened.type(form.first.line, "1-8-2026")
    opened.type(form.last.line, "1-7-2026")
    opened.click(form.save)
    assert "before the first" in form.state.text()
    form.last.line.clear()
    opened.type(form.last.line, "31-8-2026")
    opened.click(form.save)
    assert rows(days.pauses) == ["Sat 1 August 2026 to Mon 31 August 2026"]


def test_a_month_is_no_day(opened, days):
    days.show_kind(Kind.PAUSES)
    opened.click(days.pauses.add)
    opened.type(days.pause_form.first.line, "March")
    opened.click(days.pause_form.save)
    assert days.pause_form.state.text().startswith("Which day")


def test_the_list_keeps_its_place_when_a_row_goes(opened, days):
    for back in range(3):
        ask(
            opened,
            lambda journal, day=20 - back: journal.check_ins.save(
                date(2026, 11, day), Answers(trust=0)
            ),
        )
    opened.page.session.changed.emit()
    opened.settle()
    days.check_ins.list.setCurrentIndex(days.check_ins.model.index(1))
    opened.click(days.check_ins.remove)
    assert days.check_ins.list.currentIndex().row() == 1
    assert len(rows(days.check_ins)) == 2


def test_entries_are_no_check_ins(opened, days):
    ask(opened, lambda journal: journal.save(Draft(text="x", day="1-11-2026")))
    assert rows(days.check_ins) == []


def shown_with(stage, form):
    """Show a form of the days; return what scrolls its fields."""
    page = stage.page.show_page(3)
    page._open(form)
    stage.settle()
    [fields] = form.findChildren(Fitted)
    return fields


@pytest.mark.parametrize("name", ["check_in_form", "marker_form", "pause_form"])
def test_saving_stands_right_below_the_last_field(opened, name):
    opened.window.resize(1280, 820)
    form = getattr(opened.page.show_page(3), name)
    fields = shown_with(opened, form)
    assert fields.verticalScrollBar().maximum() == 0
    below = form.save.mapTo(form, QPoint()).y() - fields.mapTo(form, QPoint()).y() - fields.height()
    assert 0 <= below <= 24
    foot = fields.widget().layout().contentsMargins().bottom()
    assert fields.widget().childrenRect().bottom() >= fields.height() - foot - 2
    assert form.childrenRect().bottom() < form.height() - 100


def test_what_is_said_in_a_form_makes_room_for_itself(opened):
    opened.window.resize(1280, 820)
    form = opened.page.show_page(3).marker_form
    fields = shown_with(opened, form)
    before = fields.height()
    fields.widget().layout().addWidget(label("More to read\n" * 3))
    opened.settle()
    assert fields.height() > before
    assert fields.verticalScrollBar().maximum() == 0


def test_a_form_scrolls_where_there_is_no_room_and_saving_stays_in_sight(opened):
    opened.window.resize(900, 600)
    opened.page.standing.tell("There is no copy of this journal. " * 40)
    form = opened.page.show_page(3).check_in_form
    fields = shown_with(opened, form)
    assert fields.verticalScrollBar().maximum() > 0
    corner = form.save.mapTo(opened.window, form.save.rect().bottomRight())
    assert opened.window.rect().contains(corner)
