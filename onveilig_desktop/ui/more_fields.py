"""What else can be noted beside the story; folded away until it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, caption, column, label, row
from onveilig_desktop.ui.step_picker import StepPicker
from onveilig_desktop.ui.text_field import TextField

_AROUND = 26
_ONE_LINE = ("present", "place")


class MoreFields(QWidget):
    """The short fields and the steps. Unfolds by itself where something stands in it."""

    changed = Signal()
    too_long = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.toggle = button(
            "", "quiet", describe=_("The short fields, who was there, where, and what you did")
        )
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._fold)
        self.fields = {name: self._field(name, words()) for name, words in HEADINGS.items()}
        self.steps = StepPicker()
        self.steps.changed.connect(self.changed)
        self._inside = QWidget()
        self._inside.setLayout(column(*self._parts(), gap=6))
        self.setLayout(column(row(self.toggle, None), self._inside, gap=6))
        self._fold(unfolded=False)

    def show_draft(self, draft: journal.Draft) -> None:
        """Show the fields of *draft*; what was undone in another one is forgotten."""
        details = asdict(draft.details)
        for name, field in self.fields.items():
            field.setPlainText(details[name])
        self.steps.choose(draft.steps)
        self.toggle.setChecked(bool(draft.steps) or any(details.values()))

    def details(self) -> journal.Details:
        """Return what stands in the short fields."""
        return journal.Details(**{n: field.toPlainText() for n, field in self.fields.items()})

    def _fold(self, unfolded: bool) -> None:
        self._inside.setVisible(unfolded)
        self.toggle.setText(_("Less") if unfolded else _("More to note …"))

    def _parts(self) -> list[QWidget]:
        parts: list[QWidget] = []
        for field in self.fields.values():
            parts += [caption(field), field]
        return [*parts, label(_("What I did"), "strong"), self.steps]

    def _field(self, name: str, words: str) -> TextField:
        field = TextField(words)
        lines = 1 if name in _ONE_LINE else 2
        field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + _AROUND)
        field.too_long.connect(self.too_long)
        field.textChanged.connect(self.changed)
        return field


HEADINGS: Mapping[str, Callable[[], str]] = {
    "seen": lambda: _("What a camera would have seen"),
    "said": lambda: _("The exact words"),
    "meant": lambda: _("What it meant to me"),
    "felt": lambda: _("What I felt in my body"),
    "effect": lambda: _("What it did to daily life"),
    "present": lambda: _("Who was there"),
    "place": lambda: _("Where it was"),
}
"""The heading of each of the details, in the order in which they are asked."""
