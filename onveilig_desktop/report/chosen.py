"""The entries that go along whole: read some at a time, as there may be thousands."""

from collections.abc import Iterator, Sequence
from typing import Final

from onveilig_desktop.journal import Entry, EntryId, Journal

_AT_ONCE: Final = 200
_KEPT: Final = 1_000
"""Entries up to which all are held once they were read; of more, some at a time."""


class Chosen:
    """Entries of a journal in the order of their ids; each time gone through, on the worker."""

    def __init__(self, opened: Journal, entry_ids: Sequence[EntryId]) -> None:
        self._opened = opened
        self._entry_ids = entry_ids
        self._kept: Sequence[Entry] | None = None

    def __iter__(self) -> Iterator[Entry]:
        """Return each entry, unless it went into the bin."""
        if self._kept is None and len(self._entry_ids) <= _KEPT:
            self._kept = tuple(self._read())
        return self._read() if self._kept is None else iter(self._kept)

    def _read(self) -> Iterator[Entry]:
        for begun in range(0, len(self._entry_ids), _AT_ONCE):
            some = self._entry_ids[begun : begun + _AT_ONCE]
            found = {entry.id: entry for entry in self._opened.entries(some)}
            yield from (found[entry_id] for entry_id in some if entry_id in found)
