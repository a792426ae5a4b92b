"""Check-ins, markers, pauses, days of writing and silences in a real vault."""

from datetime import date, timedelta

import pytest
from vaults import PASSPHRASE, steps

from onveilig_desktop.errors import FutureDateError
from onveilig_desktop.journal import Answers, DayPart, Draft, Eggshells, Precision, Speaking
from onveilig_desktop.journal.calendar import EmptyMarkerError, TurnedRoundError
from onveilig_desktop.journal.check_ins import EmptyCheckInError
from onveilig_desktop.journal.days import LongLineError

TODAY = date(2026, 3, 14)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
FULL = Answers(
    trust=-2, speaking=Speaking.PARTLY, eggshells=Eggshells.A_LITTLE, nothing_happened=True
)
QUIET = Answers(nothing_happened=True)


def test_a_check_in_comes_back_whole_after_shutting(gate, journal, clock):
    made = journal.check_ins.save(TODAY, FULL)
    assert (made.day, made.answers, made.written_at) == (TODAY, FULL, clock.now)
    gate.close()
    assert gate.open(PASSPHRASE).check_ins.all() == [made]


@pytest.mark.parametrize(
    "answers",
    [
        Answers(trust=0),
        Answers(speaking=Speaking.NO),
        Answers(eggshells=Eggshells.NO),
        QUIET,
    ],
)
def test_one_answer_is_enough(journal, answers):
    journal.check_ins.save(TODAY, answers)
    assert journal.check_ins.of(TODAY).answers == answers


@pytest.mark.parametrize("precision", Precision)
def test_a_check_in_knows_whether_an_entry_is_on_its_day_for_sure(journal, precision):
    for day in (TODAY, YESTERDAY):
        journal.check_ins.save(day, QUIET)
    assert journal.check_ins.days_with_entry() == frozenset()
    when = {Precision.MINUTE: {"minute": "10:00"}, Precision.PART: {"part": DayPart.EVENING}}
    draft = Draft(text="x", day="14-3-2026", precision=precision, **when.get(precision, {}))
    saved = journal.save(draft)
    is_sure = precision not in (Precision.ABOUT, Precision.MONTH)
    assert journal.check_ins.days_with_entry() == ({TODAY} if is_sure else set())
    journal.delete(saved.id)
    assert journal.check_ins.days_with_entry() == frozenset()


def test_no_answer_at_all_is_not_kept(journal):
    with pytest.raises(EmptyCheckInError):
        journal.check_ins.save(TODAY, Answers())
    assert journal.check_ins.all() == []


def test_a_day_that_has_yet_to_come_is_refused(journal):
    with pytest.raises(FutureDateError):
        journal.check_ins.save(TOMORROW, QUIET)


def test_a_second_one_corrects_the_first(journal, clock):
    first = journal.check_ins.save(YESTERDAY, QUIET)
    clock.forward(hours=1)
    journal.check_ins.save(YESTERDAY, FULL)
    [kept] = journal.check_ins.all()
    assert (kept.answers, kept.written_at) == (FULL, first.written_at)


def test_one_moved_to_another_day_leaves_none_behind(journal, clock):
    journal.check_ins.save(TODAY, QUIET)
    first = journal.check_ins.save(YESTERDAY, FULL)
    clock.forward(hours=1)
    journal.check_ins.save(TODAY, FULL, moved_from=YESTERDAY)
    [kept] = journal.check_ins.all()
    assert (kept.day, kept.answers, kept.written_at) == (TODAY, FULL, first.written_at)


def test_a_removed_one_can_be_brought_back_unless_there_is_another(journal):
    made = journal.check_ins.save(TODAY, FULL)
    journal.check_ins.remove(TODAY)
    assert journal.check_ins.all() == []
    journal.check_ins.bring_back(made)
    assert journal.check_ins.all() == [made]
    journal.check_ins.remove(TODAY)
    journal.check_ins.save(TODAY, QUIET)
    journal.check_ins.bring_back(made)
    assert journal.check_ins.of(TODAY).answers == QUIET


def test_check_ins_come_latest_day_first(journal):
    for back in (3, 0, 9):
        journal.check_ins.save(TODAY - timedelta(days=back), QUIET)
    assert [(TODAY - made.day).days for made in journal.check_ins.all()] == [0, 3, 9]


def test_a_marker_is_kept_corrected_removed_and_brought_back(journal):
    made = journal.calendar.mark(YESTERDAY, "  moved\nin ")
    assert made.text == "moved in"
    better = journal.calendar.mark(TODAY, "moved in", made.id)
    assert journal.calendar.markers() == [better]
    journal.calendar.remove(better)
    assert journal.calendar.markers() == []
    journal.calendar.bring_back(better)
    assert journal.calendar.markers() == [better]
    assert "moved" not in repr(better)


@pytest.mark.parametrize(
    ("day", "text", "error"),
    [
        (TODAY, " \n", EmptyMarkerError),
        (TODAY, "x" * 81, LongLineError),
        (TOMORROW, "holiday", FutureDateError),
    ],
)
def test_a_marker_that_cannot_be_is_refused(journal, day, text, error):
    with pytest.raises(error):
        journal.calendar.mark(day, text)
    assert journal.calendar.markers() == []


def test_a_pause_is_kept_corrected_and_removed(journal):
    made = journal.calendar.pause(YESTERDAY, YESTERDAY)
    longer = journal.calendar.pause(YESTERDAY, TODAY, made.id)
    assert journal.calendar.pauses() == [longer]
    journal.calendar.remove(longer)
    assert journal.calendar.pauses() == []


@pytest.mark.parametrize(
    ("first", "last", "error"),
    [(TODAY, YESTERDAY, TurnedRoundError), (TODAY, TOMORROW, FutureDateError)],
)
def test_a_pause_that_cannot_be_is_refused(journal, first, last, error):
    with pytest.raises(error):
        journal.calendar.pause(first, last)


def test_days_of_writing_are_those_of_the_person(journal, clock):
    saved = journal.save(Draft(text="x", day="1-1-2026"))  # 20:30 at +01:00
    clock.forward(hours=3, minutes=31)  # past midnight there, not yet in UTC
    journal.check_ins.save(TODAY, QUIET)
    clock.forward(days=1)
    journal.save(Draft(entry_id=saved.id, text="y", day="1-1-2026"))
    journal.delete(saved.id)
    clock.forward(days=1)
    journal.restore(saved.id)
    clock.forward(days=1, hours=23, minutes=58)  # nearly midnight
    journal.check_ins.save(YESTERDAY, QUIET)
    assert journal.calendar.writing_days() == [
        TODAY,
        TODAY + timedelta(days=1),
        TODAY + timedelta(days=2),
        TODAY + timedelta(days=4),
    ]


def test_days_of_writing_cost_no_more_after_a_thousand_corrections(journal, vault):
    journal.save(Draft(text="x", day="1-1-2026"))
    with steps(vault) as before:
        days = journal.calendar.writing_days()
    with vault._begin() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE more(number) AS "
            "(SELECT 2 UNION ALL SELECT number + 1 FROM more WHERE number <= 1000) "
            "INSERT INTO revision SELECT number, entry, 'edit', at, utc_offset, clock_back, "
            "salt, content, commitment, link FROM more, revision WHERE seq = 1"
        )
    with steps(vault) as after:
        assert journal.calendar.writing_days() == days
    assert after.count == before.count


def test_a_silence_is_settled_with_or_without_a_pause(journal):
    for _n in range(2):  # answered once more, it stays one silence
        journal.calendar.settle_silence(YESTERDAY, None)
    journal.calendar.settle_silence(TODAY, (TODAY, TODAY))
    assert journal.calendar.settled_silences() == {YESTERDAY, TODAY}
    [pause] = journal.calendar.pauses()
    assert (pause.first, pause.last) == (TODAY, TODAY)
