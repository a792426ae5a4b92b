"""Taking over a history as it is, and making the entries that it tells of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from onveilig_desktop.journal import Entry, EntryId, Kind
from onveilig_desktop.journal.archived import Revision
from onveilig_desktop.journal.ledger import WORDED
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.entries import SqlEntries
from onveilig_desktop.vault.schema import attachment, draft, entry, revision
from onveilig_desktop.vault.schema_transfer import received

_AT_ONCE: Final = 200
_NEW: Final = insert(revision)
_NOTE: Final = insert(received)
_SUBJECT: Final[BindParameter[bytes]] = bindparam("subject")
_FORGET: Final = (
    update(revision)
    .where(revision.c.entry == _SUBJECT, revision.c.seq < bindparam("erased_at"))
    .values(salt=None, content=None),
    delete(entry).where(entry.c.id == _SUBJECT),
    delete(attachment).where(attachment.c.id == _SUBJECT),
    delete(draft).where(draft.c.entry == _SUBJECT),
)
_CONTENTS: Final = select(revision.c.seq, revision.c.content).where(
    revision.c.seq.in_(bindparam("seqs", expanding=True))
)


@dataclass(slots=True)
class _Last:
    """Where the latest wording of an entry is, and since when it is in the bin."""

    made: Revision | None = None
    binned_at: int | None = None
    is_moved: bool = False


class Restoring:
    """Follows revisions in their order; only their ends are remembered, not their words."""

    def __init__(
        self, connection: Connection, entries: SqlEntries, read: Callable[[Revision], Entry]
    ) -> None:
        self._connection = connection
        self._entries = entries
        self._read = read
        self._last: dict[UUID, _Last] = {}

    def go_on(self, more: Iterable[Revision], told: Told) -> None:
        """Store revisions that follow on the last one, then the entries as they are now."""
        for some in _batches(more):
            self._connection.execute(_NEW, list(map(_row, some)))
            notes = [_note(made) for made in some if made.elsewhere_at is not None]
            if notes:
                self._connection.execute(_NOTE, notes)
            for made in some:
                self._follow(made)
        worded = [last.made for last in self._last.values() if last.made is not None]
        made_already = 0
        for some_worded in _batches(worded):
            told(made_already, len(worded))
            self._make(some_worded)
            made_already += len(some_worded)
        for subject, last in self._last.items():
            if last.is_moved:
                self._entries.set_binned(EntryId(subject), last.binned_at)

    def _follow(self, made: Revision) -> None:
        if made.kind is Kind.ATTACH:
            return
        if made.kind is Kind.ERASE:
            self._last.pop(made.subject, None)
            which = {"subject": made.subject.bytes, "erased_at": made.seq}
            for statement in _FORGET:
                self._connection.execute(statement, which)
            return
        last = self._last.setdefault(made.subject, _Last())
        if made.kind in WORDED:
            last.made = replace(made, content=None, salt=None)
        else:
            last.binned_at = moments.write(made.at)[0] if made.kind is Kind.BIN else None
            last.is_moved = True

    def _make(self, worded: Sequence[Revision]) -> None:
        wanted = {"seqs": [made.seq for made in worded]}
        contents = {row.seq: row.content for row in self._connection.execute(_CONTENTS, wanted)}
        entries = [self._read(replace(made, content=contents[made.seq])) for made in worded]
        self._entries.take_over(entries)


def _batches(more: Iterable[Revision]) -> Iterator[Sequence[Revision]]:
    rest = iter(more)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _row(made: Revision) -> dict[str, Any]:
    at, offset = moments.write(made.at)
    return {
        "seq": made.seq,
        "entry": made.subject.bytes,
        "kind": made.kind.value,
        "at": at,
        "utc_offset": offset,
        "clock_back": int(made.is_clock_back),
        "salt": made.salt,
        "content": made.content,
        "commitment": made.commitment,
        "link": made.link,
    }


def _note(made: Revision) -> dict[str, Any]:
    at, offset = moments.write(made.elsewhere_at or made.at)
    return {"revision": made.seq, "at": at, "utc_offset": offset}
