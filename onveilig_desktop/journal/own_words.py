"""The person's own words for signals, and signals of their own."""

from dataclasses import replace
from uuid import uuid4

from onveilig_desktop.catalog import OwnSignal, PersonalWords, SignalId, Wording
from onveilig_desktop.errors import N_, OnveiligError
from onveilig_desktop.journal.days import MAX_LINE, LongLineError
from onveilig_desktop.journal.draft import one_line, tidy
from onveilig_desktop.journal.ports import Begin, Transaction


class NamelessError(OnveiligError):
    """A signal of one's own has no name."""

    sentence = N_("Give it a name first.")


class MissingSignalError(OnveiligError):
    """The own signal asked for is not there."""

    sentence = N_("This signal is no longer in the journal.")


class OwnWords:
    """Signals under other names; ids stay and are never used again."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin

    def read(self) -> PersonalWords:
        """Return all own words."""
        with self._begin() as transaction:
            return transaction.words.read()

    def word(self, wording: Wording) -> None:
        """Call a signal of the catalogue something else, or nothing else again.

        Raises:
            LongLineError
        """
        kept = replace(wording, label=_line(wording.label))
        with self._begin() as transaction:
            transaction.words.word(kept)

    def add(self, label: str, meaning: str = "", *, is_concern: bool) -> OwnSignal:
        """Make a signal of the person's own.

        Raises:
            NamelessError, LongLineError
        """
        made = OwnSignal(
            id=SignalId(f"own.{uuid4().hex}"),
            is_concern=is_concern,
            label=_name(label),
            meaning=tidy(meaning).strip(),
        )
        with self._begin() as transaction:
            transaction.words.put(made)
        return made

    def change(self, signal_id: SignalId, label: str, meaning: str) -> OwnSignal:
        """Give an own signal another name or explanation; what it counts as stays.

        Raises:
            NamelessError, LongLineError, MissingSignalError
        """
        name = _name(label)
        with self._begin() as transaction:
            old = _own(transaction, signal_id)
            made = replace(old, label=name, meaning=tidy(meaning).strip())
            transaction.words.put(made)
        return made

    def retire(self, signal_id: SignalId) -> None:
        """Offer an own signal no longer; entries that have it keep it."""
        self._set_retired(signal_id, is_retired=True)

    def bring_back(self, signal_id: SignalId) -> None:
        """Offer a retired signal again."""
        self._set_retired(signal_id, is_retired=False)

    def _set_retired(self, signal_id: SignalId, *, is_retired: bool) -> None:
        with self._begin() as transaction:
            old = _own(transaction, signal_id)
            transaction.words.put(replace(old, is_retired=is_retired))


def _own(transaction: Transaction, signal_id: SignalId) -> OwnSignal:
    for own in transaction.words.read().signals:
        if own.id == signal_id:
            return own
    raise MissingSignalError


def _name(label: str) -> str:
    name = _line(label)
    if not name:
        raise NamelessError
    return name


def _line(label: str) -> str:
    line = one_line(label)
    if len(line) > MAX_LINE:
        raise LongLineError
    return line
