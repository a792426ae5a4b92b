"""The signals in their three groups; friction stands as an equal beside the others."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, column, label


class SignalPicker(QWidget):
    """Chips to tick; what a signal stands for is told on focus and hover."""

    changed = Signal()

    def __init__(self, signals: catalog.Catalog) -> None:
        super().__init__()
        self._catalog = signals
        self._chips: dict[catalog.SignalId, QPushButton] = {}
        self._meaning = label(self._invitation(), "muted", wrap=True)
        parts = [self._group(category) for category in signals.categories.values()]
        self.setLayout(column(*parts, self._meaning, gap=12))

    def chosen(self) -> frozenset[catalog.SignalId]:
        """Return the ids that are ticked."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, chosen: Iterable[catalog.SignalId]) -> None:
        """Show these as ticked, without a word to anyone."""
        wanted = set(chosen)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def chip(self, key: catalog.SignalId) -> QPushButton:
        """Return the button of one signal."""
        return self._chips[key]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Explain the signal under the focus or the pointer."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self._meaning.setText(watched.property("meaning"))
        return super().eventFilter(watched, event)

    def _group(self, category: catalog.Category) -> QWidget:
        chips = [self._chip(signal, category) for signal in self._catalog.of(category.group)]
        holder = QWidget()
        holder.setLayout(column(label(category.title, "strong"), flow(*chips, gap=6), gap=6))
        return holder

    def _chip(self, signal: catalog.Signal, category: catalog.Category) -> QPushButton:
        chip = button(signal.label, "chip", describe=f"{category.title}. {signal.meaning}")
        chip.setCheckable(True)
        chip.setProperty("group", signal.group.value)
        chip.setProperty("meaning", signal.meaning)
        chip.installEventFilter(self)
        chip.clicked.connect(self.changed)
        self._chips[signal.id] = chip
        return chip

    @staticmethod
    def _invitation() -> str:
        return _("Choose what you recognise, or nothing. Point at one to read what it stands for.")
