"""Half-filled forms, kept until they are saved or thrown away."""

from collections.abc import Sequence

from onveilig_desktop.journal.half_done import FormKey, HalfDone
from onveilig_desktop.journal.ports import Begin, Clock


class Unfinished:
    """For the small forms what sealed drafts are for the entries."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def seal(self, half_done: HalfDone) -> None:
        """Keep it, encrypted, in the place of an earlier one with its key."""
        with self._begin() as transaction:
            transaction.half_done.put(half_done, self._clock())

    def get(self, key: FormKey) -> HalfDone | None:
        """Return the one with this key, if there is one."""
        with self._begin() as transaction:
            return transaction.half_done.get(key)

    def all(self) -> Sequence[HalfDone]:
        """Return every one, the latest sealed first."""
        with self._begin() as transaction:
            return transaction.half_done.all()

    def drop(self, key: FormKey) -> None:
        """Forget the one with this key; without one, do nothing."""
        with self._begin() as transaction:
            transaction.half_done.drop(key)
