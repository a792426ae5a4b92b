"""The three questions to ask oneself when in doubt, answered with counts and nothing more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.analysis import State
from onveilig_desktop.catalog import Catalog
from onveilig_desktop.errors import N_
from onveilig_desktop.report import captions
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.material import Material
from onveilig_desktop.report.mended import repair_answer
from onveilig_desktop.report.patterns import Patterns
from onveilig_desktop.report.trusted import trust_answer
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

ONCE_OR_AGAIN: Final = N_("Did this happen once, or does it come back?")
REPAIR_OR_PAIN: Final = N_("Did repair follow, or does the pain repeat?")
TRUST_OR_DOUBT: Final = N_("Does it leave me with more trust in myself, or more doubt?")

_NAMED: Final = 3
"""How many signals are named; the others stand below, one by one."""


@dataclass(frozen=True, slots=True, repr=False)
class Doubt:
    """One question with its answer in words.

    ``unknown`` says what is not known; ``kind`` is the chart that shows the same.
    """

    question: str
    answer: str
    lines: Sequence[str]
    unknown: str
    kind: Kind


def doubts(patterns: Patterns, material: Material, known: Catalog) -> tuple[Doubt, ...]:
    """Return the three questions in the order of the catalogue; for a friend, not a judge."""
    mended, trusted = repair_answer(patterns), trust_answer(patterns, material, known)
    return (
        Doubt(
            question=_(ONCE_OR_AGAIN),
            answer=captions.finding(patterns),
            lines=list(_recurrence(patterns)),
            unknown=_silent(patterns),
            kind=Kind.STRIP,
        ),
        Doubt(
            question=_(REPAIR_OR_PAIN),
            answer=mended.answer,
            lines=mended.lines,
            unknown=mended.unknown,
            kind=Kind.RETURN,
        ),
        Doubt(
            question=_(TRUST_OR_DOUBT),
            answer=trusted.answer,
            lines=trusted.lines,
            unknown=trusted.unknown,
            kind=Kind.TRUST,
        ),
    )


def _recurrence(patterns: Patterns) -> Iterator[str]:
    combined = patterns.combined
    if not combined.at_least:
        yield _("No signal of unsafety or of violence was noted in this period.")
        return
    yield from _which(patterns)
    yield combined.sentence
    if combined.recency:
        yield combined.recency
    if combined.told.direction and combined.state is State.RECURRING:
        yield combined.told.direction


def _which(patterns: Patterns) -> Iterator[str]:
    """Name the signals that the heading counts; of many, the first few."""
    found = patterns.in_state(State.RECURRING) or patterns.in_state(State.REPEATED)
    names = [row.label for row in found[:_NAMED]]
    if len(found) > _NAMED:
        names.append(ngettext("{n} more", "{n} more", len(found) - _NAMED))
    if names:
        yield texts.listing(names)


def _silent(patterns: Patterns) -> str:
    """Return on how many days nothing was written: of these nothing is known."""
    if patterns.first is None:
        return ""
    silent = (patterns.last - patterns.first).days + 1 - patterns.days
    if silent <= 0:
        return ""
    return ngettext(
        "On {n} day of this period there is no entry. What happened then is not known.",
        "On {n} days of this period there is no entry. What happened then is not known.",
        silent,
    )
