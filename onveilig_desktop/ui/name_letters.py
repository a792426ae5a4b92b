"""Names that become letters: those that were found, and those the person adds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from onveilig_desktop.report.redaction import next_letter
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import beside, button, column, label

MOST_OFFERED = 12
Letters = tuple[tuple[str, str], ...]


class NameLetters(QWidget):
    """What looks like a name is offered; only what is ticked becomes a letter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._letters: dict[str, str] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        about = _("Tick a name, and a letter stands in its place everywhere in the summary.")
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Another name"))
        self.name.setPlaceholderText(_("Another name"))
        self.name.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.name.returnPressed.connect(self._add)
        self.add = button(_("Add"), describe=_("A letter stands for this name from now on"))
        self.add.clicked.connect(self._add)
        self._left_over = label("", wrap=True)
        self._left_over.hide()
        line = beside(self.name, self.add)
        self.setLayout(column(label(about, "muted", wrap=True), self._rows, line, self._left_over))

    @property
    def letters(self) -> Letters:
        """The names with their letters."""
        return tuple(self._letters.items())

    def choose(self, letters: Letters) -> None:
        """Show these as chosen, without a word to anyone."""
        self._letters = dict(letters)
        self.offer(list(self._boxes))

    def offer(self, names: Sequence[str]) -> None:
        """Offer *names* beside those that are chosen."""
        wanted = list(dict.fromkeys([*self._letters, *names]))[: MOST_OFFERED + len(self._letters)]
        for name in [name for name in self._boxes if name not in wanted]:
            self._boxes.pop(name).deleteLater()
        for name in wanted:
            if name not in self._boxes:
                self._boxes[name] = self._box(name)
            self._tell(name)

    def point_out(self, names: Sequence[str]) -> None:
        """Say which names can still be read."""
        shown = ", ".join(names[:MOST_OFFERED])
        self._left_over.setText(
            _("Still to be read in what goes along: {names}").format(names=shown)
        )
        self._left_over.setVisible(bool(names))

    def _box(self, name: str) -> QCheckBox:
        box = QCheckBox(self)
        box.clicked.connect(lambda on: self._ticked(name, on))
        self._rows.addWidget(box)
        return box

    def _ticked(self, name: str, on: bool) -> None:
        if on:
            self._letters[name] = next_letter(self._letters.values())
        else:
            self._letters.pop(name, None)
        self._tell(name)
        self.changed.emit()

    def _tell(self, name: str) -> None:
        letter = self._letters.get(name)
        box = self._boxes[name]
        box.setChecked(letter is not None)
        box.setText(f"{name} → {letter}" if letter else name)

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        if name and name not in self._letters:
            self.name.clear()
            self._letters[name] = next_letter(self._letters.values())
            self.offer(list(self._boxes))
            self.changed.emit()
