"""The history: every save is a revision, each bound to all before it.

``commitment = SHA-256("commitment" ‖ salt ‖ content)`` and
``link = SHA-256("link" ‖ previous link ‖ seq ‖ entry ‖ kind ‖ at ‖ offset ‖ clock went
back ‖ commitment)``, so that a content can be removed and the chain still holds.
"""

import hashlib
import os
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select

from onveilig_desktop.journal import EntryId
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import revision

_SALT_BYTES: Final = 16
_FIELDS: Final = struct.Struct(">Q16s8sqiB")
_BEGINNING: Final = hashlib.sha256(b"beginning").digest()


class Kind(StrEnum):
    """What a revision did to its entry."""

    CREATE = "create"
    EDIT = "edit"
    BIN = "bin"
    RESTORE = "restore"


class Wrong(StrEnum):
    """What may be wrong: a revision is gone, changed or out of place, or its entry is."""

    MISSING = "missing"
    CONTENT = "content"
    LINK = "link"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong in the history, at one revision."""

    seq: int
    wrong: Wrong


class History:
    """The revisions, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, entry_id: EntryId, kind: Kind, content: bytes, at: datetime) -> None:
        """Add what was done to an entry.

        Args:
            entry_id: which entry.
            kind: what was done.
            content: the entry as it is now, in canonical JSON; ``{}`` where it did not change.
            at: when, by the clock of the computer.
        """
        last = self._connection.execute(_LAST).one_or_none()
        seq, previous, before = (1, _BEGINNING, None) if last is None else (last[0] + 1, *last[1:])
        moment, offset = moments.write(at)
        salt = os.urandom(_SALT_BYTES)
        row = {
            "seq": seq,
            "entry": entry_id.bytes,
            "kind": kind.value,
            "at": moment,
            "utc_offset": offset,
            "clock_back": int(before is not None and moment < before),
            "commitment": _commitment(salt, content),
        }
        link = _link(previous, list(row.values()))
        self._connection.execute(
            insert(revision), {**row, "salt": salt, "content": content, "link": link}
        )

    def flaws(self) -> Iterator[Flaw]:
        """Go along the chain and tell what is wrong with it.

        A tail that was cut off is not seen here: that takes a link that was noted elsewhere.
        """
        previous, expected = _BEGINNING, 1
        for row in self._connection.execute(select(revision).order_by(revision.c.seq)):
            if row.seq != expected:
                yield Flaw(expected, Wrong.MISSING)
            if row.content is not None and not _is_committed(row):
                yield Flaw(row.seq, Wrong.CONTENT)
            if row.link != _link(previous, [getattr(row, name) for name in _LINKED]):
                yield Flaw(row.seq, Wrong.LINK)
            previous, expected = row.link, row.seq + 1


_LAST: Final = (
    select(revision.c.seq, revision.c.link, revision.c.at).order_by(revision.c.seq.desc()).limit(1)
)
_LINKED: Final = ("seq", "entry", "kind", "at", "utc_offset", "clock_back", "commitment")


def _commitment(salt: bytes, content: bytes) -> bytes:
    return hashlib.sha256(b"commitment" + salt + content).digest()


def _is_committed(row: Row[tuple[bytes, ...]]) -> bool:
    return row.salt is not None and _commitment(row.salt, row.content) == row.commitment


def _link(previous: bytes, fields: Sequence[Any]) -> bytes:
    seq, entry, kind, at, offset, clock_back, commitment = fields
    packed = _FIELDS.pack(seq, entry, kind.encode(), at, offset, clock_back)
    return hashlib.sha256(b"link" + previous + packed + commitment).digest()
