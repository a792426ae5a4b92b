"""What the privacy page says, each sentence under an id by which a test answers for it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from onveilig_desktop.journal.visits import Visit
from onveilig_desktop.surroundings import Disk, Memory, Readers, Sessions
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.copies_words import moment_words
from onveilig_desktop.ui.screen_capture import Capture


class Kept(StrEnum):
    """What this program protects against."""

    ENCRYPTED = "encrypted"
    NO_TRACES = "no traces"
    NO_NETWORK = "no network"
    LOCKS = "locks"
    FORGETS = "forgets"
    LEAVES = "leaves"
    NEUTRAL = "neutral"


class Limit(StrEnum):
    """What it does not protect against."""

    WATCHED = "watched"
    FORCED = "forced"
    SEEN = "seen"
    ADMINISTRATOR = "administrator"
    EXPORTS = "exports"
    OLD_COPIES = "old copies"
    ERASED = "erased"
    FORGOTTEN = "forgotten"


class Here(StrEnum):
    """What is so on this computer now."""

    SYNCED = "synced"
    READERS = "readers"
    SESSIONS = "sessions"
    DISK = "disk"
    MEMORY = "memory"
    PROCESS = "process"
    CAPTURE = "capture"
    HEARING = "hearing"


class Opened(StrEnum):
    """About when the journal was opened."""

    WHO = "who"
    UNSEEN = "unseen"


def kept_words() -> Mapping[str, str]:
    """Return one sentence for each."""
    return {
        Kept.ENCRYPTED: _(
            "What you write is encrypted before it reaches the disk. Whoever finds the files "
            "cannot read it without the passphrase or the recovery code."
        ),
        Kept.NO_TRACES: _(
            "Outside the encrypted journal, its copies and what you save yourself, nothing of "
            "what you write stands in a file: not in settings, logs, names or temporary files."
        ),
        Kept.NO_NETWORK: _("The program makes no connection. Nothing is sent or fetched."),
        Kept.LOCKS: _("The journal locks by itself when you do nothing for as long as you set."),
        Kept.FORGETS: _(
            "After locking, neither your texts nor the key are in the memory of the program."
        ),
        Kept.LEAVES: _(
            "The button «Leave at once» closes everything, over every question too. What you "
            "typed is kept, encrypted, if the disk can be written to."
        ),
        Kept.NEUTRAL: _(
            "The window, the program and its files have names that say nothing about the subject."
        ),
    }


def limit_words() -> Mapping[str, str]:
    """Return one sentence for each."""
    return {
        Limit.WATCHED: _(
            "It cannot see software that records the screen or the keys, nor someone who looks "
            "over your shoulder."
        ),
        Limit.FORCED: _(
            "It keeps nothing from someone who makes you give the passphrase. There is no second "
            "passphrase that shows something else or wipes everything."
        ),
        Limit.SEEN: _(
            "Whoever can see your files sees that the program and its folder are here, how big "
            "they are, and when you used them last."
        ),
        Limit.ADMINISTRATOR: _(
            "While the journal is open, an administrator of this computer can read along."
        ),
        Limit.EXPORTS: _(
            "What you print, or save outside the journal without a password, can be read by "
            "everyone who finds it."
        ),
        Limit.OLD_COPIES: _(
            "A copy that someone made of the journal earlier opens with the passphrase it had then."
        ),
        Limit.ERASED: _(
            "Erasing does not reach copies elsewhere, and a disk may keep what was removed."
        ),
        Limit.FORGOTTEN: _(
            "Without the passphrase or the recovery code nobody can open the journal, not even "
            "the makers of this program."
        ),
    }


def synced_here(service: str) -> str:
    """Say whether the folder seems to be copied to other devices."""
    if not service:
        return _(
            "No sign was seen that this folder is copied to other devices. A service that leaves "
            "no sign is not seen."
        )
    return _(
        "This folder seems to be copied to other devices by {service}. Whoever has such a device "
        "sees that the journal is there, and gets old states of it."
    ).format(service=service)


def readers_here(readers: Readers) -> str:
    """Say who may look into the folder."""
    return {
        Readers.SELF: _("Other accounts on this computer may not look into this folder."),
        Readers.OTHERS: _(
            "Other accounts on this computer may look into this folder, or some of them. They see "
            "names, sizes and times, not the texts."
        ),
        Readers.UNKNOWN: _(
            "Whether other accounts on this computer may look into this folder is not known."
        ),
    }[readers]


def sessions_here(found: Sessions | None) -> str:
    """Say how often this login is in use, and what cannot be known of it."""
    if found is None or not found.others:
        counted = (
            _("Whether your login is in use elsewhere at this moment is not known.")
            if found is None
            else _("Your login is in use only here at this moment.")
        )
    else:
        counted = ngettext(
            "Your login is in use {n} more time at this moment.",
            "Your login is in use {n} more times at this moment.",
            found.others,
        ).format(n=found.others)
        if found.from_afar:
            counted = " ".join((counted, _("Someone came in over a network.")))
    unknown = _("It cannot be seen who knows the password of your login.")
    return f"{counted} {unknown}"


def disk_here(disk: Disk) -> str:
    """Say what was seen of the disk."""
    return {
        Disk.ENCRYPTED: _(
            "The disk under this folder is encrypted too: when the computer is off, names and "
            "times are hidden as well."
        ),
        Disk.PLAIN: _(
            "No encryption of the disk itself was seen. Whoever takes the disk out sees names, "
            "sizes and times, not the texts."
        ),
        Disk.NETWORK: _(
            "This folder is on another computer. Whoever looks after that one sees names, sizes "
            "and times, not the texts."
        ),
        Disk.UNKNOWN: _("Whether the disk itself is encrypted is not known."),
    }[disk]


def memory_here(memory: Memory) -> str:
    """Say where the memory of the computer may go."""
    return {
        Memory.STAYS: _("At this moment this computer writes nothing of its memory to a disk."),
        Memory.ENCRYPTED: _(
            "This computer may write parts of its memory to a disk, and encrypts them."
        ),
        Memory.SWAPS: _(
            "When it has too little memory, this computer writes parts of it to a disk, not "
            "encrypted. Pieces of an open journal can be among them."
        ),
        Memory.HIBERNATES: _(
            "When it hibernates or has too little memory, this computer writes memory to a disk, "
            "not encrypted. Lock the journal before you let it hibernate."
        ),
        Memory.UNKNOWN: _(
            "Whether this computer writes parts of its memory to a disk is not known."
        ),
    }[memory]


def capture_here(capture: Capture) -> str:
    """Say whether the window can be seen in pictures of the screen."""
    return {
        Capture.BLOCKED: _(
            "The system says that it keeps this window off pictures of the screen. A camera, and "
            "software that goes deep, still see it."
        ),
        Capture.POSSIBLE: _("Other programs can take a picture of this window."),
        Capture.UNKNOWN: _(
            "The system was asked to keep this window off pictures of the screen. Newer versions "
            "of it do not do that."
        ),
    }[capture]


def process_here(is_shut_off: bool | None) -> str:
    """Say whether the memory of the program can be looked into or written away."""
    if is_shut_off is None:
        return _("Whether other programs may read the memory of this one is not known.")
    if is_shut_off:
        return _(
            "Other programs of your login may not read the memory of this one, and when it "
            "crashes nothing of its memory is written to a disk."
        )
    return _(
        "Other programs may read the memory of this one, or it may be written to a disk when the "
        "program crashes."
    )


def hearing_here(hears: bool | None) -> str:
    """Say whether the journal locks when the screen does."""
    if hears is None:
        return _("That the journal locks together with the screen was not tried on this system.")
    if hears:
        return _("The journal locks when the system says that the screen locks or it will sleep.")
    return _(
        "Nothing tells this program that the screen locks or the computer will sleep. Lock the "
        "journal yourself."
    )


def opened_words() -> Mapping[str, str]:
    """Return what is to be known of the times at which the journal was opened."""
    return {
        Opened.WHO: _(
            "Only who has the passphrase or the recovery code can open it. Was it not you? Then "
            "give it a new key: Settings, Passphrase, «Someone may know it»."
        ),
        Opened.UNSEEN: _(
            "A copy of the journal that is opened elsewhere is not among these, nor are wrong "
            "tries after which the window was closed."
        ),
    }


def visit_words(visit: Visit, here: Callable[[datetime], datetime], *, is_now: bool) -> str:
    """Return one time at which the journal was opened."""
    parts = [moment_words(visit.at, here)]
    if is_now:
        parts.append(_("this time"))
    if visit.by_code:
        parts.append(_("with the recovery code"))
    if visit.missed:
        words = ngettext("after {n} wrong try", "after {n} wrong tries", visit.missed)
        parts.append(words.format(n=visit.missed))
    return " · ".join(parts)
