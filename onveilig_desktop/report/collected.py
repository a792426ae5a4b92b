"""Everything that a summary is made of, read from the journal in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import Attachment, Entry, EntryId, Journal, Version
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.counting import build_patterns
from onveilig_desktop.report.material import Material, gather
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.redaction import Redaction


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


def collect(opened: Journal, choice: SummaryChoice, known: Catalog, today: date) -> Collected:
    """Read what *choice* asks for; for the worker.

    A signal that stays out is not counted anywhere, not even among all concerns together.
    """
    redaction = Redaction(dict(choice.letters))
    material = _without(_lettered(gather(opened), redaction), choice.without)
    left = {key: signal for key, signal in known.signals.items() if key not in choice.without}
    known = replace(known, signals=left)
    wanted = choice.ticked | {quote.entry for quote in choice.quotes}
    return Collected(
        patterns=build_patterns(material, known, today, choice.period),
        material=material,
        known=known,
        made_on=today,
        entries=opened.entries(sorted(wanted)) if wanted else (),
        corrections=list(_corrections(opened, choice, today)) if choice.corrections else (),
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


def _corrections(
    opened: Journal, choice: SummaryChoice, today: date
) -> Iterator[Sequence[Version]]:
    for entry_id in opened.history.corrected():
        versions = opened.history.versions(entry_id)
        if versions and choice.period.holds(versions[-1].entry.happened, today):
            yield versions


def _files(opened: Journal, choice: SummaryChoice) -> Mapping[EntryId, Sequence[Attachment]]:
    if not choice.files:
        return {}
    return {entry_id: opened.attachments.of(entry_id) for entry_id in sorted(choice.ticked)}
