"""The words for wordings, for the check on the history, and for files."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from onveilig_desktop import texts
from onveilig_desktop.errors import N_
from onveilig_desktop.journal import Attachment, Checked, Details, Entry, Kind, Place, Version
from onveilig_desktop.report.words import day_words, moment_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext

DETAILS: Final = {
    "seen": N_("What a camera would have seen"),
    "said": N_("The exact words"),
    "meant": N_("What it meant to me"),
    "felt": N_("What I felt in my body"),
    "effect": N_("What it did to daily life"),
    "present": N_("Who was there"),
    "place": N_("Where it was"),
}
_KILO: Final = 1000


def instant_words(at: datetime) -> str:
    """Return a moment with its time: «Fri 20 November 2026, 20:30»."""
    return _("{day}, {part}").format(day=day_words(at.date()), part=texts.time_words(at.time()))


def version_words(version: Version) -> str:
    """Return what kind of wording it is, when it was written, and since when it is here."""
    kind = _("First wording") if version.kind is Kind.CREATE else _("Corrected")
    words = [kind, instant_words(version.elsewhere_at or version.at)]
    if version.elsewhere_at is not None:
        words.append(_("came in from a copy on {when}").format(when=instant_words(version.at)))
    if version.is_clock_back:
        words.append(_("the clock had gone back"))
    return " · ".join(words)


def whole_wording(entry: Entry) -> str:
    """Return all that the person wrote in an entry, each detail under its heading."""
    parts = [entry.text, *_details(entry.details)]
    return "\n\n".join(part for part in parts if part.strip())


def _details(details: Details) -> list[str]:
    told = {name: getattr(details, name) for name in DETAILS}
    return [f"{_(DETAILS[name])}\n{words}" for name, words in told.items() if words.strip()]


def also_changed(before: Entry, after: Entry) -> str:
    """Return what else than the text differs, or nothing."""
    changed = changed_facts(before, after)
    return _("Also changed: {what}").format(what=texts.listing(changed)) if changed else ""


def changed_facts(before: Entry, after: Entry) -> list[str]:
    """Return the names of what differs besides the text."""
    facts = {
        _("the date"): moment_words(before.happened) != moment_words(after.happened),
        _("the signals"): before.signals != after.signals,
        _("repair"): before.repair != after.repair,
        _("trust or doubt"): before.trust != after.trust,
        _("how heavy it was"): before.intensity != after.intensity,
        _("the steps"): before.steps != after.steps,
        _("the thread"): before.thread != after.thread,
    }
    return [words for words, differs in facts.items() if differs]


def finding_words(checked: Checked) -> str:
    """Return in one sentence what a complete check found."""
    if not checked.flaws:
        return _("Nothing was changed: every wording is as it was when it was saved.")
    places = len({flaw.seq for flaw in checked.flaws})
    return ngettext(
        "Something is not as it was saved, at {n} place. Keep this folder and an older copy; "
        "change nothing for now.",
        "Something is not as it was saved, at {n} places. Keep this folder and an older copy; "
        "change nothing for now.",
        places,
    )


def foreign_code_words() -> str:
    """Return in one sentence what a code says that belongs to no revision."""
    return _(
        "This code does not belong to this journal as it is now. Check each sign; if it is "
        "right, this is another journal, or an older copy was put in its place."
    )


def code_words(place: Place, checked: Checked) -> str:
    """Return in one sentence what a noted code says, after a complete check."""
    when = instant_words(place.at)
    if _differ_until(place, checked):
        return _(
            "This code belongs to this journal, of {when}, but not all that was there is unchanged."
        ).format(when=when)
    return _(
        "This code belongs to this journal. What was in it on {when} is unchanged, or was "
        "removed for good in this program."
    ).format(when=when)


def _differ_until(place: Place, checked: Checked) -> Collection[int]:
    return {flaw.seq for flaw in checked.flaws if flaw.seq <= place.seq}


def file_words(attachment: Attachment) -> str:
    """Return what kind of file it is and how large: «photo · 2.1 MB»."""
    return f"{media_words(attachment.media)} · {size_words(attachment.size)}"


def media_words(media: str) -> str:
    """Return what kind of file it is."""
    kinds = {"image": _("photo"), "audio": _("sound"), "video": _("film")}
    return kinds.get(media.split("/", maxsplit=1)[0], _("document"))


def size_words(size: int) -> str:
    """Return a number of bytes in the largest unit that fits: «2.1 MB»."""
    from babel.numbers import format_decimal  # late, as for dates

    value, unit = float(size), "B"
    for larger in ("kB", "MB"):
        if value < _KILO:
            break
        value, unit = value / _KILO, larger
    shape = "0" if unit == "B" else "0.#"
    return f"{format_decimal(value, shape, locale=texts.language())} {unit}"


def length_words(seconds: float) -> str:
    """Return how long a sound lasts: «3:05»."""
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes}:{left:02}"
