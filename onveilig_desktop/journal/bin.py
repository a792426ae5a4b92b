"""The bin: what was deleted, until it is restored or erased."""

from collections.abc import Iterator, Sequence

from onveilig_desktop.journal.entry import Binned, Entry, EntryId
from onveilig_desktop.journal.ports import Begin, Clock


class Bin:
    """What can be done with entries in the bin; ``Journal.restore`` takes one out."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def lines(self) -> Sequence[Binned]:
        """Return what is in the bin, the latest deleted first."""
        with self._begin() as transaction:
            return transaction.bin.lines()

    def entry(self, entry_id: EntryId) -> Entry:
        """Return one entry in the bin whole."""
        with self._begin() as transaction:
            return transaction.bin.get(entry_id)

    def erase(self, entry_id: EntryId) -> None:
        """Remove one entry in the bin for good: text, wordings, draft and attachments.

        ``Attachments.clear`` overwrites what is large. That it was there, and when it was
        written and removed, stays in the history.
        """
        with self._begin() as transaction:
            transaction.bin.erase(entry_id, self._clock())

    def empty(self) -> Iterator[int]:
        """Remove everything in the bin for good, one entry at a step; tell how many are left.

        Each is a transaction of its own, so that what else is asked need not wait for all.
        """
        lines = self.lines()
        for left, binned in enumerate(reversed(lines)):
            self.erase(binned.line.id)
            yield len(lines) - left - 1
