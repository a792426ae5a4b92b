"""Whether the entries are still what the history says they are."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from onveilig_desktop.vault import rows
from onveilig_desktop.vault.history import Flaw, History, Kind, Wrong
from onveilig_desktop.vault.schema import entry, entry_text, revision

_TOLD: Final = revision.alias()
_OF_ENTRY: Final = select(_TOLD).where(_TOLD.c.entry == entry.c.id)
_LAST_WORDED: Final = (
    _OF_ENTRY.with_only_columns(func.max(_TOLD.c.seq))
    .where(_TOLD.c.kind.in_([Kind.CREATE.value, Kind.EDIT.value]))
    .scalar_subquery()
)
_LAST_KIND: Final = (
    _OF_ENTRY.with_only_columns(_TOLD.c.kind)
    .order_by(_TOLD.c.seq.desc())
    .limit(1)
    .scalar_subquery()
)
_ENTRIES: Final = (
    select(
        *rows.COLUMNS,
        entry_text.c.text,
        rows.SIGNALS,
        revision.c.content,
        entry.c.binned_at,
        _LAST_KIND.label("kind"),
        func.coalesce(_LAST_WORDED, 0).label("worded"),
    )
    .select_from(entry)
    .join(entry_text, entry_text.c.entry == entry.c.seq, isouter=True)
    .join(revision, revision.c.seq == _LAST_WORDED, isouter=True)
    .order_by(entry.c.seq)
)
_GONE: Final = (
    select(func.max(revision.c.seq))
    .where(revision.c.entry.not_in(select(entry.c.id)))
    .group_by(revision.c.entry)
    .order_by(revision.c.entry)
)


def flaws(connection: Connection) -> Iterator[Flaw]:
    """Tell what is wrong in the chain, and which entries differ from what it says.

    A flaw of an entry stands at the revision with its last wording, or at 0 where it has
    none.
    """
    yield from History(connection).flaws()
    for row in connection.execute(_ENTRIES):
        if not _is_as_written(row):
            yield Flaw(row.worded, Wrong.ENTRY)
    for seq in connection.execute(_GONE).scalars():
        yield Flaw(seq, Wrong.ENTRY)


def _is_as_written(row: Row[*tuple[Any, ...]]) -> bool:
    if (row.kind == Kind.BIN) is (row.binned_at is None):
        return False
    try:
        made = rows.read_entry(row[: len(rows.COLUMNS) + 2])
        return bool(rows.canonical(made) == row.content)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False  # not what this program writes
