"""A choice for a summary as words, so that the vault can keep it until the next time."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from onveilig_desktop.catalog import SignalId
from onveilig_desktop.journal import EntryId
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.choice import Quote, SummaryChoice
from onveilig_desktop.report.period import EVERYTHING, Period, Span, usual

_SWITCHES = ("places", "feelings", "files", "corrections", "code")


def to_fields(choice: SummaryChoice, span: Span) -> Mapping[str, str]:
    """Return all of it; a usual *span* by its name, for it ends on the day that it is read."""
    own = choice.period if span is Span.OWN else EVERYTHING
    kept = {
        "span": span,
        "period": [day and day.isoformat() for day in (own.first, own.last)],
        "without": sorted(choice.without),
        "ticked": sorted(str(entry) for entry in choice.ticked),
        "quotes": [[str(quote.entry), quote.text] for quote in choice.quotes],
        "letters": choice.letters,
        "charts": [str(kind) for kind in choice.charts],
        "switches": [name for name in _SWITCHES if getattr(choice, name)],
    }
    return {"questions": choice.questions, "choice": json.dumps(kept)}


def from_fields(fields: Mapping[str, str], today: date) -> tuple[SummaryChoice, Span]:
    """Return the choice that was kept; what is not understood any more is left out."""
    questions = fields.get("questions", "")
    with suppress(ValueError, KeyError, TypeError):
        kept = json.loads(fields["choice"])
        span = Span(kept.get("span", Span.OWN))  # an earlier program kept the days alone
        return _read(kept, questions, None if span is Span.OWN else usual(span, today)), span
    return SummaryChoice(questions=questions), Span.EVERYTHING


def _read(kept: Mapping[str, Any], questions: str, period: Period | None) -> SummaryChoice:
    own = (day and date.fromisoformat(day) for day in kept.get("period", ()))
    return SummaryChoice(
        period=period or Period(*own),
        without=frozenset(SignalId(signal) for signal in kept["without"]),
        ticked=frozenset(EntryId(UUID(entry)) for entry in kept["ticked"]),
        quotes=tuple(Quote(EntryId(UUID(entry)), text) for entry, text in kept["quotes"]),
        questions=questions,
        letters=tuple((name, letter) for name, letter in kept["letters"]),
        charts=tuple(Kind(kind) for kind in kept["charts"]),
        places="places" in kept["switches"],
        feelings="feelings" in kept["switches"],
        files="files" in kept["switches"],
        corrections="corrections" in kept["switches"],
        code="code" in kept["switches"],
    )
