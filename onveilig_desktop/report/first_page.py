"""The first page of the summary: what recurs, since when, how often, and what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.analysis import State
from onveilig_desktop.journal import Entry
from onveilig_desktop.report import captions
from onveilig_desktop.report.charts import Kind
from onveilig_desktop.report.choice import MOST_QUOTES, SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.directed import direction_label, direction_notes
from onveilig_desktop.report.doubts import Doubt
from onveilig_desktop.report.flowing import Data, paragraphs
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.report.redaction import Redaction
from onveilig_desktop.report.words import half_number, moment_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

MOST_ROWS: Final = ((6, 3), (5, 2), (4, 2), (3, 1))
"""Concerns and friction in the table, as many as fit; of the others only the names are told."""
MOST_DRAWN: Final = 3
MOST_DRAWN_FRICTION: Final = 2


def first_pages(
    collected: Collected, choice: SummaryChoice, redaction: Redaction
) -> Sequence[Data]:
    """Return the first page in full, and with fewer rows each time, for when it does not fit."""
    whole = _whole(collected, choice, redaction)
    return [{**whole, **_rowed(collected.patterns, most)} for most in MOST_ROWS]


def _whole(collected: Collected, choice: SummaryChoice, redaction: Redaction) -> Data:
    """Return all that stands on it but the rows; every word in the language in use."""
    patterns = collected.patterns
    return {
        "finding": captions.finding(patterns),
        "combined": _combined(patterns.combined) if patterns.entries else None,
        "strip": captions.alternative(on_first_page(patterns)) or None,
        "answers": [_answer(one) for one in collected.doubts if one.kind is not Kind.STRIP],
        "count": list(_count(patterns, choice)),
        "quotes": _quotes(collected, choice, redaction),
        "questions": paragraphs(redaction.of(choice.questions)),
    }


def _rowed(patterns: Patterns, most: tuple[int, int]) -> Data:
    concerns, friction = _rows(patterns, most)
    return {
        "concerns": [_concern(row) for row in concerns],
        "friction": [_friction(row) for row in friction],
        "beside": list(_beside(patterns, concerns, friction)),
    }


def on_first_page(patterns: Patterns) -> Patterns:
    """Return *patterns* with those rows alone that a strip on the first page has room for."""
    concerns, friction = _rows(patterns, (MOST_DRAWN, MOST_DRAWN_FRICTION))
    return replace(patterns, rows=(*concerns, *friction))


def _combined(row: Row) -> Data:
    """Return what is said of all concerns, and that it is of all of them."""
    said = " ".join(said for said in (row.sentence, row.recency, row.told.direction) if said)
    return {"label": row.label, "said": said}


def _rows(patterns: Patterns, most: tuple[int, int]) -> tuple[Sequence[Row], Sequence[Row]]:
    noted = [row for row in patterns.rows if row.at_least]
    concerns = [row for row in noted if not row.is_friction]
    friction = [row for row in noted if row.is_friction]
    return concerns[: most[0]], friction[: most[1]]


def _concern(row: Row) -> Data:
    direction = "" if row.reading is None else direction_label(row.reading)
    return {
        **_friction(row),
        "state": row.state_label,
        "more": "; ".join(said for said in (direction, row.told.beside) if said),
    }


def _friction(row: Row) -> Data:
    days = [mark.first for mark in row.marks if not mark.is_month]
    weeks = {day.isocalendar()[:2] for day in days}
    return {
        "label": row.label,
        "days": _how_many(row),
        "weeks": str(len(weeks)) if weeks else "–",
        "span": _span(row.marks),
        "gaps": _gaps([(after - before).days for before, after in pairwise(days)]),
    }


def _how_many(row: Row) -> str:
    if row.at_least == row.at_most:
        return str(row.at_least)
    return f"{row.at_least}–{row.at_most}"


def _span(marks: Sequence[Mark]) -> str:
    first, last = marks[0], marks[-1]
    if first.is_month or last.is_month:
        return " – ".join(dict.fromkeys([_short(first), _short(last)]))
    return texts.span_words(first.first, last.first)


def _short(mark: Mark) -> str:
    return texts.day_words(mark.first, "month" if mark.is_month else "brief")


def _gaps(between: Sequence[int]) -> str:
    if not between:
        return "–"
    middle = half_number(median(between))
    if len(between) == 1:
        return middle
    return f"{middle} ({min(between)}–{max(between)})"


def _beside(patterns: Patterns, concerns: Sequence[Row], friction: Sequence[Row]) -> Iterator[str]:
    shown = {row.signal for row in (*concerns, *friction)}
    more = [row for row in patterns.rows if row.at_least and row.signal not in shown]
    yield from direction_notes([row.reading for row in concerns if row.reading is not None])
    if more:
        yield _("Also noted, with no room in this table: {signals}.").format(
            signals=texts.listing(list(map(_named, more)))
        )
    absent = [row.label for row in patterns.rows if not row.at_least]
    if absent:
        yield _(
            "Not noted in this period: {signals}. Not noted does not mean not happened."
        ).format(signals=texts.listing(absent))


def _named(row: Row) -> str:
    """Return a signal that has no row: what is told above to come back says that it does."""
    if row.state is State.RECURRING:
        words = _("{signal} ({count}, {state})")
        return words.format(signal=row.label, count=row.count_words, state=row.state_label)
    return _("{signal} ({count})").format(signal=row.label, count=row.count_words)


def _answer(doubt: Doubt) -> Data:
    """Return a question with its answer; what is not known stands beside what is."""
    lines = [doubt.answer, doubt.unknown, *doubt.lines]
    return {"question": doubt.question, "lines": [line for line in lines if line]}


def _count(patterns: Patterns, choice: SummaryChoice) -> Iterator[str]:
    basis, caution = captions.notes(patterns)
    yield basis
    yield from filter(None, [captions.future_sentence(patterns)])
    yield _(
        "All that is noted on one day counts as one time. “Recurring” means: three or more "
        "different days within a year, with at least four weeks between the first and the last; "
        "or five within four weeks. This is a way of counting, not a judgement."
    )
    if patterns.shown:
        yield _(
            "A concern is a signal of unsafety or of violence. Ordinary friction is what was there "
            "as well, such as listening and repair. The writer chose which signal fits. “Weeks” "
            "is in how many different weeks."
        )
    yield caution
    yield from _left_out(choice)


def _left_out(choice: SummaryChoice) -> Iterator[str]:
    if choice.without:
        signals = ngettext("{n} signal", "{n} signals", len(choice.without))
        yield _("Left out by the writer: {what}.").format(what=signals)
    if choice.letters:
        yield _("Left out by the writer: names. A letter stands for each.")


def _quotes(collected: Collected, choice: SummaryChoice, redaction: Redaction) -> Sequence[Data]:
    by_id: dict[object, Entry] = {entry.id: entry for entry in collected.quoted}
    return [
        {
            "date": moment_words(by_id[quote.entry].happened),
            "paragraphs": paragraphs(redaction.of(quote.text)),
        }
        for quote in choice.quotes[:MOST_QUOTES]
        if quote.entry in by_id and quote.text.strip()
    ]
