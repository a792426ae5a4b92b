"""A summary as it would leave, made and written on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onveilig_desktop import catalog, journal, report
from onveilig_desktop.journal.progress import Parts, Told, to_nobody
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected, Source, collect
from onveilig_desktop.report.in_view import View, pages_in_view
from onveilig_desktop.report.pages import Page, page_count
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.protection import protected
from onveilig_desktop.report.readable import readable_names
from onveilig_desktop.report.summary import summary_pdf
from onveilig_desktop.writing import write_once


@dataclass(slots=True)
class Wanted:
    """What is to be made, and what was read for the pages in view until all of it is made."""

    choice: SummaryChoice
    known: catalog.Catalog
    today: date
    revision: int
    """Of the journal: what was read under the same one need not be read again."""
    _read: Collected | None = field(default=None, init=False, repr=False)

    def read(self, opened: journal.Journal, press: Press, told: Told = to_nobody) -> Collected:
        """Return all that goes in; what is written meanwhile makes another one to be wanted."""
        if self._read is None:
            source = Source(opened, self.revision, press.latest)
            self._read = collect(source, self.choice, self.known, self.today, told)
        return self._read

    def let_go(self) -> None:
        """Keep nothing of it any longer."""
        self._read = None


@dataclass(frozen=True, slots=True)
class Made:
    """A summary as it would leave, and what its page says about it."""

    choice: SummaryChoice
    pdf: bytes = field(repr=False)
    pages: int
    rows: tuple[report.Row, ...]
    names: tuple[str, ...] = field(repr=False)
    left_over: tuple[str, ...] = field(repr=False)


def make_in_view(
    opened: journal.Journal, *, wanted: Wanted, press: Press, view: View
) -> Sequence[tuple[int, Page]]:
    """Return the pages in *view* as they will be, before the rest is made."""
    return list(pages_in_view(wanted.read(opened, press), wanted.choice, press, view))


def make(opened: journal.Journal, told: Told, *, wanted: Wanted, press: Press) -> Made:
    """Make it in memory, of *press* what did not change; what *told* raises stops it."""
    parts, choice = Parts(told, 2), wanted.choice
    collected = wanted.read(opened, press, parts.begin())
    wanted.let_go()
    pdf = summary_pdf(collected, choice, parts.begin(), press)
    names, left_over = readable_names(collected, choice)
    return Made(
        choice=choice,
        pdf=pdf,
        pages=page_count(pdf),
        rows=tuple(row for row in collected.patterns.rows if row.at_least),
        names=tuple(names),
        left_over=tuple(left_over),
    )


def write(
    _opened: journal.Journal, *, pdf: bytes, password: str, path: Path, replace: bool
) -> Path:
    """Write *pdf* under *password*, if there is one, and return where it is.

    Raises:
        FileTakenError, ReadOnlyFolderError, DiskFullError, StorageError
    """
    write_once(path, protected(pdf, password) if password else pdf, replace=replace)
    return path
