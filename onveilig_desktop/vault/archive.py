"""The journal as a whole: everything in it as values, and a copy of one stored."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import chain
from operator import attrgetter
from types import NoneType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, func, insert, select

from onveilig_desktop.journal import Entry, EntryId, Kind, Repair, RepairAnswer
from onveilig_desktop.journal.archived import (
    Beside,
    DamagedCopyError,
    Filed,
    Revision,
    Silence,
)
from onveilig_desktop.journal.draft import MAX_TEXT
from onveilig_desktop.journal.ledger import WORDED
from onveilig_desktop.journal.moment import FIRST_YEAR
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.vault import moments, rows
from onveilig_desktop.vault.attachments import SqlAttachments
from onveilig_desktop.vault.calendar import SqlCalendar
from onveilig_desktop.vault.check_ins import SqlCheckIns
from onveilig_desktop.vault.checking import flaws
from onveilig_desktop.vault.drafts import SqlDrafts
from onveilig_desktop.vault.entries import SqlEntries
from onveilig_desktop.vault.history import BEGINNING, History, commit_to, link_of
from onveilig_desktop.vault.restoring import Restoring
from onveilig_desktop.vault.schema import DETAILS, attachment, entry, revision
from onveilig_desktop.vault.schema_days import repair_answer, silence
from onveilig_desktop.vault.schema_transfer import received
from onveilig_desktop.vault.views import SqlViews
from onveilig_desktop.vault.words import SqlWords

_REVISIONS: Final = (
    select(
        revision,
        received.c.at.label("elsewhere_at"),
        received.c.utc_offset.label("elsewhere_offset"),
    )
    .join(received, received.c.revision == revision.c.seq, isouter=True)
    .order_by(revision.c.seq)
)
_CONTENTS: Final = (
    select(revision.c.content)
    .where(revision.c.kind.in_(WORDED), revision.c.content.is_not(None))
    .order_by(revision.c.seq)
)
_ANSWERS: Final = (
    select(entry.c.id, repair_answer.c.answer, repair_answer.c.at, repair_answer.c.utc_offset)
    .join(entry, entry.c.seq == repair_answer.c.entry)
    .order_by(repair_answer.c.seq)
)
_LAST: Final = select(revision.c.seq).order_by(revision.c.seq.desc()).limit(1)
_AROUND: Final = 500
"""Bytes of JSON around the words of a revision."""
_SIZE: Final = select(
    select(func.coalesce(func.sum(func.coalesce(func.length(revision.c.content), 0) + _AROUND), 0))
    .select_from(revision)
    .scalar_subquery()
    + select(func.coalesce(func.sum(attachment.c.size), 0)).scalar_subquery()
)
_NUMBERS: Final = (
    "written_at",
    "written_offset",
    "minute",
    "utc_offset",
    "intensity",
    "trust",
)
_MOST_SIGNALS: Final = 1_000


class SqlArchive:
    """The ``journal.StoredArchive`` of one transaction."""

    def __init__(self, connection: Connection, history: History) -> None:
        self._connection = connection
        self._entries = SqlEntries(connection, history)
        self._attachments = SqlAttachments(connection, history)

    def has_files(self) -> bool:
        """Say whether there are attachments."""
        known = select(attachment.c.seq).where(attachment.c.entry.is_not(None)).limit(1)
        return self._connection.execute(known).first() is not None

    def revisions(self) -> Iterator[Revision]:
        """Return the whole history in its order."""
        for some in self._connection.execute(_REVISIONS).partitions(500):
            yield from map(_read, some)

    def beside(self) -> Iterator[Beside]:
        """Return what stands beside the history, always in the same order."""
        calendar, words = SqlCalendar(self._connection), SqlWords(self._connection).read()
        by_id = attrgetter("id")
        yield from self._files()
        yield from self._answers()
        yield from sorted(SqlCheckIns(self._connection).all(), key=attrgetter("day"))
        yield from sorted(calendar.markers(), key=by_id)
        yield from sorted(calendar.pauses(), key=by_id)
        yield from self._silences()
        yield from chain(words.wordings, words.signals)
        yield from sorted(SqlViews(self._connection).all(), key=by_id)
        yield from SqlDrafts(self._connection).sealed()

    def holds(self, previous: bytes | None, made: Revision) -> bool:
        """Say whether *made* is bound to the link before it and says what it said then."""
        at, offset = moments.write(made.at)
        fields = [made.seq, made.subject.bytes, made.kind.value, at, offset]
        fields += [int(made.is_clock_back), made.commitment]
        if link_of(previous or BEGINNING, fields) != made.link:
            return False
        if made.content is None:
            return True
        return commit_to(made.salt or b"", made.content) == made.commitment

    def read(self, made: Revision) -> Entry:
        """Return the wording in a revision.

        Raises:
            DamagedCopyError: it is not the canonical JSON of an entry with that id.
        """
        try:
            found = _entry_in(made.content or b"")
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
            raise DamagedCopyError from None
        if found.id != made.subject:
            raise DamagedCopyError
        return found

    def go_on(self, more: Iterable[Revision], told: Told) -> None:
        """Take over revisions that follow on the last one here, link by link.

        *told* hears how many entries are made of them, after all were read.

        Raises:
            DamagedCopyError
        """
        Restoring(self._connection, self._entries, self.read).go_on(more, told)

    def receive(self, made: Sequence[Revision], at: datetime) -> None:
        """Put wordings from another copy on top, some hundreds; their entries leave the bin."""
        found = list(map(self.read, made))
        self._entries.restore_all([entry.id for entry in found], at)
        first = self._entries.put_all(found, at)
        self._note(first, [one.written_at for one in made])

    def put_on_top(self, entry_id: UUID, digest: bytes, at: datetime) -> None:
        """Make a wording of an entry the latest again, by the SHA-256 of its content."""
        of_entry = _CONTENTS.where(revision.c.entry == entry_id.bytes)
        contents = self._connection.execute(of_entry).scalars().all()
        by_digest = {hashlib.sha256(content).digest(): content for content in contents}
        if by_digest[digest] != contents[-1]:
            self._entries.put(rows.read_canonical(by_digest[digest]), at)

    def take_over(self, filed: Filed) -> None:
        """Store an attachment that the history tells of already.

        Raises:
            DamagedCopyError: the bytes are others, or the entry is not there.
        """
        self._attachments.take_over(filed.attachment, filed.pieces())

    def receive_file(self, filed: Filed, at: datetime) -> None:
        """Store an attachment from another copy.

        Raises:
            DamagedCopyError: the bytes are others, or the entry is not there.
        """
        self._attachments.take_over(filed.attachment, filed.pieces(), at)
        last = self._connection.execute(_LAST).scalar_one()
        self._note(last, [filed.attachment.added_at])

    def size(self) -> int:
        """Return about how many bytes a copy of all of it takes."""
        return int(self._connection.execute(_SIZE).scalar_one())

    def is_sound(self, told: Told) -> bool:
        """Say whether the history holds and everything is as it tells."""
        return not flaws(self._connection, told)

    def _note(self, first: int, elsewhere: Sequence[datetime]) -> None:
        """Keep when the revisions from *first* on were written in the other copy."""
        told = [moments.write(at) for at in elsewhere]
        noted = [
            {"revision": seq, "at": at, "utc_offset": offset}
            for seq, (at, offset) in enumerate(told, start=first)
        ]
        self._connection.execute(insert(received), noted)

    def _files(self) -> Iterator[Filed]:
        for made in self._attachments.all():
            yield Filed(made, partial(self._attachments.pieces, made.id))

    def _answers(self) -> Iterator[RepairAnswer]:
        for entry_id, answer, at, offset in self._connection.execute(_ANSWERS).all():
            made = EntryId(UUID(bytes=entry_id))
            yield RepairAnswer(made, Repair(answer), moments.read(at, offset))

    def _silences(self) -> Iterator[Silence]:
        for row in self._connection.execute(select(silence).order_by(silence.c.after)).all():
            yield Silence(date.fromisoformat(row.after), bool(row.was_pause))


def _read(row: Row[Any]) -> Revision:
    is_here = row.elsewhere_at is None
    return Revision(
        seq=row.seq,
        subject=UUID(bytes=row.entry),
        kind=Kind(row.kind),
        at=moments.read(row.at, row.utc_offset),
        is_clock_back=bool(row.clock_back),
        salt=row.salt,
        content=row.content,
        commitment=row.commitment,
        link=row.link,
        elsewhere_at=None if is_here else moments.read(row.elsewhere_at, row.elsewhere_offset),
    )


def _entry_in(content: bytes) -> Entry:
    """Return the entry that *content* holds, or raise what is not right about it."""
    fields = json.loads(content)
    texts = [fields[name] for name in ("text", *DETAILS)]
    if not all(isinstance(words, str) for words in (*texts, *fields["signals"])):
        raise TypeError
    if not all(type(fields[name]) in {int, NoneType} for name in _NUMBERS):
        raise TypeError
    if sum(map(len, texts)) > MAX_TEXT or len(fields["signals"]) > _MOST_SIGNALS:
        raise ValueError
    found = rows.read_canonical(content)
    if found.happened.day.year < FIRST_YEAR or rows.canonical(found) != content:
        raise ValueError
    return found
