"""Reading what can be read of a damaged database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2 as sqlcipher

from onveilig_desktop.errors import DamagedJournalError
from onveilig_desktop.journal import Entry, Kind
from onveilig_desktop.vault import rows
from onveilig_desktop.vault.connection import connect_damaged
from onveilig_desktop.vault.entries import SqlEntries
from onveilig_desktop.vault.history import History
from onveilig_desktop.vault.key import DataKey
from onveilig_desktop.vault.schema import entry, entry_text, revision
from onveilig_desktop.vault.vault import Vault
from onveilig_desktop.vault.word_index import WordIndex

_TRIES: Final = 600
"""Refusals in a row after which the rest of a table counts as lost: more than a page has rows."""

_AT_ONCE: Final = 256
_UNKNOWN: Final = 1 << 16
"""The highest number of a row where it cannot be read."""

_HASH_BYTES: Final = 32
_NOT_COPIED: Final = frozenset({"vault", "alembic_version", "entry_words"})
_WITHOUT_ROWID: Final = frozenset({"entry_signal"})
_TABLES: Final = text(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    " AND name NOT LIKE 'word_index%' ORDER BY name"
)
_TRIGGERS: Final = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
_WHOLE: Final = (
    select(entry.c.seq, *rows.COLUMNS, *rows.WHOLE, rows.SIGNALS)
    .join(entry_text, entry_text.c.entry == entry.c.seq)
    .where(entry.c.binned_at.is_(None))
)
_LINES: Final = (
    select(revision.c.entry, revision.c.kind, revision.c.at, revision.c.content)
    .where(revision.c.kind.in_([*Kind]))
    .order_by(revision.c.seq)
)


class DamagedTable:
    """A table of which some rows cannot be read.

    A damaged page reads as zeros until another page is asked for, and then nothing more can be
    read: each try takes a connection of its own, and counts only if *probe* works after it.
    """

    def __init__(self, path: Path, key: DataKey, name: str, probe: str) -> None:
        number = "entry" if name in _WITHOUT_ROWID else "rowid"
        self._path = path
        self._key = key
        self._probe = probe
        self._some = f"SELECT * FROM {name} WHERE {number} BETWEEN ? AND ?"  # noqa: S608 - names of ours
        self._last = f"SELECT max({number}) FROM {name}"  # noqa: S608 - as above

    def rows(self) -> Iterator[Sequence[Any]]:
        """Return every row that can be read."""
        last = self._ask(self._last, ())
        highest = last[0][0] or 0 if last else _UNKNOWN
        ranges = [(low, low + _AT_ONCE - 1) for low in range(0, highest + 1, _AT_ONCE)][::-1]
        refused = 0
        while ranges and refused < _TRIES:
            low, high = ranges.pop()
            found = self._ask(self._some, (low, high))
            refused = 0 if found else refused + 1
            if found is not None:
                yield from found
            elif low < high:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]

    def _ask(self, asked: str, numbers: Sequence[int]) -> Sequence[Sequence[Any]] | None:
        """Return rows, or None where something in them cannot be read."""
        with suppress(sqlcipher.Error), closing(connect_damaged(self._path, self._key)) as one:
            found: Sequence[Sequence[Any]] = one.execute(asked, numbers).fetchall()
            one.execute(self._probe).fetchall()
            return found
        return None


def salvage(path: Path, key: DataKey, made: Vault) -> int:
    """Fill *made*, new and empty, with what can be read at *path*; return how many are lost.

    A text that cannot be read where it is shown is taken from its history. Of an entry that is
    in neither, at most its day is known: it is counted as lost.

    Raises:
        DamagedJournalError: nothing can be read.
        as ``Vault.transaction``
    """
    probe = _probe(path, key)
    with made.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for name in connection.execute(_TRIGGERS).scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for name in connection.execute(_TABLES).scalars().all():
            if name not in _NOT_COPIED:
                _copy(connection, DamagedTable(path, key, name, probe), name)
        _drop_orphans(connection)
        _index(connection)
        return _fill_in(connection)


def _probe(path: Path, key: DataKey) -> str:
    """Return what can be asked to hear whether what was asked before it could be read."""
    for name in ("vault", "alembic_version", "setting", "saved_view"):
        probe = f"SELECT count(*) FROM {name}"  # noqa: S608 - names of ours
        with suppress(sqlcipher.Error), closing(connect_damaged(path, key)) as connection:
            connection.execute(probe).fetchall()
            return probe
    raise DamagedJournalError


def _copy(connection: Connection, table: DamagedTable, name: str) -> None:
    for row in table.rows():
        if any(_is_blanked(value, name) for value in row):
            continue
        places = ", ".join("?" * len(row))
        with suppress(SQLAlchemyError):  # a row that fits nowhere is lost like one that is not read
            connection.exec_driver_sql(
                f"INSERT OR IGNORE INTO {name} VALUES ({places})",  # noqa: S608 - names of ours
                tuple(row),
            )


def _is_blanked(value: Any, name: str) -> bool:
    """Say whether there are zeros in a text: a page that is gone altogether reads as zeros."""
    if isinstance(value, bytes):
        return name == "revision" and len(value) > _HASH_BYTES and b"\0" in value
    return isinstance(value, str) and "\0" in value


def _drop_orphans(connection: Connection) -> None:
    """Remove what belongs to rows that are lost, until nothing does."""
    while lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        for name, number, *_rest in lost:
            if number is None:
                connection.exec_driver_sql(
                    f"DELETE FROM {name} WHERE entry NOT IN (SELECT seq FROM entry)"  # noqa: S608
                )
            else:
                connection.exec_driver_sql(
                    f"DELETE FROM {name} WHERE rowid = ?",  # noqa: S608 - names of ours
                    (number,),
                )


def _index(connection: Connection) -> None:
    placed = []
    for seq, *row in connection.execute(_WHOLE).all():
        with suppress(AttributeError, KeyError, TypeError, ValueError):
            placed.append((seq, rows.read_entry(row)))
    if placed:
        WordIndex(connection).add_all(placed)


def _fill_in(connection: Connection) -> int:
    """Make entries that lost a part anew from the history; return how many cannot be."""
    told = _told(connection.execute(_LINES))
    seq_of = {row.id: row.seq for row in connection.execute(select(entry.c.id, entry.c.seq))}
    with_text = {*connection.execute(select(entry_text.c.entry)).scalars()}
    lacking = {of for of, seq in seq_of.items() if seq not in with_text}
    lacking |= {of for of, (last, _binned) in told.items() if of not in seq_of and last}
    made = {of: last for of in lacking if (last := told.get(of, (None, None))[0]) is not None}
    gone = [seq_of[of] for of in lacking if of in seq_of]
    connection.execute(delete(entry).where(entry.c.seq.in_(gone)))
    entries = SqlEntries(connection, History(connection))
    entries.take_over(list(made.values()))
    for of, one in made.items():
        entries.set_binned(one.id, told[of][1])
    return len(lacking) - len(made)


def _told(history: Iterable[Sequence[Any]]) -> Mapping[bytes, tuple[Entry | None, int | None]]:
    """Return the last wording that the history has of each entry, and since when it is binned."""
    told: dict[bytes, tuple[Entry | None, int | None]] = {}
    for of, kind, at, content in history:
        last, binned_at = told.get(of, (None, None))
        if kind == Kind.ERASE:
            told.pop(of, None)
        elif kind in {Kind.CREATE, Kind.EDIT}:
            told[of] = (_wording(content) or last, binned_at)
        elif kind in {Kind.BIN, Kind.RESTORE} and of in told:
            told[of] = (last, at if kind == Kind.BIN else None)
    return told


def _wording(content: bytes | None) -> Entry | None:
    with suppress(AttributeError, KeyError, TypeError, ValueError):
        return None if content is None else rows.read_canonical(content)
    return None
