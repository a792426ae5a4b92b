"""Does it come faster or slower? A step up for each day, against a straight line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from onveilig_desktop.analysis import Direction, Reading
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.report.charts.around import (
    LEAST,
    days_of,
    days_words,
    entries_words,
    made,
    row_of,
    short_day,
    too_little,
)
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.charts.runs import gaps_between, runs, since_begun
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Run:
    """Days without a pause between them: the count before the first, and all gaps."""

    before: int
    first: date
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The days noted, in order, and the stretches whose order means something."""

    row: Row
    marks: Sequence[Mark]
    runs: Sequence[Run]
    pauses: Sequence[tuple[date, date]]


def make(patterns: Patterns, signal: SignalId | None = None) -> Chart:
    """Return the steps of all concerns, or of one signal."""
    row = row_of(patterns, signal)
    marks = since_begun(patterns, row)
    if len(marks) < LEAST:
        return too_little(Kind.STEPS, patterns, len(marks))
    drawn = Steps(
        row=row,
        marks=marks,
        runs=_runs(marks, patterns),
        pauses=[(pause.first, pause.last) for pause in patterns.pauses],
    )
    said = [_title(row.reading, len(marks)), row.told.direction, *_notes(row, len(marks))]
    return made(Kind.STEPS, patterns, said, _table(drawn), partial(_draw, drawn))


def step_words(marks: Sequence[Mark], place: int, most: int) -> str:
    """Return one step in words, or several that fall together."""
    first = marks[0]
    if len(marks) == 1:
        return _("{date}: day {n} of {all} · {entries}").format(
            date=short_day(first.first), n=place + 1, all=most, entries=entries_words(first)
        )
    return _("{first} to {last}: days {n} to {m} of {all}").format(
        first=short_day(first.first),
        last=short_day(marks[-1].first),
        n=place + 1,
        m=place + len(marks),
        all=most,
    )


def _runs(marks: Sequence[Mark], patterns: Patterns) -> Sequence[Run]:
    place = {mark.first: n for n, mark in enumerate(marks)}
    found = runs(gaps_between(marks, patterns.pauses))
    return [
        Run(place[run[0].before.first], run[0].before.first, tuple(gap.days for gap in run))
        for run in found
    ]


def _title(reading: Reading | None, days: int) -> str:
    counted = ngettext("{n} day", "{n} days", days)
    if reading is None:
        return _("{days} noted, one step for each").format(days=counted)
    if reading.direction in _BETWEEN and reading.early is not None and reading.late is not None:
        return _between(reading.direction).format(
            early=days_words(reading.early), late=days_words(reading.late)
        )
    return {
        Direction.TOO_LITTLE: _("{days} noted: too little to see a direction"),
        Direction.ABOUT_AS_OFTEN: _("{days} noted, about as often as at first"),
        Direction.DEPENDS_ON_READING: _("{days} noted; a direction depends on how they are read"),
        Direction.WITHHELD: _(
            "{days} noted, and too many entries without a day to see a direction"
        ),
    }.get(reading.direction, _("{days} noted, with no clear direction")).format(days=counted)


_BETWEEN = {
    Direction.SIGNS_FASTER,
    Direction.CLEAR_FASTER,
    Direction.SIGNS_SLOWER,
    Direction.CLEAR_SLOWER,
}


def _between(direction: Direction) -> str:
    return {
        Direction.SIGNS_FASTER: _("It seems to be noted more often: {early} between, later {late}"),
        Direction.CLEAR_FASTER: _("It is clearly noted more often: {early} between, later {late}"),
        Direction.SIGNS_SLOWER: _("There seems to be more time between: {early}, later {late}"),
        Direction.CLEAR_SLOWER: _("There is clearly more time between: {early}, later {late}"),
    }[direction]


def _notes(row: Row, days: int) -> Sequence[str]:
    left = len(days_of(row)) - days
    months = len(row.marks) - len(days_of(row))
    parts = [f"{row.label}."]
    if left:
        parts.append(
            ngettext(
                "{n} day from before the first entry was written is left out.",
                "{n} days from before the first entry was written are left out.",
                left,
            )
        )
    if months:
        parts.append(
            ngettext(
                "{n} month without a day is left out.",
                "{n} months without a day are left out.",
                months,
            )
        )
    caution = _(
        "The grey band is where 90 of 100 random orders of the same gaps would stay. "
        "A line outside it says something about the entries, not about the reason."
    )
    return " ".join(parts), caution


def _table(drawn: Steps) -> Table:
    rows = [
        (short_day(mark.first), str(n), entries_words(mark))
        for n, mark in enumerate(drawn.marks, 1)
    ]
    return Table((_("Day"), _("So many so far"), _("Entries")), rows)


def _draw(drawn: Steps, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.steps_drawn import draw  # late: brings matplotlib

    return draw(drawn, look, width)
