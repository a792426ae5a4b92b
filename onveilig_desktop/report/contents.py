"""What stands in the summary, as plain data for its template."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from onveilig_desktop import texts
from onveilig_desktop.catalog import Catalog
from onveilig_desktop.journal import Entry, EntryId
from onveilig_desktop.report import captions, words
from onveilig_desktop.report.beside import signal_words
from onveilig_desktop.report.patterns import Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

Data = Mapping[str, Any]
SHORT: Final = 1500
SHORT_LINES: Final = 20
"""Letters and lines up to which an entry is kept on one page."""
_LONG_WORD: Final = re.compile(r"\S{48}(?=\S)(?![\u0300-\u036f\u200d\ufe00-\ufe0f])")
_BREAK_HERE: Final = "\N{ZERO WIDTH SPACE}"


def contents(patterns: Patterns, entries: Sequence[Entry], known: Catalog, made_on: date) -> Data:
    """Return the summary's data: every word in the language in use, nothing but strings."""
    shown = [row for row in (patterns.combined, *patterns.rows) if row.at_least]
    return {
        "lang": texts.language(),
        "heading": _heading(patterns),
        "made": _("Made on {date}. Written down personally, not measured.").format(
            date=texts.day_words(made_on, "short")
        ),
        "footer": _("Written down personally · made on {date}").format(
            date=texts.day_words(made_on, "short")
        ),
        "page": _("Page"),
        "words": _words(patterns, entries),
        "count": _count(patterns),
        "finding": captions.finding(patterns),
        "strip": captions.alternative(patterns) or None,
        "concerns": [_row(row) for row in shown if not row.is_friction],
        "friction": [_row(row) for row in shown if row.is_friction],
        "absent": _absent(patterns),
        "included": _included(patterns, entries),
        "entries": [_entry(entry, known) for entry in sorted(entries, key=_moment)],
    }


def _heading(patterns: Patterns) -> str:
    if patterns.first is None:
        return _("Notes")
    return _("Notes, {first} to {last}").format(
        first=texts.day_words(patterns.first, "short"),
        last=texts.day_words(patterns.last, "short"),
    )


def _words(patterns: Patterns, entries: Sequence[Entry]) -> Data:
    return {
        "count": _("How this was counted, and what is missing"),
        "noted": _("What was noted"),
        "concern": _("Signal"),
        "friction": _("Ordinary friction"),
        "days": _("Days"),
        "sentence": _("In words"),
        "signals": _("Signals"),
        "entries": _("Entries in full: {n} of {all}").format(
            n=len(entries), all=max(patterns.entries, len(entries))
        ),
    }


def _count(patterns: Patterns) -> Sequence[str]:
    basis, caution = captions.notes(patterns)
    return [
        basis,
        *filter(None, [captions.future_sentence(patterns)]),
        _(
            "All that is noted on one day counts as one time; around midnight, notes less than "
            "6 hours apart do too."
        ),
        _(
            "“Recurring” means: three or more different days within a year, with at least four "
            "weeks between the first and the last; or five within four weeks. This is a way of "
            "counting, not a judgement."
        ),
        caution,
    ]


def _row(row: Row) -> Data:
    return {
        "label": row.label,
        "count": row.count_words,
        "sentence": row.sentence,
        "recency": row.recency,
        "strong": row.signal is None,
    }


def _absent(patterns: Patterns) -> str:
    absent = [row.label for row in patterns.rows if not row.at_least]
    if not absent:
        return ""
    return _("Not noted in this period: {signals}. Not noted does not mean not happened.").format(
        signals=texts.listing(absent)
    )


def _included(patterns: Patterns, entries: Sequence[Entry]) -> str:
    if not patterns.entries and not entries:
        return ""
    left_out = max(0, patterns.entries - len(entries))
    if not left_out:
        return _("All entries of this period are here, in the writer's own words.")
    return ngettext(
        "{n} entry of this period was left out by the writer. It is counted above.",
        "{n} entries of this period were left out by the writer. They are counted above.",
        left_out,
    )


def _moment(entry: Entry) -> tuple[date, time, datetime, EntryId]:
    """Return where an entry comes; the id decides last, so that the order is always one."""
    return entry.happened.day, entry.happened.minute or time.min, entry.written_at, entry.id


def _entry(entry: Entry, known: Catalog) -> Data:
    late = words.late_words(entry.happened, entry.written_at)
    when = words.moment_words(entry.happened)
    chosen = [signal for signal in known.signals.values() if signal.id in entry.signals]
    return {
        "date": f"{when} ({late})" if late else when,
        "signals": " · ".join(map(signal_words, chosen)),
        "facts": _facts(entry),
        "short": len(entry.text) < SHORT and entry.text.count("\n") < SHORT_LINES,
        "paragraphs": [
            {"text": _breakable(line), "rtl": _is_rtl(line)}
            for line in entry.text.split("\n")
            if line.strip()
        ],
    }


def _facts(entry: Entry) -> Sequence[Data]:
    facts = []
    if entry.intensity is not None:
        facts.append((_("How intense for me"), words.intensity_words(entry.intensity)))
    if entry.trust is not None:
        facts.append((_("Trust in myself"), words.trust_words(entry.trust)))
    if entry.repair is not None:
        facts.append((_("Did repair follow?"), words.repair_words(entry.repair)))
    return [{"name": name, "value": value} for name, value in facts]


def _breakable(line: str) -> str:
    """Let a very long word go on at the next line; paper does not scroll."""
    return _LONG_WORD.sub(lambda match: match.group() + _BREAK_HERE, line)


def _is_rtl(line: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in line)
    return next((side != "L" for side in directions if side in ("L", "R", "AL")), False)
