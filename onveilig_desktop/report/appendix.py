"""What comes after the first page, as far as the person chose it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final
from zlib import crc32

from onveilig_desktop import texts
from onveilig_desktop.journal import Attachment, Details, Entry
from onveilig_desktop.journal.choices import repair_words
from onveilig_desktop.report import words
from onveilig_desktop.report.beside import signal_words
from onveilig_desktop.report.charts import Chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.correction import Correction
from onveilig_desktop.report.flowing import Data, paragraphs
from onveilig_desktop.report.redaction import Redaction
from onveilig_desktop.report.versions import DETAILS, file_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

SHORT: Final = 1500
SHORT_LINES: Final = 20
"""Letters and lines up to which an entry is kept on one page."""
_PORTION: Final = 60_000
"""Signs of data that are set at once at most: some sixty entries, on a dozen pages."""
_LEAST: Final = 30_000
_CUT_AFTER: Final = 16
"""One in so many blocks may end a portion that has enough. Which ones, only their own titles
decide: where an entry comes or goes, or a name in it, most other portions stay as they were."""
_EACH_MARKED: Final = 300
"""Entries up to which each has a bookmark; of more, the first of each month. A list of
thousands helps nobody, and takes a tenth of the memory of all pages."""
_PLACES: Final = ("place",)
_FEELINGS: Final = ("meant", "felt")


def appendix(
    collected: Collected, choice: SummaryChoice, redaction: Redaction, charts: Sequence[Chart]
) -> Iterator[Data]:
    """Return the blocks of what was chosen, each with its heading; none when nothing was."""
    inside = chain(
        (_chart(chart, number) for number, chart in enumerate(charts)),
        _entries(collected, choice, redaction),
        _corrections(collected.corrections, choice),
        _code(collected.code),
    )
    for block in inside:
        yield _chapter(1, _("Appendix"))
        yield block
        yield from inside


def portions(blocks: Iterable[Data]) -> Iterator[Sequence[Data]]:
    """Return *blocks* some at a time, as many as can be set without much memory.

    A heading of a chapter is never the last of its portion.
    """
    held: list[Data] = []
    size, may_end = 0, False
    for block in blocks:
        if may_end and held[-1]["kind"] != "chapter":
            yield held
            held, size = [], 0
        held.append(block)
        size += len(json.dumps(block))
        is_cut = crc32(block["title"].encode()) % _CUT_AFTER == 0
        may_end = size > _PORTION or (size > _LEAST and is_cut)
    if held:
        yield held


def _chapter(level: int, title: str, about: str = "") -> Data:
    return {"kind": "chapter", "level": level, "title": title, "about": about}


def _chart(chart: Chart, number: int) -> Data:
    return {
        "kind": "chart",
        "level": 2,
        "title": chart.title,
        "file": chart_file(number) if chart.draw is not None else None,
        "alternative": chart.alternative,
        "notes": list(chart.notes),
    }


def chart_file(number: int) -> str:
    """Return under what name the template finds a chart."""
    return f"chart{number}.svg"


def _entries(collected: Collected, choice: SummaryChoice, redaction: Redaction) -> Iterator[Data]:
    among = max(collected.patterns.entries, len(choice.ticked))
    title = _("Entries in full: {n} of {all}").format(n=len(choice.ticked), all=among)
    whole, last = _Whole(collected, choice, redaction), None
    for entry in collected.ticked(choice):
        if last is None:
            yield _chapter(2, title, _included(collected, choice))
        month = (entry.happened.day.year, entry.happened.day.month)
        is_marked = len(choice.ticked) <= _EACH_MARKED or month != last
        yield {**whole.entry(entry), "marked": is_marked}
        last = month


def _corrections(corrections: Sequence[Correction], choice: SummaryChoice) -> Iterator[Data]:
    if choice.corrections:  # also when there are none: a reader must see that it was asked for
        none = "" if corrections else _("Nothing in this period was corrected later.")
        yield _chapter(2, _("What was corrected later"), none)
        yield from map(_correction, corrections)


def _code(code: str) -> Iterator[Data]:
    if code:
        about = _(
            "Whoever keeps this code can check later, in the program, that everything written "
            "up to this moment existed then and was not changed since. It does not show that "
            "it is true, who wrote it, or that the clock was right."
        )
        title = _("Code of today")
        yield {"kind": "code", "level": 2, "title": title, "code": code, "about": about}


def _included(collected: Collected, choice: SummaryChoice) -> str:
    left_out = max(0, collected.patterns.entries - len(choice.ticked))
    if not left_out:
        return _("All entries of this period are here, in the writer's own words.")
    return ngettext(
        "{n} entry of this period was left out by the writer. It is counted above.",
        "{n} entries of this period were left out by the writer. They are counted above.",
        left_out,
    )


class _Whole:
    """Puts an entry on paper, without what stays out."""

    def __init__(self, collected: Collected, choice: SummaryChoice, redaction: Redaction) -> None:
        self._known = collected.known
        self._files = collected.files
        self._redaction = redaction
        hidden = () if choice.places else _PLACES
        self._hidden = (*hidden, *(() if choice.feelings else _FEELINGS))

    def entry(self, entry: Entry) -> Data:
        """Return one entry; what it has that stays out is named as left out."""
        late = words.late_words(entry.happened, entry.written_at)
        when = words.moment_words(entry.happened)
        chosen = [each for each in self._known.signals.values() if each.id in entry.signals]
        return {
            "kind": "entry",
            "level": 3,
            "title": f"{when} ({late})" if late else when,
            "signals": " · ".join(map(signal_words, chosen)),
            "facts": _facts(entry),
            "short": len(entry.text) < SHORT and entry.text.count("\n") < SHORT_LINES,
            "paragraphs": paragraphs(self._redaction.of(entry.text)),
            "details": list(self._details(entry.details)),
            "files": [_file(file) for file in self._files.get(entry.id, ())],
            "left_out": self._left_out(entry.details),
        }

    def _details(self, details: Details) -> Iterator[Data]:
        for name, heading in DETAILS.items():
            told = getattr(details, name)
            if told.strip() and name not in self._hidden:
                yield {"name": _(heading), "paragraphs": paragraphs(self._redaction.of(told))}

    def _left_out(self, details: Details) -> str:
        named = [_(DETAILS[name]) for name in self._hidden if getattr(details, name).strip()]
        return _("Left out by the writer: {what}.").format(what="; ".join(named)) if named else ""


def _facts(entry: Entry) -> Sequence[Data]:
    facts = []
    if entry.intensity is not None:
        facts.append((_("How intense for me"), words.intensity_words(entry.intensity)))
    if entry.trust is not None:
        facts.append((_("Trust in myself"), words.trust_words(entry.trust)))
    if entry.repair is not None:
        facts.append((_("Did repair follow?"), repair_words(entry.repair)))
    return [{"name": name, "value": value} for name, value in facts]


def _file(file: Attachment) -> str:
    return f"{file_words(file)} · SHA-256 {file.sha256.hex()}"


def _correction(correction: Correction) -> Data:
    return {
        "kind": "correction",
        "level": 3,
        "title": words.moment_words(correction.happened),
        "written": _("First written on {date}.").format(date=_day(correction.written)),
        "later": [
            _("Corrected on {date}: {what}.").format(date=_day(day), what=what)
            for day, what in correction.later
        ],
    }


def _day(day: date) -> str:
    return texts.day_words(day, "short")
