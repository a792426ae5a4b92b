"""Counter-evidence: what ordinary friction was noted on the days of a concern."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from onveilig_desktop.analysis import Occasions, counter_evidence
from onveilig_desktop.analysis.together import CounterEvidence
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import listing

Others = Mapping[str, AbstractSet[date]]
"""The names of the traits of friction, with the days on which each was noted."""


def counter_words(found: Occasions, others: Others) -> str:
    """Return on how many of the days of *found* friction was noted too, and which.

    A count of its own, which takes nothing away from the concern.
    """
    if not found.days:
        return ""
    also = _also(found, others)
    if not also.on:
        return _("Ordinary friction was noted on none of these {all} days.").format(all=also.days)
    return _("Also noted on {part} of these {all} days: {signals}.").format(
        part=also.on, all=also.days, signals=_named(also)
    )


def counter_label(found: Occasions, others: Others) -> str:
    """Return the same in a few words, for a column of a table on paper."""
    if not found.days:
        return ""
    also = _also(found, others)
    if not also.on:
        return _("no friction beside it")
    return _("friction beside it on {part} of these days: {signals}").format(
        part=also.on, signals=_named(also)
    )


def _also(found: Occasions, others: Others) -> CounterEvidence[str]:
    days = {occasion.first for occasion in found.days}
    return counter_evidence(days, _at_first_days(found, others))


def _named(also: CounterEvidence[str]) -> str:
    return listing(
        [_("{signal} ({count})").format(signal=label, count=count) for label, count in also.by_key]
    )


def _at_first_days(found: Occasions, others: Others) -> Others:
    """Return *others* where the second day of a night is told as its first."""
    nights = [occasion for occasion in found.days if occasion.last != occasion.first]
    return {
        label: days | {night.first for night in nights if night.last in days}
        for label, days in others.items()
    }
