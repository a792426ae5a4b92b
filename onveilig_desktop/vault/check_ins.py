"""Check-ins as rows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from onveilig_desktop.journal import Answers, CheckIn, Eggshells, Precision, Speaking
from onveilig_desktop.vault import moments
from onveilig_desktop.vault.schema import entry
from onveilig_desktop.vault.schema_days import check_in


class SqlCheckIns:
    """The ``journal.StoredCheckIns`` of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, day: date) -> CheckIn | None:
        """Return the check-in of a day, if there is one."""
        found = select(check_in).where(check_in.c.day == day.isoformat())
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _read(row)

    def all(self) -> Sequence[CheckIn]:
        """Return every check-in, latest day first."""
        return list(map(_read, self._connection.execute(_ALL)))

    def days_with_entry(self) -> frozenset[date]:
        """Return the days that have a check-in and, for sure on that day, an entry too."""
        return frozenset(map(date.fromisoformat, self._connection.scalars(_WITH_ENTRY)))

    def put(self, made: CheckIn) -> None:
        """Store a check-in in the place of an earlier one of that day."""
        self.remove(made.day)
        written_at, written_offset = moments.write(made.written_at)
        row = {
            "day": made.day.isoformat(),
            "trust": made.answers.trust,
            "speaking": made.answers.speaking,
            "eggshells": made.answers.eggshells,
            "nothing_happened": int(made.answers.nothing_happened),
            "written_at": written_at,
            "written_offset": written_offset,
        }
        self._connection.execute(insert(check_in), row)

    def remove(self, day: date) -> None:
        """Take away the check-in of a day; without one, do nothing."""
        self._connection.execute(delete(check_in).where(check_in.c.day == day.isoformat()))


_ALL = select(check_in).order_by(check_in.c.day.desc())
_ON_ITS_DAY = (Precision.MINUTE, Precision.PART, Precision.DAY)
_WITH_ENTRY = (
    select(check_in.c.day)
    .join(entry, entry.c.day == check_in.c.day)
    .where(entry.c.binned_at.is_(None), entry.c.precision.in_(map(str, _ON_ITS_DAY)))
)


def _read(row: Row[Any]) -> CheckIn:
    answers = Answers(
        trust=row.trust,
        speaking=None if row.speaking is None else Speaking(row.speaking),
        eggshells=None if row.eggshells is None else Eggshells(row.eggshells),
        nothing_happened=bool(row.nothing_happened),
    )
    written_at = moments.read(row.written_at, row.written_offset)
    return CheckIn(date.fromisoformat(row.day), answers, written_at)
