"""Whether the history holds, and whether the journal is what it says it is."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, func, select

from onveilig_desktop.journal import Checked, Flaw, Kind, Wrong
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.vault import rows
from onveilig_desktop.vault.attachments import FACTS, canonical, stored
from onveilig_desktop.vault.history import BEGINNING, commit_to, link_of
from onveilig_desktop.vault.schema import attachment, entry, entry_text, revision

_AT_ONCE: Final = 1_000
"""Rows in one step: about a tenth of a second."""

_REVISIONS: Final = select(
    revision.c.seq,
    revision.c.entry,
    revision.c.kind,
    revision.c.at,
    revision.c.utc_offset,
    revision.c.clock_back,
    revision.c.commitment,
    revision.c.link,
    revision.c.salt,
    revision.c.content,
).order_by(revision.c.seq)
_ENTRIES: Final = (
    select(entry.c.seq, entry.c.binned_at, *rows.COLUMNS, *rows.WHOLE, rows.SIGNALS)
    .join(entry_text, entry_text.c.entry == entry.c.seq, isouter=True)
    .order_by(entry.c.seq)
    .limit(_AT_ONCE)
)
_FILES: Final = (
    select(attachment.c.seq, *FACTS)
    .join(entry, entry.c.seq == attachment.c.entry)
    .order_by(attachment.c.seq)
    .limit(1)
)


@dataclass(slots=True)
class _Told:
    """What the history says of one entry or file: its last wording, and where that is."""

    seq: int = 0
    salt: bytes = b""
    commitment: bytes = b""
    is_binned: bool = False
    wrong: Wrong = Wrong.ENTRY
    blank: list[int] = field(default_factory=list)
    is_met: bool = False


class Inspection:
    """A walk along the history, then along all that it tells of, step by step.

    Between two steps the journal may change: each step first reads on in the history, so
    that what it meets is always compared with the latest that was said of it.
    """

    def __init__(self) -> None:
        self._told: dict[bytes, _Told] = {}
        self._seq, self._link = 0, BEGINNING
        self._entry = self._file = 0
        self._flaws: list[Flaw] = []

    def go_on(self, connection: Connection) -> Checked:
        """Check some more and return what was found until now.

        A flaw of an entry or a file stands at the revision with its last wording, or at 0
        where it has none. A tail that was cut off whole, with its entries, is not seen
        here: that takes a code that was noted elsewhere.
        """
        steps: tuple[Callable[[Connection], bool], ...] = (self._read_on, self._meet, self._open)
        is_complete = not any(step(connection) for step in steps)
        if is_complete:
            self._flaws.extend(self._left())
        done = self._seq + self._entry + self._file
        total = max(done, sum(_last(connection)))
        return Checked(done=done, total=total, flaws=tuple(self._flaws), is_complete=is_complete)

    def _read_on(self, connection: Connection) -> bool:
        """Follow the chain; say whether there may be more of it."""
        some = _REVISIONS.where(revision.c.seq > self._seq).limit(_AT_ONCE)
        found = connection.execute(some).all()
        for row in found:
            self._flaws.extend(self._follow(row))
        return len(found) == _AT_ONCE

    def _follow(self, row: Sequence[Any]) -> Iterator[Flaw]:
        *linked, link, salt, content = row
        seq, *_, commitment = linked
        if seq != self._seq + 1:
            yield Flaw(self._seq + 1, Wrong.MISSING)
        if content is not None and commit_to(salt or b"", content) != commitment:
            yield Flaw(seq, Wrong.CONTENT)
        if link != link_of(self._link, linked):
            yield Flaw(seq, Wrong.LINK)
        self._listen(linked, salt or b"", is_blank=content is None)
        self._seq, self._link = seq, link

    def _listen(self, linked: Sequence[Any], salt: bytes, *, is_blank: bool) -> None:
        seq, subject, kind, *_, commitment = linked
        if kind == Kind.ERASE:
            self._told.pop(subject, None)
            return
        said = self._told.setdefault(subject, _Told())
        if is_blank:
            said.blank.append(seq)
        if kind in {Kind.BIN, Kind.RESTORE}:
            said.is_binned = kind == Kind.BIN
        if kind in {Kind.CREATE, Kind.EDIT, Kind.ATTACH}:
            said.seq, said.salt, said.commitment = seq, salt, commitment
        if kind == Kind.ATTACH:
            said.wrong = Wrong.ATTACHMENT

    def _meet(self, connection: Connection) -> bool:
        """Compare some entries; say whether there may be more of them."""
        found = connection.execute(_ENTRIES.where(entry.c.seq > self._entry)).all()
        for seq, binned_at, *row in found:
            said = self._met(row[0], Wrong.ENTRY)
            is_alike = said is not None and said.is_binned is (binned_at is not None)
            if said is not None and not (is_alike and _is_worded(row, said)):
                self._flaws.append(Flaw(said.seq, Wrong.ENTRY))
            self._entry = seq
        return len(found) == _AT_ONCE

    def _open(self, connection: Connection) -> bool:
        """Read one file whole; say whether there may be more of them."""
        next_one = _FILES.where(attachment.c.seq > self._file)
        found = connection.execute(next_one).mappings().one_or_none()
        if found is None:
            return False
        said = self._met(found["id"], Wrong.ATTACHMENT)
        if said is not None and not _is_kept(connection, dict(found), said):
            self._flaws.append(Flaw(said.seq, Wrong.ATTACHMENT))
        self._file = found["seq"]
        return True

    def _met(self, subject: bytes, wrong: Wrong) -> _Told | None:
        said = self._told.get(subject)
        if said is None or said.wrong is not wrong:
            self._flaws.append(Flaw(0, wrong))
            return None
        said.is_met = True
        return said

    def _left(self) -> Iterator[Flaw]:
        for said in self._told.values():
            if not said.is_met:
                yield Flaw(said.seq, said.wrong)
            for seq in said.blank:
                yield Flaw(seq, Wrong.CONTENT)


def flaws(connection: Connection, told: Told = to_nobody) -> list[Flaw]:
    """Return what is wrong in the whole history, in one transaction."""
    inspection = Inspection()
    while not (checked := inspection.go_on(connection)).is_complete:
        told(checked.done, checked.total)
    return list(checked.flaws)


def _last(connection: Connection) -> list[int]:
    """Return the last number of each table; how many there are would take a reading."""
    tables = (revision, entry, attachment)
    last = [select(func.coalesce(func.max(table.c.seq), 0)).scalar_subquery() for table in tables]
    return list(connection.execute(select(*last)).one())


def _is_worded(row: Sequence[Any], said: _Told) -> bool:
    try:
        content = rows.canonical_row(row)
    except (AttributeError, TypeError, ValueError):
        return False  # not what this program writes
    return commit_to(said.salt, content) == said.commitment


def _is_kept(connection: Connection, row: Mapping[str, Any], said: _Told) -> bool:
    counted = hashlib.sha256()
    for piece in stored(connection, row["seq"]):
        counted.update(piece)
    content = canonical({**row, "sha256": counted.digest()})
    is_hash_alike = counted.digest() == row["sha256"]
    return is_hash_alike and commit_to(said.salt, content) == said.commitment
