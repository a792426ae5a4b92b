"""How long until it was noted again, after repair and without it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from onveilig_desktop.analysis import Occasion, Returns, Step, Wait, return_after_repair
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts.around import (
    days_of,
    days_words,
    made,
    row_of,
    short_day,
    too_little,
)
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

LEAST: Final = 3
"""A curve is drawn while so many are still waiting, and only from so many on."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The waits after repair, or those without; ``entries`` are those of the day each began.

    ``half`` is the number of days within which half of them ended, if half did; ``end`` the
    days for which it is drawn, while enough are still waiting.
    """

    is_repaired: bool
    waits: Sequence[Wait]
    steps: Sequence[Step]
    half: int | None
    end: int
    entries: Mapping[date, Sequence[EntryId]] = field(repr=False)

    @property
    def label(self) -> str:
        """What it is called."""
        return _("after repair") if self.is_repaired else _("without repair")

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough to draw."""
        return len(self.waits) >= LEAST

    def waiting(self, days: float) -> int:
        """Return how many are still waiting after so many days."""
        return sum(wait.days >= days for wait in self.waits)


def make(patterns: Patterns, signal: SignalId | None = None) -> Chart:
    """Return the curves of all concerns, or of one signal."""
    row = row_of(patterns, signal)
    both = curves(patterns, signal)
    drawn = [curve for curve in both if curve.is_drawn]
    if not drawn:
        return _not_yet(patterns, row, both)
    unknown = len(days_of(row)) - sum(len(curve.waits) for curve in both)
    said = [_title(drawn), *_notes(row, both, unknown)]
    return made(Kind.RETURN, patterns, said, _table(both), partial(_draw, drawn))


def curves(patterns: Patterns, signal: SignalId | None = None) -> tuple[Curve, Curve]:
    """Return how long it took after repair, and how long without."""
    marks = days_of(row_of(patterns, signal))
    days = [Occasion(mark.first, mark.last, (n,)) for n, mark in enumerate(marks)]
    answers = [True if mark.repaired else False if mark.unrepaired else None for mark in marks]
    pauses = [(pause.first, pause.last) for pause in patterns.pauses]
    found = return_after_repair(days, answers, patterns.last, pauses)
    entries = {mark.first: mark.entries for mark in marks}
    return _curve(found.repaired, entries, True), _curve(found.unrepaired, entries, False)


def wait_words(curve: Curve, waits: Sequence[Wait]) -> str:
    """Return what a step or a tick of a curve stands for."""
    first = waits[0]
    days = days_words(first.days)
    if not first.came_back:
        return _("{label}: not noted again within {days}, from {date}").format(
            label=curve.label, days=days, date=short_day(first.since)
        )
    return _("{label}: noted again after {days}, {times} of {all}").format(
        label=curve.label, days=days, times=len(waits), all=len(curve.waits)
    )


def _curve(found: Returns, entries: Mapping[date, Sequence[EntryId]], is_repaired: bool) -> Curve:
    lengths = sorted((wait.days for wait in found.waits), reverse=True)
    end = lengths[LEAST - 1] if len(lengths) >= LEAST else 0
    return Curve(is_repaired, found.waits, found.steps, found.median, end, entries)


def _not_yet(patterns: Patterns, row: Row, both: Sequence[Curve]) -> Chart:
    """Say how many there are of each; the picture needs three of one kind."""
    repaired, without = (len(curve.waits) for curve in both)
    words = _(
        "with repair: {repaired}, without: {without}; this picture appears from 3 of one kind on"
    ).format(repaired=repaired, without=without)
    return too_little(Kind.RETURN, patterns, len(days_of(row)), words)


def _title(curves: Sequence[Curve]) -> str:
    parts = [_half_words(curve) for curve in curves]
    return _("Half of the times noted again: {parts}").format(parts=", ".join(parts))


def _half_words(curve: Curve) -> str:
    if curve.half is None:
        return _("{label} fewer than half so far").format(label=curve.label)
    return _("{label} within {days}").format(label=curve.label, days=days_words(curve.half))


def _notes(row: Row, curves: Sequence[Curve], unknown: int) -> Sequence[str]:
    counts = _("{label}: {repaired} with repair, {without} without.").format(
        label=row.label,
        repaired=days_words(len(curves[0].waits)),
        without=days_words(len(curves[1].waits)),
    )
    if unknown:
        asked = ngettext("For {n} day it is not known.", "For {n} days it is not known.", unknown)
        counts = f"{counts} {asked}"
    if months := len(row.marks) - len(days_of(row)):
        left_out = ngettext(
            "{n} month without a day is left out.", "{n} months without a day are left out.", months
        )
        counts = f"{counts} {left_out}"
    return counts, _(
        "What came after says nothing about why. Where days are still waiting, the last word "
        "has not been said; each line stops when fewer than 3 are waiting."
    )


def _table(curves: Sequence[Curve]) -> Table:
    rows = [
        (
            short_day(wait.since),
            curve.label,
            days_words(wait.days),
            _("noted again") if wait.came_back else _("not noted again so far"),
        )
        for curve in curves
        for wait in curve.waits
    ]
    return Table((_("Day"), _("Repair"), _("Days"), _("Then")), rows)


def _draw(curves: Sequence[Curve], look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.returns_drawn import draw  # late: brings matplotlib

    return draw(curves, look, width)
