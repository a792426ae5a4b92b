"""The patterns page: what it says, what can be pressed, and when it asks."""

import pytest
from PySide6.QtWidgets import QLabel

from looking import come_to_rest, lines_of, patterns, says, words_on
from onveilig_desktop.journal import Answers, Draft
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.period import Span
from onveilig_desktop.ui.doubt_cards import DoubtCards
from onveilig_desktop.ui.signal_table import NotNoted, SignalLines, SignalTable

HIDING, HEATED, BELITTLING = "unsafety.hiding", "friction.heated", "violence.belittling"


def test_an_empty_journal_says_what_the_page_will_show(opened):
    page = patterns(opened)
    assert page.chart is None
    assert says(page, "once there is something to count")


def test_one_incident_is_told_as_once(opened):
    opened.write("once", HIDING, day="1-10-2026")
    page = patterns(opened)
    assert says(page, "Noted once, on 1 October 2026")
    assert not says(page, "more or less often")


def test_the_three_questions_are_answered_in_words_and_counts(weekly):
    page = patterns(weekly)
    said = words_on(page.findChild(DoubtCards))
    first = said.index("Did this happen once, or does it come back?")
    assert said[first + 1] == "1 signal comes back in the entries"
    assert said[first + 2] == "Hid myself"
    assert "Recurring in the entries: 3 different days" in said[first + 3]
    second = said.index("Did repair follow, or does the pain repeat?")
    assert said[second + 1] == "Not answered yet"
    assert "For 3 days it is not known whether repair followed." in said
    third = said.index("Does it leave me with more trust in myself, or more doubt?")
    assert said[third + 1] == "Not answered yet"


def test_a_card_shows_its_chart(weekly):
    page = patterns(weekly)
    page.findChild(DoubtCards).chart_wanted.emit(Kind.RETURN)
    come_to_rest(weekly, page)
    assert page.charts.kind.value() is Kind.RETURN


def test_what_recurs_comes_first_with_its_dates_and_why(weekly):
    page = patterns(weekly)
    said = words_on(page)
    assert said.index("Signal by signal") < said.index("What was there as well")
    lines = lines_of(page, "Hid myself")
    assert says(lines, "Recurring in the entries: 3 different days between 1 October 2026")
    assert says(lines, "Ordinary friction was noted on none of these 3 days.")
    assert not says(lines, "three or more different days within a year")
    weekly.click(lines.why)
    assert says(lines, "three or more different days within a year")
    assert says(lines, "Counted: 1 October 2026, 14 October 2026, and 12 November 2026.")
    weekly.click(lines.why)
    assert not says(lines, "three or more different days within a year")


def test_what_was_noted_as_well_stands_there_as_large(weekly):
    weekly.write("both", HIDING, HEATED, day="15-11-2026")
    lines = lines_of(patterns(weekly), "Hid myself")
    body = next(part for part in lines.findChildren(QLabel) if "Recurring" in part.text())
    assert "Also noted on 1 of these 4 days: Heated but safe (1)." in body.text()


def test_what_was_not_noted_is_folded(weekly):
    fold = patterns(weekly).findChild(NotNoted)
    assert not says(fold, "Belittled")
    weekly.click(fold.toggle)
    assert says(fold, "Belittled")
    assert says(fold, "Not noted does not mean that it did not happen.")


def test_what_unfolds_something_shows_whether_it_did(weekly):
    page = patterns(weekly)
    turned = [lines_of(page, "Hid myself").why, page.findChild(NotNoted).toggle]
    for one in [*turned, page.charts.pane.as_table]:
        folded = one.icon().pixmap(32).toImage()
        weekly.click(one)
        assert one.icon().pixmap(32).toImage() != folded
        weekly.click(one)
        assert one.icon().pixmap(32).toImage() == folded


def test_something_as_heavy_as_can_be_names_whom_to_call(opened):
    editor = opened.write("heavy", HIDING, day="1-10-2026", save=False)
    opened.click(editor.intensity.chip(5))
    opened.click(editor.save)
    page = patterns(opened)
    assert says(page, "In direct danger call 112")
    assert says(page, "Noted once, on 1 October 2026")


def test_the_page_follows_the_journal_once_it_is_looked_at(weekly):
    page = patterns(weekly)
    weekly.write("once more", HIDING, day="19-11-2026")
    assert not page.inquiry.is_busy
    patterns(weekly)
    assert says(page, "4 different days")


def test_coming_back_asks_nothing_when_nothing_changed(weekly):
    page = patterns(weekly)
    before = page._shown
    weekly.page.show_page(0)
    weekly.page.show_page(1)
    assert not page.inquiry.is_busy
    assert page._shown is before


def test_leaving_the_page_drops_the_answer(weekly):
    page = weekly.page.show_page(1)
    assert page.inquiry.is_busy
    weekly.page.show_page(0)
    weekly.settle()
    assert page._shown is None
    patterns(weekly)
    assert page._shown is not None


def test_locking_while_it_counts_ends_in_the_locked_page(weekly):
    weekly.page.show_page(1)
    weekly.lock()
    assert weekly.page.passphrase is not None


def test_a_long_count_is_told(weekly):
    import threading

    go = threading.Event()
    weekly.page.session.ask(lambda _opened: go.wait(20), lambda _: None, owner=weekly.page)
    page = weekly.page.show_page(1)
    assert not page.progress.isVisible()
    weekly.qtbot.waitUntil(page.progress.isVisible)
    go.set()
    come_to_rest(weekly, page)
    assert not page.progress.isVisible()


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span.MONTH, "Noted once, on 12 November 2026"),
        (Span.QUARTER, "3 different days"),
        (Span.YEAR, "3 different days"),
        (Span.EVERYTHING, "3 different days"),
    ],
)
def test_a_period_narrows_what_is_counted(weekly, span, words):
    page = patterns(weekly)
    weekly.click(page.period.span.chip(span))
    come_to_rest(weekly, page)
    assert says(page, words)


def test_a_period_in_the_persons_own_words(weekly):
    page = patterns(weekly)
    weekly.click(page.period.span.chip(Span.OWN))
    weekly.type(page.period.first, "october 2026")
    weekly.type(page.period.last, "october 2026")
    weekly.qtbot.waitUntil(lambda: says(page.period, "up to and including Sat 31 October 2026"))
    come_to_rest(weekly, page)
    assert says(page, "2 different days")
    page.period.last.clear()
    weekly.type(page.period.last, "soon")
    weekly.qtbot.waitUntil(lambda: says(page.period, "not understood"))
    assert says(page, "2 different days")


def test_a_period_without_entries_says_so(weekly):
    page = patterns(weekly)
    weekly.click(page.period.span.chip(Span.OWN))
    weekly.type(page.period.last, "1-1-2020")
    weekly.qtbot.waitUntil(lambda: says(page, "Nothing was noted in this period."))
    assert page.chart is None


def test_check_ins_alone_are_answered_too(opened):
    day = opened.now.date()
    opened.page.session.change(
        lambda journal: journal.check_ins.save(day, Answers(trust=1)),
        lambda _: None,
        owner=opened.page,
    )
    opened.settle()
    page = patterns(opened)
    assert says(page, "With other entries and check-ins: more trust in 1 of 1 answers")
    assert says(page, "No signal of unsafety or of violence was noted in this period.")
    assert page.chart is None


def test_of_many_own_signals_as_many_are_built_as_can_be_read(opened):
    def make(journal):
        made = [journal.own_words.add(f"signal {n}", is_concern=True) for n in range(40)]
        journal.save(
            Draft(text="x", day="1-10-2026", signals=frozenset(signal.id for signal in made))
        )

    opened.page.session.change(make, lambda _: None, owner=opened.page)
    opened.page.session.read_words()
    opened.settle()
    page = patterns(opened)
    assert len(page.findChildren(SignalLines)) == 25
    table = page.findChild(SignalTable)
    opened.click(table.more)
    opened.qtbot.waitUntil(lambda: table.is_built)
    assert len(page.findChildren(SignalLines)) == 41
