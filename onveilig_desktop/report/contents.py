"""What stands in the summary, as plain data for its template."""

from collections.abc import Sequence

from onveilig_desktop import texts
from onveilig_desktop.report.appendix import appendix
from onveilig_desktop.report.charts import Chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.first_page import first_page
from onveilig_desktop.report.flowing import Data
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.redaction import Redaction
from onveilig_desktop.texts import gettext as _


def contents(collected: Collected, choice: SummaryChoice, charts: Sequence[Chart] = ()) -> Data:
    """Return the summary's data: every word in the language in use, nothing but strings."""
    redaction = Redaction(dict(choice.letters))
    made_on = texts.day_words(collected.made_on, "short")
    return {
        "lang": texts.language(),
        "title": _("Notes"),
        "heading": _heading(collected.patterns),
        "made": _("Made on {date}. Written down personally, not measured.").format(date=made_on),
        "footer": _("Written down personally · made on {date}").format(date=made_on),
        "page": _("Page"),
        "words": _words(collected, choice),
        "first": first_page(collected, choice, redaction),
        "appendix": appendix(collected, choice, redaction, charts),
    }


def _heading(patterns: Patterns) -> str:
    if patterns.first is None:
        return _("Notes")
    return _("Notes, {first} to {last}").format(
        first=texts.day_words(patterns.first, "brief"),
        last=texts.day_words(patterns.last, "brief"),
    )


def _words(collected: Collected, choice: SummaryChoice) -> Data:
    return {
        "count": _("How this was counted, and what is missing"),
        "concern": _("Signal"),
        "friction": _("Ordinary friction"),
        "days": _("Days"),
        "weeks": _("Weeks"),
        "span": _("First – last"),
        "gaps": _("Days between"),
        "gaps_how": _("Days between: the middle one, and in brackets the least and the most."),
        "words": _("In words"),
        "quotes": _("In my own words"),
        "questions": _("Questions I want to ask"),
        "appendix": _("Appendix"),
        "signals": _("Signals"),
        "entries": _("Entries in full: {n} of {all}").format(
            n=len(choice.ticked), all=max(collected.patterns.entries, len(choice.ticked))
        ),
        "corrections": _("What was corrected later"),
        "code": _("Code of today"),
        "code_about": _(
            "Whoever keeps this code can check later, in the program, that everything written "
            "up to this moment existed then and was not changed since. It does not show that "
            "it is true, who wrote it, or that the clock was right."
        ),
    }
