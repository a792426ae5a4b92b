"""Other names for signals, and own signals, seen everywhere at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from onveilig_desktop import catalog
from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId, shipped
from onveilig_desktop.journal import Draft
from onveilig_desktop.ui.entry_list_model import ROW_ROLE
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.own_words_page import OwnWordsPage
from onveilig_desktop.ui.signal_picker import SignalPicker

REVERSAL = SignalId("violence.reversal")


def ask(stage, work):
    answers = []
    stage.page.session.ask(work, answers.append, owner=stage.page)
    stage.settle()
    [answer] = answers
    return answer


def page(stage):
    stage.page.visit(OwnWordsPage)
    stage.settle()
    return shown(stage)


def shown(stage):
    [found] = [one for one in stage.page.findChildren(OwnWordsPage) if one.isVisible()]
    return found


def choose(page, signal_id):
    for n in range(page.model.rowCount()):
        if page.model.index(n).data(ROW_ROLE).id == signal_id:
            page.list.setCurrentIndex(page.model.index(n))


def rename(stage, signal_id, name):
    words = page(stage)
    choose(words, signal_id)
    words.wording.name.clear()
    stage.type(words.wording.name, name)
    stage.click(words.wording.save)
    return words


def add(stage, name, *, is_concern=True):
    words = page(stage)
    stage.click(words.add)
    stage.type(words.own.name, name)
    stage.click(words.own.counts_as.chip(is_concern))
    stage.click(words.own.save)
    [*_, own] = ask(stage, lambda journal: journal.own_words.read()).signals
    return own


def chip_words(stage, signal_id):
    return stage.page.journal_page.editor.signals.chip(signal_id).text().replace("\n", " ")


def spoken(stage):
    model = stage.page.journal_page.model
    return " ".join(model.index(n).data() for n in range(model.rowCount()))


def test_a_name_is_changed_on_every_page(opened):
    opened.write("x", REVERSAL)
    rename(opened, REVERSAL, "coffee 4")
    opened.click(shown(opened).back)
    assert "coffee 4" in spoken(opened)
    assert chip_words(opened, REVERSAL) == "coffee 4"
    patterns = opened.page.show_page(1)
    opened.settle()
    assert "coffee 4" in [row.label for row in patterns._shown.patterns.rows]


def test_the_usual_name_comes_back_when_the_own_one_goes(opened):
    rename(opened, REVERSAL, "coffee 4")
    rename(opened, REVERSAL, "")
    assert opened.page.session.catalog == catalog.shipped()


def test_own_names_are_there_after_unlocking(opened):
    opened.write("x", REVERSAL)
    rename(opened, REVERSAL, "coffee 4")
    opened.lock()
    opened.unlock()
    assert "coffee 4" in spoken(opened)


def test_an_explanation_is_hidden(opened):
    words = page(opened)
    choose(words, REVERSAL)
    opened.click(words.wording.hidden.chip(True))
    opened.click(words.wording.save)
    editor = opened.write("x", save=False)
    assert editor.signals.chip(REVERSAL).property("meaning") == ""
    assert editor.signals.chip(REVERSAL).accessibleDescription() == "Relational violence"


@pytest.mark.parametrize("is_concern", [True, False])
def test_an_own_signal_is_offered_ticked_and_counted(opened, is_concern):
    own = add(opened, "cold", is_concern=is_concern)
    assert own.is_concern is is_concern
    opened.click(shown(opened).back)
    editor = opened.write("x", own.id)
    assert editor.signals.chip(own.id).property("own") is True
    [line] = ask(opened, lambda journal: journal.lines())
    assert line.signals == {own.id}
    patterns = opened.page.show_page(1)
    opened.settle()
    [row] = [row for row in patterns._shown.patterns.rows if row.signal == own.id]
    assert (row.label, row.at_least, row.is_friction) == ("cold (own)", 1, not is_concern)


def test_a_retired_signal_is_offered_no_longer_but_old_entries_keep_it(opened):
    own = add(opened, "cold")
    words = shown(opened)
    opened.click(words.back)
    opened.write("x", own.id)
    choose(words := page(opened), own.id)
    opened.click(words.own.retire)
    opened.click(words.back)
    assert "cold" in spoken(opened)
    [line] = ask(opened, lambda journal: journal.lines())
    editor = opened.write("y", save=False)
    assert own.id not in editor.signals._chips
    editor.open(Draft.of(ask(opened, lambda journal: journal.entry(line.id))))
    assert editor.signals.chip(own.id).isChecked()
    opened.click(editor.save)
    assert ask(opened, lambda journal: journal.entry(line.id)).signals == {own.id}
    choose(words := page(opened), own.id)
    opened.click(words.own.retire)
    editor = opened.write("z", save=False)
    assert not editor.signals.chip(own.id).isChecked()


def test_a_signal_without_a_name_is_told(opened):
    words = page(opened)
    opened.click(words.add)
    opened.click(words.own.save)
    assert words.own.state.text() == "Give it a name first."


def test_it_is_reached_from_the_signals_and_leads_back_to_them(opened):
    editor = opened.write("Half", save=False)
    opened.click(editor.signals.own_words)
    words = shown(opened)
    assert words.list.hasFocus()
    QTest.keyClick(words.list, Qt.Key.Key_Escape)
    opened.settle()
    assert editor.isVisible()
    assert editor.text.toPlainText() == "Half"


def test_what_is_ticked_stays_ticked_when_words_change(opened):
    editor = opened.write("Half", REVERSAL, save=False)
    add(opened, "cold")
    opened.click(shown(opened).back)
    assert editor.signals.chosen() == {REVERSAL}


def test_what_the_catalogue_does_not_know_is_kept(opened):
    editor = opened.write("x", save=False)
    editor.signals.choose([SignalId("own.elsewhere"), REVERSAL])
    assert editor.signals.chosen() == {"own.elsewhere", REVERSAL}
    editor.signals.choose([REVERSAL])
    assert editor.signals.chosen() == {REVERSAL}


def many_signals():
    own = [
        OwnSignal(id=SignalId(f"own.{n}"), is_concern=n % 2 == 0, label=f"number {n}")
        for n in range(500)
    ]
    return PersonalWords((), tuple(own)).catalog(shipped())


def own_chips(picker):
    return {key: chip for key, chip in picker._chips.items() if key.startswith("own.")}


def test_however_many_are_chosen_a_few_are_shown_at_a_time(qtbot):
    known = many_signals()
    picker = SignalPicker(known)
    qtbot.addWidget(picker)
    chosen = frozenset(key for key in known.signals if key.startswith("own."))
    picker.choose(chosen)
    assert len(own_chips(picker)) == 20
    assert picker.chosen() == chosen
    before = own_chips(picker)
    picker.more.click()
    assert len(own_chips(picker)) == 25
    qtbot.waitUntil(lambda: len(own_chips(picker)) == 40)
    qtbot.wait(20)
    after = own_chips(picker)
    assert len(after) == 40
    assert all(after[key] is chip for key, chip in before.items())
    assert all(chip.isChecked() for chip in after.values())
    assert picker.more.text() == "460 more of your own"
    after[SignalId("own.7")].click()
    assert picker.chosen() == chosen - {"own.7"}


def test_what_is_chosen_is_shown_before_what_is_not(qtbot):
    picker = SignalPicker(many_signals())
    qtbot.addWidget(picker)
    picker.choose({SignalId("own.499"), SignalId("own.3")})
    assert {key for key, chip in own_chips(picker).items() if chip.isChecked()} == {
        "own.3",
        "own.499",
    }
    assert len(own_chips(picker)) == 20


def test_a_flow_is_measured_anew_when_a_word_in_it_grows(qtbot):
    chip = QPushButton("word")
    room = flow(QPushButton("other"), chip)
    qtbot.addWidget(room)
    room.show()
    before = room.layout().heightForWidth(200)
    assert room.layout().heightForWidth(200) == before
    chip.setText("a very much longer line of words than there is room for")
    assert room.layout().heightForWidth(200) > before


def test_five_hundred_own_signals_scroll_and_count(opened):
    def fill(journal):
        return [
            journal.own_words.add(f"signal number {n}", is_concern=n % 2 == 0).id
            for n in range(500)
        ]

    ids = ask(opened, fill)
    opened.page.session.read_words()
    opened.settle()
    editor = opened.write("all of them", save=False)
    editor.signals.choose(ids)
    opened.click(editor.save)
    opened.settle()
    assert opened.window.size().width() == 1180
    patterns = opened.page.show_page(1)
    opened.settle()
    assert sum(row.at_least for row in patterns._shown.patterns.rows) == 500
