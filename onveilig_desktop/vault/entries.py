"""Entries as rows of one transaction; nothing of SQLAlchemy leaves this package."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)

from onveilig_desktop.errors import MissingEntryError
from onveilig_desktop.journal import Entry, EntryId, EntryLine, Kind, days_late
from onveilig_desktop.vault import moments, rows
from onveilig_desktop.vault.history import History
from onveilig_desktop.vault.ordinals import ordinal
from onveilig_desktop.vault.schema import entry as entries
from onveilig_desktop.vault.schema import entry_signal, entry_text
from onveilig_desktop.vault.word_index import WordIndex

_LINES: Final = {
    with_opening: select(*rows.COLUMNS, opening, rows.SIGNALS)
    .where(entries.c.binned_at.is_(None))
    .order_by(entries.c.ordinal.desc())
    for with_opening, opening in ((True, entries.c.opening), (False, literal("")))
}
_ENTRIES: Final = (
    select(*rows.COLUMNS, *rows.WHOLE, rows.SIGNALS)
    .join(entry_text, entry_text.c.entry == entries.c.seq)
    .where(entries.c.id.in_(bindparam("ids", expanding=True)), entries.c.binned_at.is_(None))
)
# Made once: to build a statement takes longer than to run it.
_PLACE: Final = select(entries.c.seq, entries.c.binned_at).where(entries.c.id == bindparam("id"))
_KNOWN: Final = select(entries.c.id).where(entries.c.id.in_(bindparam("ids", expanding=True)))
_BINNED: Final = _KNOWN.where(entries.c.binned_at.is_not(None))
_LAST: Final = select(func.coalesce(func.max(entries.c.seq), 0))
_NEW: Final = insert(entries)
_NEW_TEXT: Final = insert(entry_text)
_NEW_SIGNALS: Final = insert(entry_signal)
_SEQ: Final[BindParameter[int]] = bindparam("of_seq")
_EDIT: Final = update(entries).where(entries.c.seq == _SEQ)
_EDIT_TEXT: Final = update(entry_text).where(entry_text.c.entry == _SEQ)
_NO_SIGNALS: Final = delete(entry_signal).where(entry_signal.c.entry == _SEQ)
_TEXTS_AT_ONCE: Final = 500
_LINES_AT_ONCE: Final = 2_000  # so that no single step keeps other threads waiting


class SqlEntries:
    """The ``journal.Entries`` of one transaction. An entry in the bin is not there."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._history = history
        self._words = WordIndex(connection)

    def get(self, entry_id: EntryId) -> Entry:
        """Return one entry, or raise ``MissingEntryError``."""
        found = self.texts([entry_id])
        if not found:
            raise MissingEntryError
        return found[0]

    def lines(self, *, with_opening: bool = True) -> Sequence[EntryLine]:
        """Return every entry that is not in the bin, latest day first.

        Within a day the latest comes first as far as the time is known; what has no
        time comes last, as it was written.
        """
        found = self._connection.execute(_LINES[with_opening])
        return [line for some in found.partitions(_LINES_AT_ONCE) for line in rows.read_lines(some)]

    def texts(self, entry_ids: Sequence[EntryId]) -> Sequence[Entry]:
        """Return these entries whole, earliest day first; those in the bin stay out."""
        found: list[Entry] = []
        wanted = list(dict.fromkeys(entry_id.bytes for entry_id in entry_ids))
        for start in range(0, len(wanted), _TEXTS_AT_ONCE):
            some = wanted[start : start + _TEXTS_AT_ONCE]
            found.extend(map(rows.read_entry, self._connection.execute(_ENTRIES, {"ids": some})))
        return sorted(found, key=_order)

    def put(self, entry: Entry, at: datetime) -> None:
        """Store a new entry, or a new version of one that is there.

        Raises:
            MissingEntryError: it is in the bin.
        """
        seq, is_binned = self._place(entry.id)
        if is_binned:
            raise MissingEntryError
        kind = Kind.CREATE if seq is None else Kind.EDIT
        if seq is None:
            self._insert(entry)
        else:
            self._replace(seq, entry)
        self._history.append(entry.id, kind, rows.canonical(entry), at)

    def put_all(self, made: Sequence[Entry], at: datetime) -> int:
        """Do what ``put`` does for many in their order, one at least, in a few statements.

        An entry may come again in another version. Returns the number of the first revision.

        Raises:
            MissingEntryError: one of them is in the bin.
        """
        known = self._known(made)
        last = {entry.id: entry for entry in made}
        self._insert_all([entry for entry in last.values() if entry.id.bytes not in known])
        for entry in last.values():
            if entry.id.bytes in known:
                seq, is_binned = self._place(entry.id)
                if is_binned:
                    raise MissingEntryError
                self._replace(seq or 0, entry)
        done = []
        for entry in made:
            kind = Kind.EDIT if entry.id.bytes in known else Kind.CREATE
            done.append((entry.id, kind, rows.canonical(entry)))
            known.add(entry.id.bytes)
        return self._history.append_all(done, at)

    def take_over(self, made: Sequence[Entry]) -> None:
        """Store entries whose revisions are in the history already, out of the bin."""
        known = self._known(made)
        self._insert_all([entry for entry in made if entry.id.bytes not in known])
        for entry in made:
            if entry.id.bytes in known:
                self.set_binned(entry.id, None)
                seq, _is_binned = self._place(entry.id)
                self._replace(seq or 0, entry)

    def set_binned(self, entry_id: EntryId, binned_at: int | None) -> None:
        """Put an entry where the history has it already: in the bin since then, or not."""
        seq, is_binned = self._place(entry_id)
        if seq is None:
            return
        self._connection.execute(_EDIT, {"of_seq": seq, "binned_at": binned_at})
        if binned_at is not None:
            self._words.drop(seq)
        elif is_binned:
            self._words.add(seq, self.get(entry_id))

    def restore_all(self, entry_ids: Sequence[EntryId], at: datetime) -> None:
        """Take those of these entries that are in the bin out of it."""
        ids = [entry_id.bytes for entry_id in entry_ids]
        for found in self._connection.execute(_BINNED, {"ids": ids}).scalars().all():
            self.restore(EntryId(UUID(bytes=found)), at)

    def bin(self, entry_id: EntryId, at: datetime) -> None:
        """Put an entry in the bin, or raise ``MissingEntryError``; again does nothing."""
        self._move(entry_id, Kind.BIN, at)

    def restore(self, entry_id: EntryId, at: datetime) -> None:
        """Take an entry out of the bin, or raise ``MissingEntryError``; again does nothing."""
        self._move(entry_id, Kind.RESTORE, at)

    def _move(self, entry_id: EntryId, kind: Kind, at: datetime) -> None:
        seq, is_binned = self._place(entry_id)
        if seq is None:
            raise MissingEntryError
        if is_binned is (kind is Kind.BIN):
            return
        binned_at = moments.write(at)[0] if kind is Kind.BIN else None
        self._connection.execute(_EDIT, {"of_seq": seq, "binned_at": binned_at})
        self._history.append(entry_id, kind, b"{}", at)
        if kind is Kind.BIN:
            self._words.drop(seq)
        else:
            self._words.add(seq, self.get(entry_id))

    def _known(self, made: Sequence[Entry]) -> set[bytes]:
        """Return the ids of those that are there already."""
        ids = [entry.id.bytes for entry in made]
        return {*self._connection.execute(_KNOWN, {"ids": ids}).scalars()}

    def _place(self, entry_id: EntryId) -> tuple[int | None, bool]:
        """Return the row of an entry, and whether it is in the bin."""
        row = self._connection.execute(_PLACE, {"id": entry_id.bytes}).one_or_none()
        return (None, False) if row is None else (row[0], row[1] is not None)

    def _insert(self, entry: Entry) -> None:
        execute = self._connection.execute
        seq: int = execute(_LAST).scalar_one() + 1
        execute(_NEW, {"seq": seq, **_row(seq, entry)})
        execute(_NEW_TEXT, {"entry": seq, **rows.write_text(entry)})
        self._mark(seq, entry)
        self._words.add(seq, entry)

    def _insert_all(self, made: Sequence[Entry]) -> None:
        """Insert many in a few statements."""
        if not made:
            return
        first: int = self._connection.execute(_LAST).scalar_one() + 1
        placed = list(enumerate(made, start=first))
        marks = [
            {"entry": seq, "signal": signal}
            for seq, entry in placed
            for signal in sorted(entry.signals)
        ]
        execute = self._connection.execute
        execute(_NEW, [{"seq": seq, **_row(seq, entry)} for seq, entry in placed])
        execute(_NEW_TEXT, [{"entry": seq, **rows.write_text(entry)} for seq, entry in placed])
        if marks:
            execute(_NEW_SIGNALS, marks)
        self._words.add_all(placed)

    def _replace(self, seq: int, entry: Entry) -> None:
        execute = self._connection.execute
        execute(_EDIT, {"of_seq": seq, **_row(seq, entry)})
        execute(_EDIT_TEXT, {"of_seq": seq, **rows.write_text(entry)})
        execute(_NO_SIGNALS, {"of_seq": seq})
        self._mark(seq, entry)
        self._words.replace(seq, entry)

    def _mark(self, seq: int, entry: Entry) -> None:
        if entry.signals:
            marks = [{"entry": seq, "signal": signal} for signal in sorted(entry.signals)]
            self._connection.execute(_NEW_SIGNALS, marks)


def _row(seq: int, made: Entry) -> dict[str, Any]:
    """Return the columns for *made*, with those that follow from the others."""
    late = days_late(made.happened, made.written_at)
    return {**rows.write(made), "ordinal": ordinal(made.happened, seq), "days_late": late}


def _order(made: Entry) -> tuple[date, int, datetime]:
    return made.happened.day, rows.place(made.happened), made.written_at
