"""What comes after the first page, as far as the person chose it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.journal import Attachment, Details, Entry, EntryId, Version
from onveilig_desktop.journal.choices import repair_words
from onveilig_desktop.report import words
from onveilig_desktop.report.beside import signal_words
from onveilig_desktop.report.charts import Chart
from onveilig_desktop.report.choice import SummaryChoice
from onveilig_desktop.report.collected import Collected
from onveilig_desktop.report.flowing import Data, paragraphs
from onveilig_desktop.report.redaction import Redaction
from onveilig_desktop.report.versions import DETAILS, changed_facts, file_words, whole_wording
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

SHORT: Final = 1500
SHORT_LINES: Final = 20
"""Letters and lines up to which an entry is kept on one page."""
_PLACES: Final = ("place",)
_FEELINGS: Final = ("meant", "felt")


def appendix(
    collected: Collected, choice: SummaryChoice, redaction: Redaction, charts: Sequence[Chart]
) -> Data:
    """Return the parts that were chosen; each is empty when it was not."""
    ticked = [entry for entry in collected.entries if entry.id in choice.ticked]
    whole = _Whole(collected, choice, redaction)
    return {
        "charts": [_chart(chart, number) for number, chart in enumerate(charts)],
        "included": _included(collected, choice) if ticked else "",
        "entries": [whole.entry(entry) for entry in sorted(ticked, key=_moment)],
        "corrections": [_correction(versions) for versions in collected.corrections],
        "code": collected.code,
    }


def _chart(chart: Chart, number: int) -> Data:
    return {
        "title": chart.title,
        "file": f"chart{number}.svg" if chart.draw is not None else None,
        "alternative": chart.alternative,
        "notes": list(chart.notes),
    }


def _included(collected: Collected, choice: SummaryChoice) -> str:
    left_out = max(0, collected.patterns.entries - len(choice.ticked))
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
            "date": f"{when} ({late})" if late else when,
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


def _correction(versions: Sequence[Version]) -> Data:
    first, *later = versions
    return {
        "date": words.moment_words(versions[-1].entry.happened),
        "written": _("First written on {date}.").format(date=_day(first)),
        "later": [
            _("Corrected on {date}: {what}.").format(date=_day(after), what=_changed(before, after))
            for before, after in zip(versions, later, strict=False)
        ],
    }


def _day(version: Version) -> str:
    return texts.day_words(version.at.date(), "short")


def _changed(before: Version, after: Version) -> str:
    """Return what is another now, without the words themselves."""
    is_reworded = whole_wording(before.entry) != whole_wording(after.entry)
    parts = [_("the text")] if is_reworded else []
    parts += changed_facts(before.entry, after.entry)
    return texts.listing(parts) if parts else _("nothing that shows here")
