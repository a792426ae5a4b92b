"""What a file holds that may be brought in: found out on the worker, shown on the page."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.merge import Merge
from onveilig_desktop.journal.past import PastReview
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.transfer import (
    Columns,
    Form,
    PastNotes,
    Table,
    compare_copy,
    guess_columns,
    read_past,
    read_table,
    recognise,
)
from onveilig_desktop.transfer.table_reading import NoDateColumnError, notes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Notes of another program, those of them that are new, and the table they stand in."""

    found: PastNotes | None = None
    review: PastReview | None = None
    table: Table | None = None
    columns: Columns = field(default_factory=Columns)


@dataclass(frozen=True, slots=True)
class Looked:
    """One file: what it is, and what bringing it in will do."""

    path: Path
    form: Form
    what: Merge | Notes


def look(opened: Journal, told: Told, *, path: Path) -> Looked:
    """Find out what is at *path*; nothing is written.

    Raises:
        what ``transfer`` says of a file that cannot be brought in.
    """
    now = opened.past.now
    form = recognise(path, now.date())
    if form is Form.COPY:
        return Looked(path, form, compare_copy(opened, path, told))
    if form is Form.TABLE:
        table = read_table(path)
        columns = guess_columns(table, now.date())
        return Looked(path, form, _of_table(opened, told, table, columns, now))
    found = read_past(path, form, now, told=told)
    return Looked(path, form, Notes(found=found, review=opened.past.compare(found.notes, told)))


def look_again(opened: Journal, told: Told, *, looked: Looked, columns: Columns) -> Looked:
    """Read the same table, with something else in its columns."""
    assert isinstance(looked.what, Notes)  # noqa: S101 - a copy has no columns
    table = looked.what.table or Table((), ())
    return replace(looked, what=_of_table(opened, told, table, columns, opened.past.now))


def _of_table(opened: Journal, told: Told, table: Table, columns: Columns, now: datetime) -> Notes:
    try:
        found = notes_of(table, columns, now, told)
    except NoDateColumnError:
        return Notes(table=table, columns=columns)
    review = opened.past.compare(found.notes, told)
    return Notes(found=found, review=review, table=table, columns=columns)
