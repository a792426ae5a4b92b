"""The history: every save is a revision, each bound to all before it.

``commitment = SHA-256("commitment" ‖ salt ‖ content)`` and
``link = SHA-256("link" ‖ previous link ‖ seq ‖ entry ‖ kind ‖ at ‖ offset ‖ clock went
back ‖ commitment)``, so that a content can be removed and the chain still holds.
"""

import hashlib
import os
import struct
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from onveilig_desktop.journal import Kind
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import revision

_SALT_BYTES: Final = 16
_FIELDS: Final = struct.Struct(">Q16s8sqiB")
BEGINNING: Final = hashlib.sha256(b"beginning").digest()


class History:
    """The revisions, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, subject: UUID, kind: Kind, content: bytes, at: datetime) -> None:
        """Add what was done to an entry or to an attachment.

        Args:
            subject: the id of that entry or attachment.
            kind: what was done.
            content: what it is now, in canonical JSON; ``{}`` where that did not change.
            at: when, by the clock of the computer.
        """
        self.append_all([(subject, kind, content)], at)

    def append_all(self, done: Sequence[tuple[UUID, Kind, bytes]], at: datetime) -> int:
        """Add several in their order, one at least, and return the number of the first."""
        last = self._connection.execute(_LAST).one_or_none()
        first, previous, before = (1, BEGINNING, None) if last is None else (last[0] + 1, *last[1:])
        moment, offset = moments.write(at)
        added = []
        for seq, (subject, kind, content) in enumerate(done, start=first):
            salt = os.urandom(_SALT_BYTES)
            row = {
                "seq": seq,
                "entry": subject.bytes,
                "kind": kind.value,
                "at": moment,
                "utc_offset": offset,
                "clock_back": int(before is not None and moment < before),
                "commitment": commit_to(salt, content),
            }
            previous, before = link_of(previous, list(row.values())), moment
            added.append({**row, "salt": salt, "content": content, "link": previous})
        self._connection.execute(_NEW, added)
        return int(first)

    def erase(self, subject: UUID, at: datetime) -> None:
        """Remove every wording of an entry or attachment, and add that this was done.

        The commitments stay, so the chain holds; without their salts they say nothing.
        """
        of_subject = update(revision).where(revision.c.entry == subject.bytes)
        self._connection.execute(of_subject.values(salt=None, content=None))
        self.append(subject, Kind.ERASE, b"{}", at)


_LAST: Final = (
    select(revision.c.seq, revision.c.link, revision.c.at).order_by(revision.c.seq.desc()).limit(1)
)
_NEW: Final = insert(revision)


def commit_to(salt: bytes, content: bytes) -> bytes:
    """Return what stands for *content*, 32 bytes, whether it is there or not."""
    return hashlib.sha256(b"commitment" + salt + content).digest()


def link_of(previous: bytes, fields: Sequence[Any]) -> bytes:
    """Return what binds a revision to all before it, 32 bytes.

    Args:
        previous: the link before it, or ``BEGINNING``.
        fields: seq, entry, kind, at, offset, clock went back, commitment.
    """
    seq, entry, kind, at, offset, clock_back, commitment = fields
    packed = _FIELDS.pack(seq, entry, kind.encode(), at, offset, clock_back)
    return hashlib.sha256(b"link" + previous + packed + commitment).digest()
