"""What the person lets go out, and nothing besides."""

from dataclasses import dataclass, field
from typing import Final

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.period import EVERYTHING, Period

MOST_QUOTES: Final = 3
"""Passages that fit on the first page beside the rest."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of one entry, as the person picked it."""

    entry: EntryId
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChoice:
    """What stands in a summary.

    ``without`` are the signals that stay out, ``ticked`` the entries that go along whole.
    ``letters`` are names with the letter that stands for each. Places, feelings and files
    stay out unless asked for; charts, corrections and the code make an appendix.
    """

    period: Period = EVERYTHING
    without: frozenset[SignalId] = frozenset()
    ticked: frozenset[EntryId] = frozenset()
    quotes: tuple[Quote, ...] = ()
    questions: str = field(default="", repr=False)
    letters: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    places: bool = False
    feelings: bool = False
    files: bool = False
    charts: tuple[Kind, ...] = ()
    corrections: bool = False
    code: bool = False
