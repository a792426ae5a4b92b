"""A row of chips of which one, or any number, can be chosen."""

from collections.abc import Hashable, Iterable
from typing import ClassVar, Final, Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop.ui.broken_lines import in_lines
from onveilig_desktop.ui.chip import Chip, around
from onveilig_desktop.ui.flow_layout import FlowLayout

T = TypeVar("T", bound=Hashable)
_LETTERS: Final = 20
"""How narrow a row may become; a longer word would not be whole."""
_TALL: Final = 1 << 24


class _Row(QWidget, Generic[T]):
    """Chips beside and below one another; the words on a chip break where it is too narrow."""

    changed = Signal()
    _one_of: ClassVar = False

    def __init__(self, name: str, options: Iterable[tuple[T, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._chips: dict[T, QPushButton] = {}
        layout = FlowLayout(6)
        offered = list(options)
        one_of = self._one_of and len(offered) > 1
        for value, words, describe in offered:
            chip = Chip(words, describe=describe or name, one_of=one_of)
            chip.setAccessibleName(words)
            self._chips[value] = chip
            layout.addWidget(chip)
        self.setLayout(layout)

    def chip(self, value: T) -> QPushButton:
        """Return the button for *value*."""
        return self._chips[value]

    def minimumSizeHint(self) -> QSize:
        """Let long words break, rather than widen what is around them."""
        narrow = _LETTERS * self.fontMetrics().averageCharWidth()
        return super().minimumSizeHint().boundedTo(QSize(narrow, _TALL))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Break the words that are too long for the room there is now."""
        super().resizeEvent(event)
        for chip in self._chips.values():
            room = self.width() - around(chip)
            chip.setText(in_lines(chip.accessibleName(), chip.fontMetrics(), room))


class Choice(_Row[T]):
    """At most one of several; pressing the chosen one again takes it back if that is allowed."""

    _one_of = True

    def __init__(
        self, name: str, options: Iterable[tuple[T, str, str]], *, needed: bool = False
    ) -> None:
        super().__init__(name, options)
        self._needed = needed
        for value, chip in self._chips.items():
            chip.clicked.connect(lambda on, value=value: self._clicked(value, on))

    def value(self) -> T | None:
        """Return what is chosen."""
        return next((value for value, chip in self._chips.items() if chip.isChecked()), None)

    def focus_chosen(self) -> None:
        """Stand on what is chosen."""
        for chip in self._chips.values():
            if chip.isChecked():
                chip.setFocus()

    def choose(self, chosen: T | None) -> None:
        """Show *chosen* as chosen, without a word to anyone."""
        for value, chip in self._chips.items():
            chip.setChecked(value == chosen)

    def _clicked(self, value: T, on: bool) -> None:
        self.choose(value if on or self._needed else None)
        self.changed.emit()


class Several(_Row[T]):
    """Any number of several."""

    def __init__(self, name: str, options: Iterable[tuple[T, str, str]]) -> None:
        super().__init__(name, options)
        for chip in self._chips.values():
            chip.clicked.connect(self.changed)

    def chosen(self) -> frozenset[T]:
        """Return what is chosen."""
        return frozenset(value for value, chip in self._chips.items() if chip.isChecked())

    def choose(self, chosen: Iterable[T]) -> None:
        """Show these as chosen, without a word to anyone."""
        wanted = set(chosen)
        for value, chip in self._chips.items():
            chip.setChecked(value in wanted)
