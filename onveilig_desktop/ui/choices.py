"""A row of chips of which one, or any number, can be chosen."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop.ui.flow_layout import FlowLayout
from onveilig_desktop.ui.forms import button

T = TypeVar("T", bound=Hashable)


class _Row(QWidget):
    changed = Signal()


class Choice(_Row, Generic[T]):
    """At most one of several; pressing the chosen one again takes it back if that is allowed."""

    def __init__(
        self, name: str, options: Iterable[tuple[T, str, str]], *, needed: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._needed = needed
        self._chips: dict[T, QPushButton] = {}
        layout = FlowLayout(6)
        for value, words, describe in options:
            chip = button(words, "chip", describe=describe or name)
            chip.setCheckable(True)
            chip.clicked.connect(lambda on, value=value: self._clicked(value, on))
            self._chips[value] = chip
            layout.addWidget(chip)
        self.setLayout(layout)

    def value(self) -> T | None:
        """Return what is chosen."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), None)

    def choose(self, chosen: T | None) -> None:
        """Show *chosen* as chosen, without a word to anyone."""
        for value, chip in self._chips.items():
            chip.setChecked(value == chosen)

    def chip(self, value: T) -> QPushButton:
        """Return the button for *value*."""
        return self._chips[value]

    def _clicked(self, value: T, on: bool) -> None:
        self.choose(value if on or self._needed else None)
        self.changed.emit()


class Several(_Row, Generic[T]):
    """Any number of several."""

    def __init__(self, name: str, options: Iterable[tuple[T, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[T, QPushButton] = {}
        layout = FlowLayout(6)
        for value, words, describe in options:
            chip = button(words, "chip", describe=describe or name)
            chip.setCheckable(True)
            chip.clicked.connect(self.changed)
            self._chips[value] = chip
            layout.addWidget(chip)
        self.setLayout(layout)

    def chosen(self) -> frozenset[T]:
        """Return what is chosen."""
        return frozenset(value for value, chip in self._chips.items() if chip.isChecked())

    def choose(self, chosen: Iterable[T]) -> None:
        """Show these as chosen, without a word to anyone."""
        wanted = set(chosen)
        for value, chip in self._chips.items():
            chip.setChecked(value in wanted)

    def chip(self, value: T) -> QPushButton:
        """Return the button for *value*."""
        return self._chips[value]
