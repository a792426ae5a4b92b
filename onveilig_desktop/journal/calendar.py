"""What stands beside the days: markers, pauses, and which silences were asked about."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from onveilig_desktop.errors import N_, FutureDateError, OnveiligError
from onveilig_desktop.journal.days import (
    MAX_LINE,
    LongLineError,
    Marker,
    MarkerId,
    Pause,
    PauseId,
)
from onveilig_desktop.journal.draft import one_line
from onveilig_desktop.journal.ports import Begin, Clock


class EmptyMarkerError(OnveiligError):
    """A marker has no words."""

    sentence = N_("Write a few words first.")


class TurnedRoundError(OnveiligError):
    """A pause ends before it begins."""

    sentence = N_("The last day comes before the first. Check the dates.")


class Calendar:
    """Neutral lines for the charts; none of them counts as an entry."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def mark(self, day: date, text: str, marker_id: MarkerId | None = None) -> Marker:
        """Note what was going on from *day* on, or correct an earlier marker.

        Raises:
            EmptyMarkerError, LongLineError, FutureDateError
        """
        words = one_line(text)
        if not words:
            raise EmptyMarkerError
        if len(words) > MAX_LINE:
            raise LongLineError
        self._refuse_future(day)
        made = Marker(marker_id or MarkerId(uuid4()), day, words)
        self.bring_back(made)
        return made

    def markers(self) -> Sequence[Marker]:
        """Return every marker, latest day first."""
        with self._begin() as transaction:
            return transaction.calendar.markers()

    def pause(self, first: date, last: date, pause_id: PauseId | None = None) -> Pause:
        """Note that nothing was written from *first* to *last*, or correct that.

        Raises:
            TurnedRoundError, FutureDateError
        """
        if last < first:
            raise TurnedRoundError
        self._refuse_future(last)
        made = Pause(pause_id or PauseId(uuid4()), first, last)
        self.bring_back(made)
        return made

    def pauses(self) -> Sequence[Pause]:
        """Return every pause, latest first."""
        with self._begin() as transaction:
            return transaction.calendar.pauses()

    def remove(self, removed: Marker | Pause) -> None:
        """Take away a marker or a pause; when it is gone already, do nothing."""
        with self._begin() as transaction:
            transaction.calendar.remove(removed)

    def bring_back(self, removed: Marker | Pause) -> None:
        """Undo ``remove``."""
        with self._begin() as transaction:
            transaction.calendar.put(removed)

    def writing_days(self) -> Sequence[date]:
        """Return the civil days on which anything was written, earliest first.

        Entries and their corrections, also of entries in the bin, and check-ins.
        """
        with self._begin() as transaction:
            return transaction.calendar.writing_days()

    def settled_silences(self) -> frozenset[date]:
        """Return the last writing day before each silence that was asked about."""
        with self._begin() as transaction:
            return transaction.calendar.settled()

    def settle_silence(self, after: date, pause: tuple[date, date] | None) -> None:
        """Keep the answer about the silence after a writing day, so it is not asked again.

        With *pause* its first and last day are noted as a pause.
        """
        with self._begin() as transaction:
            transaction.calendar.settle(after, was_pause=pause is not None)
            if pause is not None:
                transaction.calendar.put(Pause(PauseId(uuid4()), *pause))

    def _refuse_future(self, day: date) -> None:
        if day > self._clock().date():
            raise FutureDateError
