"""All that the patterns are counted from, read from the journal in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onveilig_desktop.journal import CheckIn, EntryLine, Journal, Marker, Pause


@dataclass(frozen=True, slots=True)
class Material:
    """The journal's dates and answers; no text of any entry.

    ``writing_days`` are the civil days on which anything was written, earliest first;
    ``settled`` the last writing day before each silence that the person was asked about.
    """

    lines: Sequence[EntryLine]
    check_ins: Sequence[CheckIn] = ()
    pauses: Sequence[Pause] = ()
    markers: Sequence[Marker] = ()
    writing_days: Sequence[date] = ()
    settled: frozenset[date] = frozenset()


def gather(opened: Journal) -> Material:
    """Read everything that is counted or drawn; for the worker."""
    return Material(
        lines=opened.lines(with_opening=False),
        check_ins=opened.check_ins.all(),
        pauses=opened.calendar.pauses(),
        markers=opened.calendar.markers(),
        writing_days=opened.calendar.writing_days(),
        settled=opened.calendar.settled_silences(),
    )
