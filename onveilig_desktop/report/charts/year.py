"""When in the year: every day of the last years, and what is known of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from onveilig_desktop import texts
from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts.around import LEAST, held, made, short_day, too_little
from onveilig_desktop.report.charts.chart import Chart, Kind, Table
from onveilig_desktop.report.look import Look
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

MOST_YEARS: Final = 4
"""Years that are drawn, the last ones; earlier days are counted in the table."""


@dataclass(slots=True)
class Noted:
    """What is known of one day or one month; not ``concerns`` nor ``friction``: nothing noted."""

    concerns: list[EntryId] = field(default_factory=list)
    friction: list[EntryId] = field(default_factory=list)
    others: list[EntryId] = field(default_factory=list)

    def all_entries(self) -> tuple[EntryId, ...]:
        """The entries with a signal, each once; without any, all others."""
        noted = dict.fromkeys((*self.concerns, *self.friction))
        return tuple(noted or self.others)

    @property
    def is_noted(self) -> bool:
        """Whether a signal was noted."""
        return bool(self.concerns or self.friction)


@dataclass(frozen=True, slots=True)
class Years:
    """The days of a period on which anything was written, and months without a day."""

    first: date
    last: date
    days: Mapping[date, Noted]
    months: Mapping[date, Noted]

    @property
    def shown(self) -> range:
        """The years that are drawn."""
        return range(max(self.first.year, self.last.year - MOST_YEARS + 1), self.last.year + 1)

    def count(self, kind: str) -> int:
        """Return on how many days a kind was noted."""
        return sum(bool(getattr(noted, kind)) for noted in self.days.values())


def make(
    patterns: Patterns, material: Material, known: Catalog, signal: SignalId | None = None
) -> Chart:
    """Return the calendar of all signals, or of one."""
    chosen = frozenset(known.signals) if signal is None else frozenset({signal})
    years = _years(patterns, material, known, chosen)
    noted = sum(one.is_noted for one in years.days.values())
    if noted < LEAST:
        return _too_little(patterns, years, noted)
    said = [_title(years), *_notes(years)]
    return made(Kind.YEAR, patterns, said, _table(years), partial(_draw, years))


def noted_words(day: date, noted: Noted, *, is_month: bool = False) -> str:
    """Return what is known of one day or month in words."""
    parts = []
    if noted.concerns:
        parts.append(
            ngettext("{n} entry with a concern", "{n} entries with a concern", len(noted.concerns))
        )
    if noted.friction:
        parts.append(
            ngettext("{n} entry with friction", "{n} entries with friction", len(noted.friction))
        )
    when = texts.day_words(day, "month") if is_month else short_day(day)
    if is_month:
        parts.append(_("only the month is known"))
    words = " · ".join(parts) or _("written, nothing noted")
    return f"{when}: {words}"


def _years(
    patterns: Patterns, material: Material, known: Catalog, chosen: frozenset[SignalId]
) -> Years:
    days: defaultdict[date, Noted] = defaultdict(Noted)
    months: defaultdict[date, Noted] = defaultdict(Noted)
    concerns = known.concerns & chosen
    friction = (frozenset(known.signals) - known.concerns) & chosen
    for line in held(patterns, material):
        noted = (days if line.happened.has_day else months)[line.happened.day]
        if line.signals & concerns:
            noted.concerns.append(line.id)
        if line.signals & friction:
            noted.friction.append(line.id)
        if not line.signals & chosen:
            noted.others.append(line.id)
    period, today = patterns.period, patterns.today
    written = [*material.writing_days, *(one.day for one in material.check_ins)]
    for day in written:
        if day <= today and period.has(day):
            days[day]
    first = min([*days, *months, *([patterns.first] if patterns.first else [])], default=today)
    return Years(first, patterns.last, days, {m: n for m, n in months.items() if n.is_noted})


def _too_little(patterns: Patterns, years: Years, noted: int) -> Chart:
    words = ""
    if not noted and years.days:
        words = ngettext(
            "on {n} day something else was written",
            "on {n} days something else was written",
            len(years.days),
        )
    return too_little(Kind.YEAR, patterns, noted, words)


def _title(years: Years) -> str:
    concerns, friction = years.count("concerns"), years.count("friction")
    if not concerns:
        return ngettext(
            "Only ordinary friction was noted, on {n} day",
            "Only ordinary friction was noted, on {n} days",
            friction,
        )
    days = ngettext("{n} day with a concern", "{n} days with a concern", concerns)
    months = {day.replace(day=1) for day, noted in years.days.items() if noted.concerns}
    spread = ngettext("in {n} month", "in {n} different months", len(months))
    return f"{days}, {spread}"


def _notes(years: Years) -> Sequence[str]:
    written = len(years.days)
    length = (years.last - years.first).days + 1
    blank = sum(not noted.is_noted for noted in years.days.values())
    counts = [
        ngettext("Friction on {n} day.", "Friction on {n} days.", years.count("friction")),
        ngettext(
            "Written, but nothing noted: {n} day.", "Written, but nothing noted: {n} days.", blank
        ),
        ngettext("No information: {n} day.", "No information: {n} days.", max(0, length - written)),
    ]
    if years.shown.start > years.first.year:
        counts.append(
            _("Drawn from {year} on; earlier years are in the table.").format(
                year=years.shown.start
            )
        )
    return " ".join(counts), _("An empty day is not a safe day: it only says what was written.")


def _table(years: Years) -> Table:
    totals: dict[date, list[int]] = {}
    for day, noted in sorted(years.days.items()):
        counts = totals.setdefault(day.replace(day=1), [0, 0, 0])
        counts[0] += bool(noted.concerns)
        counts[1] += bool(noted.friction)
        counts[2] += not noted.is_noted
    for month in years.months:
        totals.setdefault(month, [0, 0, 0])
    rows = [
        (texts.day_words(month, "month"), *map(str, counts), _only_month(years, month))
        for month, counts in sorted(totals.items())
    ]
    counted = _("Days with a concern"), _("Days with friction"), _("Nothing noted")
    return Table((_("Month"), *counted, _("Remark")), rows)


def _only_month(years: Years, month: date) -> str:
    noted = years.months.get(month)
    return "" if noted is None else noted_words(month, noted, is_month=True)


def _draw(years: Years, look: Look, width: float) -> "Drawing":
    from onveilig_desktop.report.charts.year_drawn import draw  # late: brings matplotlib

    return draw(years, look, width)
