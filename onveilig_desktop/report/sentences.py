"""What the counts say, in sentences that carry their own dates and numbers."""

from datetime import date
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.analysis import Direction, Occasion, Occasions, Reading, Scenario, State, gaps
from onveilig_desktop.report.words import half_number
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

LEAST_GAPS: Final = 5
"""Times in between from which on the direction is asked for."""
LEAST_ANSWERS: Final = 5
"""Answers from which on one of two is called more usual."""
LONG_AGO: Final = 90
"""Days without a note after which something is told of as in the past."""


def state_label(state: State) -> str:
    """Return a state in a word or two."""
    return {
        State.NONE: _("not noted"),
        State.SINGLE: _("once"),
        State.REPEATED: _("more than once"),
        State.RECURRING: _("recurring"),
    }[state]


def count_words(found: Occasions) -> str:
    """Return how many days, short: «7 days», «2–3 days»."""
    if found.at_least == found.at_most:
        return ngettext("{n} day", "{n} days", found.at_least)
    return _("{least}–{most} days").format(least=found.at_least, most=found.at_most)


def state_sentence(state: State, found: Occasions, first: date | None, last: date) -> str:
    """Return what the dates of a concern add up to, between *first* and *last*."""
    if state is State.NONE:
        return none_sentence(first, last)
    if state is State.SINGLE:
        return _single(found)
    if state is State.REPEATED:
        return _noted(found, _apart(found))
    return _("Recurring in the entries: {days} between {first} and {last}{apart}.").format(
        days=_different_days(found),
        first=when(found.counted[0]),
        last=when(found.counted[-1]),
        apart=_apart(found),
    )


def friction_sentence(found: Occasions, first: date | None, last: date) -> str:
    """Return on how many days friction was noted; it has no state."""
    return _noted(found, "") if found.at_least else none_sentence(first, last)


def none_sentence(first: date | None, last: date) -> str:
    """Return that nothing was noted, and what that does not say."""
    if first is None:
        return _("Not noted so far. Not noted does not mean that it did not happen.")
    return _(
        "Not noted between {first} and {last}. Not noted does not mean that it did not happen."
    ).format(first=_day(first), last=_day(last))


def recency(state: State | None, found: Occasions, today: date) -> str:
    """Return how long ago it was last noted, whatever the state."""
    if state in (None, State.NONE):
        return ""
    latest = found.counted[-1]
    days = (today - (latest.last if latest.is_month else latest.first)).days
    if days > LONG_AGO and state is State.RECURRING:
        return _("Was recurring before; not noted since {date}.").format(date=when(latest))
    if latest.is_month:
        return _("Last noted in {month}.").format(month=when(latest))
    if days == 0:
        return _("Last noted today, on {date}.").format(date=when(latest))
    ago = ngettext("{n} day ago", "{n} days ago", days)
    return _("Last noted {ago}, on {date}.").format(ago=ago, date=when(latest))


def last_in_period(state: State | None, found: Occasions) -> str:
    """Return when it was last noted in a period that is over; of later days it is silent."""
    if state in (None, State.NONE):
        return ""
    return _("Last noted in this period: {date}.").format(date=when(found.counted[-1]))


def gap_sentence(found: Occasions, today: date) -> str:
    """Return how long nothing has been noted now, beside the longest time that was before."""
    between = gaps(found)
    if between is None or found.counted[-1].is_month:
        return ""
    days = (today - found.days[-1].first).days
    if not days:
        return ""
    return _(
        "Nothing noted for {days} now; the longest time in between before was {most}. "
        "Noting nothing is not the same as being safe."
    ).format(
        days=ngettext("{n} day", "{n} days", days),
        most=ngettext("{n} day", "{n} days", between.most),
    )


def direction_sentence(reading: Reading) -> str:
    """Return whether it comes back faster or slower, as far as can be said."""
    if reading.direction is Direction.TOO_LITTLE:
        return _too_little(reading)
    if reading.direction is Direction.DEPENDS_ON_READING:
        return _("Whether there is a direction in it depends on the reading of {what}.").format(
            what=_read_as(reading.depends_on)
        )
    return _directions()[reading.direction].format(
        early=_days_number(reading.early), late=_days_number(reading.late)
    )


def when(occasion: Occasion) -> str:
    """Return the date of an occasion, or its month where no day is known."""
    return texts.day_words(occasion.first, "month") if occasion.is_month else _day(occasion.first)


def _single(found: Occasions) -> str:
    only = found.counted[0]
    if found.at_most > 1:
        return _(
            "Noted at least once and at most {n} times, in {month}. "
            "Whether it stands alone cannot be seen from this."
        ).format(n=found.at_most, month=texts.day_words(only.first, "month"))
    if len(only.members) > 1:
        return _(
            "Noted once, on {date}, in {n} entries. Whether it stands alone cannot be seen from "
            "one day."
        ).format(date=when(only), n=len(only.members))
    if only.is_month:
        return _(
            "Noted once, in {month}. Whether it stands alone cannot be seen from one entry."
        ).format(month=when(only))
    return _(
        "Noted once, on {date}. Whether it stands alone cannot be seen from one entry."
    ).format(date=when(only))


def _noted(found: Occasions, apart: str) -> str:
    days, counted = _different_days(found), found.counted
    if len(counted) == 1:
        return _("Noted on {days}: {date}.").format(days=days, date=when(counted[0]))
    return _("Noted on {days}, from {first} to {last}{apart}.").format(
        days=days, first=when(counted[0]), last=when(counted[-1]), apart=apart
    )


def _different_days(found: Occasions) -> str:
    if found.at_least == found.at_most:
        if found.at_least == 1:
            return _("one day")
        return _("{n} different days").format(n=found.at_least)
    return _("at least {least} and at most {most} different days").format(
        least=found.at_least, most=found.at_most
    )


def _apart(found: Occasions) -> str:
    between = gaps(found)
    if between is None:
        return ""
    if between.least == between.most:
        return ngettext(", {n} day apart", ", {n} days apart", between.least)
    return _(", usually {median} days apart ({least}–{most})").format(
        median=half_number(between.median), least=between.least, most=between.most
    )


def _days_number(median: float | None) -> str:
    return "" if median is None else half_number(median)


def _too_little(reading: Reading) -> str:
    if reading.days > LEAST_GAPS:
        return _(
            "Too little to say whether it comes more or less often (for that, {least} times "
            "in between without a pause are needed; there are {n})."
        ).format(least=LEAST_GAPS, n=reading.gaps)
    return _(
        "Too little to say whether it comes more or less often (for that, {least} days since "
        "the writing began are needed; so far {n})."
    ).format(least=LEAST_GAPS + 1, n=reading.days)


def _read_as(scenario: Scenario | None) -> str:
    if scenario is Scenario.LATE_ENTRIES:
        return _("the days that were written down later")
    if scenario is Scenario.MONTHS:
        return _("the entries of which only the month is known")
    return _("the time without entries")


def _directions() -> dict[Direction, str]:
    return {
        Direction.NO_CLEAR: _(
            "No clear direction: the time in between does not visibly get shorter or longer. "
            "That is something else than “it stays the same”."
        ),
        Direction.SIGNS_FASTER: _(
            "In the entries it seems to come more often: first {early} days apart, later {late}. "
            "It may also be that it is recognised sooner or written down more often."
        ),
        Direction.CLEAR_FASTER: _(
            "In the entries it clearly comes more often: first {early} days apart, later {late}. "
            "It may also be that it is recognised sooner or written down more often."
        ),
        Direction.SIGNS_SLOWER: _(
            "In the entries there seems to be more time in between: first {early} days, later "
            "{late}. That says something about the entries, not whether it is safe."
        ),
        Direction.CLEAR_SLOWER: _(
            "In the entries there is clearly more time in between: first {early} days, later "
            "{late}. That says something about the entries, not whether it is safe."
        ),
        Direction.ABOUT_AS_OFTEN: _(
            "In the entries it comes about as often as before (at least half as often, at most "
            "twice as often)."
        ),
        Direction.WITHHELD: _(
            "Too many entries without an exact day to say anything about the direction."
        ),
    }


def _day(day: date) -> str:
    return texts.day_words(day, "short")
