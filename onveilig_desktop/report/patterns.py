"""What recurs, since when and how often: the journal's lines as rows of a strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Final

from onveilig_desktop import catalog
from onveilig_desktop.analysis import Noted, Occasion, Occasions, State, occasions, state
from onveilig_desktop.catalog import Catalog, Group, SignalId
from onveilig_desktop.journal import EntryId, EntryLine, Moment, Repair
from onveilig_desktop.report import sentences
from onveilig_desktop.report.beside import signal_words
from onveilig_desktop.report.period import EVERYTHING, Period, is_late
from onveilig_desktop.texts import gettext as _

LATE: Final = 7
"""Days after which a note counts as written from memory."""
MOST_ROWS: Final = 30
"""Rows of concerns on the strip, and of friction."""
_STATES: Final = list(State)
_GOOD: Final = frozenset({Repair.YES, Repair.PARTLY})
_BAD: Final = frozenset({Repair.NO, Repair.SAME})


@dataclass(frozen=True, slots=True)
class Mark:
    """One occasion on the strip, and the entries behind it.

    ``late``: every entry was written more than a week afterwards. ``repaired``: repair
    followed, at least partly; when entries differ the worst known answer holds.
    """

    first: date
    last: date
    is_month: bool
    entries: tuple[EntryId, ...]
    late: bool
    repaired: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One signal over the period; without ``signal``, all concerns together.

    Friction has no state: it stands beside, as counts and dates.
    """

    signal: SignalId | None
    group: Group | None
    label: str
    state: State | None
    state_label: str
    sentence: str
    recency: str
    count_words: str
    at_least: int
    at_most: int
    marks: tuple[Mark, ...]

    @property
    def is_friction(self) -> bool:
        """Whether it stands beside the concerns."""
        return self.group is Group.FRICTION


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that the page and the summary show, in the language in use when it was made.

    ``rows`` hold every signal that is offered or was noted: recurring first, then noted
    more than once, once and not; friction after the concerns. ``unsure`` counts the months
    that lie partly outside the period and so were left out.
    """

    today: date
    first: date | None
    last: date
    entries: int
    days: int
    month_only: int
    late: int
    unsure: int
    combined: Row
    rows: tuple[Row, ...]
    future: tuple[EntryId, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows to draw: what has something to show, all concerns together first.

        No more than can be read: the concerns that weigh most, and as much friction.
        """
        noted = [row for row in (self.combined, *self.rows) if row.marks]
        concerns = [row for row in noted if not row.is_friction]
        friction = [row for row in noted if row.is_friction]
        return (*concerns[:MOST_ROWS], *friction[:MOST_ROWS])

    @property
    def undrawn(self) -> int:
        """How many more rows have something to show."""
        return sum(bool(row.marks) for row in (self.combined, *self.rows)) - len(self.shown)

    def in_state(self, wanted: State) -> tuple[Row, ...]:
        """Return the concerns in one state."""
        return tuple(row for row in self.rows if row.state is wanted)


def build_patterns(
    lines: Sequence[EntryLine], known: Catalog, today: date, period: Period = EVERYTHING
) -> Patterns:
    """Count what *lines* hold within *period*, up to *today*; their order is irrelevant."""
    ahead = tuple(line.id for line in lines if line.happened.day > today)
    past = [line for line in lines if line.happened.day <= today]
    held, unsure = _within(period, past, today)
    count = _Counting(held, known, today, period)
    return Patterns(
        today=today,
        first=count.first,
        last=count.last,
        entries=len(held),
        days=count.days,
        month_only=count.month_only,
        late=count.late,
        unsure=unsure,
        combined=count.combined(),
        rows=count.rows(),
        future=ahead,
    )


def _within(
    period: Period, lines: Sequence[EntryLine], today: date
) -> tuple[Sequence[EntryLine], int]:
    """Return the lines of *period*, and how many more may belong to it."""
    if period == EVERYTHING:
        return lines, 0
    held = [line for line in lines if period.holds(line.happened, today)]
    return held, sum(period.touches(line.happened) for line in lines) - len(held)


class _Counting:
    """The lines of one period, sorted out by signal."""

    def __init__(
        self, lines: Sequence[EntryLine], known: Catalog, today: date, period: Period
    ) -> None:
        self._lines = lines
        self._known = known
        self._today = today
        self._ids = [line.id for line in lines]
        self._answers = [line.repair for line in lines]
        self._noted = [_noted(line.happened) for line in lines]
        self._late = [is_late(line.happened, line.written_at, LATE) for line in lines]
        dates = {noted.day for noted in self._noted if not noted.is_month}
        self.first = period.first or min((noted.day for noted in self._noted), default=None)
        self.last = min(period.last or today, today)
        self.late = sum(self._late)
        self.days = len(dates)
        self.month_only = sum(noted.is_month for noted in self._noted)

    def combined(self) -> Row:
        """Return all concerns as one row: a pattern spread over many signals must show."""
        concerns = self._known.concerns
        places = [n for n, line in enumerate(self._lines) if not concerns.isdisjoint(line.signals)]
        return self._row(None, _("All concerns together"), places)

    def rows(self) -> tuple[Row, ...]:
        """Return a row for every signal, what recurs first."""
        places: dict[SignalId, list[int]] = {signal: [] for signal in self._known.signals}
        for place, line in enumerate(self._lines):
            for signal in line.signals:
                if signal in places:
                    places[signal].append(place)
        rows = [
            self._row(signal, signal_words(signal), places[signal.id])
            for signal in self._known.signals.values()
            if places[signal.id] or not signal.is_retired
        ]
        return tuple(sorted(rows, key=_rank))

    def _row(self, signal: catalog.Signal | None, label: str, places: Sequence[int]) -> Row:
        found = occasions((self._noted[place] for place in places), self._today)
        reached = state(found) if signal is None or signal.is_concern else None
        return Row(
            signal=None if signal is None else signal.id,
            group=None if signal is None else signal.group,
            label=label,
            state=reached,
            state_label="" if reached is None else sentences.state_label(reached),
            sentence=self._sentence(reached, found),
            recency=self._recency(reached, found),
            count_words=sentences.count_words(found),
            at_least=found.at_least,
            at_most=found.at_most,
            marks=self._marks(found, places),
        )

    def _sentence(self, reached: State | None, found: Occasions) -> str:
        if reached is None:
            return sentences.friction_sentence(found, self.first, self.last)
        return sentences.state_sentence(reached, found, self.first, self.last)

    def _recency(self, reached: State | None, found: Occasions) -> str:
        """Return how long ago, or for a period in the past, when last in it."""
        if self.last < self._today:
            return sentences.last_in_period(reached, found)
        return sentences.recency(reached, found, self._today)

    def _marks(self, found: Occasions, places: Sequence[int]) -> tuple[Mark, ...]:
        shown = sorted((*found.days, *found.months), key=attrgetter("first"))
        return tuple([self._mark(occasion, places) for occasion in shown])

    def _mark(self, occasion: Occasion, places: Sequence[int]) -> Mark:
        behind = [places[member] for member in occasion.members]
        answers = [self._answers[place] for place in behind]
        return Mark(
            first=occasion.first,
            last=occasion.last if occasion.is_month else occasion.first,
            is_month=occasion.is_month,
            entries=tuple([self._ids[place] for place in behind]),
            late=False not in [self._late[place] for place in behind],
            repaired=_BAD.isdisjoint(answers) and not _GOOD.isdisjoint(answers),
        )


def _noted(moment: Moment) -> Noted:
    instant = None if moment.minute is None else moment.instant
    return Noted(moment.day, not moment.has_day, instant)


def _rank(row: Row) -> tuple[bool, int, int]:
    weight = 0 if row.state is None else _STATES.index(row.state)
    return row.is_friction, -weight, -row.at_least
