"""Entries as a person might have noted them, one line each."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from onveilig_desktop import catalog
from onveilig_desktop.journal import Entry, EntryId, EntryLine, Moment, Precision
from onveilig_desktop.report import Material, Period, build_patterns

KNOWN = catalog.shipped()
TODAY = date(2026, 11, 22)
HIDING, AVOIDING, BOUNDARIES = "unsafety.hiding", "unsafety.avoiding", "violence.boundaries"
LISTENING = "friction.listening"
_SPACE = UUID(int=26)


def ago(days):
    return TODAY - timedelta(days=days)


def moment(day, precision=Precision.DAY, *, part=None, minute=None):
    if part is not None:
        return Moment(day=day, precision=Precision.PART, part=part)
    if minute is not None:
        return Moment(
            day=day,
            precision=Precision.MINUTE,
            minute=minute,
            utc_offset=timedelta(hours=1),
        )
    return Moment(
        day=day.replace(day=1) if precision is Precision.MONTH else day, precision=precision
    )


def line(when, *signals, later=0, repair=None, trust=None, intensity=None):
    """Return a line; *when* is a day or a moment, *later* the days until it was written."""
    happened = when if isinstance(when, Moment) else moment(when)
    written = datetime.combine(happened.day, time(12), UTC) + timedelta(days=later)
    return EntryLine(
        id=EntryId(uuid5(_SPACE, f"{happened} {sorted(signals)} {later} {repair}")),
        happened=happened,
        written_at=written,
        opening="",
        signals=frozenset(signals),
        intensity=intensity,
        trust=trust,
        repair=repair,
    )


def whole(noted, text):
    """Return the entry that a line stands for."""
    return Entry(
        id=noted.id,
        happened=noted.happened,
        written_at=noted.written_at,
        text=text,
        signals=noted.signals,
        intensity=noted.intensity,
        trust=noted.trust,
        repair=noted.repair,
    )


def weekly(signal, count=6, last=10):
    return [line(ago(last + 7 * n), signal) for n in range(count)]


def patterns_of(*lines, period=None):
    return build_patterns(Material(lines), KNOWN, TODAY, period or Period())


def row_of(patterns, signal):
    return next(found for found in patterns.rows if found.signal == signal)
