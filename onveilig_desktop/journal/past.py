"""What was noted before, in another program, on its way into the journal."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from typing import Final
from uuid import uuid4

from onveilig_desktop.journal.draft import Draft, tidy
from onveilig_desktop.journal.entry import NO_DETAILS, Details, Entry, EntryId
from onveilig_desktop.journal.ledger import WORDED
from onveilig_desktop.journal.moment import Moment
from onveilig_desktop.journal.ports import Begin, Clock, Transaction
from onveilig_desktop.journal.progress import Told, to_nobody

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PastNote:
    """One note from elsewhere: when it happened, as precisely as it says, and its words."""

    happened: Moment
    text: str = field(repr=False)
    tags: tuple[str, ...] = field(default=(), repr=False)
    details: Details = NO_DETAILS

    @property
    def words(self) -> str:
        """The text of the entry it will be; tags that it has not yet come on a last line."""
        text = tidy(self.text).strip()
        tags = [tidy(tag).lstrip("#@") for tag in self.tags]
        left = [f"#{tag}" for tag in tags if tag not in text]
        return "\n\n".join(part for part in (text, " ".join(left)) if part)

    def entry(self, now: datetime) -> Entry:
        """Return it as an entry that is written down *now*.

        Raises:
            EmptyDraftError, TooLongError, FutureDateError, DateTooEarlyError
        """
        draft = replace(Draft.at(self.happened), text=self.words, details=self.details)
        zone = timezone(self.happened.utc_offset or timedelta(0))
        return draft.complete(entry_id=EntryId(uuid4()), written_at=now, now=now, zone=zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReview:
    """What bringing in some notes will do, or did: those that are new, the others counted."""

    new: tuple[PastNote, ...]
    known: int

    @property
    def days(self) -> tuple[date, date] | None:
        """The earliest and latest day of what is new."""
        found = [note.happened.day for note in self.new]
        return (min(found), max(found)) if found else None


class Past:
    """Bringing in notes of other programs; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    @property
    def now(self) -> datetime:
        """When a note that comes in is written down; what lies after it stays out."""
        return self._clock()

    def compare(self, notes: Sequence[PastNote], told: Told = to_nobody) -> PastReview:
        """Say which notes are not in the journal yet; nothing is written.

        A note is known by its day, its time and its words, also when its entry was
        corrected since or lies in the bin; not when it was removed for good.
        """
        with self._begin() as transaction:
            return _review(notes, _known(transaction, told))

    def add(self, notes: Sequence[PastNote], told: Told = to_nobody) -> PastReview:
        """Make an entry, written down now, of each note that is new: all of them or none.

        Raises:
            EmptyDraftError, TooLongError, FutureDateError, DateTooEarlyError
        """
        now = self._clock()
        with self._begin() as transaction:
            review = _review(notes, _known(transaction, told))
            new = review.new
            for start in range(0, len(new), _AT_ONCE):
                told(start, len(new))
                some = [note.entry(now) for note in new[start : start + _AT_ONCE]]
                transaction.entries.put_all(some, now)
        return review


def _review(notes: Iterable[PastNote], known: set[bytes]) -> PastReview:
    new, count = [], 0
    for note in notes:
        mark = _mark(note.happened, note.words)
        if mark in known:
            count += 1
        else:
            known.add(mark)
            new.append(note)
    return PastReview(new=tuple(new), known=count)


def _known(transaction: Transaction, told: Told) -> set[bytes]:
    """Return the marks of every wording there ever was, but for what was removed."""
    archive = transaction.archive
    marks = set()
    for made in archive.revisions():
        told(made.seq, 0)
        if made.kind in WORDED and made.content is not None:
            entry = archive.read(made)
            marks.add(_mark(entry.happened, entry.text))
    return marks


def _mark(happened: Moment, text: str) -> bytes:
    """Return what stands for a note, wherever it comes from."""
    told = f"{happened.day} {happened.minute} {text.strip()}"
    return hashlib.sha256(told.encode()).digest()
