"""When in the week: weekdays against parts of the day, counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from onveilig_desktop import texts
from onveilig_desktop.analysis import by_weekday_and_part
from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import DayPart, EntryId, EntryLine, Moment
from onveilig_desktop.report.charts.around import LEAST, held, made, too_little
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

ENOUGH_TO_SAY: Final = 20
"""Days from which the fullest weekday is named; below it, chance fills a cell easily."""
PARTS: Final = (*DayPart, None)
"""The columns; the last is for when the part of the day is not known."""
_MONDAY: Final = date(2024, 1, 1)
_HOURS: Final = 6
_QUARTERS: Final = tuple(DayPart)
Place = tuple[int, DayPart | None]


@dataclass(frozen=True, slots=True, repr=False)
class Week:
    """The days of each weekday, from Monday on, and part of the day; and their entries."""

    label: str
    is_friction: bool
    cells: Mapping[Place, Sequence[date]]
    noted: Mapping[date, Mapping[DayPart | None, Sequence[EntryId]]]
    months: int

    @property
    def days(self) -> int:
        """On how many days it was noted at all."""
        return len(self.noted)

    def count(self, place: Place) -> int:
        """Return on how many days it was noted there."""
        return len(self.cells.get(place, ()))

    def entries(self, place: Place) -> tuple[EntryId, ...]:
        """Return what is behind a count; what may belong there is among it."""
        parts = dict.fromkeys((place[1], None))
        days = [self.noted[day] for day in self.cells.get(place, ())]
        return tuple(chain.from_iterable(day.get(part, ()) for day in days for part in parts))

    def on(self, weekday: int) -> int:
        """Return on how many days with this weekday it was noted."""
        return sum(day.weekday() == weekday for day in self.noted)


def make(
    patterns: Patterns, material: Material, known: Catalog, signal: SignalId | None = None
) -> Chart:
    """Return the week of concerns beside that of friction, or that of one signal."""
    lines = held(patterns, material)
    concerns = known.concerns
    frictions = frozenset(known.signals) - concerns
    if signal is not None:
        concerns &= {signal}
        frictions &= {signal}
    weeks = [
        _week(_("Concerns"), [line for line in lines if not concerns.isdisjoint(line.signals)]),
        _week(
            _("Ordinary friction"),
            [line for line in lines if not frictions.isdisjoint(line.signals)],
            is_friction=True,
        ),
    ]
    drawn = [week for week in weeks if week.days]
    most = max((week.days for week in weeks), default=0)
    if most < LEAST:
        return too_little(Kind.WEEK, patterns, most)
    said = [_title(weeks[0]), *_notes(weeks)]
    return made(Kind.WEEK, patterns, said, _table(drawn), partial(_draw, drawn))


def weekday_words(weekday: int, pattern: str = "EEEE") -> str:
    """Return a day of the week, Monday being 0."""
    from babel.dates import format_date  # late: as in texts, the first paint need not wait

    return format_date(_MONDAY + timedelta(weekday), pattern, locale=texts.language())


def part_label(part: DayPart | None) -> str:
    """Return a part of the day as the head of a column."""
    return {
        DayPart.NIGHT: _("night"),
        DayPart.MORNING: _("morning"),
        DayPart.AFTERNOON: _("afternoon"),
        DayPart.EVENING: _("evening"),
        None: _("not known"),
    }[part]


def cell_words(week: Week, place: Place) -> str:
    """Return one count in words."""
    weekday, part = place
    return _("{label}, {weekday}, {part}: {days}").format(
        label=week.label,
        weekday=weekday_words(weekday),
        part=part_label(part),
        days=ngettext("{n} day", "{n} days", week.count(place)),
    )


def _week(label: str, lines: Sequence[EntryLine], *, is_friction: bool = False) -> Week:
    noted: dict[date, dict[DayPart | None, list[EntryId]]] = {}
    months = 0
    for line in lines:
        moment = line.happened
        if moment.has_day:
            noted.setdefault(moment.day, {}).setdefault(_part(moment), []).append(line.id)
        else:
            months += 1
    moments = ((day, part) for day, parts in noted.items() for part in parts)
    return Week(label, is_friction, by_weekday_and_part(moments), noted, months)


def _part(moment: Moment) -> DayPart | None:
    """Return the part of the day; a minute lies in the quarter of the day that it is in."""
    if moment.minute is not None:
        return _QUARTERS[moment.minute.hour // _HOURS]
    return moment.part


def _title(concerns: Week) -> str:
    days = ngettext("{n} day", "{n} days", concerns.days)
    if not concerns.days:
        return _("Only ordinary friction was noted")
    if concerns.days < ENOUGH_TO_SAY:
        return _("{days} with a concern, by weekday and part of the day").format(days=days)
    counts = [concerns.on(weekday) for weekday in range(7)]
    fullest = [weekday for weekday in range(7) if counts[weekday] == max(counts)]
    if len(fullest) > 1:
        return _("{days} with a concern; no single weekday comes first").format(days=days)
    return _("Most often noted on {weekday}: {count} of {days} with a concern").format(
        weekday=weekday_words(fullest[0]), count=counts[fullest[0]], days=days
    )


def _notes(weeks: Sequence[Week]) -> Sequence[str]:
    counted = [(week.label, ngettext("{n} day", "{n} days", week.days)) for week in weeks]
    parts = [f"{label}: {days}." for label, days in counted]
    months = sum(week.months for week in weeks)
    if months:
        parts.append(
            ngettext(
                "{n} entry without a day is left out.",
                "{n} entries without a day are left out.",
                months,
            )
        )
    if weeks[0].days < ENOUGH_TO_SAY:
        parts.append(
            _("Below {n} days no weekday is named: chance alone fills a cell.").format(
                n=ENOUGH_TO_SAY
            )
        )
    return " ".join(parts), _(
        "A day can have more entries because there was more time together, or more time to write."
    )


def _table(weeks: Sequence[Week]) -> Table:
    rows = [
        (week.label, weekday_words(weekday), *(str(week.count((weekday, part))) for part in PARTS))
        for week in weeks
        for weekday in range(7)
    ]
    return Table((_("Group"), _("Weekday"), *(part_label(part) for part in PARTS)), rows)


def _draw(weeks: Sequence[Week], look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.week_drawn import draw  # late: brings matplotlib

    return draw(weeks, look, width)
