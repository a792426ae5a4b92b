"""The summary as a PDF, made in memory; nothing is on disk until it is saved."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Final

from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.report.binding import Binding
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.jobs import Jobs, charts
from onveilig_desktop.report.press import Press
from onveilig_desktop.texts import gettext as _

_TOLD: Final = frozenset({"entry", "correction"})
"""The blocks by which it is said how far it is: of those it is known beforehand how many come."""


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


def _bound(collected: Collected, choice: SummaryChoice, told: Told, press: Press) -> bytes:
    jobs = Jobs(collected, choice, press, charts(collected, choice))
    done, of = 0, len(choice.ticked) + len(collected.corrections)
    with closing(press.each(map(jobs.of, jobs.parts()))) as parts:
        bound, begins = Binding(next(parts)[1]), [0]
        for job, part in parts:
            begins.append(bound.pages)
            blocks = job.data["blocks"]
            marked = (block for block in blocks if block.get("marked", True))
            bound.add(part, [block["level"] for block in marked])
            done += sum(block["kind"] in _TOLD for block in blocks)
            told(done, of)
    made = bound.finish(_feet(jobs, bound.pages, press))
    press.begins = begins
    return made


def _feet(jobs: Jobs, pages: int, press: Press) -> Iterator[bytes]:
    for _job, made in press.each(jobs.feet(pages)):
        yield made
    press.rest()  # what is written next takes memory of its own


def file_name(made_on: date) -> str:
    """Return a name for the file that says nothing about its subject."""
    return _("notes {date}.pdf").format(date=made_on.isoformat())
