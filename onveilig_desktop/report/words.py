"""The words for an entry's moment and for what the person noted about it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.journal import Moment, Precision, days_late
from onveilig_desktop.journal.choices import part_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext


def moment_words(moment: Moment) -> str:
    """Return when it happened: «Fri 20 November 2026, in the evening», «March 2026»."""
    return _MOMENTS[moment.precision](moment)


def day_words(day: date) -> str:
    """Return a day with its weekday and year, short: «Fri 20 November 2026»."""
    return f"{texts.day_words(day, 'weekday')} {day.year}"


def trust_words(trust: int) -> str:
    """Return what it did to the person's trust in themselves, from -2 to 2."""
    return {
        -2: _("much more doubt"),
        -1: _("more doubt"),
        0: _("no difference"),
        1: _("more trust"),
        2: _("much more trust"),
    }[trust]


def intensity_words(intensity: int) -> str:
    """Return how intense it was for the person, from 1 to 5."""
    return {
        1: _("1 of 5, light"),
        2: _("2 of 5, fairly light"),
        3: _("3 of 5, in between"),
        4: _("4 of 5, heavy"),
        5: _("5 of 5, very heavy"),
    }[intensity]


def scale_words(intensity: int) -> str:
    """Return a step of the scale from 1 to 5; what the scale means stands at its ends."""
    return {1: _("1 · light"), 5: _("5 · very heavy")}.get(intensity, str(intensity))


def half_number(days: float) -> str:
    """Return a number that may end in a half, as the middle of two numbers of days: «15½»."""
    whole, half = divmod(days, 1)
    return f"{whole:.0f}½" if half else f"{whole:.0f}"


def late_words(moment: Moment, written_at: datetime) -> str:
    """Return how much later it was written down; nothing when it was the same day."""
    late = days_late(moment, written_at)
    return ngettext("written {n} day later", "written {n} days later", late) if late > 0 else ""


def _minute(moment: Moment) -> str:
    time = "" if moment.minute is None else texts.time_words(moment.minute)
    return _("{day}, {part}").format(day=day_words(moment.day), part=time)


def _part(moment: Moment) -> str:
    part = "" if moment.part is None else part_words(moment.part)
    return _("{day}, {part}").format(day=day_words(moment.day), part=part)


_MOMENTS: Final[Mapping[Precision, Callable[[Moment], str]]] = {
    Precision.MINUTE: _minute,
    Precision.PART: _part,
    Precision.DAY: lambda moment: day_words(moment.day),
    Precision.ABOUT: lambda moment: _("around {day}").format(
        day=texts.day_words(moment.day, "short")
    ),
    Precision.MONTH: lambda moment: texts.day_words(moment.day, "month"),
}
