"""Attachments as rows of one transaction: what is known of them, and their bytes in chunks."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    tuple_,
    update,
)

from onveilig_desktop.errors import DamagedJournalError, MissingEntryError
from onveilig_desktop.journal import Attachment, AttachmentId, EntryId, Kind
from onveilig_desktop.journal.archived import DamagedCopyError
from onveilig_desktop.journal.attachment import MissingAttachmentError
from onveilig_desktop.journal.incoming import PIECE, Incoming
from onveilig_desktop.journal.media import PROGRAM, TEXT, UNKNOWN, media_type
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.history import History
from onveilig_desktop.vault.schema import attachment as attachments
from onveilig_desktop.vault.schema import chunk, entry, revision

FACTS: Final = (
    attachments.c.id,
    entry.c.id.label("entry"),
    attachments.c.name,
    attachments.c.media,
    attachments.c.size,
    attachments.c.sha256,
    attachments.c.added_at,
    attachments.c.added_offset,
)
_FOUND: Final = select(*FACTS).join(entry, entry.c.seq == attachments.c.entry)
_NOTHING_KNOWN: Final = {"entry": None, "name": "", "media": "", "size": 0, "sha256": b""}
_REMOVED: Final = select(attachments.c.seq).where(attachments.c.entry.is_(None))
_AT_ONCE: Final = 8
"""Chunks that are overwritten in one step, so that a save need not wait for long."""

_PLACE: Final = tuple_(chunk.c.attachment, chunk.c.number)
_CLEAR_SOME: Final = delete(chunk).where(
    _PLACE.in_(
        select(chunk.c.attachment, chunk.c.number)
        .where(chunk.c.attachment.in_(_REMOVED))
        .limit(_AT_ONCE)
    )
)
_DROP_CLEARED: Final = delete(attachments).where(
    attachments.c.entry.is_(None), ~exists().where(chunk.c.attachment == attachments.c.seq)
)
_LEFT: Final = select(func.count()).where(chunk.c.attachment.in_(_REMOVED))
_PARENT: Final = select(entry.c.seq).where(entry.c.id == bindparam("entry"))
_TOLD: Final = select(revision.c.content).where(
    revision.c.entry == bindparam("id"), revision.c.kind == Kind.ATTACH
)
_SMALL_CACHE: Final = "PRAGMA cache_size = -2048"
"""For bytes that pass once: they would fill the cache of a list and stay in memory."""


class SqlAttachments:
    """The ``journal.StoredAttachments`` of one transaction."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._history = history

    def of(self, entry_id: EntryId) -> Sequence[Attachment]:
        """Return the attachments of one entry in the order in which they were added."""
        of_entry = _FOUND.where(entry.c.id == entry_id.bytes).order_by(attachments.c.seq)
        return [_read(dict(row)) for row in self._connection.execute(of_entry).mappings()]

    def all(self) -> Sequence[Attachment]:
        """Return every attachment in the order in which they were added."""
        found = self._connection.execute(_FOUND.order_by(attachments.c.seq)).mappings()
        return [_read(dict(row)) for row in found]

    def size_together(self) -> int:
        """Return the bytes of all attachments together."""
        total = select(func.coalesce(func.sum(attachments.c.size), 0))
        size: int = self._connection.execute(total).scalar_one()
        return size

    def put(self, entry_id: EntryId, file: Incoming, at: datetime) -> Attachment:
        """Store *file*, whose pieces are read here, one at a time.

        Raises:
            MissingEntryError: there is no such entry, or it is in the bin.
        """
        added_at, added_offset = moments.write(at)
        row: dict[str, Any] = {
            "id": uuid4().bytes,
            "entry": self._entry(entry_id),
            "name": file.name,
            "media": file.media,
            "size": file.size,
            "sha256": b"",
            "added_at": added_at,
            "added_offset": added_offset,
        }
        inserted = insert(attachments).returning(attachments.c.seq)
        seq: int = self._connection.execute(inserted, row).scalar_one()
        row |= {"sha256": self._store(seq, file.pieces), "entry": entry_id.bytes}
        hashed = update(attachments).where(attachments.c.seq == seq)
        self._connection.execute(hashed.values(sha256=row["sha256"]))
        made = _read(row)
        self._history.append(made.id, Kind.ATTACH, canonical(row), at)
        return made

    def take_over(
        self, made: Attachment, pieces: Iterator[bytes], at: datetime | None = None
    ) -> None:
        """Store an attachment of another copy as it was there.

        Args:
            made: what is known of it.
            pieces: its bytes, read here, one piece at a time.
            at: when it came here; without it, the history tells of it already.

        Raises:
            DamagedCopyError: the bytes are others, the history tells otherwise, or its
                entry is not there.
        """
        added_at, added_offset = moments.write(made.added_at)
        known: dict[str, Any] = {"id": made.id.bytes, "entry": made.entry_id.bytes}
        known |= {"name": made.name, "media": made.media, "size": made.size}
        known |= {"sha256": made.sha256, "added_at": added_at, "added_offset": added_offset}
        row = known | {"entry": self._connection.execute(_PARENT, known).scalar_one_or_none()}
        told = self._connection.execute(_TOLD, known).scalar_one_or_none()
        if row["entry"] is None or (at is None and told != canonical(known)):
            raise DamagedCopyError
        inserted = insert(attachments).returning(attachments.c.seq)
        seq = self._connection.execute(inserted, row).scalar_one()
        if self._store(seq, _checked(pieces, made)) != made.sha256:
            raise DamagedCopyError
        if at is not None:
            self._history.append(made.id, Kind.ATTACH, canonical(known), at)

    def pieces(self, attachment_id: AttachmentId) -> Iterator[bytes]:
        """Return the original bytes, at most 256 KiB at a time.

        Raises:
            MissingAttachmentError: it is not there.
            DamagedJournalError: after the last piece, if they are not the original bytes.
        """
        place = (attachments.c.id == attachment_id.bytes) & attachments.c.entry.is_not(None)
        found = self._connection.execute(
            select(attachments.c.seq, attachments.c.sha256).where(place)
        ).one_or_none()
        if found is None:
            raise MissingAttachmentError
        return _hashed(stored(self._connection, found.seq), found.sha256)

    def erase(self, attachment_id: AttachmentId, at: datetime) -> None:
        """Remove a file for good, or raise ``MissingAttachmentError``."""
        if not self._erase(attachments.c.id == attachment_id.bytes, at):
            raise MissingAttachmentError

    def erase_of(self, entry_seq: int, at: datetime) -> None:
        """Remove the files of the entry in row *entry_seq* for good."""
        self._erase(attachments.c.entry == entry_seq, at)

    def clear(self) -> int:
        """Overwrite up to 2 MiB of removed files; return how many bytes are left of them."""
        self._connection.exec_driver_sql(_SMALL_CACHE)
        self._connection.execute(_CLEAR_SOME)
        self._connection.execute(_DROP_CLEARED)
        chunks: int = self._connection.execute(_LEFT).scalar_one()
        return chunks * PIECE

    def _erase(self, which: ColumnElement[bool], at: datetime) -> bool:
        """Forget what is known of some files, and begin to overwrite them."""
        known = which & attachments.c.entry.is_not(None)
        found = self._connection.execute(select(attachments.c.id).where(known)).scalars().all()
        if not found:
            return False
        for file_id in found:
            self._history.erase(UUID(bytes=file_id), at)
        self._connection.execute(update(attachments).where(known).values(_NOTHING_KNOWN))
        self.clear()
        return True

    def _entry(self, entry_id: EntryId) -> int:
        found = select(entry.c.seq).where(entry.c.id == entry_id.bytes, entry.c.binned_at.is_(None))
        seq: int | None = self._connection.execute(found).scalar_one_or_none()
        if seq is None:
            raise MissingEntryError
        return seq

    def _store(self, seq: int, pieces: Iterator[bytes]) -> bytes:
        self._connection.exec_driver_sql(_SMALL_CACHE)
        counted = hashlib.sha256()
        for number, piece in enumerate(pieces):
            counted.update(piece)
            self._connection.execute(
                insert(chunk), {"attachment": seq, "number": number, "bytes": piece}
            )
        return counted.digest()


def stored(connection: Connection, seq: int) -> Iterator[bytes]:
    """Return the stored bytes of the attachment in row *seq*, one chunk at a time."""
    connection.exec_driver_sql(_SMALL_CACHE)
    of_file = select(chunk.c.bytes).where(chunk.c.attachment == seq).order_by(chunk.c.number)
    yield from connection.execute(of_file).scalars()


def canonical(row: Mapping[str, Any]) -> bytes:
    """Return what is known of a file, ``FACTS``, as JSON that is always the same bytes."""
    plain = {
        column.name: value.hex() if isinstance(value := row[column.name], bytes) else value
        for column in FACTS
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _checked(pieces: Iterator[bytes], made: Attachment) -> Iterator[bytes]:
    """Pass *pieces* on if they begin as such a file does, and no more than its size."""
    left = made.size
    for piece in pieces:
        if left == made.size and not _may_be(piece, made.media):
            raise DamagedCopyError
        left -= len(piece)
        if left < 0:
            raise DamagedCopyError
        yield piece


def _may_be(start: bytes, media: str) -> bool:
    """Say whether a file that begins so can be of that kind; a program never is.

    What was taken for text is let in as anything unknown: how much of it was read to tell, when
    it was added, is not known here, and nobody's own copy may be refused for that.
    """
    found = media_type(start)
    known_as = {found, UNKNOWN} | ({TEXT} if found == UNKNOWN else set())
    return found != PROGRAM and media in known_as


def _hashed(pieces: Iterator[bytes], sha256: bytes) -> Iterator[bytes]:
    counted = hashlib.sha256()
    for piece in pieces:
        counted.update(piece)
        yield piece
    if counted.digest() != sha256:
        raise DamagedJournalError


def _read(row: Mapping[str, Any]) -> Attachment:
    return Attachment(
        id=AttachmentId(UUID(bytes=row["id"])),
        entry_id=EntryId(UUID(bytes=row["entry"])),
        name=row["name"],
        media=row["media"],
        size=row["size"],
        sha256=row["sha256"],
        added_at=moments.read(row["added_at"], row["added_offset"]),
    )
