"""Finding entries by SQL; it finds what ``Query.matches`` finds."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    case,
    column,
    func,
    select,
    table,
)

from onveilig_desktop.catalog import Catalog
from onveilig_desktop.journal import EntryId, EntryLine, Precision, Repair
from onveilig_desktop.journal.listing import Places
from onveilig_desktop.journal.query import LATE, OWN, Query, of_groups
from onveilig_desktop.vault import rows
from onveilig_desktop.vault.ordinals import months
from onveilig_desktop.vault.schema import DETAILS, entry, entry_signal, entry_text
from onveilig_desktop.vault.word_index import expression

_INDEX: Final = table("word_index", column("rowid"), column("word_index"))
_LISTED: Final = entry.c.binned_at.is_(None)
_AMONG: Final = entry.c.ordinal.in_(bindparam("numbers", expanding=True))
_LINES: Final = select(entry.c.ordinal, *rows.COLUMNS, entry.c.opening, rows.SIGNALS).where(
    _AMONG, _LISTED
)
_TEXTS: Final = (
    select(entry.c.ordinal, entry_text.c.text, *(entry_text.c[name] for name in DETAILS))
    .join(entry_text, entry_text.c.entry == entry.c.seq)
    .where(_AMONG, _LISTED)
)


class SqlSearch:
    """The ``journal.StoredSearch`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def places(self, query: Query, known: Catalog, limit: int | None = None) -> Places:
        """Return where the entries stand that a query finds, the latest first.

        Args:
            query: what is sought.
            known: tells the group of each signal.
            limit: how many at most; all without it.
        """
        # one long step, in which other threads run; a step for each row would wait for them
        found = _statement(query, known).limit(limit).subquery()
        joined = self._connection.execute(select(func.group_concat(found.c[0], " "))).scalar()
        numbers = array("q", map(int, (joined or "").split()))
        return Places(numbers, months(numbers))

    def count(self) -> int:
        """Return how many entries are not in the bin."""
        counted = select(func.count()).select_from(entry).where(_LISTED)
        return self._connection.execute(counted).scalar_one()

    def place_of(self, entry_id: EntryId) -> int | None:
        """Return where an entry stands, or nothing."""
        found = select(entry.c.ordinal).where(entry.c.id == entry_id.bytes, _LISTED)
        return self._connection.execute(found).scalar_one_or_none()

    def lines(self, numbers: Sequence[int]) -> Mapping[int, EntryLine]:
        """Return the entries at these places, as far as they are there."""
        found = self._connection.execute(_LINES, {"numbers": numbers}).all()
        if not found:
            return {}
        lines = rows.read_lines([row[1:] for row in found])
        return {row[0]: line for row, line in zip(found, lines, strict=True)}

    def texts(self, numbers: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Return the story and the details of the entries at these places."""
        found = self._connection.execute(_TEXTS, {"numbers": numbers})
        return {row[0]: row[1:] for row in found}


def _statement(query: Query, known: Catalog) -> Select[int]:
    asked = [*_moments(query), *_facts(query), *_signals(query, known)]
    if not query.words:
        return select(entry.c.ordinal).where(_LISTED, *asked).order_by(entry.c.ordinal.desc())
    number = _INDEX.c.rowid
    found = select(number).where(_INDEX.c.word_index.op("MATCH")(expression(query.pieces, known)))
    if asked:
        # not a join: the index is read by date, and each entry is looked up after that
        fits = select(1).where(entry.c.ordinal == number, _LISTED, *asked).exists()
        found = found.where(fits)
    return found.order_by(number.desc())


def _moments(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.first is not None:
        month = query.first.replace(day=1).isoformat()
        of_month = entry.c.precision == Precision.MONTH.value
        yield entry.c.day >= case((of_month, month), else_=query.first.isoformat())
    if query.last is not None:
        yield entry.c.day <= query.last.isoformat()


def _facts(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.repair_open:
        yield entry.c.repair == Repair.OPEN.value
    if query.intensity_from is not None:
        yield func.coalesce(entry.c.intensity, 0) >= query.intensity_from
    if query.thread is not None:
        yield entry.c.thread == query.thread.bytes
    if query.written_late:
        yield entry.c.days_late > LATE


def _signals(query: Query, known: Catalog) -> Iterator[ColumnElement[bool]]:
    signal = entry_signal.c.signal
    if query.groups:
        yield _has(signal.in_(of_groups(query.groups, known)))
    if query.signals:
        yield _has(signal.in_(query.signals))
    if query.own_words:
        yield _has(func.substr(signal, 1, len(OWN)) == OWN)  # LIKE would not see the case


def _has(which: Any) -> ColumnElement[bool]:
    return entry.c.seq.in_(select(entry_signal.c.entry).where(which))
