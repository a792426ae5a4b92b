"""The entries as a CSV file that a spreadsheet opens as it is."""

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import Entry, Journal, Moment
from onveilig_desktop.journal.choices import part_words, precision_words, repair_words
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.writing import write_pieces

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet might calculate, the wide signs included."""

DEFUSED: Final = "'"
"""Makes a text of such a cell; a spreadsheet shows it, and never runs what follows."""

_DELIMITERS: Final = {"nl": ";", "en": ","}
"""What a spreadsheet of that country expects: where decimals have a comma, a semicolon."""


def write_table(
    journal: Journal,
    path: Path,
    known: Catalog,
    *,
    replace: bool = False,
    told: Told = to_nobody,
) -> None:
    """Write every entry that is not in the bin to *path*, for the language in use.

    It is not encrypted, and has no earlier wordings, attachments or check-ins.

    Raises:
        FileTakenError, ReadOnlyFolderError, DiskFullError, StorageError, and what *told*
        raises: then there is no file.
    """

    def take(entries: Iterator[Entry]) -> None:
        write_pieces(path, _lines(entries, known), replace=replace)

    journal.archive.give_entries(take, told)


def safe(cell: str) -> str:
    """Return *cell* so that a spreadsheet takes it for text."""
    return DEFUSED + cell if cell.startswith(FORMULA) else cell


def _lines(entries: Iterator[Entry], known: Catalog) -> Iterator[bytes]:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=_DELIMITERS[texts.language()])
    buffer.write("\N{BYTE ORDER MARK}")
    writer.writerow(map(safe, _headings()))
    for entry in entries:
        writer.writerow(_cells(entry, known))
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode()


def _headings() -> list[str]:
    return [
        _("Date"),
        _("Time"),
        _("How precise"),
        _("Written down on"),
        _("What happened?"),
        _("Signals"),
        _("How intense for me"),
        _("Trust in myself"),
        _("Did repair follow?"),
        _("What a camera would have seen"),
        _("The exact words"),
        _("What it meant to me"),
        _("What I felt in my body"),
        _("What it did to daily life"),
        _("Who was there"),
        _("Where it was"),
    ]


def _cells(entry: Entry, known: Catalog) -> list[str | int]:
    happened = entry.happened
    day = happened.day.isoformat() if happened.has_day else f"{happened.day:%Y-%m}"
    written = entry.written_at.isoformat(" ", "minutes")[: len("2026-11-20 12:00")]
    numbers = ["" if number is None else number for number in (entry.intensity, entry.trust)]
    signals = "; ".join(sorted(_label(signal, known) for signal in entry.signals))
    repair = "" if entry.repair is None else repair_words(entry.repair)
    details = map(safe, asdict(entry.details).values())
    facts = [day, _time(happened), precision_words(happened.precision), written]
    return [*facts, safe(entry.text), safe(signals), *numbers, repair, *details]


def _label(signal: SignalId, known: Catalog) -> str:
    found = known.signals.get(signal)
    return str(signal) if found is None else found.own_label or texts.pick(found.labels)


def _time(happened: Moment) -> str:
    if happened.minute is not None:
        return texts.time_words(happened.minute)
    return "" if happened.part is None else part_words(happened.part)
