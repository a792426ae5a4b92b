"""A check-in: how a day was, in twenty seconds."""

from collections.abc import Sequence
from datetime import date

from onveilig_desktop.errors import N_, FutureDateError, OnveiligError
from onveilig_desktop.journal.days import Answers, CheckIn
from onveilig_desktop.journal.ports import Begin, Clock


class EmptyCheckInError(OnveiligError):
    """No answer was given."""

    sentence = N_("Choose at least one answer first.")


class CheckIns:
    """One check-in for a day; a second one corrects the first."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def save(self, day: date, answers: Answers, *, moved_from: date | None = None) -> CheckIn:
        """Note how *day* was.

        Args:
            day: the civil day it is about.
            answers: what was answered.
            moved_from: the day of the check-in under correction, if that was another day.

        Raises:
            EmptyCheckInError, FutureDateError
        """
        now = self._clock()
        if answers.is_empty:
            raise EmptyCheckInError
        if day > now.date():
            raise FutureDateError
        with self._begin() as transaction:
            stored = transaction.check_ins
            earlier = stored.of(day if moved_from is None else moved_from) or stored.of(day)
            made = CheckIn(day, answers, now if earlier is None else earlier.written_at)
            if moved_from is not None:
                stored.remove(moved_from)
            stored.put(made)
        return made

    def of(self, day: date) -> CheckIn | None:
        """Return the check-in of a day, if there is one."""
        with self._begin() as transaction:
            return transaction.check_ins.of(day)

    def all(self) -> Sequence[CheckIn]:
        """Return every check-in, latest day first."""
        with self._begin() as transaction:
            return transaction.check_ins.all()

    def days_with_entry(self) -> frozenset[date]:
        """Return the days that have a check-in and, for sure on that day, an entry too."""
        with self._begin() as transaction:
            return transaction.check_ins.days_with_entry()

    def remove(self, day: date) -> None:
        """Take away the check-in of a day; without one, do nothing."""
        with self._begin() as transaction:
            transaction.check_ins.remove(day)

    def bring_back(self, removed: CheckIn) -> None:
        """Undo ``remove``, unless the day has another check-in by now."""
        with self._begin() as transaction:
            if transaction.check_ins.of(removed.day) is None:
                transaction.check_ins.put(removed)
