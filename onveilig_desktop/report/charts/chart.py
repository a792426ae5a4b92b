"""One chart with the words that must stand around it, ready to be drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from onveilig_desktop.report.look import Look

if TYPE_CHECKING:  # it brings matplotlib in, which is for whoever draws
    from onveilig_desktop.report.charts.drawing import Drawing

T = TypeVar("T")
Draw = Callable[[Look, float], "Drawing"]
"""Draws with a look, so many logical pixels wide; imports matplotlib when called."""


class Kind(StrEnum):
    """The charts, in the order in which they are offered."""

    STRIP = "strip"
    YEAR = "year"
    STEPS = "steps"
    GAPS = "gaps"
    RETURN = "return"
    TOGETHER = "together"
    WEEK = "week"
    TRUST = "trust"


class Rows(Sequence[Sequence[str]], Generic[T]):
    """Rows of which each is put into words when it is looked at; there can be thousands."""

    def __init__(self, things: Sequence[T], words: Callable[[T], Sequence[str]]) -> None:
        self._things = things
        self._words = words

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> Sequence[str]: ...

    @overload
    def __getitem__(self, at: slice) -> "Rows[T]": ...

    def __getitem__(self, at: int | slice) -> "Sequence[str] | Rows[T]":
        """Return one row in words, or some of them still unsaid."""
        if isinstance(at, slice):
            return Rows(self._things[at], self._words)
        return self._words(self._things[at])


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """The data of a chart as rows of words; the first column names the row."""

    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, repr=False)
class Chart:
    """What a chart says and how it is drawn, in the language in use when it was made.

    ``title`` states the finding; ``notes`` are the honest lines under it (how many, which
    period, days without information, written down personally); ``alternative`` says all of
    it in words. Without ``draw`` there is too little to draw, and the title says what there
    is and from how many on the chart appears.
    """

    kind: Kind
    question: str
    title: str
    notes: Sequence[str]
    alternative: str
    table: Table
    draw: Draw | None = field(default=None, repr=False)
