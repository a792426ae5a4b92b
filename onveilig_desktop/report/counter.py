"""Counter-evidence: what ordinary friction was noted on the days of a concern."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from onveilig_desktop.analysis import Occasions
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import listing

Others = Mapping[str, AbstractSet[date]]
"""The names of the traits of friction, with the days on which each was noted."""


def counter_words(found: Occasions, others: Others) -> str:
    """Return on how many of the days of *found* friction was noted too, and which.

    A count of its own, which takes nothing away from the concern.
    """
    days = len(found.days)
    if not days:
        return ""
    nights = [{occasion.first, occasion.last} for occasion in found.days]
    also = {
        label: sum(not noted.isdisjoint(night) for night in nights)
        for label, noted in others.items()
    }
    either = sum(any(not noted.isdisjoint(night) for noted in others.values()) for night in nights)
    if not either:
        return _("On none of these {all} days you noted ordinary friction as well.").format(
            all=days
        )
    most = sorted((label for label, count in also.items() if count), key=lambda each: -also[each])
    named = listing(
        [_("{signal} ({count})").format(signal=each, count=also[each]) for each in most]
    )
    return _("On {part} of these {all} days you also noted: {signals}.").format(
        part=either, all=days, signals=named
    )
