"""What recurs, since when and how often: the values that page, charts and summary show."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onveilig_desktop.analysis import Reading, State
from onveilig_desktop.catalog import Group, SignalId
from onveilig_desktop.journal import EntryId, Marker, Pause
from onveilig_desktop.report.period import Period

MOST_ROWS: Final = 30
"""Rows of concerns on the strip, and of friction."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One occasion on the strip, and the entries behind it.

    ``late``: every entry was written more than a week afterwards. ``repaired``: repair
    followed, at least partly; when entries differ the worst known answer holds.
    ``unrepaired``: the worst known answer is that it did not; without both, it is not known.
    """

    first: date
    last: date
    is_month: bool
    entries: tuple[EntryId, ...]
    late: bool
    repaired: bool
    unrepaired: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """What can be said of a concern besides its count, each a sentence or nothing.

    ``gap`` is how long nothing has been noted now. ``counter`` is what was there as well
    on the same days, and is shown as large as the rest; ``beside`` is that in few words.
    ``why`` says how the state and the direction came about, line by line.
    """

    direction: str = ""
    gap: str = ""
    counter: str = ""
    beside: str = ""
    why: Sequence[str] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One signal over the period; without ``signal``, all concerns together.

    Friction has no state, no direction and nothing told: it stands beside, as counts and
    dates. ``face`` is the trait that stands opposite it on the other list.
    """

    signal: SignalId | None
    group: Group | None
    face: SignalId | None
    label: str
    state: State | None
    state_label: str
    sentence: str
    recency: str
    count_words: str
    at_least: int
    at_most: int
    marks: tuple[Mark, ...]
    reading: Reading | None = None
    told: Told = Told()

    @property
    def is_friction(self) -> bool:
        """Whether it stands beside the concerns."""
        return self.group is Group.FRICTION


@dataclass(frozen=True, slots=True)
class Patterns:
    """All that the page and the summary show, in the language in use when it was made.

    ``rows`` hold every signal that is offered or was noted: recurring first, then noted
    more than once, once and not; friction after the concerns. ``unsure`` counts the months
    that lie partly outside the period and so were left out. ``begun`` is the first day on
    which anything was written: what is dated before it was written down from memory.
    ``pauses`` and ``markers`` are those that touch the period, earliest first. ``heavy``
    are the entries that the person called as intense as can be.
    """

    today: date
    period: Period
    first: date | None
    last: date
    entries: int
    check_ins: int
    days: int
    month_only: int
    late: int
    unsure: int
    combined: Row
    rows: tuple[Row, ...]
    future: tuple[EntryId, ...]
    heavy: tuple[EntryId, ...]
    begun: date | None
    pauses: tuple[Pause, ...]
    markers: tuple[Marker, ...]

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

    @property
    def pairs(self) -> tuple[tuple[Row, Row], ...]:
        """The concerns with the friction they face, where one of both was noted."""
        by_signal = {row.signal: row for row in self.rows}
        faced = [(row, by_signal.get(row.face)) for row in self.rows if not row.is_friction]
        return tuple((row, other) for row, other in faced if other and (row.marks or other.marks))

    def in_state(self, wanted: State) -> tuple[Row, ...]:
        """Return the concerns in one state."""
        return tuple(row for row in self.rows if row.state is wanted)

    def facing(self, signal: SignalId) -> "Patterns":
        """Return the same with two rows only: a concern, and the friction that it faces."""
        pair = next((pair for pair in self.pairs if pair[0].signal == signal), ())
        return replace(self, combined=replace(self.combined, marks=()), rows=pair)
