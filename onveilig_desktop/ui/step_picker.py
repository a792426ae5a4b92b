"""What the person did: six steps, three of them never without their caution."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from onveilig_desktop import catalog
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Several
from onveilig_desktop.ui.forms import column, label


class StepPicker(QWidget):
    """A careful step shows its caution as long as it is chosen, focused or pointed at."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._steps = catalog.steps()
        self._looked_at: set[catalog.StepId] = set()
        self._several = Several(
            _("What I did"),
            [(step.id, step.label, step.caution) for step in self._steps.values()],
        )
        self.caution = label("", wrap=True)
        self.caution.hide()
        self._several.changed.connect(self._chosen)
        for key in self._steps:
            self.chip(key).installEventFilter(self)
            self.chip(key).setProperty("step", key)
        self.setLayout(column(self._several, self.caution, gap=6))

    def chosen(self) -> frozenset[catalog.StepId]:
        """Return the steps that were taken."""
        return self._several.chosen()

    def choose(self, chosen: Iterable[catalog.StepId]) -> None:
        """Show these as taken, without a word to anyone."""
        self._several.choose(chosen)
        self._warn()

    def chip(self, key: catalog.StepId) -> QPushButton:
        """Return the button of one step."""
        return self._several.chip(key)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Show the caution of the step under the focus or the pointer."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            self._looked_at.add(watched.property("step"))
            self._warn()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave):
            self._looked_at.discard(watched.property("step"))
            self._warn()
        return super().eventFilter(watched, event)

    def _chosen(self) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        words = cautions(self.chosen() | self._looked_at)
        self.caution.setText(words)
        self.caution.setVisible(bool(words))


def cautions(steps: Iterable[catalog.StepId]) -> str:
    """Return what is to be kept in mind with these steps, each sentence once."""
    known = catalog.steps()
    said = (known[key].caution for key in sorted(steps) if key in known)
    return " ".join(dict.fromkeys(words for words in said if words))
