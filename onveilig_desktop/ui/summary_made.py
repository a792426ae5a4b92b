"""A summary as it would leave, made and written on the worker."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onveilig_desktop import catalog, journal, report
from onveilig_desktop.journal.progress import Parts, Told
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import collect
from onveilig_desktop.report.pages import Page, page_count, page_picture
from onveilig_desktop.report.press import Press
from onveilig_desktop.report.protection import protected
from onveilig_desktop.report.readable import readable_names
from onveilig_desktop.report.summary import first_pdf, summary_pdf
from onveilig_desktop.writing import write_once


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made."""

    choice: SummaryChoice
    known: catalog.Catalog
    today: date


@dataclass(frozen=True, slots=True)
class Made:
    """A summary as it would leave, and what its page says about it."""

    choice: SummaryChoice
    pdf: bytes = field(repr=False)
    pages: int
    rows: tuple[report.Row, ...]
    names: tuple[str, ...] = field(repr=False)
    left_over: tuple[str, ...] = field(repr=False)


def make_first(
    opened: journal.Journal, *, wanted: Wanted, press: Press, pages: int, width: int
) -> Page:
    """Return the first of *pages* as it will be, *width* pixels wide, before the rest is made."""
    collected = collect(opened, wanted.choice, wanted.known, wanted.today)
    return page_picture(first_pdf(collected, wanted.choice, press, pages), 0, width)


def make(opened: journal.Journal, told: Told, *, wanted: Wanted, press: Press) -> Made:
    """Make it in memory, of *press* what did not change; what *told* raises stops it."""
    parts, choice = Parts(told, 2), wanted.choice
    collected = collect(opened, choice, wanted.known, wanted.today, parts.begin())
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
