"""Counting what was noted: the journal's lines as rows, one for each signal."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from onveilig_desktop.analysis import (
    LATE_DAYS,
    Noted,
    Occasion,
    Occasions,
    Reading,
    State,
    occasions,
    state,
)
from onveilig_desktop.catalog import Catalog, Group, Signal, SignalId
from onveilig_desktop.journal import EntryLine, Marker, Pause, Repair
from onveilig_desktop.report import sentences
from onveilig_desktop.report.beside import signal_words
from onveilig_desktop.report.counter import Others, counter_label, counter_words
from onveilig_desktop.report.directions import Readings
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Mark, Patterns, Row, Told
from onveilig_desktop.report.period import EVERYTHING, Period, is_late
from onveilig_desktop.report.why import why
from onveilig_desktop.texts import gettext as _

LATE: Final = 7
"""Days after which a note counts as written from memory."""
HEAVY: Final = 5
"""The intensity at which the page names whom to call."""
_STATES: Final = list(State)
_GOOD: Final = frozenset({Repair.YES, Repair.PARTLY})
_BAD: Final = frozenset({Repair.NO, Repair.SAME})
Places = Sequence[int]


def build_patterns(
    material: Material, known: Catalog, today: date, period: Period = EVERYTHING
) -> Patterns:
    """Count what *material* holds within *period*, up to *today*; its order is irrelevant."""
    ahead = tuple([line.id for line in material.lines if line.happened.day > today])
    past = [line for line in material.lines if line.happened.day <= today]
    held, unsure = _within(period, past, today)
    count = _Counting(held, known, today, period)
    readings = Readings(material, count.last)
    combined, rows = count.rows(readings)
    checked = [made.day for made in material.check_ins if period.has(made.day)]
    first = count.first or min(checked, default=None)
    return Patterns(
        today=today,
        period=period,
        first=first,
        last=count.last,
        entries=len(held),
        check_ins=len(checked),
        days=count.days,
        month_only=count.month_only,
        late=count.late,
        unsure=unsure,
        combined=combined,
        rows=rows,
        future=ahead,
        heavy=tuple([line.id for line in held if line.intensity == HEAVY]),
        begun=readings.begun,
        pauses=_pauses(material, first, count.last),
        markers=_markers(material, first, count.last),
    )


def _pauses(material: Material, first: date | None, last: date) -> tuple[Pause, ...]:
    found = (each for each in material.pauses if _touches(each.first, each.last, first, last))
    return tuple(sorted(found, key=attrgetter("first")))


def _markers(material: Material, first: date | None, last: date) -> tuple[Marker, ...]:
    found = (each for each in material.markers if _touches(each.day, each.day, first, last))
    return tuple(sorted(found, key=attrgetter("day")))


def _touches(begin: date, end: date, first: date | None, last: date) -> bool:
    return first is not None and begin <= last and end >= first


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
        self._late = [is_late(line.happened, line.written_at, LATE) for line in lines]
        self._noted = [_noted(line, late) for line, late in zip(lines, self._late, strict=True)]
        dates = {noted.day for noted in self._noted if not noted.is_month}
        self.first = period.first or min((noted.day for noted in self._noted), default=None)
        self.last = min(period.last or today, today)
        self.late = sum(self._late)
        self.days = len(dates)
        self.month_only = sum(noted.is_month for noted in self._noted)

    def rows(self, readings: Readings) -> tuple[Row, tuple[Row, ...]]:
        """Return all concerns as one row, and a row for every signal, what recurs first.

        A pattern spread over many signals must show.
        """
        places = self._places()
        signals = [
            signal
            for signal in self._known.signals.values()
            if places[signal.id] or not signal.is_retired
        ]
        found = {signal.id: self._occasions(places[signal.id]) for signal in signals}
        concerns = [signal.id for signal in signals if signal.is_concern]
        directions = readings.of({key: found[key] for key in concerns})
        others = self._others(signals, found)
        together = self._together()
        combined = self._row(
            None,
            together,
            self._occasions(together),
            readings.of_all(self._occasions(together)),
            others,
        )
        rows = [
            self._row(
                signal, places[signal.id], found[signal.id], directions.get(signal.id), others
            )
            for signal in signals
        ]
        return combined, tuple(sorted(rows, key=_rank))

    def _places(self) -> Mapping[SignalId, list[int]]:
        places: dict[SignalId, list[int]] = {signal: [] for signal in self._known.signals}
        for place, line in enumerate(self._lines):
            for signal in line.signals:
                if signal in places:
                    places[signal].append(place)
        return places

    def _together(self) -> Places:
        concerns = self._known.concerns
        return [n for n, line in enumerate(self._lines) if not concerns.isdisjoint(line.signals)]

    def _occasions(self, places: Places) -> Occasions:
        noted = self._noted
        return occasions([noted[place] for place in places], self._today)

    def _others(self, signals: Sequence[Signal], found: Mapping[SignalId, Occasions]) -> Others:
        return {
            signal_words(signal): frozenset(
                day for occasion in found[signal.id].days for day in (occasion.first, occasion.last)
            )
            for signal in signals
            if signal.group is Group.FRICTION and found[signal.id].days
        }

    def _row(
        self,
        signal: Signal | None,
        places: Places,
        found: Occasions,
        reading: Reading | None,
        others: Others,
    ) -> Row:
        reached = state(found) if signal is None or signal.is_concern else None
        return Row(
            signal=None if signal is None else signal.id,
            group=None if signal is None else signal.group,
            face=None if signal is None else signal.face,
            label=_("All concerns together") if signal is None else signal_words(signal),
            state=reached,
            state_label="" if reached is None else sentences.state_label(reached),
            sentence=self._sentence(reached, found),
            recency=self._recency(reached, found),
            count_words=sentences.count_words(found),
            at_least=found.at_least,
            at_most=found.at_most,
            marks=self._marks(found, places),
            reading=reading,
            told=Told() if reached is None else self._told(reached, found, reading, others),
        )

    def _told(
        self, reached: State, found: Occasions, reading: Reading | None, others: Others
    ) -> Told:
        if reached is State.NONE:
            return Told()
        is_over, is_once = self.last < self._today, reached is State.SINGLE
        return Told(
            direction="" if reading is None or is_once else sentences.direction_sentence(reading),
            gap="" if is_over else sentences.gap_sentence(found, self._today),
            counter="" if is_once else counter_words(found, others),
            beside="" if is_once else counter_label(found, others),
            why=why(reached, found, reading),
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

    def _marks(self, found: Occasions, places: Places) -> tuple[Mark, ...]:
        shown = sorted((*found.days, *found.months), key=attrgetter("first"))
        return tuple([self._mark(occasion, places) for occasion in shown])

    def _mark(self, occasion: Occasion, places: Places) -> Mark:
        behind = [places[member] for member in occasion.members]
        answers = {self._answers[place] for place in behind}
        is_bad = not _BAD.isdisjoint(answers)
        return Mark(
            occasion.first,
            occasion.last if occasion.is_month else occasion.first,
            occasion.is_month,
            tuple([self._ids[place] for place in behind]),
            late=False not in [self._late[place] for place in behind],
            repaired=not is_bad and not _GOOD.isdisjoint(answers),
            unrepaired=is_bad,
        )


def _noted(line: EntryLine, late: bool) -> Noted:
    """Return what is counted of a line; only what is *late* can be so late as to matter."""
    moment = line.happened
    instant = None if moment.minute is None else moment.instant
    from_memory = late and is_late(moment, line.written_at, LATE_DAYS)
    return Noted(moment.day, not moment.has_day, instant, from_memory)


def _rank(row: Row) -> tuple[bool, int, int]:
    weight = 0 if row.state is None else _STATES.index(row.state)
    return row.is_friction, -weight, -row.at_least
