"""The ways into a journal, each of which also tells what is to stand above its pages."""

from pathlib import Path

from onveilig_desktop.errors import DamagedJournalError, ReadOnlyFolderError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.keeping import Secret
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.copies_words import damage_words
from onveilig_desktop.ui.session import Opened


class UnopenedError(DamagedJournalError):
    """With what is needed for other ways into the damaged journal."""

    def __init__(self, gate: Gate, secret: Secret) -> None:
        super().__init__()
        self.gate = gate
        self.secret = secret
        self.copies = gate.copies()


def opened(gate: Gate, secret: Secret, missed: int = 0) -> Opened:
    """Open a journal, after *missed* wrong tries; where nothing can be written, to read."""
    try:
        return gate, gate.open(secret, missed=missed)
    except ReadOnlyFolderError:
        return gate, gate.open_to_read(secret), read_only_words()
    except DamagedJournalError:
        raise UnopenedError(gate, secret) from None


def salvaged(gate: Gate, secret: Secret) -> Opened:
    """Open what can be read of a damaged journal, and tell what is damaged."""
    found = gate.salvage(secret)
    words = [_("This journal is damaged. You see what could be read; nothing can be saved.")]
    words += map(damage_words, found.damage)
    if found.lost:
        lost = ngettext("{n} entry is missing.", "{n} entries are missing.", found.lost)
        words.append(lost)
    return gate, found.journal, " ".join(words)


def put_back(gate: Gate, path: Path, secret: Secret) -> Opened:
    """Open the copy at *path* in the place of a damaged journal, which is kept aside."""
    journal = gate.restore(path, secret)
    return gate, journal, _("The copy was put back. What was there before is kept.")


def read_only_words() -> str:
    """Say that nothing can be written."""
    return _("This folder cannot be written to. You can read the journal; nothing can be saved.")
