"""The fields of a small form as words, so that they can be kept half filled in."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import SignalInstance

from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.day_line import DayLine
from onveilig_desktop.ui.typed_line import TypedLine

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what stands in it, how to put that back, and when it is touched by hand."""

    read: Callable[[], str]
    show: Callable[[str], None]
    touched: SignalInstance


def line_field(line: TypedLine) -> Field:
    """Return a line of text as it is."""
    return Field(line.text, line.setText, line.typed)


def day_field(day: DayLine) -> Field:
    """Return a day by its date where it is understood: «yesterday» is another day tomorrow."""
    return Field(day.kept_words, day.show_words, day.line.typed)


def choice_field(choice: Choice[T], values: Iterable[T]) -> Field:
    """Return a choice among *values* as the word for each."""
    by_word = {str(value): value for value in values}

    def read() -> str:
        value = choice.value()
        return "" if value is None else str(value)

    return Field(read, lambda word: choice.choose(by_word.get(word)), choice.changed)
