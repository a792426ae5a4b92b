"""A question to the journal: which entries hold these words and answer to these choices."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from onveilig_desktop.catalog import Catalog, Group, SignalId
from onveilig_desktop.journal.entry import Details, Entry, Repair, ThreadId
from onveilig_desktop.journal.folding import WORD, fold, words
from onveilig_desktop.journal.moment import days_late, touches
from onveilig_desktop.journal.sought import Piece, named, pieces

OWN: Final = "own."
"""How the id of a signal begins that the person added."""

LATE: Final = 7
"""Days: what was written down more than this later was written late."""

MOST_WORDS: Final = 40
"""Words of one query that count; the others are left aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What an entry must have to be found; what is left out asks for nothing.

    Every word of ``text`` must be the beginning of a word in the story, in a detail or in
    the name of a signal; the words of a date may say when it happened instead.
    Of ``groups`` and of ``signals`` an entry needs one each. A month lies in the period
    from ``first`` up to and including ``last`` when a day of it does.
    """

    text: str = field(default="", repr=False)
    first: date | None = None
    last: date | None = None
    groups: frozenset[Group] = frozenset()
    signals: frozenset[SignalId] = frozenset()
    repair_open: bool = False
    intensity_from: int | None = None
    thread: ThreadId | None = None
    written_late: bool = False
    own_words: bool = False

    @property
    def words(self) -> list[str]:
        """The different words of the text, as they are compared."""
        return list(dict.fromkeys(self._typed))

    @property
    def pieces(self) -> Sequence[Piece]:
        """What the text seeks: words, and dates."""
        return list(pieces(self._typed))

    @property
    def _typed(self) -> Sequence[str]:
        return [word[:WORD] for word in fold(self.text).split()[:MOST_WORDS]]

    @property
    def asks_nothing(self) -> bool:
        """Whether every entry answers to it."""
        return not self.words and not self.is_filtered

    @property
    def is_filtered(self) -> bool:
        """Whether it asks for more than words."""
        return self != Query(text=self.text)

    def matches(self, entry: Entry, known: Catalog) -> bool:
        """Say whether *entry* is found; *known* tells the group of each signal."""
        return (
            touches(entry.happened, self.first, self.last)
            and self._has_signals(entry, known)
            and self._fits(entry)
            and self._has_words(entry, known)
        )

    def _has_signals(self, entry: Entry, known: Catalog) -> bool:
        return (
            (not self.groups or not entry.signals.isdisjoint(of_groups(self.groups, known)))
            and (not self.signals or not entry.signals.isdisjoint(self.signals))
            and (not self.own_words or any(key.startswith(OWN) for key in entry.signals))
        )

    def _fits(self, entry: Entry) -> bool:
        heavy = entry.intensity or 0
        return (
            (not self.repair_open or entry.repair is Repair.OPEN)
            and (self.intensity_from is None or heavy >= self.intensity_from)
            and (self.thread is None or entry.thread == self.thread)
            and (not self.written_late or days_late(entry.happened, entry.written_at) > LATE)
        )

    def _has_words(self, entry: Entry, known: Catalog) -> bool:
        sought = self.pieces
        noted = words(*texts_of(entry)) if sought else set()

        def has(word: str) -> bool:
            in_text = any(noted_word.startswith(word) for noted_word in noted)
            return in_text or not entry.signals.isdisjoint(named(word, known))

        return all(
            all(map(has, piece.words))
            or (piece.date is not None and piece.date.fits(entry.happened))
            for piece in sought
        )


def of_groups(groups: frozenset[Group], known: Catalog) -> frozenset[SignalId]:
    """Return the signals of these groups."""
    return frozenset(signal.id for signal in known.signals.values() if signal.group in groups)


def texts_of(entry: Entry) -> list[str]:
    """Return the person's own words in an entry: the story, then each detail."""
    # not asdict, which copies each text: every save and every import comes by here
    return [entry.text, *(getattr(entry.details, name) for name in Details.__slots__)]
