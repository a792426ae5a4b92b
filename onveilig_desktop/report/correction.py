"""What became another in an entry after it was written; without the words themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onveilig_desktop import texts
from onveilig_desktop.journal import Moment, Version
from onveilig_desktop.report.versions import changed_facts, whole_wording
from onveilig_desktop.texts import gettext as _


@dataclass(frozen=True, slots=True, repr=False)
class Correction:
    """Of one entry: when it was written, and on which days what was corrected, in words."""

    happened: Moment
    written: date
    later: Sequence[tuple[date, str]]


def correction_of(versions: Sequence[Version]) -> Correction:
    """Return what changed from each of the *versions* of an entry to the next."""
    return Correction(versions[-1].entry.happened, versions[0].at.date(), list(_later(versions)))


def _later(versions: Sequence[Version]) -> Iterator[tuple[date, str]]:
    for before, after in pairwise(versions):
        yield after.at.date(), _changed(before, after)


def _changed(before: Version, after: Version) -> str:
    is_reworded = whole_wording(before.entry) != whole_wording(after.entry)
    parts = [_("the text")] if is_reworded else []
    parts += changed_facts(before.entry, after.entry)
    return texts.listing(parts) if parts else _("nothing that shows here")
