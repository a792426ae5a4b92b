"""Drafts: what is wrong is said, what is right becomes an entry, nothing typed is lost."""

from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onveilig_desktop import catalog
from onveilig_desktop.errors import (
    DateNotUnderstoodError,
    DayMissingError,
    DayPartMissingError,
    EmptyDraftError,
    FutureDateError,
    NoSuchDayError,
    TimeNotUnderstoodError,
    TooLongError,
)
from onveilig_desktop.journal import (
    MAX_TEXT,
    DayPart,
    Details,
    Draft,
    Entry,
    EntryId,
    Moment,
    Precision,
    Repair,
)

ENTRY_ID = EntryId(UUID(int=7))
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 20, 21, 0, tzinfo=AMSTERDAM)
IDS = list(catalog.shipped().signals)
STEPS = list(catalog.steps())
FIELDS = [field.name for field in fields(Details)]


def complete(draft, **others):
    given_ = {"entry_id": ENTRY_ID, "written_at": NOW, "now": NOW, "zone": AMSTERDAM}
    return draft.complete(**(given_ | others))


def draft(**fields):
    return Draft(**{"text": "koffie", "day": "20-11-2026", **fields})


class TestWrong:
    @pytest.mark.parametrize("text", ["", "  \n\t", "\0", "\0 \r\n"])
    def test_nothing_written_and_nothing_chosen(self, text):
        assert draft(text=text).is_empty
        with pytest.raises(EmptyDraftError):
            complete(draft(text=text))

    def test_more_text_than_an_entry_holds(self):
        assert len(complete(draft(text="a" * MAX_TEXT)).text) == MAX_TEXT
        with pytest.raises(TooLongError):
            complete(draft(text="a" * (MAX_TEXT + 1)))

    def test_ten_megabytes_pasted(self):
        pasted = draft(text="a" * 10_000_000)
        with pytest.raises(TooLongError):
            complete(pasted)
        assert len(pasted.text) == 10_000_000

    def test_a_text_and_its_details_count_together(self):
        most = Details(seen="a" * (MAX_TEXT - 10), place="b" * 4)
        assert complete(draft(details=most)).details == most
        with pytest.raises(TooLongError):
            complete(draft(text="koffie.", details=most))

    @pytest.mark.parametrize("day", ["", "koffie", "14"])
    def test_words_that_are_no_day(self, day):
        with pytest.raises(DateNotUnderstoodError):
            complete(draft(day=day))

    @pytest.mark.parametrize("day", ["29-2-2026", "31-4-2026"])
    def test_a_day_that_does_not_exist(self, day):
        with pytest.raises(NoSuchDayError):
            complete(draft(day=day))

    @pytest.mark.parametrize("precision", sorted(set(Precision) - {Precision.MONTH}))
    @pytest.mark.parametrize("day", ["maart", "3-2026", "spring"])
    def test_a_month_is_not_made_into_a_day(self, day, precision):
        with pytest.raises(DayMissingError):
            complete(draft(day=day, precision=precision, minute="8:05", part=DayPart.MORNING))

    @pytest.mark.parametrize("minute", ["", "25:00", "half acht"])
    def test_a_time_that_does_not_exist(self, minute):
        with pytest.raises(TimeNotUnderstoodError):
            complete(draft(precision=Precision.MINUTE, minute=minute))

    @pytest.mark.parametrize(
        ("day", "precision"),
        [
            ("21-11-2026", Precision.DAY),
            ("21-11-2026", Precision.ABOUT),
            ("21-11-2026", Precision.PART),
            ("1-12-2026", Precision.MONTH),
            ("20-11-2027", Precision.DAY),
        ],
    )
    def test_a_day_that_has_yet_to_come(self, day, precision):
        with pytest.raises(FutureDateError):
            complete(draft(day=day, precision=precision))

    def test_a_minute_of_today_that_has_yet_to_come(self):
        assert complete(draft(precision=Precision.MINUTE, minute="21:00"))
        with pytest.raises(FutureDateError):
            complete(draft(precision=Precision.MINUTE, minute="21:01"))

    def test_the_person_s_own_today_decides_not_the_one_in_london(self):
        midnight = datetime(2026, 11, 21, 0, 30, tzinfo=AMSTERDAM)
        assert complete(draft(day="21-11-2026"), now=midnight).happened.day == date(2026, 11, 21)


class TestRight:
    def test_a_signal_alone_is_enough(self):
        entry = complete(draft(text="", signals=frozenset({IDS[0]})))
        assert (entry.text, entry.signals) == ("", {IDS[0]})

    def test_every_field_crosses(self):
        entry = complete(
            draft(
                signals=frozenset(IDS[:2]),
                intensity=4,
                trust=-2,
                repair=Repair.PARTLY,
                details=Details(**{name: f"{name}\r\n" for name in FIELDS}),
                steps=frozenset(STEPS[:2]),
            )
        )
        assert entry == Entry(
            id=ENTRY_ID,
            happened=Moment(day=date(2026, 11, 20), precision=Precision.DAY),
            written_at=NOW,
            text="koffie",
            signals=frozenset(IDS[:2]),
            intensity=4,
            trust=-2,
            repair=Repair.PARTLY,
            details=Details(**{name: f"{name}\n" for name in FIELDS}),
            steps=frozenset(STEPS[:2]),
        )

    def test_a_step_alone_is_enough(self):
        assert complete(draft(text="", steps=frozenset(STEPS[:1]))).steps == {STEPS[0]}

    @pytest.mark.parametrize("name", FIELDS)
    def test_a_detail_alone_is_enough(self, name):
        assert not draft(text="", details=Details(**{name: "x"})).is_empty
        assert draft(text="", details=Details(**{name: " \n\0"})).is_empty

    def test_a_day_in_words_is_seen_from_the_day_on_which_it_was_typed(self):
        yesterday = draft(day="gisteren", typed_on=date(2026, 11, 17))
        assert complete(yesterday).happened.day == date(2026, 11, 16)
        assert complete(draft(day="gisteren")).happened.day == date(2026, 11, 19)

    def test_a_clock_that_was_put_back_lets_no_day_to_come_in(self):
        with pytest.raises(FutureDateError):
            complete(draft(day="today", typed_on=date(2026, 11, 21)))

    def test_a_month_in_words_is_a_month(self):
        happened = complete(draft(day="voorjaar", precision=Precision.MONTH)).happened
        assert happened == Moment(day=date(2026, 4, 1), precision=Precision.MONTH)

    def test_a_month_is_kept_as_its_first_day_also_this_month(self):
        happened = complete(draft(precision=Precision.MONTH)).happened
        assert happened == Moment(day=date(2026, 11, 1), precision=Precision.MONTH)

    def test_a_part_of_day_that_was_not_chosen_is_asked_for(self):
        with pytest.raises(DayPartMissingError):
            complete(draft(precision=Precision.PART))

    def test_a_29th_of_february(self):
        assert complete(draft(day="29-2-2024")).happened.day == date(2024, 2, 29)

    @pytest.mark.parametrize(("day", "hours"), [("14-7-2026", 2), ("14-1-2026", 1)])
    def test_a_minute_takes_the_offset_of_its_own_season(self, day, hours):
        happened = complete(draft(day=day, precision=Precision.MINUTE, minute="8.05")).happened
        assert (happened.minute, happened.utc_offset) == (time(8, 5), timedelta(hours=hours))

    def test_without_a_zone_a_minute_takes_the_one_of_this_computer(self):
        minute = draft(day="14-7-2026", precision=Precision.MINUTE, minute="8:05")
        here = datetime(2026, 7, 14, 8, 5).astimezone()
        assert complete(minute, zone=None).happened.instant == here


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "ab"),
        ("a\r\nb\rc\r\0\nd", "a\nb\nc\nd"),
        ("half \ud83d", "half \N{REPLACEMENT CHARACTER}"),
        ("\ude00 half", "\N{REPLACEMENT CHARACTER} half"),
        ("half \ud83dx", "half \N{REPLACEMENT CHARACTER}x"),
        ("two halves \ud83d\ude00", "two halves 😀"),
        ("👩🏽\u200d🚀 🇳🇱", "👩🏽\u200d🚀 🇳🇱"),
        ("\u202bשלום, עולם\u202c", "\u202bשלום, עולם\u202c"),
        ("\ufeffmark", "\ufeffmark"),
        ("e\u0301 ", "e\u0301 "),
    ],
)
def test_text_is_kept_as_it_was_typed_but_for_what_cannot_be_stored(typed, kept):
    assert complete(draft(text=typed)).text == kept


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_stored_and_stays_the_same_when_saved_again(typed):
    entry = complete(draft(text=f"x{typed}"))
    assert entry.text.encode().decode() == entry.text
    assert complete(Draft.of(entry)).text == entry.text


days = st.dates(min_value=date(1900, 1, 1), max_value=NOW.date() - timedelta(days=1))
moments = st.one_of(
    st.builds(Moment, day=days, precision=st.sampled_from([Precision.DAY, Precision.ABOUT])),
    st.builds(
        Moment, day=days, precision=st.just(Precision.PART), part=st.sampled_from(list(DayPart))
    ),
    st.builds(
        Moment, day=days.map(lambda day: day.replace(day=1)), precision=st.just(Precision.MONTH)
    ),
    st.builds(
        Moment,
        day=days,
        precision=st.just(Precision.MINUTE),
        minute=st.times().map(lambda minute: minute.replace(second=0, microsecond=0)),
        utc_offset=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes)),
    ),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
entries = st.builds(
    Entry,
    id=st.just(ENTRY_ID),
    happened=moments,
    written_at=st.just(NOW),
    text=TEXTS.map("x{}".format),
    signals=st.frozensets(st.sampled_from(IDS)),
    intensity=st.none() | st.integers(1, 5),
    trust=st.none() | st.integers(-2, 2),
    repair=st.none() | st.sampled_from(list(Repair)),
    details=st.builds(Details, **dict.fromkeys(FIELDS, TEXTS)),
    steps=st.frozensets(st.sampled_from(STEPS)),
)


@given(entries)
def test_an_entry_that_is_opened_and_saved_unchanged_is_the_same_entry(entry):
    assert complete(Draft.of(entry), earlier=entry.happened) == entry


class TestCorrected:
    """The minute was noted in Tokyo; the correction is made in Amsterdam."""

    NOTED = Moment(
        day=date(2026, 11, 20),
        precision=Precision.MINUTE,
        minute=time(22, 0),
        utc_offset=timedelta(hours=9),
    )
    NOON = datetime(2026, 11, 20, 14, 30, tzinfo=AMSTERDAM)

    def noted(self, **fields):
        return Draft(
            text="koffie", day="20-11-2026", minute="22:00", precision=Precision.MINUTE, **fields
        )

    def test_other_words_leave_the_moment_where_it_was(self):
        assert complete(self.noted(), now=self.NOON, earlier=self.NOTED).happened == self.NOTED

    def test_the_same_moment_spelled_otherwise_is_the_same_moment(self):
        spelled = Draft(text="koffie", day="20/11", minute="22.00", precision=Precision.MINUTE)
        assert complete(spelled, now=self.NOON, earlier=self.NOTED).happened == self.NOTED

    def test_another_minute_is_one_of_here_and_now(self):
        other = Draft(text="koffie", day="20-11", minute="14:00", precision=Precision.MINUTE)
        happened = complete(other, now=self.NOON, earlier=self.NOTED).happened
        assert happened.instant == datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
