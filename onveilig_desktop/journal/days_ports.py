"""What the journal needs from storage for all that is noted beside the entries."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId, Wording
from onveilig_desktop.journal.days import CheckIn, Marker, Pause, RepairAnswer
from onveilig_desktop.journal.entry import EntryId, ThreadId


class StoredCheckIns(Protocol):
    """The check-ins, one for a day."""

    def of(self, day: date) -> CheckIn | None:
        """Return the check-in of a day, if there is one."""
        ...

    def all(self) -> Sequence[CheckIn]:
        """Return every check-in, latest day first."""
        ...

    def days_with_entry(self) -> frozenset[date]:
        """Return the days that have a check-in and, for sure on that day, an entry too."""
        ...

    def put(self, made: CheckIn) -> None:
        """Store a check-in in the place of an earlier one of that day."""
        ...

    def remove(self, day: date) -> None:
        """Take away the check-in of a day; without one, do nothing."""
        ...


class StoredRepairs(Protocol):
    """The dated answers."""

    def of(self, entry_id: EntryId) -> Sequence[RepairAnswer]:
        """Return the answers for one entry, earliest first."""
        ...

    def add(self, made: RepairAnswer) -> None:
        """Add an answer, or raise ``MissingEntryError``."""
        ...

    def waiting(
        self, concerns: Collection[SignalId], written_by: datetime, quiet_since: datetime
    ) -> EntryId | None:
        """Return the latest entry with one of *concerns* whose repair is open, if any.

        It is one of the latest thousand, written at *written_by* at the latest, without a
        draft, and without an answer after *quiet_since* other than the one it was first
        written with.
        """
        ...


class StoredThreads(Protocol):
    """Which entries are in a thread."""

    def members(self, thread: ThreadId) -> Sequence[EntryId]:
        """Return the entries of a thread that are not in the bin."""
        ...

    def latest(self, many: int) -> Sequence[tuple[ThreadId, date, int]]:
        """Return the id, the first day and the entries of *many* threads, the latest first."""
        ...


class StoredWords(Protocol):
    """Own names and own signals."""

    def read(self) -> PersonalWords:
        """Return them all; own signals in the order in which they were made."""
        ...

    def word(self, wording: Wording) -> None:
        """Store the wording of a signal; one that changes nothing is forgotten."""
        ...

    def put(self, own: OwnSignal) -> None:
        """Store an own signal in the place of the one with its id."""
        ...


class StoredCalendar(Protocol):
    """Markers, pauses, days of writing, and the answers about silences."""

    def markers(self) -> Sequence[Marker]:
        """Return every marker, latest day first."""
        ...

    def pauses(self) -> Sequence[Pause]:
        """Return every pause, latest first."""
        ...

    def put(self, made: Marker | Pause) -> None:
        """Store a marker or a pause in the place of the one with its id."""
        ...

    def remove(self, removed: Marker | Pause) -> None:
        """Take one away; when it is gone already, do nothing."""
        ...

    def writing_days(self) -> Sequence[date]:
        """Return the civil days on which anything was written, earliest first."""
        ...

    def settle(self, after: date, *, was_pause: bool) -> None:
        """Keep the answer about the silence after a day."""
        ...

    def settled(self) -> frozenset[date]:
        """Return the days whose silence has an answer."""
        ...
