"""The days between, one dot for each, in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Final

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.report.charts.around import (
    LEAST,
    days_of,
    days_words,
    made,
    row_of,
    short_day,
    too_little,
)
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.charts.runs import Gap, gaps_between, since_begun
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

HALVES: Final = 5
"""Gaps from which the first and the last half are told apart."""
_FAR: Final = 6
"""What is longer than so many times the median stands at the top edge with its number."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """All gaps in order; ``open_days`` since the last occasion, nothing for a past period.

    ``ceiling`` is the longest that has its own height, in days; ``halves`` are the medians
    of the first and the last half, for gaps without a pause.
    """

    row: Row
    gaps: Sequence[Gap]
    open_days: int | None
    ceiling: int
    halves: tuple[float, float] | None

    @property
    def counted(self) -> Sequence[Gap]:
        """The gaps without a pause."""
        return [gap for gap in self.gaps if not gap.is_paused]


def make(patterns: Patterns, signal: SignalId | None = None) -> Chart:
    """Return the gaps of all concerns, or of one signal."""
    row = row_of(patterns, signal)
    marks = since_begun(patterns, row)
    gaps = gaps_between(marks, patterns.pauses)
    lengths = [gap.days for gap in gaps if not gap.is_paused]
    if len(marks) < LEAST or len(lengths) < LEAST - 1:
        return too_little(Kind.GAPS, patterns, len(marks))
    open_days = (patterns.today - marks[-1].first).days
    drawn = Gaps(
        row=row,
        gaps=gaps,
        open_days=open_days if open_days and patterns.last == patterns.today else None,
        ceiling=_ceiling(lengths),
        halves=_halves(lengths),
    )
    earlier = len(days_of(row)) - len(marks)
    said = [_title(drawn, lengths), *_notes(drawn, lengths, earlier)]
    return made(Kind.GAPS, patterns, said, _table(drawn), partial(_draw, drawn))


def gap_words(gap: Gap) -> str:
    """Return one gap in words."""
    words = _("{days} from {first} to {last}").format(
        days=days_words(gap.days),
        first=short_day(gap.before.first),
        last=short_day(gap.after.first),
    )
    paused = _("with a pause, not counted")
    return f"{words} · {paused}" if gap.is_paused else words


def open_words(days: int) -> str:
    """Return that the last gap has not ended."""
    return _("Now {days} without an entry; still open").format(days=days_words(days))


def _ceiling(lengths: Sequence[int]) -> int:
    return max(1, min(max(lengths), int(_FAR * max(1, median(lengths)))))


def _halves(lengths: Sequence[int]) -> tuple[float, float] | None:
    half = len(lengths) // 2
    if len(lengths) < HALVES:
        return None
    return float(median(lengths[:half])), float(median(lengths[-half:]))


def _title(drawn: Gaps, lengths: Sequence[int]) -> str:
    if min(lengths) == max(lengths):
        return _("Each time {days} between").format(days=days_words(lengths[0]))
    if drawn.halves is None:
        return _("Usually {days} between, from {least} to {most}").format(
            days=days_words(median(lengths)), least=min(lengths), most=max(lengths)
        )
    return _("Usually {early} between in the first half, {late} in the last").format(
        early=days_words(drawn.halves[0]), late=days_words(drawn.halves[1])
    )


def _notes(drawn: Gaps, lengths: Sequence[int], earlier: int) -> Sequence[str]:
    """Return what was counted and left out, the open gap as a fact, and the caution."""
    counted = ngettext("{n} gap between days", "{n} gaps between days", len(lengths))
    paused = len(drawn.gaps) - len(lengths)
    notes = [f"{drawn.row.label}: {counted}."]
    if paused:
        notes.append(
            ngettext(
                "{n} gap with a pause is not counted.",
                "{n} gaps with a pause are not counted.",
                paused,
            )
        )
    if earlier:
        notes.append(
            ngettext(
                "{n} day from before the first entry was written is left out.",
                "{n} days from before the first entry was written are left out.",
                earlier,
            )
        )
    open_note = "" if drawn.open_days is None else open_words(drawn.open_days) + "."
    caution = _("Not writing is not the same as being safe.")
    return " ".join(notes), f"{open_note} {caution}".strip()


def _table(drawn: Gaps) -> Table:
    rows = [
        (
            short_day(gap.before.first),
            short_day(gap.after.first),
            days_words(gap.days),
            _("with a pause, not counted") if gap.is_paused else "",
        )
        for gap in drawn.gaps
    ]
    return Table((_("From"), _("To"), _("Days between"), _("Remark")), rows)


def _draw(drawn: Gaps, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.gaps_drawn import draw  # late: brings matplotlib

    return draw(drawn, look, width)
