"""Did it come back? A row per signal along one line of time."""

from functools import partial
from typing import TYPE_CHECKING

from onveilig_desktop.report import captions
from onveilig_desktop.report.charts.around import question
from onveilig_desktop.report.charts.chart import Chart, Kind, Rows, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.texts import gettext as _

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing


def make(patterns: Patterns) -> Chart:
    """Return the event strip; it is drawn from the first day noted."""
    title = captions.finding(patterns)
    return Chart(
        kind=Kind.STRIP,
        question=question(Kind.STRIP),
        title=title,
        notes=tuple(filter(None, [captions.memories(patterns), *captions.notes(patterns)])),
        alternative=captions.alternative(patterns) or title,
        table=_table(patterns),
        draw=partial(_draw, patterns) if patterns.shown else None,
    )


def _table(patterns: Patterns) -> Table:
    marks = [(row, mark) for row in patterns.shown for mark in row.marks]
    return Table((_("Signal"), _("Noted")), Rows(marks, _noted))


def _noted(one: tuple[Row, Mark]) -> tuple[str, str]:
    row, mark = one
    return row.label, captions.mark_words(mark)


def _draw(patterns: Patterns, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.figures import draw_strip  # late: brings matplotlib

    drawing = draw_strip(patterns, look, width)
    if drawing is None:
        raise ValueError("there is nothing to draw")
    return drawing
