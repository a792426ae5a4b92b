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
from onveilig_desktop.report.period import Period

_SWITCHES = ("places", "feelings", "files", "corrections", "code")


def to_fields(choice: SummaryChoice) -> Mapping[str, str]:
    """Return all of it."""
    kept = {
        "period": [day and day.isoformat() for day in (choice.period.first, choice.period.last)],
        "without": sorted(choice.without),
        "ticked": sorted(str(entry) for entry in choice.ticked),
        "quotes": [[str(quote.entry), quote.text] for quote in choice.quotes],
        "letters": choice.letters,
        "charts": [str(kind) for kind in choice.charts],
        "switches": [name for name in _SWITCHES if getattr(choice, name)],
    }
    return {"questions": choice.questions, "choice": json.dumps(kept)}


def from_fields(fields: Mapping[str, str]) -> SummaryChoice:
    """Return the choice that was kept; what is not understood any more is left out."""
    questions = fields.get("questions", "")
    with suppress(ValueError, KeyError, TypeError):
        return _read(json.loads(fields["choice"]), questions)
    return SummaryChoice(questions=questions)


def _read(kept: Mapping[str, Any], questions: str) -> SummaryChoice:
    return SummaryChoice(
        period=Period(*(day and date.fromisoformat(day) for day in kept.get("period", ()))),
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
