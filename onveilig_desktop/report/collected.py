"""Everything that a summary is made of, as the journal has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from onveilig_desktop import texts
from onveilig_desktop.catalog import Catalog, SignalId
from onveilig_desktop.journal import Attachment, Entry, EntryId, Journal, Version
from onveilig_desktop.journal.history import History
from onveilig_desktop.journal.progress import Told, to_nobody
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.chosen import Chosen
from onveilig_desktop.report.correction import Correction, correction_of
from onveilig_desktop.report.counting import build_patterns
from onveilig_desktop.report.doubts import Doubt, doubts
from onveilig_desktop.report.latest import Latest
from onveilig_desktop.report.material import Material, gather
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.redaction import Redaction

_AT_ONCE: Final = 200
"""Corrected entries that are read before anyone hears of it."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Collected:
    """What may be said; the person's choice decides what is.

    ``entries`` are those that were ticked, whole, in the order of the journal, the earliest
    first; they may be read anew each time. ``quoted`` are those of which a passage was picked.
    ``corrections`` are those of every entry in the period that has any. ``files`` belong to
    entries that were ticked. ``code`` stands for all that was written.
    """

    patterns: Patterns
    doubts: Sequence[Doubt]
    material: Material
    known: Catalog
    made_on: date
    entries: Iterable[Entry] = field(default=(), repr=False)
    quoted: Sequence[Entry] = field(default=(), repr=False)
    corrections: Sequence[Correction] = field(default=(), repr=False)
    files: Mapping[EntryId, Sequence[Attachment]] = field(default_factory=dict, repr=False)
    code: str = ""

    def ticked(self, choice: SummaryChoice) -> Iterator[Entry]:
        """Return the entries that *choice* lets go along, and no other, whatever was read."""
        return (entry for entry in self.entries if entry.id in choice.ticked)


class Source(NamedTuple):
    """Where it is read, and what was read there last while its *revision* was the same."""

    journal: Journal
    revision: int
    latest: Latest


def collect(
    source: Source, choice: SummaryChoice, known: Catalog, today: date, told: Told = to_nobody
) -> Collected:
    """Read what *choice* asks for; for the worker.

    A signal that stays out is not counted anywhere, not even among all concerns together.
    *told* hears how many entries were looked at for corrections, and may stop it.
    """
    opened, revision, latest = source
    material = latest.of("material", revision, partial(gather, opened))
    material = _without(_lettered(material, Redaction(dict(choice.letters))), choice.without)
    left = {key: signal for key, signal in known.signals.items() if key not in choice.without}
    known = replace(known, signals=left)
    count = partial(build_patterns, material, known, today, choice.period)
    given = (revision, texts.language(), known, today, choice.period, material.markers)
    patterns = latest.of("patterns", given, count)
    return Collected(
        patterns=patterns,
        doubts=latest.of("doubts", given, partial(doubts, patterns, material, known)),
        material=material,
        known=known,
        made_on=today,
        entries=_entries(source, choice, material),
        quoted=opened.entries(sorted({quote.entry for quote in choice.quotes})),
        corrections=_corrections(source, choice, today, told),
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


def _entries(source: Source, choice: SummaryChoice, material: Material) -> Chosen:
    latest_first = [line.id for line in material.lines if line.id in choice.ticked]
    chosen = partial(Chosen, source.journal, latest_first[::-1])
    return source.latest.of("entries", (source.revision, choice.ticked), chosen)


def _corrections(
    source: Source, choice: SummaryChoice, today: date, told: Told
) -> Sequence[Correction]:
    if not choice.corrections:
        return ()

    def read() -> Sequence[Correction]:
        return [
            correction_of(versions)
            for versions in _versions(source.journal.history, told)
            if versions and choice.period.holds(versions[-1].entry.happened, today)
        ]

    given = (source.revision, texts.language(), choice.period, today)
    return source.latest.of("corrections", given, read)


def _versions(history: History, told: Told) -> Iterator[Sequence[Version]]:
    corrected = history.corrected()
    for begun in range(0, len(corrected), _AT_ONCE):
        told(begun, len(corrected))
        yield from history.versions_of(corrected[begun : begun + _AT_ONCE])


def _files(opened: Journal, choice: SummaryChoice) -> Mapping[EntryId, Sequence[Attachment]]:
    if not choice.files:
        return {}
    return {entry_id: opened.attachments.of(entry_id) for entry_id in sorted(choice.ticked)}
