"""The summary as a PDF, made in memory; nothing is on disk until it is saved."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.report.appendix import chart_file
from onveilig_desktop.report.binding import Binding
from onveilig_desktop.report.charts import Chart, Draw, Kind, make_chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.contents import contents, feet
from onveilig_desktop.report.first_page import on_first_page
from onveilig_desktop.report.flowing import Data
from onveilig_desktop.report.look import PRINT
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.typesetting import Job
from onveilig_desktop.texts import gettext as _

_SMALL: Final = 8.0
"""Points of the print in the strip on the first page, which has to hold much besides."""
_TOLD: Final = frozenset({"entry", "correction"})
"""The blocks by which it is said how far it is: of those it is known beforehand how many come."""
_TEXT_WIDTH = (210 - 2 * 16) / 25.4 * 72
"""Points between the margins of the template."""


def summary_pdf(
    collected: Collected,
    choice: SummaryChoice,
    told: Told = to_nobody,
    press: Press | None = None,
) -> bytes:
    """Return the summary as PDF/UA-1, in the language in use; the same bytes all day.

    It is set part by part, so that a long one takes no more memory than a short one.

    Args:
        collected: what was read for *choice*.
        choice: what goes in; of *collected* nothing else is printed.
        told: hears after each part how many entries and corrections are on paper.
        press: has kept what it set of the last choice, and sets only what is not the same.

    Raises:
        SummaryNotMadeError, and what *told* raises
    """
    press = press or Press()
    try:
        return _bound(collected, choice, told, press)
    finally:
        press.rest()


def first_pdf(collected: Collected, choice: SummaryChoice, press: Press, pages: int) -> bytes:
    """Return the first page alone, as the first of *pages*: what a person sees of all of it.

    Raises:
        SummaryNotMadeError
    """
    bound = Binding(press.set(next(_jobs(collected, choice, (), press))))
    return bound.finish(_feet(collected, max(pages, bound.pages), press))


def _bound(collected: Collected, choice: SummaryChoice, told: Told, press: Press) -> bytes:
    charts = [
        make_chart(kind, collected.patterns, collected.material, collected.known)
        for kind in choice.charts
    ]
    done, of = 0, len(choice.ticked) + len(collected.corrections)
    with closing(press.each(_jobs(collected, choice, charts, press))) as parts:
        bound = Binding(next(parts)[1])
        for job, part in parts:
            blocks = job.data["blocks"]
            marked = (block for block in blocks if block.get("marked", True))
            bound.add(part, [block["level"] for block in marked])
            done += sum(block["kind"] in _TOLD for block in blocks)
            told(done, of)
    return bound.finish(_feet(collected, bound.pages, press))


def _jobs(
    collected: Collected, choice: SummaryChoice, charts: Sequence[Chart], press: Press
) -> Iterator[Job]:
    made_on, parts = collected.made_on, contents(collected, choice, charts)
    yield Job(next(parts), made_on, _strip(collected, press), is_whole=True)
    for part in parts:
        yield Job(part, made_on, _pictures(part["blocks"], collected, charts, press))


def _feet(collected: Collected, pages: int, press: Press) -> Iterator[bytes]:
    jobs = (Job(foot, collected.made_on) for foot in feet(collected, pages))
    for _job, made in press.each(jobs):
        yield made
    press.rest()  # what is written next takes memory of its own


def file_name(made_on: date) -> str:
    """Return a name for the file that says nothing about its subject."""
    return _("notes {date}.pdf").format(date=made_on.isoformat())


def _strip(collected: Collected, press: Press) -> Mapping[str, bytes]:
    # late: matplotlib is only needed by who makes a summary
    from onveilig_desktop.report.figures import strip_svg

    shown = on_first_page(collected.patterns)
    small = replace(PRINT, font_px=_SMALL)

    def draw() -> bytes:
        return strip_svg(shown, small, _TEXT_WIDTH) or b""

    strip = press.latest.of("strip.svg", (texts.language(), shown), draw)
    return {"strip.svg": strip} if strip else {}


def _pictures(
    blocks: Sequence[Data], collected: Collected, charts: Sequence[Chart], press: Press
) -> Mapping[str, bytes]:
    """Return the charts among *blocks*, and no other: a part is the same while its own are."""
    named = {block["file"] for block in blocks if block["kind"] == "chart"}
    drawn = {}
    for number, chart in enumerate(charts):
        name, draw = chart_file(number), chart.draw
        if draw is not None and name in named:
            drawn[name] = press.latest.of(name, _shows(chart.kind, collected), partial(_svg, draw))
    return drawn


def _shows(kind: Kind, collected: Collected) -> object:
    """Return all that a chart is drawn from, to see whether it is still the same one."""
    given = (collected.patterns, collected.material, collected.known)
    return (kind, texts.language(), *given)


def _svg(draw: Draw) -> bytes:
    return draw(PRINT, _TEXT_WIDTH).svg()
