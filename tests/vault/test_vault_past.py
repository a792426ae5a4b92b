"""One's own past from other programs comes in once, all of it or nothing."""

from datetime import date, timedelta

import pytest

from onveilig_desktop.errors import FutureDateError
from onveilig_desktop.journal import Details, Draft, Moment, Precision
from onveilig_desktop.journal.past import PastNote

SECOND = date(2026, 2, 2)


def note(text, day=SECOND, **more):
    return PastNote(happened=Moment(day=day, precision=Precision.DAY), text=text, **more)


def texts(journal):
    return [journal.entry(line.id).text for line in journal.lines()]


def test_notes_become_entries_that_are_written_now(journal, clock, vault):
    happened = Moment(
        day=SECOND,
        precision=Precision.MINUTE,
        minute=clock.now.time(),
        utc_offset=timedelta(hours=-5),
    )
    past = PastNote(happened=happened, text=" woorden\r\n", tags=("@thuis", "moe"))
    review = journal.past.add([past, note("", details=Details(place="thuis"))])
    assert (len(review.new), review.known, review.days) == (2, 0, (SECOND, SECOND))
    first, second = journal.entries([line.id for line in journal.lines()])
    assert (second.happened, second.written_at) == (happened, clock.now)
    assert second.text == "woorden\n\n#thuis #moe"
    assert (first.text, first.details.place) == ("", "thuis")
    assert vault.verify() == []


def test_a_tag_that_stands_in_the_text_is_not_said_twice():
    assert note("bij @thuis", tags=("@thuis",)).words == "bij @thuis"


def test_nothing_comes_in_twice(journal):
    notes = [note("een"), note("twee"), note("een")]
    assert journal.past.compare(notes).known == 1
    assert len(journal.past.add(notes).new) == 2
    again = journal.past.add([*notes, note("een", day=SECOND + timedelta(days=1))])
    assert (len(again.new), again.known) == (1, 3)


def test_what_was_corrected_or_deleted_since_is_still_known(journal, clock):
    journal.past.add([note("een"), note("twee")])
    two, one = journal.entries([line.id for line in journal.lines()])
    if one.text != "een":
        one, two = two, one
    journal.save(Draft(entry_id=one.id, text="anders", day="1-2"))
    journal.delete(two.id)
    assert journal.past.add([note("een"), note("twee")]).new == ()
    journal.bin.erase(two.id)
    assert [past.text for past in journal.past.compare([note("een"), note("twee")]).new] == ["twee"]


def test_what_was_written_here_is_known_too(journal):
    journal.save(Draft(text="zelf", day="2-2-2026"))
    assert journal.past.compare([note("zelf")]).new == ()


def test_one_that_cannot_come_in_keeps_all_out(journal, clock):
    tomorrow = (clock.now + timedelta(days=1)).date()
    with pytest.raises(FutureDateError):
        journal.past.add([note("een"), note("morgen", day=tomorrow)])
    assert texts(journal) == []


def test_comparing_writes_nothing(journal):
    journal.past.compare([note("een")])
    assert texts(journal) == []
    assert journal.past.compare([]).days is None
