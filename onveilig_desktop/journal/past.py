"""What was noted before, in another program, on its way into the journal."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from uuid import uuid4

from onveilig_desktop.journal.dates import write_day, write_month
from onveilig_desktop.journal.draft import Draft, tidy
from onveilig_desktop.journal.entry import NO_DETAILS, Details, Entry, EntryId
from onveilig_desktop.journal.ledger import WORDED
from onveilig_desktop.journal.moment import Moment
from onveilig_desktop.journal.ports import Begin, Clock, Transaction


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
        left = [f"#{tag.lstrip('#@')}" for tag in self.tags if tag.lstrip("#@") not in text]
        return "\n\n".join(part for part in (text, " ".join(left)) if part)

    def entry(self, now: datetime) -> Entry:
        """Return it as an entry that is written down *now*.

        Raises:
            EmptyDraftError, TooLongError, FutureDateError, DateTooEarlyError
        """
        happened = self.happened
        write = write_day if happened.has_day else write_month
        draft = Draft(
            text=self.words,
            day=write(happened.day),
            minute="" if happened.minute is None else f"{happened.minute:%H:%M}",
            precision=happened.precision,
            part=happened.part,
            details=self.details,
        )
        zone = timezone(happened.utc_offset or timedelta(0))
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

    def compare(self, notes: Sequence[PastNote]) -> PastReview:
        """Say which notes are not in the journal yet; nothing is written.

        A note is known by its day, its time and its words, also when its entry was
        corrected since or lies in the bin; not when it was removed for good.
        """
        with self._begin() as transaction:
            return _review(notes, _known(transaction))

    def add(self, notes: Sequence[PastNote]) -> PastReview:
        """Make an entry, written down now, of each note that is new: all of them or none.

        Raises:
            EmptyDraftError, TooLongError, FutureDateError, DateTooEarlyError
        """
        now = self._clock()
        with self._begin() as transaction:
            review = _review(notes, _known(transaction))
            for note in review.new:
                transaction.entries.put(note.entry(now), now)
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


def _known(transaction: Transaction) -> set[bytes]:
    """Return the marks of every wording there ever was, but for what was removed."""
    archive = transaction.archive
    entries = (
        archive.read(made)
        for made in archive.revisions()
        if made.kind in WORDED and made.content is not None
    )
    return {_mark(entry.happened, entry.text) for entry in entries}


def _mark(happened: Moment, text: str) -> bytes:
    """Return what stands for a note, wherever it comes from."""
    told = f"{happened.day} {happened.minute} {text.strip()}"
    return hashlib.sha256(told.encode()).digest()
