"""What all charts share: whose days they are about, and the honest words around them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import EntryLine
from onveilig_desktop.report import captions
from onveilig_desktop.report.charts.chart import Chart, Draw, Kind, Table
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.period import EVERYTHING
from onveilig_desktop.report.words import half_number
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

LEAST: Final = 3
"""Days noted from which a chart other than the strip is drawn."""


def row_of(patterns: Patterns, signal: SignalId | None) -> Row:
    """Return the row of one signal, or of all concerns together."""
    rows = (row for row in patterns.rows if signal is not None and row.signal == signal)
    return next(rows, patterns.combined)


def held(patterns: Patterns, material: Material) -> Sequence[EntryLine]:
    """Return the lines of the period; what has yet to come is not among them."""
    today, period = patterns.today, patterns.period
    if period == EVERYTHING:
        return [line for line in material.lines if line.happened.day <= today]
    return [
        line
        for line in material.lines
        if line.happened.day <= today and period.holds(line.happened, today)
    ]


def days_of(row: Row) -> Sequence[Mark]:
    """Return the marks of a row with a day."""
    return [mark for mark in row.marks if not mark.is_month]


def question(kind: Kind) -> str:
    """Return what a chart is asked."""
    return {
        Kind.STRIP: _("Did it come back?"),
        Kind.YEAR: _("When in the year?"),
        Kind.STEPS: _("Faster or slower?"),
        Kind.GAPS: _("How long between?"),
        Kind.RETURN: _("How long until it returned?"),
        Kind.TOGETHER: _("What comes together?"),
        Kind.WEEK: _("When in the week?"),
        Kind.TRUST: _("More trust or more doubt?"),
    }[kind]


def made(
    kind: Kind, patterns: Patterns, said: Sequence[str], table: Table, draw: Draw | None
) -> Chart:
    """Return a chart of what is *said*: its title, and then what must stand under it.

    The alternative text is the title, the table in one sentence each, and the notes.
    """
    title, *notes = said
    under = [*filter(None, notes), captions.basis(patterns)]
    rows = [", ".join(filter(None, row)) for row in table.rows[:MOST_SAID]]
    spoken = [f"{title}.", *(f"{row}." for row in rows), *notes]
    return Chart(kind, question(kind), title, under, " ".join(filter(None, spoken)), table, draw)


MOST_SAID: Final = 40
"""Rows of the table that the alternative text reads out; all are in the table."""


def too_little(kind: Kind, patterns: Patterns, days: int, what: str = "") -> Chart:
    """Return a chart that is not drawn: how much there is, and from how much on it is."""
    noted = ngettext("{n} day noted", "{n} days noted", days)
    words = what or _("this picture appears from {least} days on").format(least=LEAST)
    so_far = noted if days else _nothing(patterns)
    title = f"{so_far}; {words}"
    return made(kind, patterns, [title], Table((), ()), None)


def _nothing(patterns: Patterns) -> str:
    """Say why there is no day to count: nothing was noted, or not with a day."""
    if not patterns.month_only:
        return _("Nothing to count here yet")
    return ngettext(
        "For {n} entry only the month is known",
        "For {n} entries only the month is known",
        patterns.month_only,
    )


def days_words(days: float) -> str:
    """Return a number of days; a half is written as such."""
    if days % 1:
        return _("{n} days").format(n=half_number(days))
    return ngettext("{n} day", "{n} days", int(days))


def short_day(day: date) -> str:
    """Return a date without its weekday."""
    return captions.day_said(day, "short")


def entries_words(mark: Mark) -> str:
    """Return how many entries are behind a mark."""
    return ngettext("{n} entry", "{n} entries", len(mark.entries))
