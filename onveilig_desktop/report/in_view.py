"""The pages in view, as they will be: set before all the others when a choice changes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onveilig_desktop.report.binding import with_foot
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.jobs import Jobs, charts
from onveilig_desktop.report.pages import Page, page_count, page_picture
from onveilig_desktop.report.press import Press


class View(NamedTuple):
    """What a person sees of a summary."""

    numbers: Sequence[int]
    """Of the pages in view, counted from nothing and in their order."""
    pages: int
    """How many there are in all."""
    width: int
    """Of each page, in pixels."""


def pages_in_view(
    collected: Collected, choice: SummaryChoice, press: Press, view: View
) -> Iterator[tuple[int, Page]]:
    """Draw the pages in *view*, each with its number.

    They are found where their parts began when all of it was made last. Where pages come or
    go before them, only making all of it tells which they are; of a part that lost pages,
    those that are gone are left out.

    Args:
        collected: what was read for *choice*.
        choice: what goes in.
        press: has set all pages of the last choice.
        view: of that.

    Raises:
        SummaryNotMadeError
    """
    jobs = Jobs(collected, choice, press, charts(collected, choice) if any(view.numbers) else ())
    wanted: dict[int, list[int]] = {}
    for number in view.numbers:
        wanted.setdefault(bisect_right(press.begins, number) - 1, []).append(number)
    for place, part in enumerate(jobs.parts()):
        if place in wanted:
            made, begins = press.set(jobs.of(part)), press.begins[place]
            there = range(begins, begins + page_count(made))
            for number in filter(there.__contains__, wanted.pop(place)):
                foot = press.set(jobs.foot(number, max(view.pages, len(there))))
                seen = with_foot(made, number - begins, foot)
                yield number, page_picture(seen, 0, view.width)
        if not wanted:
            return
