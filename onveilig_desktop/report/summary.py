"""The summary as a PDF, made in memory; nothing is on disk until it is saved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path

from onveilig_desktop import resources
from onveilig_desktop.catalog import Catalog
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal import Entry, EntryId
from onveilig_desktop.report.contents import contents
from onveilig_desktop.report.look import PRINT
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.period import EVERYTHING, Period
from onveilig_desktop.texts import gettext as _

TEMPLATE = "report/summary.typ"
_TEXT_WIDTH = (210 - 2 * 20) / 25.4 * 72
"""Points between the margins of the template."""


class SummaryNotMadeError(OnveiligError):
    """The page could not be set. Whatever was wrong is not told, as it may hold words."""

    sentence = N_("The summary could not be made. Your journal is unchanged.")


@dataclass(frozen=True, slots=True)
class SummaryChoice:
    """What the person lets go out: a period, and the entries they ticked."""

    period: Period = EVERYTHING
    ticked: frozenset[EntryId] = frozenset()


def summary_pdf(
    patterns: Patterns,
    entries: Sequence[Entry],
    choice: SummaryChoice,
    known: Catalog,
    made_on: date,
) -> bytes:
    """Return the summary, tagged, in the language in use; the same bytes all day.

    Args:
        patterns: what was counted over the chosen period.
        entries: entries whole; of these only the ticked ones are printed.
        choice: what goes in.
        known: the catalogue, for the names of the signals.
        made_on: the day of making, and the only date about the file in the file.

    Raises:
        SummaryNotMadeError
    """
    # late: matplotlib and typst are only needed by who makes a summary
    from onveilig_desktop.report.figures import strip_svg

    ticked = [entry for entry in entries if entry.id in choice.ticked]
    files = {
        "main.typ": resources.path(TEMPLATE).read_bytes(),
        "data.json": json.dumps(contents(patterns, ticked, known, made_on)).encode(),
    }
    strip = strip_svg(patterns, PRINT, _TEXT_WIDTH)
    if strip is not None:
        files["strip.svg"] = strip
    return _typeset(files, made_on)


def file_name(made_on: date) -> str:
    """Return a name for the file that says nothing about its subject."""
    return _("notes {date}.pdf").format(date=made_on.isoformat())


def _typeset(files: dict[str, bytes], made_on: date) -> bytes:
    import typst

    midnight = datetime(made_on.year, made_on.month, made_on.day, tzinfo=UTC)
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload]  # its stub lacks the dict
            files,
            format="pdf",
            font_paths=[str(_fonts())],
            ignore_system_fonts=True,
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
