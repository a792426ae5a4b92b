"""A draft: what stands in the form, finished or not, right or wrong."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final
from uuid import uuid4

from onveilig_desktop.catalog import SignalId, StepId
from onveilig_desktop.errors import (
    DayPartMissingError,
    EmptyDraftError,
    FutureDateError,
    TooLongError,
)
from onveilig_desktop.journal.dates import parse_minute, understand, write_day, write_month
from onveilig_desktop.journal.entry import NO_DETAILS, Details, Entry, EntryId, Repair
from onveilig_desktop.journal.moment import DayPart, Moment, Precision

MAX_TEXT: Final = 1_000_000
"""Characters in one entry: about four hundred pages."""

_UNSEEN: Final = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The fields as typed, so that nothing is lost while it is not yet right.

    ``entry_id`` names the entry that is being corrected, or the one it will become: with
    ids of their own, several drafts of new entries can wait side by side. ``typed_on`` is
    the day on which ``day`` was typed: «yesterday» stays that day, however late it is saved.
    """

    entry_id: EntryId | None = None
    text: str = field(default="", repr=False)
    day: str = field(default="", repr=False)
    typed_on: date | None = None
    minute: str = field(default="", repr=False)
    precision: Precision = Precision.DAY
    part: DayPart | None = None
    signals: frozenset[SignalId] = frozenset()
    intensity: int | None = None
    trust: int | None = None
    repair: Repair | None = None
    details: Details = NO_DETAILS
    steps: frozenset[StepId] = frozenset()

    @classmethod
    def new(cls) -> "Draft":
        """Return an empty draft of an entry that does not exist yet."""
        return cls(entry_id=EntryId(uuid4()))

    @classmethod
    def at(cls, happened: Moment) -> "Draft":
        """Return an empty draft about that moment, as the form shows it."""
        write = write_day if happened.has_day else write_month
        return cls(
            day=write(happened.day),
            minute="" if happened.minute is None else f"{happened.minute:%H:%M}",
            precision=happened.precision,
            part=happened.part,
        )

    @classmethod
    def of(cls, entry: Entry) -> "Draft":
        """Return an entry as the form shows it, ready to be corrected."""
        return replace(
            cls.at(entry.happened),
            entry_id=entry.id,
            text=entry.text,
            signals=entry.signals,
            intensity=entry.intensity,
            trust=entry.trust,
            repair=entry.repair,
            details=entry.details,
            steps=entry.steps,
        )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that would be missed."""
        return not (self.signals or self.steps or tidy(self._words()).strip())

    def complete(
        self,
        *,
        entry_id: EntryId,
        written_at: datetime,
        now: datetime,
        zone: tzinfo | None = None,
        earlier: Moment | None = None,
    ) -> Entry:
        """Return the finished entry, or raise what is still wrong with it.

        Args:
            entry_id: the id it will have.
            written_at: when it was first written down.
            now: the present, in the person's own time zone.
            zone: where the minute was on the clock; without it, this computer's zone.
            earlier: the moment in the entry that is being corrected. While the draft
                still says the same, that moment stays, wherever the person is by now.

        Raises:
            EmptyDraftError, TooLongError, TimeNotUnderstoodError, DayPartMissingError,
            FutureDateError, DayMissingError, and what ``understand`` raises
        """
        if self.is_empty:
            raise EmptyDraftError
        if len(self._words()) > MAX_TEXT:
            raise TooLongError
        tidied = Details(**{name: tidy(words) for name, words in self._details().items()})
        return Entry(
            id=entry_id,
            happened=self._moment(now, zone, earlier),
            written_at=written_at,
            text=tidy(self.text),
            signals=self.signals,
            intensity=self.intensity,
            trust=self.trust,
            repair=self.repair,
            details=tidied,
            steps=self.steps,
        )

    def _words(self) -> str:
        return "".join([self.text, *self._details().values()])

    def _details(self) -> dict[str, str]:
        # not asdict, which copies each text: an import comes by here many thousand times
        return {name: getattr(self.details, name) for name in Details.__slots__}

    def _moment(self, now: datetime, zone: tzinfo | None, earlier: Moment | None) -> Moment:
        today = now.date()
        until = today if earlier is None else max(today, earlier.day)
        understood = understand(self.day, self.typed_on or today, until=until)
        day = understood.on(self.precision)
        if self.precision is Precision.MINUTE:
            minute = parse_minute(self.minute)
            if earlier is not None and (day, minute) == (earlier.day, earlier.minute):
                return earlier
            return _minute_of(day, minute, now, zone)
        if self.precision is Precision.PART and self.part is None:
            raise DayPartMissingError
        part = self.part if self.precision is Precision.PART else None
        return Moment(day=day, precision=self.precision, part=part)


def _minute_of(day: date, minute: time, now: datetime, zone: tzinfo | None) -> Moment:
    local = datetime.combine(day, minute)
    there = local.replace(tzinfo=zone) if zone is not None else local.astimezone()
    if there > now:
        raise FutureDateError
    offset = there.utcoffset() or timedelta(0)
    return Moment(day=day, precision=Precision.MINUTE, minute=minute, utc_offset=offset)


def tidy(text: str) -> str:
    """Return *text* as it can be stored: no NUL, no half characters, plain line ends."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """Return *text* as a name: on one line, with no signs that hide or turn around the others.

    What joins the parts of a letter or of an emoji is no such sign.
    """
    return _UNSEEN.sub("", " ".join(tidy(text).split())).strip()
