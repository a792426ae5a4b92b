"""What stands in the summary, as plain data for its template."""

from collections.abc import Iterator, Sequence
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.report.appendix import appendix, portions
from onveilig_desktop.report.charts import Chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.first_page import first_pages
from onveilig_desktop.report.flowing import Data
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.redaction import Redaction
from onveilig_desktop.texts import gettext as _

_FEET: Final = 50
"""Pages whose feet are set at once."""


def contents(
    collected: Collected, choice: SummaryChoice, charts: Sequence[Chart] = ()
) -> Iterator[Data]:
    """Return the summary's data, part by part: the first page, then what comes after it.

    Every word is in the language in use; there is nothing but strings and numbers.
    """
    redaction = Redaction(dict(choice.letters))
    part = _part(collected)
    yield {**part, "first": first_pages(collected, choice, redaction)}
    for blocks in portions(appendix(collected, choice, redaction, charts)):
        yield {**part, "blocks": blocks}


def feet(collected: Collected, pages: int) -> Iterator[Data]:
    """Return the data of *pages* pages with nothing on them but their foot, some at a time."""
    for begun in range(1, pages + 1, _FEET):
        yield {**foot(collected, begun, pages), "feet": min(_FEET, pages + 1 - begun)}


def foot(collected: Collected, number: int, pages: int) -> Data:
    """Return the data of one page with nothing on it but its foot, counted from one."""
    return {**_part(collected), "pages": pages, "begin": number, "feet": 1}


def _part(collected: Collected) -> Data:
    """Return what every part has, with nothing in it yet."""
    made_on = texts.day_words(collected.made_on, "short")
    return {
        "lang": texts.language(),
        "title": _("Notes"),
        "heading": _heading(collected.patterns),
        "made": _("Made on {date}. Written down personally, not measured.").format(date=made_on),
        "footer": _("Written down personally · made on {date}").format(date=made_on),
        "page": _("Page"),
        "words": _words(),
        "first": [],
        "blocks": [],
        "begin": 1,
        "feet": 0,
        "pages": 0,
    }


def _heading(patterns: Patterns) -> str:
    if patterns.first is None:
        return _("Notes")
    first, last = (texts.day_words(day, "brief") for day in (patterns.first, patterns.last))
    if first == last:
        return _("Notes, {date}").format(date=first)
    return _("Notes, {first} to {last}").format(first=first, last=last)


def _words() -> Data:
    return {
        "count": _("How this was counted, and what is missing"),
        "concern": _("Signal"),
        "friction": _("Ordinary friction"),
        "days": _("Days"),
        "weeks": _("Weeks"),
        "span": _("First – last"),
        "gaps": _("Days between"),
        "gaps_how": _(
            "Days between: the middle one, and in brackets the least and the most. "
            "Friction beside it: ordinary friction noted on the same days."
        ),
        "words": _("In words"),
        "quotes": _("In my own words"),
        "questions": _("Questions I want to ask"),
        "signals": _("Signals"),
    }
