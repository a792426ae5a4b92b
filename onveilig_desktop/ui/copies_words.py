"""How a copy of the journal is told: when it was made, and what is in it."""

from collections.abc import Callable
from datetime import datetime

from onveilig_desktop import texts
from onveilig_desktop.journal.backups import Backup, Contents
from onveilig_desktop.journal.integrity import Damage
from onveilig_desktop.texts import gettext as _

Here = Callable[[datetime], datetime]
"""Turns a moment into the time of where the person is."""


def moment_words(moment: datetime, here: Here) -> str:
    """Return a day and a time."""
    then = here(moment)
    return _("{day}, {time}").format(
        day=texts.day_words(then.date()), time=texts.time_words(then.time())
    )


def contents_words(held: Contents, here: Here) -> str:
    """Return how many entries there are, and until when."""
    count = texts.ngettext("{n} entry", "{n} entries", held.entries)
    if held.last_written is None:
        return count
    last = texts.day_words(here(held.last_written).date())
    return _("{count}, the last one written on {day}").format(count=count, day=last)


def backup_words(backup: Backup, here: Here) -> str:
    """Return one line of the list."""
    parts = [moment_words(backup.made_at, here)]
    if backup.is_damaged:
        parts.append(_("damaged"))
    elif backup.contents is None:
        parts.append(_("made with an earlier passphrase"))
    else:
        parts.append(contents_words(backup.contents, here))
    if backup.is_kept_aside:
        parts.append(_("kept when another copy was put back"))
    return " · ".join(parts)


def comparison_words(held: Contents, now: Contents | None, here: Here) -> str:
    """Return what is in a copy beside what is there now, and what happens to that."""
    there = _("damaged") if now is None else contents_words(now, here)
    return " ".join(
        (
            _("This copy: {words}.").format(words=contents_words(held, here)),
            _("Now: {words}.").format(words=there),
            _("If you put it back, what is there now is kept as a copy in this list."),
        )
    )


def damage_words(damage: Damage) -> str:
    """Return in one sentence what is damaged."""
    return {
        Damage.PAGES: _("Parts of the file cannot be read any more."),
        Damage.STRUCTURE: _("Parts of the file do not fit together."),
        Damage.SEARCH: _("Searching may miss something; the texts themselves are there."),
        Damage.HISTORY: _("The entries and the history of what was saved do not say the same."),
    }[damage]
