"""Whether the history holds, and whether the entries are what it says they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, select

from onveilig_desktop.vault import rows
from onveilig_desktop.vault.history import BEGINNING, Kind, commit_to, link_of
from onveilig_desktop.vault.schema import entry, entry_text, revision


class Wrong(StrEnum):
    """What may be wrong: a revision is gone, changed or out of place, or its entry is."""

    MISSING = "missing"
    CONTENT = "content"
    LINK = "link"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong, at one revision."""

    seq: int
    wrong: Wrong


@dataclass(slots=True)
class _Told:
    """What the history says of one entry: its last wording, and whether it is in the bin."""

    seq: int = 0
    salt: bytes = b""
    commitment: bytes = b""
    is_binned: bool = False


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
    select(entry.c.binned_at, *rows.COLUMNS, *rows.WHOLE, rows.SIGNALS)
    .join(entry_text, entry_text.c.entry == entry.c.seq, isouter=True)
    .order_by(entry.c.seq)
)


def flaws(connection: Connection) -> Iterator[Flaw]:
    """Tell what is wrong in the chain, and which entries differ from what it says.

    A flaw of an entry stands at the revision with its last wording, or at 0 where it has
    none. A tail that was cut off whole, with its entries, is not seen here: that takes a
    link that was noted elsewhere.
    """
    told: dict[bytes, _Told] = {}
    yield from _chain(connection, told)
    for binned_at, *row in connection.execute(_ENTRIES):
        said = told.pop(row[0], None)
        if said is None:
            yield Flaw(0, Wrong.ENTRY)
        elif said.is_binned is (binned_at is None) or not _is_worded(row, said):
            yield Flaw(said.seq, Wrong.ENTRY)
    for gone in told.values():
        yield Flaw(gone.seq, Wrong.ENTRY)


def _chain(connection: Connection, told: dict[bytes, _Told]) -> Iterator[Flaw]:
    previous, expected = BEGINNING, 1
    for *linked, link, salt, content in connection.execute(_REVISIONS):
        seq, entry_id, kind, *_, commitment = linked
        if seq != expected:
            yield Flaw(expected, Wrong.MISSING)
        if content is not None and commit_to(salt or b"", content) != commitment:
            yield Flaw(seq, Wrong.CONTENT)
        if link != link_of(previous, linked):
            yield Flaw(seq, Wrong.LINK)
        said = told.setdefault(entry_id, _Told())
        said.is_binned = kind == Kind.BIN
        if kind in {Kind.CREATE, Kind.EDIT}:
            said.seq, said.salt, said.commitment = seq, salt or b"", commitment
        previous, expected = link, seq + 1


def _is_worded(row: Sequence[Any], said: _Told) -> bool:
    try:
        content = rows.canonical(rows.read_entry(row))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False  # not what this program writes
    return commit_to(said.salt, content) == said.commitment
