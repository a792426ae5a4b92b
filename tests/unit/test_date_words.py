"""Dates in words, in both languages at once, seen from Friday 20 November 2026."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onveilig_desktop import texts
from onveilig_desktop.errors import (
    AmbiguousDateError,
    DateNotUnderstoodError,
    DateTooEarlyError,
    DateTooWideError,
    DayMissingError,
    FutureDateError,
    NoSuchDayError,
    OnveiligError,
    WrongWeekdayError,
)
from onveilig_desktop.journal import DayPart, Precision
from onveilig_desktop.journal.dates import Understood, understand, write_day, write_month
from onveilig_desktop.journal.dates.vocabulary import _MEANS

TODAY = date(2026, 11, 20)
DAY, ABOUT, MONTH = Precision.DAY, Precision.ABOUT, Precision.MONTH

PHRASES = {
    "vandaag|today|nu|Now": ("2026-11-20", DAY),
    "gisteren|yesterday|Gister|YESTERDAY!": ("2026-11-19", DAY),
    "eergisteren|the day before yesterday": ("2026-11-18", DAY),
    "dinsdag|di|Tuesday|tue|op dinsdag|afgelopen dinsdag|last Tuesday|dinsdag jl.": (
        "2026-11-17",
        DAY,
    ),
    "vrijdag|Friday|deze vrijdag|this Friday": ("2026-11-20", DAY),
    "afgelopen vrijdag|last Friday|vorige vrijdag": ("2026-11-13", DAY),
    "vorige week dinsdag|last week Tuesday|dinsdag vorige week|Tuesday last week|dinsdag een "
    "week geleden|a week ago on Tuesday": ("2026-11-10", DAY),
    "deze week maandag|Monday this week": ("2026-11-16", DAY),
    "dinsdag twee weken geleden|2 weeks ago Tuesday": ("2026-11-03", DAY),
    "3 dagen geleden|drie dagen geleden|3 days ago|three days ago|3 dagen terug": (
        "2026-11-17",
        DAY,
    ),
    "een dag geleden|één dag geleden|a day ago": ("2026-11-19", DAY),
    "een paar dagen geleden|a few days ago|enkele dagen geleden|a couple of days ago": (
        "2026-11-17",
        ABOUT,
    ),
    "een paar weken geleden|a few weeks ago": ("2026-10-30", ABOUT),
    "vorige week|afgelopen week|last week": ("2026-11-12", ABOUT),
    "deze week|this week": ("2026-11-19", ABOUT),
    "twee weken geleden|2 weeks ago": ("2026-11-06", ABOUT),
    "weekend|het weekend|vorig weekend|last weekend|afgelopen weekend": ("2026-11-14", ABOUT),
    "14-3|14 maart|14 mrt.|March 14|14 March|the 14th of March|14e maart|14/3|za 14-3|"
    "zaterdag 14 maart|Saturday March 14th|14 maart dit jaar": ("2026-03-14", DAY),
    "14 maart 2025|March 14, 2025|14-3-2025|2025-03-14|vrijdag 14 maart 2025|14-maart-2025|"
    "14 maart vorig jaar|14 March last year": ("2025-03-14", DAY),
    "21 november|21-11": ("2025-11-21", DAY),
    "29 februari|Feb 29": ("2024-02-29", DAY),
    "de 14e|the 14th|zaterdag de 14e": ("2026-11-14", DAY),
    "de 31e|the 31st": ("2026-10-31", DAY),
    "rond 14 maart|ongeveer 14-3|around March 14|about 14 March": ("2026-03-14", ABOUT),
    "maart|March|in maart|ergens in maart|sometime in March|rond maart|afgelopen maart|"
    "last March|3-2026|2026-03": ("2026-03-01", MONTH),
    "november|deze maand|this month": ("2026-11-01", MONTH),
    "vorige november|last November|november 2025|november vorig jaar|last year November": (
        "2025-11-01",
        MONTH,
    ),
    "vorige maand|last month|een maand geleden|a month ago": ("2026-10-01", MONTH),
    "elf maanden geleden|11 months ago": ("2025-12-01", MONTH),
    "begin maart|early March|the beginning of March|begin van maart": ("2026-03-05", ABOUT),
    "half april|midden april|mid-April|rond half april|in the middle of April": (
        "2026-04-15",
        ABOUT,
    ),
    "eind maart|end of March|late March": ("2026-03-25", ABOUT),
    "begin vorige maand|early last month": ("2026-10-05", ABOUT),
    "eind november|late November": ("2025-11-25", ABOUT),
}
SEASONS = {
    "ergens in het voorjaar|lente|sometime in spring|this spring|spring 2026": "2026-04-01",
    "ergens in het voorjaar van 2025|sometime in spring 2025|vorig jaar lente": "2025-04-01",
    "zomer|last summer|de zomer|midden in de zomer": "2026-07-01",
    "begin zomer|early summer": "2026-06-01",
    "herfst|najaar|autumn|deze herfst|fall": "2026-10-01",
    "eind herfst|late autumn": "2026-11-01",
    "vorige herfst|last autumn|herfst 2025": "2025-10-01",
    "winter|afgelopen winter|last winter": "2026-01-01",
}
PARTS = {
    "gisteravond|gisteren avond|yesterday evening|last night": ("2026-11-19", DayPart.EVENING),
    "gisteren morgen|gistermorgen|gisterochtend|yesterday morning": (
        "2026-11-19",
        DayPart.MORNING,
    ),
    "vannacht|afgelopen nacht": ("2026-11-20", DayPart.NIGHT),
    "vanmiddag|this afternoon|deze middag": ("2026-11-20", DayPart.AFTERNOON),
    "vanavond|tonight": ("2026-11-20", DayPart.EVENING),
    "dinsdagavond|dinsdag 's avonds|Tuesday evening": ("2026-11-17", DayPart.EVENING),
    "14 maart 's ochtends|on the morning of March 14": ("2026-03-14", DayPart.MORNING),
}
REFUSED = {
    DateNotUnderstoodError: "|  |soon|2|14|.|half 3|in 3 days|over 3 dagen|op een dinsdag|een uur"
    " geleden|'s avonds|this|last|maart maart|rond gisteravond|vorige week 's avonds|14 maart"
    " 's ochtends of 's avonds|½ maart|² maart|14 14 14 14|nth14|wd1|m3|s3|afgelopen",
    NoSuchDayError: "29-2-2025|31 april|31 april 2026|0 maart|de 32e|14-13-2026|13-2026",
    DateTooEarlyError: "maart 1899|31 december 1899|0000 0|14 maart 0000|spring 1899",
    DateTooWideError: "2025|vorig jaar|this year|een jaar geleden|3 years ago|begin 2025|een paar"
    " maanden geleden|a few years ago",
    AmbiguousDateError: "winter 2025|de winter van 2026|winter vorig jaar",
    WrongWeekdayError: "dinsdag 14 maart|vrijdag 14-3-2026|Tuesday the 14th",
    FutureDateError: "morgen|tomorrow|overmorgen|volgende week|next Tuesday|21-11-2026|december"
    " 2026|12-2026|maart 2027|eind november 2026|dit weekend|deze week zondag|zomer 2027|"
    "herfst 2027|14 december dit jaar",
}


def each(table):
    return [
        pytest.param(phrase, meant, id=phrase)
        for phrases, meant in table.items()
        for phrase in phrases.split("|")
    ]


@pytest.mark.parametrize(("typed", "meant"), each(PHRASES))
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_words_are_understood_whatever_the_language_of_the_screen(typed, meant, language):
    texts.use(language)
    day, precision = meant
    assert understand(typed, TODAY) == Understood(day=date.fromisoformat(day), precision=precision)


@pytest.mark.parametrize(("typed", "month"), each(SEASONS))
def test_a_season_is_one_of_its_months_and_never_a_day(typed, month):
    found = understand(typed, TODAY)
    assert found == Understood(
        day=date.fromisoformat(month), precision=Precision.MONTH, is_season=True
    )
    with pytest.raises(DayMissingError):
        found.on(Precision.DAY)


@pytest.mark.parametrize(("typed", "meant"), each(PARTS))
def test_a_part_of_the_day_is_heard(typed, meant):
    day, part = meant
    assert understand(typed, TODAY) == Understood(
        day=date.fromisoformat(day), precision=Precision.PART, part=part
    )


@pytest.mark.parametrize(
    ("typed", "error"),
    [(phrase, error) for error, phrases in REFUSED.items() for phrase in phrases.split("|")],
)
def test_what_cannot_be_is_told_in_a_sentence_of_its_own(typed, error):
    with pytest.raises(error) as caught:
        understand(typed, TODAY)
    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("today", "typed", "day"),
    [
        ("2026-03-03", "begin maart", "2026-03-03"),
        ("2026-03-13", "half maart", "2026-03-13"),
        ("2026-03-13", "eind maart", "2025-03-25"),
        ("2026-11-16", "deze week", "2026-11-16"),
        ("2026-11-16", "vorige week", "2026-11-12"),
        ("2026-11-22", "weekend", "2026-11-21"),
        ("2026-11-22", "dit weekend", "2026-11-21"),
        ("2026-11-22", "vorig weekend", "2026-11-14"),
        ("2026-03-10", "voorjaar", "2026-03-01"),
        ("2026-12-24", "winter", "2026-12-01"),
        ("2026-12-24", "vorige winter", "2026-01-01"),
        ("2027-01-02", "winter", "2027-01-01"),
        ("2027-01-02", "vorige week dinsdag", "2026-12-22"),
        ("2027-01-02", "31 december", "2026-12-31"),
        ("2028-03-01", "gisteren", "2028-02-29"),
        ("2027-03-01", "the 31st", "2027-01-31"),
    ],
)
def test_it_is_the_latest_such_time_that_has_begun(today, typed, day):
    assert understand(typed, date.fromisoformat(today)).day == date.fromisoformat(day)


def test_a_day_that_was_noted_further_east_may_stay():
    tomorrow = TODAY + timedelta(days=1)
    assert understand("21-11-2026", TODAY, until=tomorrow).day == tomorrow
    with pytest.raises(FutureDateError):
        understand("22-11-2026", TODAY, until=tomorrow)


@pytest.mark.parametrize("precision", Precision)
def test_a_person_may_know_it_less_well_than_the_words_say(precision):
    found = understand("14-3-2026", TODAY).on(precision)
    assert found == (date(2026, 3, 1) if precision is Precision.MONTH else date(2026, 3, 14))


DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2200, 1, 1))
WORDS = st.one_of(
    st.sampled_from(sorted(_MEANS)),
    st.sampled_from(["'s", "op", "de", "14e", "1st", "-", ",", "dinsdagavond", "vanmorgen"]),
    st.integers(0, 9999).map(str),
)


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=70), DAYS)
@settings(max_examples=500)
def test_any_words_are_a_day_gone_by_or_one_of_our_own_sentences(typed, today):
    with contextlib.suppress(OnveiligError):
        found = understand(typed, today)
        assert date(1900, 1, 1) <= found.day <= today
        assert found.precision is not Precision.MONTH or found.day.day == 1
        assert (found.precision is Precision.PART) is (found.part is not None)


@given(DAYS, st.integers(0, 30_000))
def test_what_was_written_in_figures_is_read_back_as_it_was(today, back):
    day = max(today - timedelta(days=back), date(1900, 1, 1))
    assert understand(write_day(day), today) == Understood(day=day)
    month = understand(write_month(day), today)
    assert month == Understood(day=day.replace(day=1), precision=Precision.MONTH)
    for found in (day, month.day):
        assert understand(write_day(found), today).day == found


@given(DAYS)
def test_a_day_of_the_week_is_within_the_last_seven_days(today):
    for n, name in enumerate(("maandag", "dinsdag", "wo", "thu", "Friday", "za", "sunday")):
        found = understand(name, today).day
        assert found.weekday() == n
        assert timedelta(0) <= today - found < timedelta(days=7)
        assert timedelta(0) < today - understand(f"last {name}", today).day <= timedelta(days=7)
