"""Everything that a summary is made of, read from the journal in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import Attachment, Entry, EntryId, Journal, Version
from onveilig_desktop.journal.progress import Parts, Told, to_nobody
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.counting import build_patterns
from onveilig_desktop.report.material import Material, gather
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.redaction import Redaction

_AT_ONCE: Final = 200
"""Entries that are read before anyone hears of it."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Collected:
    """What may be said; the person's choice decides what is.

    ``entries`` are whole, those that were ticked or quoted. ``corrections`` hold the
    wordings of every entry in the period that was corrected, the first one first. ``files``
    belong to entries that were ticked. ``code`` stands for all that was written.
    """

    patterns: Patterns
    material: Material
    known: Catalog
    made_on: date
    entries: Sequence[Entry] = field(default=(), repr=False)
    corrections: Sequence[Sequence[Version]] = field(default=(), repr=False)
    files: Mapping[EntryId, Sequence[Attachment]] = field(default_factory=dict, repr=False)
    code: str = ""


def collect(
    opened: Journal,
    choice: SummaryChoice,
    known: Catalog,
    today: date,
    told: Told = to_nobody,
) -> Collected:
    """Read what *choice* asks for; for the worker.

    A signal that stays out is not counted anywhere, not even among all concerns together.
    *told* hears how many entries were read and looked at for corrections, and may stop it.
    """
    redaction = Redaction(dict(choice.letters))
    material = _without(_lettered(gather(opened), redaction), choice.without)
    left = {key: signal for key, signal in known.signals.items() if key not in choice.without}
    known = replace(known, signals=left)
    wanted = sorted(choice.ticked | {quote.entry for quote in choice.quotes})
    corrected = opened.history.corrected() if choice.corrections else ()
    parts = Parts(told, 2)
    return Collected(
        patterns=build_patterns(material, known, today, choice.period),
        material=material,
        known=known,
        made_on=today,
        entries=list(_entries(opened, wanted, parts.begin())),
        corrections=[
            versions
            for versions in _versions(opened, corrected, parts.begin())
            if versions and choice.period.holds(versions[-1].entry.happened, today)
        ],
        files=_files(opened, choice),
        code=opened.history.code() if choice.code else "",
    )


def _lettered(material: Material, redaction: Redaction) -> Material:
    markers = [replace(marker, text=redaction.of(marker.text)) for marker in material.markers]
    return replace(material, markers=markers)


def _without(material: Material, left_out: frozenset[SignalId]) -> Material:
    if not left_out:
        return material
    lines = [replace(line, signals=line.signals - left_out) for line in material.lines]
    return replace(material, lines=lines)


def _entries(opened: Journal, wanted: Sequence[EntryId], told: Told) -> Iterator[Entry]:
    for begun in range(0, len(wanted), _AT_ONCE):
        told(begun, len(wanted))
        yield from opened.entries(wanted[begun : begun + _AT_ONCE])


def _versions(
    opened: Journal, corrected: Sequence[EntryId], told: Told
) -> Iterator[Sequence[Version]]:
    for begun in range(0, len(corrected), _AT_ONCE):
        told(begun, len(corrected))
        yield from opened.history.versions_of(corrected[begun : begun + _AT_ONCE])


def _files(opened: Journal, choice: SummaryChoice) -> Mapping[EntryId, Sequence[Attachment]]:
    if not choice.files:
        return {}
    return {entry_id: opened.attachments.of(entry_id) for entry_id in sorted(choice.ticked)}
