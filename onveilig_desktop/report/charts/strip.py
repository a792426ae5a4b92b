"""Did it come back? A row per signal along one line of time."""

from functools import partial
from typing import TYPE_CHECKING

from onveilig_desktop.report import captions
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.texts import gettext as _

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing


def make(patterns: Patterns) -> Chart:
    """Return the event strip; it is drawn from the first day noted."""
    return Chart(
        kind=Kind.STRIP,
        question=_("Did it come back?"),
        title=captions.finding(patterns),
        notes=captions.notes(patterns),
        alternative=captions.alternative(patterns) or captions.finding(patterns),
        table=_table(patterns),
        draw=partial(_draw, patterns) if patterns.shown else None,
    )


def _draw(patterns: Patterns, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.figures import draw_strip  # late: brings matplotlib

    drawing = draw_strip(patterns, look, width)
    if drawing is None:
        raise ValueError("there is nothing to draw")
    return drawing


def _table(patterns: Patterns) -> Table:
    return Table(
        headers=(_("Signal"), _("When"), _("Days")),
        rows=[
            (row.label, captions.mark_words(mark), "")
            for row in patterns.shown
            for mark in row.marks
        ],
    )
