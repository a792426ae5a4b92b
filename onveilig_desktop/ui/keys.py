"""Every key that does something, in one table: what is bound, and what the help page shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from onveilig_desktop.errors import N_
from onveilig_desktop.texts import gettext as _

if TYPE_CHECKING:  # the window needs the keys before any journal
    from onveilig_desktop.journal import Preferences


@dataclass(frozen=True, slots=True)
class Key:
    """One chord, and what it does in words."""

    chord: str
    does: str

    @property
    def words(self) -> str:
        """What it does, in the language in use."""
        return _(self.does)

    @property
    def shown(self) -> str:
        """The chord as this system writes it."""
        return QKeySequence(self.chord).toString(QKeySequence.SequenceFormat.NativeText)


NEW: Final = Key("Ctrl+N", N_("Write a new entry"))
CHECK_IN: Final = Key("Ctrl+K", N_("Note how a day was, in twenty seconds"))
EDIT: Final = Key("Ctrl+E", N_("Correct the entry that is read"))
SAVE: Final = Key("Ctrl+S", N_("Save what is written"))
SIGNALS: Final = Key("Ctrl+G", N_("Go to the signals while writing; the arrows walk among them"))
TIE: Final = Key("Ctrl+T", N_("Tie the entry that is read to another one: the same pain"))
ADD_FILE: Final = Key("Ctrl+Shift+A", N_("Add a photo, sound or document to an entry"))
FIND: Final = Key("Ctrl+F", N_("Search the journal"))
NEXT: Final = Key("Alt+Down", N_("Read the next entry in the list"))
PREVIOUS: Final = Key("Alt+Up", N_("Read the previous entry in the list"))
PAGES: Final = (
    Key("Ctrl+1", N_("Go to the journal")),
    Key("Ctrl+2", N_("Go to the patterns")),
    Key("Ctrl+3", N_("Go to the summary")),
    Key("Ctrl+4", N_("Go to the days: check-ins, what was going on, pauses")),
    Key("Ctrl+5", N_("Go to the guide: what the words mean, whom you can call")),
)
HIDE_TEXTS: Final = Key("Ctrl+H", N_("Hide the texts, or show them again"))
OWN_WORDS: Final = Key("Ctrl+Shift+W", N_("Change the words for the signals"))
BACK: Final = Key("Escape", N_("Go back from the bin, the wordings, a file or this page"))
SETTINGS: Final = Key("Ctrl+,", N_("Open the settings"))
HELP: Final = Key("F1", N_("Show this page"))
LOCK: Final = Key("Ctrl+L", N_("Lock the journal"))
QUIT: Final = Key("Ctrl+Q", N_("Close the program; what you typed is kept"))
_LEAVE: Final = {
    2: N_("Two times Shift"),
    3: N_("Three times Shift"),
    4: N_("Four times Shift"),
}


def leave_words(preferences: "Preferences") -> str:
    """Return the keys of the quick way out, which is no chord; nothing when they are off."""
    return _(_LEAVE[preferences.shifts]) if preferences.leaves_by_shift else ""


KEYS: Final = (
    *(NEW, CHECK_IN, EDIT, SAVE, SIGNALS, TIE, ADD_FILE),
    *(FIND, NEXT, PREVIOUS, HIDE_TEXTS),
    *(*PAGES, OWN_WORDS, BACK, SETTINGS, HELP, LOCK, QUIT),
)
