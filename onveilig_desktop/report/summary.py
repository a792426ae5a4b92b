"""The summary as a PDF, made in memory; nothing is on disk until it is saved."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.report.appendix import chart_file
from onveilig_desktop.report.binding import Binding
from onveilig_desktop.report.charts import Chart, make_chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.contents import contents, feet
from onveilig_desktop.report.first_page import on_first_page
from onveilig_desktop.report.look import PRINT
from onveilig_desktop.report.typesetting import typeset
from onveilig_desktop.texts import gettext as _

_SMALL: Final = 8.0
"""Points of the print in the strip on the first page, which has to hold much besides."""
_TOLD: Final = frozenset({"entry", "correction"})
"""The blocks by which it is said how far it is: of those it is known beforehand how many come."""
_TEXT_WIDTH = (210 - 2 * 16) / 25.4 * 72
"""Points between the margins of the template."""


def summary_pdf(collected: Collected, choice: SummaryChoice, told: Told = to_nobody) -> bytes:
    """Return the summary as PDF/UA-1, in the language in use; the same bytes all day.

    It is set part by part, so that a long one takes no more memory than a short one.

    Args:
        collected: what was read for *choice*.
        choice: what goes in; of *collected* nothing else is printed.
        told: hears after each part how many entries and corrections are on paper.

    Raises:
        SummaryNotMadeError, and what *told* raises
    """
    charts = [
        make_chart(kind, collected.patterns, collected.material, collected.known)
        for kind in choice.charts
    ]
    made_on, pictures = collected.made_on, _pictures(collected, charts)
    parts = contents(collected, choice, charts)
    bound = Binding(typeset(next(parts), made_on, pictures, is_whole=True))
    done, of = 0, len(choice.ticked) + len(collected.corrections)
    for part in parts:
        levels = [block["level"] for block in part["blocks"]]
        bound.add(typeset(part, made_on, pictures), levels)
        done += sum(block["kind"] in _TOLD for block in part["blocks"])
        told(done, of)
    return bound.finish(typeset(foot, made_on) for foot in feet(collected, bound.pages))


def file_name(made_on: date) -> str:
    """Return a name for the file that says nothing about its subject."""
    return _("notes {date}.pdf").format(date=made_on.isoformat())


def _pictures(collected: Collected, charts: Sequence[Chart]) -> dict[str, bytes]:
    # late: matplotlib is only needed by who makes a summary
    from onveilig_desktop.report.figures import strip_svg

    small = replace(PRINT, font_px=_SMALL)
    strip = strip_svg(on_first_page(collected.patterns), small, _TEXT_WIDTH)
    drawn = {} if strip is None else {"strip.svg": strip}
    for number, chart in enumerate(charts):
        if chart.draw is not None:
            drawn[chart_file(number)] = chart.draw(PRINT, _TEXT_WIDTH).svg()
    return drawn
