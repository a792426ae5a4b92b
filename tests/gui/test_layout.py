"""Every page at its smallest, in both languages: nothing cut off, out of reach or left over."""

import os
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from cut_off import LEAST, cut_off
from faults import faults
from languages import left_in_english
from looking import every_pattern, signals_beside
from onveilig_desktop import texts
from onveilig_desktop.catalog import SignalId, steps
from onveilig_desktop.journal import Form, FormKey, HalfDone, Precision
from onveilig_desktop.ui import language
from onveilig_desktop.ui.check_in_page import CheckInPage
from onveilig_desktop.ui.days_page import Kind
from onveilig_desktop.ui.entry_reader import EntryReader
from onveilig_desktop.ui.form_page import FormPage
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.thread_chooser import ThreadChooser
from onveilig_desktop.ui.thread_reader import ThreadReader
from onveilig_desktop.ui.welcome_page import Step


@pytest.fixture(params=["nl", "en"])
def small(request, opened):
    language.speak(request.param)
    opened.lock()
    opened.window.resize(*LEAST)
    opened.unlock()
    yield opened
    texts.use("en")


def every(small):
    yield "empty journal"
    small.write("x", SignalId("violence.manipulation"), SignalId("unsafety.control"))
    yield "reader"
    yield from every_search(small, small.page.journal_page.search)
    editor = small.write("y", save=False)
    yield "editor"
    for precision in Precision:
        small.click(editor.when.precision.chip(precision))
        yield f"editor {precision}"
    yield from every_with_more(small, editor)
    yield from every_pattern(small)
    yield from every_summary(small)
    yield from every_beside(small)
    small.page.session.failed.emit(
        texts.gettext("The disk is full. Make room and save again; your text is still here.")
    )
    small.settle()
    yield "notice"
    small.lock()
    yield "locked"
    small.unlock("wrong")
    yield "refused"
    small.window.welcome()
    small.settle()
    yield "before you begin"
    for step in (Step.WAY_OUT, Step.PLACE, Step.PASSPHRASE):
        small.window.welcome(step)
        small.settle()
        yield f"new journal, {step.name}"


def every_summary(small):
    """What can be chosen, unfolded one by one, and what is told before and after saving."""
    page = small.page.show_page(2)
    small.settle()
    yield "summary"
    for name, fold in page.choices.folds.items():
        fold.toggle.click()
        small.settle()
        yield f"summary {name}"
        fold.toggle.click()
    page.choices.names.offer(["Jan-Peter van den Nieuwenhuijzen"])
    page.choices.names.point_out(["Sanne", "Jan-Peter"])
    page.choices.folds["names"].toggle.click()
    yield "summary with names"
    small.click(page.save)
    small.type(page.leaving.password.line, "vier")
    yield "before it leaves"
    page.leaving.saved(small.folder / "a.pdf")
    yield "after it left"
    small.click(page.leaving.back)


def every_beside(small):
    """The days, and what is tied together and asked about."""
    small.page.visit(CheckInPage)
    yield "check-in"
    days = small.page.show_page(3)
    for kind in Kind:
        days.show_kind(kind)
        yield f"days {kind}"
    small.click(days.markers.add)
    for form in (days.check_in_form, days.marker_form, days.pause_form):
        days._whole.setCurrentWidget(form)
        form.save.click()
        yield type(form).__name__
    for kind in set(Form) - {Form.SUMMARY}:
        half_done = HalfDone(FormKey(kind, "violence.boundaries" * (kind is Form.WORDING)), {})
        small.page.session.forms.keep(half_done, lambda: None, small.page.session.fail)
        small.page.visit(partial(FormPage, key=half_done.key))
        small.settle()
        yield f"half filled {kind}"
    small.page.show_page(0)
    small.settle()
    yield "half filled in"
    yield from every_of_ones_own(small)


def every_of_ones_own(small):
    small.page.visit(OwnWordsPage)
    small.settle()
    own = small.page.findChildren(OwnWordsPage)[-1]
    yield "own words"
    small.click(own.add)
    yield "own signal to come"
    small.type(own.own.name, "koffie met een koekje en suiker")
    small.click(own.own.save)
    yield "own signal"
    yield from every_thread(small)
    small.lock()
    small.pass_days(3)
    small.unlock()
    assert small.page.journal_page.questions.isVisible()
    yield "question"
    small.write("z", save=False)
    yield "editor with an own signal"


def every_thread(small):
    lines = []
    small.page.session.ask(lambda journal: journal.lines(), lines.extend, owner=small.page)
    small.settle()
    small.page.visit(lambda session: ThreadChooser(session, lines[0].id))
    small.settle()
    small.click(small.page.findChildren(ThreadChooser)[-1].tie)
    small.page.show_page(0)
    small.page.journal_page.read(lines[0].id)
    yield "reader in a thread"
    small.page.visit(lambda session: ThreadReader(session, lines[0].id))
    yield "thread"


def every_with_more(small, editor):
    small.click(editor.more.toggle)
    for key in steps():
        small.click(editor.more.steps.chip(key))
    editor.when.day.setText("dinsdag 14 maart 2026")
    small.type(editor.when.day, " ")
    editor.more.fields["place"].setPlainText("z")
    yield "editor with more"
    small.click(editor.when.precision.chip(Precision.DAY))
    editor.when.day.clear()
    small.type(editor.when.day, "lente")
    small.click(editor.save)
    assert isinstance(small.page.journal_page.side.currentWidget(), EntryReader)
    yield "reader with more"
    small.click(small.page.journal_page.hide_texts)
    yield "texts hidden"


def every_search(small, bar):
    small.click(bar.filter)
    yield "filter"
    for words in ("x", "zzz"):
        bar.box.setText(words)
        small.qtbot.waitUntil(lambda: not bar._pause.isActive())
        small.settle()
        yield f"search for {words}"
        small.type(bar.panel.views.name, f"Bewaard als {words}")
        small.click(bar.panel.views.keep)
        yield f"view of {words}"
    bar.panel.first.setText("31-2-2026")
    bar.panel.first.typed.emit("31-2-2026")
    small.qtbot.waitUntil(lambda: bool(bar.panel.period.text()))
    yield "no such day"
    small.click(bar.filter)
    small.click(bar.show_all)


def test_nothing_is_wrong_at_the_smallest_size(small):
    assert small.window.size().toTuple() == LEAST
    wrong = {}
    for name in every(small):
        small.settle()
        if found := [*cut_off(small.window), *faults(small.window), *left_in_english(small.window)]:
            wrong[name] = found
    assert wrong == {}


def test_the_screen_is_as_fine_as_was_asked_for(qapp):
    asked = os.environ.get("QT_SCALE_FACTOR", "1")
    assert qapp.primaryScreen().devicePixelRatio() == float(asked)


def every_aside(small, photo):
    journal = small.page.journal_page
    small.write("x" * 300, SignalId("violence.manipulation"))
    small.click(journal.side.currentWidget().edit)
    journal.editor.text.setPlainText("other words than before")
    small.click(journal.editor.intensity.chip(3))
    small.click(journal.editor.save)
    panel = journal.side.currentWidget().attachments
    panel.take([photo, photo.parent])
    small.settle()
    small.qtbot.waitUntil(lambda: not panel.progress.isVisible())
    yield "reader with a file"
    small.click(journal.side.currentWidget().kept.versions)
    yield "wordings"
    small.click(small.page._aside.back)
    small.click(panel.files.layout().itemAt(0).widget())
    small.click(small.page._aside.remove)
    yield "file"
    small.click(small.page._aside.back)
    small.click(journal.beneath.history)
    yield from every_finding(small, small.page._aside)
    small.click(small.page._aside.back)
    small.click(journal.side.currentWidget().delete)
    yield "deleted"
    small.click(journal.beneath.bin)
    small.click(small.page._aside.empty)
    yield "bin"
    small.click(small.page._aside.back)
    small.click(small.page.rail.keys)
    yield "keys"


def every_finding(small, page):
    small.click(page.copy)
    page.noted.setText(page.code.text())
    small.click(page.look_up)
    small.qtbot.waitUntil(page.look_up.isEnabled)
    yield "check"
    page.check.click()
    yield "checking"


def test_nothing_is_wrong_beside_the_way(small, tmp_path):
    photo = tmp_path / "de keukentafel op zondagmorgen na het lange gesprek.txt"
    photo.write_text("words")
    wrong = {}
    for name in every_aside(small, photo):
        if name != "checking":
            small.settle()
        if found := [*cut_off(small.window), *faults(small.window), *left_in_english(small.window)]:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("wrap", [False, True])
def test_the_check_itself_notices_what_is_cut_off(qapp, qtbot, wrap):
    ground = QWidget()
    qtbot.addWidget(ground)
    label = QLabel("a sentence that is longer than this", ground)
    label.setWordWrap(wrap)
    label.setGeometry(0, 0, 60, 14)
    ground.show()
    assert [kind for kind, _words, _place in cut_off(ground)] == ["QLabel"]


def test_nothing_is_cut_off_when_the_window_suddenly_gets_small(small):
    small.window.resize(1500, 900)
    editor = small.write("z", save=False)
    small.settle()
    assert signals_beside(editor) == 3
    small.window.resize(*LEAST)
    small.settle()
    assert signals_beside(editor) == 1
    assert cut_off(small.window) == []
