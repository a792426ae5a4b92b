"""An entry in one line, as pages list it beside the list of the journal itself."""

from onveilig_desktop import journal, report
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.session import Session


def line_words(line: journal.EntryLine, session: Session) -> str:
    """Return its day and its first words; while texts are hidden, how many signals it has."""
    return " · ".join(filter(None, [report.moment_words(line.happened), about(line, session)]))


def about(line: journal.EntryLine, session: Session) -> str:
    """Return the first words of an entry; while texts are hidden, how many signals it has."""
    return folded_words(line) if session.hides_texts else " ".join(line.opening.split())


def folded_words(line: journal.EntryLine) -> str:
    """Return how many signals an entry has: all that is told while texts are hidden."""
    count = len(line.signals)
    return ngettext("{n} signal", "{n} signals", count) if count else ""
