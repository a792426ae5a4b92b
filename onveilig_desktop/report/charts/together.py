"""What comes together: on how many days two signals were both noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onveilig_desktop.analysis import co_occurrence
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts.around import LEAST, days_of, made, too_little
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

MOST: Final = 10
FRICTION: Final = 4
"""Signals that are shown, the most noted ones; and how many places friction may take."""
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Together:
    """The most noted signals, concerns first, with the days of each and of each pair."""

    rows: Sequence[Row]
    days: Sequence[Mapping[date, Sequence[EntryId]]]
    counts: Mapping[Pair, int]
    left_out: int

    def count(self, pair: Pair) -> int:
        """Return on how many days both were noted; with itself, on how many days it was."""
        later, earlier = max(pair), min(pair)
        return len(self.days[later]) if later == earlier else self.counts[earlier, later]

    def entries(self, pair: Pair) -> tuple[EntryId, ...]:
        """Return the entries of the days on which both were noted."""
        one, other = self.days[pair[0]], self.days[pair[1]]
        both = sorted(one.keys() & other.keys())
        return tuple(dict.fromkeys(entry for day in both for entry in (*one[day], *other[day])))


def make(patterns: Patterns) -> Chart:
    """Return the signals that were noted most, against each other."""
    noted = [row for row in patterns.rows if days_of(row)]
    days = len({mark.first for row in noted for mark in days_of(row)})
    if days < LEAST:
        return too_little(Kind.TOGETHER, patterns, days)
    pairs = 2
    if len(noted) < pairs:
        words = _("this picture appears once two different signals were noted")
        return too_little(Kind.TOGETHER, patterns, days, words)
    drawn = _together(noted)
    said = [_title(drawn), *_notes(drawn, days)]
    return made(Kind.TOGETHER, patterns, said, _table(drawn), partial(_draw, drawn))


def pair_words(drawn: Together, pair: Pair) -> str:
    """Return one count in words."""
    days = ngettext("{n} day", "{n} days", drawn.count(pair))
    if pair[0] == pair[1]:
        return f"{drawn.rows[pair[0]].label}: {days}"
    return _("{one} and {other} on the same day: {days}").format(
        one=drawn.rows[min(pair)].label, other=drawn.rows[max(pair)].label, days=days
    )


def _together(noted: Sequence[Row]) -> Together:
    ranked = sorted(noted, key=lambda row: -len(row.marks))
    concerns = [row for row in ranked if not row.is_friction]
    friction = [row for row in ranked if row.is_friction]
    friction = friction[: max(FRICTION, MOST - len(concerns))]
    rows = [*concerns[: MOST - len(friction)], *friction]
    days = [{mark.first: mark.entries for mark in days_of(row)} for row in rows]
    found = co_occurrence({n: set(held) for n, held in enumerate(days)})
    pairs = combinations(range(len(rows)), 2)
    counts = {(a, b): found.get((a, b), found.get((b, a), 0)) for a, b in pairs}
    return Together(rows, days, counts, len(noted) - len(rows))


def _title(drawn: Together) -> str:
    most = max(drawn.counts.values())
    if not most:
        return _("No two signals were noted on the same day")
    fullest = [pair for pair, count in drawn.counts.items() if count == most]
    days = ngettext("{n} day", "{n} days", most)
    if len(fullest) > 1:
        return _("{pairs} pairs were noted together most often: each on {days}").format(
            pairs=len(fullest), days=days
        )
    one, other = fullest[0]
    return _("Most often together: «{one}» and «{other}», on {days}").format(
        one=drawn.rows[one].label, other=drawn.rows[other].label, days=days
    )


def _notes(drawn: Together, days: int) -> Sequence[str]:
    counted = ngettext("{n} day with a signal.", "{n} days with a signal.", days)
    if drawn.left_out:
        less = ngettext(
            "{n} signal that was noted less often is not shown.",
            "{n} signals that were noted less often are not shown.",
            drawn.left_out,
        )
        counted = f"{counted} {less}"
    return counted, _(
        "On the same day is not the same as because of each other. "
        "The framed numbers count the days of one signal."
    )


def _table(drawn: Together) -> Table:
    rows = [
        (drawn.rows[a].label, drawn.rows[b].label, ngettext("{n} day", "{n} days", count))
        for (a, b), count in sorted(drawn.counts.items(), key=lambda one: -one[1])
    ]
    return Table((_("Signal"), _("Together with"), _("Days")), rows)


def _draw(drawn: Together, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.together_drawn import draw  # late: brings matplotlib

    return draw(drawn, look, width)
