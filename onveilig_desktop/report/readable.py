"""Names in what goes out: those that could become letters, and those that can still be read."""

from collections.abc import Iterator, Sequence

from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.redaction import Redaction, left_over, likely_names, own_texts


def readable_names(
    collected: Collected, choice: SummaryChoice
) -> tuple[Sequence[str], Sequence[str]]:
    """Return what looks like a name in the chosen entries, and which of it stays readable."""
    names = likely_names(collected.entries)
    redaction = Redaction(dict(choice.letters))
    shown = [redaction.of(text) for text in _going_out(collected, choice)]
    return names, left_over(shown, [*names, *dict(choice.letters)])


def _going_out(collected: Collected, choice: SummaryChoice) -> Iterator[str]:
    yield choice.questions
    for quote in choice.quotes:
        yield quote.text
    for entry in collected.entries:
        if entry.id in choice.ticked:
            yield from own_texts(entry, places=choice.places, feelings=choice.feelings)
    for marker in collected.patterns.markers:
        yield marker.text
