"""The summary as a PDF, made in memory; nothing is on disk until it is saved."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from onveilig_desktop import resources
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.report.charts import Chart, make_chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.contents import contents
from onveilig_desktop.report.first_page import on_first_page
from onveilig_desktop.report.look import PRINT
from onveilig_desktop.texts import gettext as _

TEMPLATE = "report/summary.typ"
_SMALL: Final = 7.5
"""Points of the print in the strip on the first page, which has to hold much besides."""
_TEXT_WIDTH = (210 - 2 * 18) / 25.4 * 72
"""Points between the margins of the template."""


class SummaryNotMadeError(OnveiligError):
    """The page could not be set. Whatever was wrong is not told, as it may hold words."""

    sentence = N_("The summary could not be made. Your journal is unchanged.")


def summary_pdf(collected: Collected, choice: SummaryChoice) -> bytes:
    """Return the summary as PDF/UA-1, in the language in use; the same bytes all day.

    Args:
        collected: what was read for *choice*.
        choice: what goes in; of *collected* nothing else is printed.

    Raises:
        SummaryNotMadeError
    """
    charts = [
        make_chart(kind, collected.patterns, collected.material, collected.known)
        for kind in choice.charts
    ]
    data = contents(collected, choice, charts)
    files = {
        "main.typ": resources.path(TEMPLATE).read_bytes(),
        "data.json": json.dumps(data).encode(),
        **_pictures(collected, charts),
    }
    return _typeset(files, collected.made_on)


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
            drawn[f"chart{number}.svg"] = chart.draw(PRINT, _TEXT_WIDTH).svg()
    return drawn


def _typeset(files: dict[str, bytes], made_on: date) -> bytes:
    import typst

    midnight = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub lacks the dict
            files,
            format="pdf",
            font_paths=[str(_fonts())],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(midnight.timestamp()),
        )
    except typst.TypstError:
        raise SummaryNotMadeError from None
    return pdf


def _fonts() -> Path:
    """Return matplotlib's own fonts, the same on every computer."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise SummaryNotMadeError
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
