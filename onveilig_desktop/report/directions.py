"""Asking for the directions: what of the journal the test is given besides the dates."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from onveilig_desktop.analysis import (
    Occasions,
    Reading,
    Writing,
    direction,
    directions,
    suspected_pauses,
)
from onveilig_desktop.catalog import SignalId
from onveilig_desktop.report.material import Material

_DAY: Final = timedelta(1)


class Readings:
    """The directions over one period, knowing when there was writing at all."""

    def __init__(self, material: Material, last: date) -> None:
        written = [day for day in _writing_days(material) if day <= last]
        self.begun: date | None = min(written, default=None)
        answered = material.settled
        self._writing = Writing(
            since=self.begun,
            pauses=[(pause.first, pause.last) for pause in material.pauses],
            silences=[
                (silence.after + _DAY, silence.before - _DAY)
                for silence in suspected_pauses(written, last)
                if silence.after not in answered and not silence.is_open
            ],
        )

    def of_all(self, found: Occasions) -> Reading:
        """Return the direction of all concerns together."""
        return direction(found, self._writing)

    def of(self, found: Mapping[SignalId, Occasions]) -> Mapping[SignalId, Reading]:
        """Return the direction of each signal; one of many must stand out more."""
        return directions(found, self._writing)


def _writing_days(material: Material) -> set[date]:
    """Return the days of writing, from the lines where nothing else tells them."""
    if material.writing_days:
        return set(material.writing_days)
    lines = {line.written_at.date() for line in material.lines}
    return lines | {made.written_at.date() for made in material.check_ins}
