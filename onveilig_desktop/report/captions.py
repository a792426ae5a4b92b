"""The words around the strip: its heading, the honest lines under it, its description."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from onveilig_desktop import texts
from onveilig_desktop.analysis import State
from onveilig_desktop.report import words
from onveilig_desktop.report.patterns import Mark, Patterns, Row
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext


def finding(patterns: Patterns) -> str:
    """Return what the strip shows, as its heading."""
    recurring = len(patterns.in_state(State.RECURRING))
    if recurring:
        return ngettext(
            "{n} signal comes back in the entries",
            "{n} signals come back in the entries",
            recurring,
        )
    if patterns.combined.state is State.RECURRING:
        return _("No single signal comes back often, but together they do")
    repeated = len(patterns.in_state(State.REPEATED))
    if repeated:
        return ngettext(
            "{n} signal was noted more than once",
            "{n} signals were noted more than once",
            repeated,
        )
    return _little(patterns)


def notes(patterns: Patterns) -> tuple[str, str]:
    """Return the two honest lines under the strip: what it rests on, and what it cannot say."""
    undrawn = _undrawn(patterns)
    return " ".join(filter(None, [basis(patterns), undrawn])), _(
        "Often is not the same as dangerous, and once is not the same as safe."
    )


def memories(patterns: Patterns) -> str:
    """Return why marks stand where the strip is hatched; nothing where none does."""
    begun, marks = patterns.begun, [mark for row in patterns.shown for mark in row.marks]
    if begun is None or all(mark.first >= begun for mark in marks):
        return ""
    return _(
        "Hatched, before {day}: nothing was written yet then. What stands there was noted later, "
        "from memory."
    ).format(day=day_said(begun, "short"))


def future_sentence(patterns: Patterns) -> str:
    """Return the question about dates that have yet to come; nothing without any."""
    count = len(patterns.future)
    if not count:
        return ""
    return ngettext(
        "{n} entry has a date that has yet to come and is not counted. Is that date right?",
        "{n} entries have a date that has yet to come and are not counted. Are those dates right?",
        count,
    )


def alternative(patterns: Patterns) -> str:
    """Return the strip in words, for who cannot see it; nothing when there is no strip."""
    if not patterns.shown or patterns.first is None:
        return ""
    opening = _("Timeline from {first} to {last}, one row per signal.").format(
        first=texts.day_words(patterns.first, "short"),
        last=texts.day_words(patterns.last, "short"),
    )
    return " ".join([opening, *(_row_words(row) for row in patterns.shown)])


def mark_words(mark: Mark) -> str:
    """Return one mark in words: its date, its entries and what its form means."""
    when = day_said(mark.first, "month" if mark.is_month else "weekday")
    parts = [when, ngettext("{n} entry", "{n} entries", len(mark.entries))]
    if mark.late:
        parts.append(_("written more than 7 days later"))
    if mark.repaired:
        parts.append(_("repair followed"))
    return " · ".join(parts)


def marks_words(marks: Sequence[Mark]) -> str:
    """Return marks that are drawn as one in words: how many days, from when to when."""
    days = ngettext("{n} day", "{n} days", len(marks))
    entries = ngettext("{n} entry", "{n} entries", sum(len(mark.entries) for mark in marks))
    return _("{days} from {first} to {last} · {entries}").format(
        days=days, first=_day(marks[0]), last=_day(marks[-1]), entries=entries
    )


def _little(patterns: Patterns) -> str:
    if patterns.combined.state is State.REPEATED:
        return _("Each signal was noted once, on different days")
    if patterns.combined.state is State.SINGLE:
        return _("Noted once")
    if patterns.shown:
        return _("Only ordinary friction was noted")
    return _("No signal noted yet in this period")


def basis(patterns: Patterns) -> str:
    """Return what every chart rests on: how much, which period, and what is not known."""
    parts = [_period(patterns)]
    if patterns.month_only:
        parts.append(
            ngettext(
                "For {n} entry only the month is known.",
                "For {n} entries only the month is known.",
                patterns.month_only,
            )
        )
    if patterns.late:
        parts.append(
            ngettext(
                "{n} entry was written more than 7 days later.",
                "{n} entries were written more than 7 days later.",
                patterns.late,
            )
        )
    if patterns.unsure:
        parts.append(
            ngettext(
                "{n} entry with only a month may lie outside this period and is left out.",
                "{n} entries with only a month may lie outside this period and are left out.",
                patterns.unsure,
            )
        )
    parts.append(_("Written down personally, not measured."))
    return " ".join(parts)


def _undrawn(patterns: Patterns) -> str:
    if not patterns.undrawn:
        return ""
    return ngettext(
        "{n} more signal was noted and is not drawn.",
        "{n} more signals were noted and are not drawn.",
        patterns.undrawn,
    )


def _period(patterns: Patterns) -> str:
    entries = ngettext("{n} entry", "{n} entries", patterns.entries)
    if patterns.first is None:
        return f"{entries}."
    length = (patterns.last - patterns.first).days + 1
    if length == 1 and patterns.days:
        day = texts.day_words(patterns.first, "short")
        return _("{entries}, all of one day: {date}.").format(entries=entries, date=day)
    return _("{entries}, {first} to {last}; on {silent} of these {days} there is no entry.").format(
        entries=entries,
        first=texts.day_words(patterns.first, "short"),
        last=texts.day_words(patterns.last, "short"),
        silent=max(0, length - patterns.days),
        days=ngettext("{n} day", "{n} days", length),
    )


def _row_words(row: Row) -> str:
    first, last = _day(row.marks[0]), _day(row.marks[-1])
    if first == last:
        return _("{label}: {count}, {date}.").format(
            label=row.label, count=row.count_words, date=first
        )
    return _("{label}: {count}, {first} to {last}.").format(
        label=row.label, count=row.count_words, first=first, last=last
    )


def _day(mark: Mark) -> str:
    return day_said(mark.first, "month" if mark.is_month else "short")


def day_said(day: date, style: texts.DayStyle) -> str:
    """Return a date in words, with its year; charts say the same days over and over."""
    return _day_said(day, style, texts.language())


@lru_cache(maxsize=40_000)
def _day_said(day: date, style: texts.DayStyle, _language: texts.Language) -> str:
    return words.day_words(day) if style == "weekday" else texts.day_words(day, style)
