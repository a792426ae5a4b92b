"""What the choices in a form are called, in the language in use."""

from onveilig_desktop.journal.entry import Repair
from onveilig_desktop.journal.moment import DayPart, Precision
from onveilig_desktop.texts import gettext as _


def precision_words(precision: Precision) -> str:
    """Return how well the moment is known, as a choice in a form."""
    return {
        Precision.MINUTE: _("Day and time"),
        Precision.PART: _("Day and part of the day"),
        Precision.DAY: _("Only the day"),
        Precision.ABOUT: _("About this day"),
        Precision.MONTH: _("Only the month"),
    }[precision]


def part_words(part: DayPart) -> str:
    """Return a part of the day: «in the evening»."""
    return {
        DayPart.NIGHT: _("at night"),
        DayPart.MORNING: _("in the morning"),
        DayPart.AFTERNOON: _("in the afternoon"),
        DayPart.EVENING: _("in the evening"),
    }[part]


def repair_words(repair: Repair) -> str:
    """Return the answer to «did repair follow?»."""
    return {
        Repair.YES: _("Yes"),
        Repair.PARTLY: _("Partly"),
        Repair.NO: _("No"),
        Repair.SAME: _("No, the same pain came back"),
        Repair.OPEN: _("Not yet known"),
    }[repair]
