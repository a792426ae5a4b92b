"""Taking a whole journal out, and bringing a copy of one in."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, TypeVar

from onveilig_desktop.journal.archived import Piece, Source
from onveilig_desktop.journal.bringing import Bringing
from onveilig_desktop.journal.entry import Entry
from onveilig_desktop.journal.merge import Merge
from onveilig_desktop.journal.ports import Begin, Clock, Transaction
from onveilig_desktop.journal.progress import Parts, Told, to_nobody

T = TypeVar("T")
_AT_ONCE: Final = 200


class Archive:
    """The journal as a whole; each verb is one transaction."""

    def __init__(self, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def has_files(self) -> bool:
        """Say whether there are attachments."""
        with self._begin() as transaction:
            return transaction.archive.has_files()

    def size(self) -> int:
        """Return about how many bytes a copy takes."""
        with self._begin() as transaction:
            return transaction.archive.size()

    def give(self, take: Callable[[Iterator[Piece], bool], T]) -> T:
        """Hand everything to *take*, piece by piece, and return what it returns.

        *take* also hears whether there are attachments.
        """
        with self._begin() as transaction:
            stored = transaction.archive
            return take(chain(stored.revisions(), stored.beside()), stored.has_files())

    def give_entries(self, take: Callable[[Iterator[Entry]], T], told: Told = to_nobody) -> T:
        """Hand every entry that is not in the bin to *take*, earliest day first."""
        with self._begin() as transaction:
            return take(_entries(transaction, told))

    def compare(self, source: Source) -> Merge:
        """Say what ``bring`` will do with a copy; nothing is written.

        Raises:
            DamagedCopyError, FutureCopyError, and whatever *source* raises.
        """
        with self._begin() as transaction:
            return Bringing(transaction, source, self._clock()).compare()

    def bring(self, source: Source, parts: Parts | None = None) -> Merge:
        """Take over a copy: all that is new in it, or nothing at all.

        *source* is read twice; the entries and the check that follow are two more parts.

        Raises:
            DamagedCopyError, FutureCopyError, and whatever *source* raises.
        """
        with self._begin() as transaction:
            bringing = Bringing(transaction, source, self._clock())
            merge = bringing.compare()
            bringing.write(merge, parts or Parts())
        return merge


def _entries(transaction: Transaction, told: Told) -> Iterator[Entry]:
    lines = [line.id for line in reversed(transaction.entries.lines())]
    for start in range(0, len(lines), _AT_ONCE):
        told(start, len(lines))
        yield from transaction.entries.texts(lines[start : start + _AT_ONCE])
