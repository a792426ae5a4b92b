"""The catalogue's values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from onveilig_desktop import texts
from onveilig_desktop.texts import Language

SignalId = NewType("SignalId", str)
Words = Mapping[Language, str]


class Group(StrEnum):
    """The three lists, in the order in which a person meets them."""

    UNSAFETY = "unsafety"
    VIOLENCE = "violence"
    FRICTION = "friction"


class About(StrEnum):
    """Whether a signal is something the other did, or something that happened in me."""

    OTHER = "other"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class Category:
    """A list of signals under one heading."""

    group: Group
    titles: Words
    hints: Words

    @property
    def title(self) -> str:
        """The heading in the language in use."""
        return texts.pick(self.titles)

    @property
    def hint(self) -> str:
        """One sentence on what belongs here, in the language in use."""
        return texts.pick(self.hints)


@dataclass(frozen=True, slots=True)
class Signal:
    """Something a person may notice, under an id that entries refer to for ever."""

    id: SignalId
    group: Group
    about: About
    face: SignalId | None
    labels: Words = field(repr=False)
    meanings: Words = field(repr=False)
    others: Words = field(default_factory=dict)
    """Other words by which it may be sought; often none."""
    own_label: str = field(default="", repr=False)
    """What the person calls it on their own screen, if that is something else."""
    hides_meaning: bool = False
    is_own: bool = False
    """Whether the person added it."""
    is_retired: bool = False
    """Whether it is no longer offered; entries that have it keep it."""

    @property
    def label(self) -> str:
        """The person's own name for it, or the name in the language in use."""
        return self.own_label or texts.pick(self.labels)

    @property
    def meaning(self) -> str:
        """What the name stands for, in the language in use; nothing where it is hidden."""
        return "" if self.hides_meaning else texts.pick(self.meanings)

    @property
    def also(self) -> str:
        """Other words by which it may be sought; none where what it stands for is hidden."""
        return "" if self.hides_meaning or not self.others else texts.pick(self.others)

    @property
    def is_concern(self) -> bool:
        """Whether it counts towards a pattern; friction stands beside as counter-evidence."""
        return self.group is not Group.FRICTION


@dataclass(frozen=True, slots=True)
class Catalog:
    """One version of the catalogue, in the order of its file."""

    version: int
    categories: Mapping[Group, Category]
    signals: Mapping[SignalId, Signal]

    def of(self, group: Group) -> Sequence[Signal]:
        """Return the signals of one list."""
        return [signal for signal in self.signals.values() if signal.group is group]

    @property
    def concerns(self) -> frozenset[SignalId]:
        """The ids that count towards a pattern."""
        return frozenset(signal.id for signal in self.signals.values() if signal.is_concern)
