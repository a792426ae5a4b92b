"""The one quiet question when the journal is opened."""

import pytest

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import Answers, Draft, Repair
from onveilig_desktop.ui.entry_reader import EntryReader
from stage import tear

CONCERN = SignalId("violence.reversal")


def ask(stage, work):
    answers = []
    stage.page.session.ask(work, answers.append, owner=stage.page)
    stage.settle()
    [answer] = answers
    return answer


def open_again(stage, days):
    stage.lock()
    stage.pass_days(days)
    stage.unlock()
    return stage.page.journal_page.questions


def words(questions):
    return [answer.text() for answer in questions.answers]


def answer(stage, questions, said):
    stage.click(next(one for one in questions.answers if one.text() == said))


@pytest.fixture
def noted(opened):
    opened.write("Turned around.", CONCERN)
    return opened


def test_a_new_journal_asks_nothing(opened):
    assert not opened.page.journal_page.questions.isVisible()


def test_after_three_days_it_asks_whether_repair_followed(noted):
    assert not open_again(noted, 2).isVisible()
    questions = open_again(noted, 1)
    assert questions.isVisible()
    assert "Fri 20 November 2026" in questions.sentence.text()
    assert "Turned" not in questions.sentence.text()
    assert words(questions)[:5] == [
        "Yes",
        "Partly",
        "No",
        "No, the same pain came back",
        "Not yet known",
    ]


def test_the_answer_stands_in_the_entry_and_beside_it(noted):
    questions = open_again(noted, 3)
    answer(noted, questions, "Read it back")
    reader = noted.page.journal_page.side.currentWidget()
    assert isinstance(reader, EntryReader)
    assert not reader.afterwards.answers.isVisible()
    answer(noted, questions, "Partly")
    assert not questions.isVisible()
    [line] = ask(noted, lambda journal: journal.lines())
    assert line.repair is Repair.PARTLY
    reader = noted.page.journal_page.side.currentWidget()
    assert "Partly (answered on 23 November 2026)" in reader.afterwards.answers.text()
    assert not open_again(noted, 30).isVisible()


def test_not_now_asks_again_at_the_next_opening(noted):
    questions = open_again(noted, 3)
    answer(noted, questions, "Not now")
    assert not questions.isVisible()
    assert open_again(noted, 0).isVisible()


def test_not_yet_known_asks_again_a_week_later(noted):
    answer(noted, open_again(noted, 3), "Not yet known")
    assert not open_again(noted, 6).isVisible()
    assert open_again(noted, 1).isVisible()


def test_one_answer_brings_no_second_question(noted):
    noted.write("And again.", CONCERN)
    questions = open_again(noted, 3)
    answer(noted, questions, "No")
    assert not questions.isVisible()
    assert open_again(noted, 0).isVisible()


def test_it_makes_way_for_the_form_that_asks_the_same(noted):
    questions = open_again(noted, 3)
    answer(noted, questions, "Read it back")
    reader = noted.page.journal_page.side.currentWidget()
    noted.click(reader.edit)
    assert not questions.isVisible()


def test_nobody_is_asked_while_writing(noted):
    noted.write("Half a sentence", save=False)
    questions = open_again(noted, 3)
    editor = noted.page.journal_page.editor
    assert (editor.isVisible(), questions.isVisible()) == (True, False)
    noted.click(editor.later)
    assert questions.isVisible()
    noted.click(noted.page.journal_page.new)
    assert not questions.isVisible()


def test_what_was_deleted_meanwhile_is_told_and_asked_no_more(noted):
    questions = open_again(noted, 3)
    [line] = ask(noted, lambda journal: journal.lines())
    ask(noted, lambda journal: journal.delete(line.id))
    answer(noted, questions, "Yes")
    assert not questions.isVisible()


@pytest.fixture
def silent(opened):
    """Five days of writing, forty days of nothing, and a check-in."""
    for _ in range(5):
        today = opened.now.date()
        ask(opened, lambda journal, day=today: journal.check_ins.save(day, Answers(trust=0)))
        opened.pass_days(1)
    opened.pass_days(39)
    ask(opened, lambda journal: journal.check_ins.save(opened.now.date(), Answers(trust=0)))
    return opened


def test_a_silence_is_asked_about_once(silent):
    questions = open_again(silent, 0)
    assert questions.sentence.text() == (
        "Between 24 November 2026 and 3 January 2027 you did not write. Was that a pause?"
    )
    answer(silent, questions, "Yes")
    [pause] = ask(silent, lambda journal: journal.calendar.pauses())
    assert (pause.first.isoformat(), pause.last.isoformat()) == ("2026-11-25", "2027-01-02")
    assert not open_again(silent, 0).isVisible()


def test_no_is_an_answer_too(silent):
    answer(silent, open_again(silent, 0), "No")
    assert ask(silent, lambda journal: journal.calendar.pauses()) == []
    assert not open_again(silent, 1).isVisible()


def test_later_is_no_answer(silent):
    answer(silent, open_again(silent, 0), "Not now")
    assert open_again(silent, 1).isVisible()


def test_a_known_pause_is_not_asked_about(silent):
    days = (silent.now.date().replace(day=1), silent.now.date().replace(day=2))
    ask(silent, lambda journal: journal.calendar.pause(*days))
    assert not open_again(silent, 0).isVisible()


def test_a_silence_that_goes_on_is_not_asked_about(opened):
    for _ in range(5):
        today = opened.now.date()
        ask(opened, lambda journal, day=today: journal.check_ins.save(day, Answers(trust=0)))
        opened.pass_days(1)
    assert not open_again(opened, 60).isVisible()


def test_an_own_concern_is_asked_about(opened):
    own = ask(opened, lambda journal: journal.own_words.add("cold", is_concern=True))
    today = f"{opened.now.day}-{opened.now.month}-{opened.now.year}"
    draft = Draft(text="x", day=today, signals=frozenset({own.id}))
    ask(opened, lambda journal: journal.save(draft))
    assert open_again(opened, 3).isVisible()


def test_nothing_is_asked_that_cannot_be_answered(noted):
    assert open_again(noted, 3).isVisible()
    noted.lock()
    tear(noted)
    noted.unlock()
    noted.click(noted.page.ways.read)
    assert noted.page.journal_page.questions.isHidden()
