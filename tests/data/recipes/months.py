"""Which month it was noted in, counted over all years."""

from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from babel.dates import format_date

from onveilig_desktop import texts
from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.report.charts.around import LEAST, days_of, made, row_of, too_little
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.texts import gettext as _

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing


def make(
    patterns: Patterns, _material: Material, _known: Catalog, signal: SignalId | None = None
) -> Chart:
    """Return the days noted in each month of the year, of all concerns or one signal."""
    days = days_of(row_of(patterns, signal))
    if len(days) < LEAST:
        return too_little(Kind.MONTHS, patterns, len(days))
    counts = Counter(mark.first.month for mark in days)
    rows = [(_month(month), str(counts[month])) for month in range(1, 13)]
    table = Table((_("Month"), _("Days")), rows)
    return made(Kind.MONTHS, patterns, [_("Days noted in each month")], table, partial(_draw, rows))


def _month(month: int) -> str:
    return format_date(date(2024, month, 1), "LLLL", locale=texts.language())


def _draw(rows: list[tuple[str, str]], look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.canvas import Canvas  # late: brings matplotlib
    from onveilig_desktop.report.charts.drawing import Drawing

    line = 2 * look.font_px
    canvas = Canvas(width, line * len(rows), look)
    for n, (month, count) in enumerate(rows):
        canvas.words((line, (n + 0.5) * line), f"{month}: {count}", look.text)
    return Drawing(canvas, ())
