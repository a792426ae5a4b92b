"""An entry in one line, as pages list it beside the list of the journal itself."""

from onveilig_desktop import journal, report, texts
from onveilig_desktop.ui.session import Session


def line_words(line: journal.EntryLine, session: Session) -> str:
    """Return its day and its first words; while texts are hidden, its signals instead."""
    return " · ".join(filter(None, [report.moment_words(line.happened), about(line, session)]))


def about(line: journal.EntryLine, session: Session) -> str:
    """Return the first words of an entry; while texts are hidden, its signals instead."""
    if not session.hides_texts:
        return " ".join(line.opening.split())
    known = session.catalog.signals.values()
    return texts.listing([signal.label for signal in known if signal.id in line.signals])
