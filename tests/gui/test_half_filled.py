"""Small forms that were begun and not saved: kept at every pause, and offered again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.errors import DiskFullError
from onveilig_desktop.journal import Answers, Form, FormKey
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.days_page import Kind
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.form_page import FormPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage

REVERSAL = SignalId("violence.reversal")


def kept(stage):
    return {one.key: one.fields for one in stage.ask(lambda journal: journal.unfinished.all())}


def begin_check_in(stage):
    stage.page.visit(CheckInPage)
    stage.settle()
    form = stage.page._aside.form
    stage.click(form.trust.chip(-2))
    return form


def begin_marker(stage):
    days = stage.page.show_page(3)
    days.show_kind(Kind.MARKERS)
    stage.click(days.markers.add)
    stage.type(days.marker_form.text, "moved i")
    return days.marker_form


def begin_pause(stage):
    days = stage.page.show_page(3)
    days.show_kind(Kind.PAUSES)
    stage.click(days.pauses.add)
    stage.type(days.pause_form.first.line, "1-8-2026")
    return days.pause_form


def words_page(stage):
    stage.page.visit(OwnWordsPage)
    stage.settle()
    return stage.page._aside


def choose(page, signal):
    [place] = [
        index
        for index in map(page.model.index, range(page.model.rowCount()))
        if index.data(ROW_ROLE).id == signal
    ]
    page.list.setCurrentIndex(place)


def begin_wording(stage):
    page = words_page(stage)
    choose(page, REVERSAL)
    stage.settle()
    stage.type(page.wording.name, "coff")
    return page.wording


def begin_own_signal(stage):
    page = words_page(stage)
    stage.click(page.add)
    stage.type(page.own.name, "col")
    return page.own


BEGUN = {
    FormKey(Form.CHECK_IN): (begin_check_in, {"trust": "-2", "day": "20-11-2026"}),
    FormKey(Form.MARKER): (begin_marker, {"text": "moved i"}),
    FormKey(Form.PAUSE): (begin_pause, {"first": "1-8-2026", "last": ""}),
    FormKey(Form.WORDING, REVERSAL): (begin_wording, {"name": "coff"}),
    FormKey(Form.OWN_SIGNAL): (begin_own_signal, {"name": "col", "counts_as": "True"}),
}


@pytest.fixture(params=BEGUN, ids=lambda key: key.form)
def begun(request, opened):
    """A form that was begun, its key, and what must be kept of it."""
    begin, fields = BEGUN[request.param]
    return begin(opened), request.param, fields


def has(stage, key, fields):
    found = kept(stage)
    return list(found) == [key] and found[key].items() >= fields.items()


def resumed(stage):
    """The form that is offered after unlocking, taken up again."""
    waiting = stage.page.journal_page.waiting
    assert waiting.isVisible()
    stage.click(waiting.fill_in)
    assert isinstance(stage.page._aside, FormPage)
    return stage.page._aside.form


def test_a_pause_in_typing_seals_it(opened, begun):
    _form, key, fields = begun
    opened.qtbot.waitUntil(lambda: has(opened, key, fields))


def test_locking_at_once_loses_nothing_and_it_is_offered_again(opened, begun):
    _form, key, fields = begun
    opened.lock()
    assert opened.ended == [("locked", opened.folder)]
    opened.unlock()
    form = resumed(opened)
    assert form.key == key
    assert form._words().items() >= fields.items()
    assert "You were writing this" in form.state.text()


def test_the_quick_way_out_loses_nothing(opened, begun):
    _form, key, fields = begun
    for _ in range(3):
        QTest.keyClick(opened.window.windowHandle(), Qt.Key.Key_Shift)
    assert opened.ended == [("left", None)]
    opened.window._gate.close()
    opened.open_window()
    opened.unlock()
    assert has(opened, key, fields)


def test_going_elsewhere_keeps_it(opened, begun):
    _form, key, fields = begun
    QTest.keySequence(opened.window, QKeySequence(keys.PAGES[0].chord))
    assert has(opened, key, fields)
    assert opened.page.journal_page.waiting.isVisible()


def test_saving_it_takes_it_away(opened, begun):
    form, key, _fields = begun
    form.seal()
    if key.form is Form.PAUSE:
        opened.type(form.last.line, "31-8-2026")
    opened.click(form.save)
    assert kept(opened) == {}


def test_throwing_it_away_takes_it_away(opened, begun):
    form, _key, _fields = begun
    form.seal()
    opened.click(form.discard)
    assert kept(opened) == {}
    assert not (isValid(form) and form.is_touched)
    assert opened.page.journal_page.waiting.isHidden()


def test_saving_what_was_taken_up_again(opened):
    begin_marker(opened)
    opened.lock()
    opened.unlock()
    form = resumed(opened)
    opened.type(form.text, "n")
    opened.click(form.save)
    [made] = opened.ask(lambda journal: journal.calendar.markers())
    assert made.text == "moved in"
    assert kept(opened) == {}
    assert opened.page.journal_page.waiting.isHidden()


def test_opening_the_same_form_finds_what_was_begun(opened):
    form = begin_marker(opened)
    opened.click(form.back)
    days = opened.page.show_page(3)
    opened.click(days.markers.add)
    assert days.marker_form.text.text() == "moved i"
    assert days.marker_form.discard.isVisible()


def test_a_correction_and_a_new_one_wait_side_by_side(opened):
    made = opened.ask(lambda journal: journal.calendar.mark(date(2026, 3, 1), "holiday"))
    days = opened.page.show_page(3)
    opened.settle()
    days.show_kind(Kind.MARKERS)
    opened.click(days.markers.change)
    opened.type(days.marker_form.text, "s")
    opened.click(days.marker_form.back)
    begin_marker(opened)
    opened.lock()
    opened.unlock()
    texts = {key: fields["text"] for key, fields in kept(opened).items()}
    about = FormKey(Form.MARKER, made.id.hex)
    assert texts == {about: "holidays", FormKey(Form.MARKER): "moved i"}


def test_a_correction_of_a_check_in_goes_on_with_the_same_day(opened):
    day = date(2026, 11, 18)
    opened.ask(lambda journal: journal.check_ins.save(day, Answers(trust=2)))
    days = opened.page.show_page(3)
    opened.settle()
    opened.click(days.check_ins.change)
    form = days.check_in_form
    opened.click(form.trust.chip(-1))
    form.day.line.clear()
    opened.type(form.day.line, "yesterday")
    opened.lock()
    opened.pass_days(1)
    opened.unlock()
    form = resumed(opened)
    assert form.day.line.text() == "19-11-2026"
    opened.click(form.save)
    [made] = opened.ask(lambda journal: journal.check_ins.all())
    assert (made.day, made.answers) == (date(2026, 11, 19), Answers(trust=-1))


def test_another_signal_can_be_chosen_and_the_words_are_there_again(opened):
    form = begin_wording(opened)
    page = opened.page._aside
    choose(page, SignalId("violence.manipulation"))
    opened.settle()
    assert form.name.text() == ""
    choose(page, REVERSAL)
    opened.settle()
    assert form.name.text() == "coff"


def test_what_is_taken_out_again_is_not_offered(opened):
    form = begin_marker(opened)
    form.seal()
    opened.settle()
    for _ in "moved i":
        QTest.keyClick(form.text, Qt.Key.Key_Backspace)
    opened.lock()
    opened.unlock()
    assert kept(opened) == {}
    assert opened.page.journal_page.waiting.isHidden()


def test_a_full_disk_is_told_and_the_words_stay(opened):
    form = begin_marker(opened)
    form._not_sealed(DiskFullError())
    assert "disk is full" in form.state.text()
    form.seal()
    opened.settle()
    assert has(opened, FormKey(Form.MARKER), {"text": "moved i"})


def test_a_form_that_is_saved_elsewhere_is_left(opened):
    begin_marker(opened)
    opened.page.show_page(0)
    opened.settle()
    opened.click(opened.page.journal_page.waiting.fill_in)
    opened.click(opened.page._aside.form.save)
    days = opened.page.show_page(3)
    opened.settle()
    assert not days.marker_form.isVisible()
    assert len(opened.ask(lambda journal: journal.calendar.markers())) == 1


def test_an_unfinished_form_and_a_draft_are_both_offered(opened):
    begin_marker(opened)
    opened.write("Half an entry", save=False)
    opened.lock()
    opened.unlock()
    page = opened.page.journal_page
    assert page.editor.text.toPlainText() == "Half an entry"
    assert page.waiting.fill_in.isVisible()
    assert not page.waiting.go_on.isVisible()
    assert QApplication.focusWidget() is page.editor.text
