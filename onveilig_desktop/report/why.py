"""«Why do we say this?»: the rule, the numbers, what was left out, and how often it errs."""

from collections.abc import Iterator, Sequence
from typing import Final

from onveilig_desktop.analysis import Direction, LeftOut, Occasions, Reading, Scenario, State
from onveilig_desktop.report.sentences import when
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import listing, ngettext

_MOST_DATES: Final = 12
_MOST: Final = 40
"""Dates, and numbers of days, that are written out; of more, the last ones."""
_ONE: Final = 0.01


def why(state: State, found: Occasions, reading: Reading | None) -> tuple[str, ...]:
    """Return how the state and the direction of a concern came about, line by line."""
    lines = [_state_rule(state), _one_time(), *_counted(found)]
    if reading is not None and state in (State.REPEATED, State.RECURRING):
        lines += [*_direction(reading), *_left_out(reading.left_out)]
    return tuple(lines)


def _state_rule(state: State) -> str:
    return {
        State.NONE: "",
        State.SINGLE: _("“Once” means: noted on one day only."),
        State.REPEATED: _(
            "“More than once” means: on two different days or more, but not so that it counts as "
            "recurring. For that it takes three within a year with at least four weeks between "
            "the first and the last, or five within four weeks."
        ),
        State.RECURRING: _(
            "“Recurring” means: three or more different days within a year, with at least four "
            "weeks between the first and the last; or five within four weeks. This is a way of "
            "counting, not a judgement."
        ),
    }[state]


def _one_time() -> str:
    return _(
        "All that is noted on one day counts as one time; around midnight, entries less than "
        "6 hours apart do too."
    )


def _counted(found: Occasions) -> Iterator[str]:
    shown = [when(occasion) for occasion in found.counted[-_MOST_DATES:]]
    if len(found.counted) > _MOST_DATES:
        yield _("Counted: {n}. The latest: {dates}.").format(
            n=len(found.counted), dates=listing(shown)
        )
    else:
        yield _("Counted: {dates}.").format(dates=listing(shown))
    if found.at_most > found.at_least:
        yield _(
            "For some entries only the month is known. Such a month counts as one day where no "
            "other day in it was noted; so there are at least {least} and at most {most}."
        ).format(least=found.at_least, most=found.at_most)


def _direction(reading: Reading) -> Iterator[str]:
    if reading.direction is Direction.WITHHELD:
        yield _(
            "For the direction an exact day is needed. For more than a quarter of the entries only "
            "the month is known."
        )
        return
    if reading.gaps:
        yield _("Days in between, in order: {gaps}.").format(gaps=_gaps(reading.segments))
    if reading.direction is Direction.TOO_LITTLE:
        return
    yield _(
        "For the direction these numbers are put in other orders, all of them or ten thousand. "
        "In {faster} of 100 orders it comes closer together at least as much as here, in "
        "{slower} of 100 it lies further apart at least as much."
    ).format(faster=_hundredths(reading.p_faster), slower=_hundredths(reading.p_slower))
    yield _(
        "“More often” is only said at 5 of 100 or fewer, “more time in between” at 2½ of 100 or "
        "fewer, because to reassure wrongly is worse. Where many signals are looked at, each "
        "must stand out more."
    )
    if reading.depends_on is not None:
        yield _depends(reading.depends_on)
    yield _(
        "In a journal without any change this rule still says “more often” about 5 in 100 times."
    )


def _depends(scenario: Scenario) -> str:
    return {
        Scenario.LATE_ENTRIES: _(
            "Without the entries that were written more than 30 days later it would not be said."
        ),
        Scenario.SUSPECTED_PAUSES: _(
            "If the long times without any entry were pauses, it would not be said."
        ),
        Scenario.MONTHS: _(
            "With the entries of which only the month is known, it would not be said."
        ),
    }[scenario]


def _left_out(left_out: LeftOut) -> Iterator[str]:
    if left_out.earlier:
        yield ngettext(
            "Left out of the direction: {n} day from before the writing began. Memories count "
            "for how often, not for the direction.",
            "Left out of the direction: {n} days from before the writing began. Memories count "
            "for how often, not for the direction.",
            left_out.earlier,
        )
    if left_out.months:
        yield ngettext(
            "Left out of the direction: {n} entry of which only the month is known.",
            "Left out of the direction: {n} entries of which only the month is known.",
            left_out.months,
        )
    if left_out.paused:
        yield ngettext(
            "Left out of the direction: {n} stretch of days with a pause in it.",
            "Left out of the direction: {n} stretches of days with a pause in them.",
            left_out.paused,
        )


def _gaps(segments: Sequence[Sequence[int]]) -> str:
    parts = [", ".join(map(str, segment)) for segment in segments]
    words = " | ".join(parts)
    numbers = sum(map(len, segments))
    if numbers <= _MOST:
        return words
    flat = [gap for segment in segments for gap in segment]
    return "… " + ", ".join(map(str, flat[-_MOST:]))


def _hundredths(share: float) -> str:
    """Return a share as a number out of a hundred, never as nothing or as all."""
    return _("fewer than 1") if share < _ONE else f"{100 * share:.0f}"
