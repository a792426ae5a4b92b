"""The catalogue in the person's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onveilig_desktop.catalog.model import About, Catalog, Group, Signal, SignalId
from onveilig_desktop.texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Wording:
    """What a signal of the catalogue is called on the person's own screen.

    Without *label* it keeps its name. Left out of ``repr``, as it is the person's word.
    """

    signal: SignalId
    label: str = field(default="", repr=False)
    hides_meaning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSignal:
    """A signal that the person added; its id is never used for another."""

    id: SignalId
    is_concern: bool
    label: str = field(repr=False)
    meaning: str = field(default="", repr=False)
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """All own words of one journal; own signals in the order in which they were made."""

    wordings: tuple[Wording, ...] = ()
    signals: tuple[OwnSignal, ...] = ()

    def catalog(self, shipped: Catalog) -> Catalog:
        """Return *shipped* in these words.

        An own concern stands among the signals of unsafety and an own friction among
        friction, after those of the catalogue, so that they count and chart like the others.
        """
        signals = dict(shipped.signals)
        for wording in self.wordings:
            if wording.signal in signals:
                signals[wording.signal] = _worded(signals[wording.signal], wording)
        signals.update({own.id: _signal(own) for own in self.signals})
        return replace(shipped, signals=signals)


def on_paper(known: Catalog) -> Catalog:
    """Return *known* with the catalogue's own names, which someone else can read too."""
    plain: Mapping[SignalId, Signal] = {
        signal.id: replace(signal, own_label="", hides_meaning=False)
        for signal in known.signals.values()
    }
    return replace(known, signals=plain)


def _worded(signal: Signal, wording: Wording) -> Signal:
    return replace(signal, own_label=wording.label, hides_meaning=wording.hides_meaning)


def _signal(own: OwnSignal) -> Signal:
    return Signal(
        id=own.id,
        group=Group.UNSAFETY if own.is_concern else Group.FRICTION,
        about=About.OTHER,
        face=None,
        labels=dict.fromkeys(LANGUAGES, own.label),
        meanings=dict.fromkeys(LANGUAGES, own.meaning),
        is_own=True,
        is_retired=own.is_retired,
    )
