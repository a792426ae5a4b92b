"""Names that become letters: those that were found, and those the person adds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from onveilig_desktop.report.redaction import next_letter
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.chip import Chip
from onveilig_desktop.ui.flow_layout import FlowLayout
from onveilig_desktop.ui.forms import beside, button, column, label, walked_before

MOST_OFFERED = 12
Letters = tuple[tuple[str, str], ...]


class NameLetters(QWidget):
    """What looks like a name is offered; only what is chosen becomes a letter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: dict[str, QPushButton] = {}
        self._letters: dict[str, str] = {}
        self._chips = FlowLayout(6)
        about = _("Choose a name, and a letter stands in its place everywhere in the summary.")
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
        self.setLayout(column(label(about, "muted", wrap=True), self._chips, line, self._left_over))

    @property
    def letters(self) -> Letters:
        """The names with their letters."""
        return tuple(self._letters.items())

    @property
    def left_over(self) -> str:
        """Which names can still be read, in words; nothing when there are none."""
        return "" if self._left_over.isHidden() else self._left_over.text()

    def choose(self, letters: Letters) -> None:
        """Show these as chosen, without a word to anyone."""
        self._letters = dict(letters)
        self.offer(list(self._offered))

    def offer(self, names: Sequence[str]) -> None:
        """Offer *names* beside those that are chosen."""
        wanted = list(dict.fromkeys([*self._letters, *names]))[: MOST_OFFERED + len(self._letters)]
        for name in [name for name in self._offered if name not in wanted]:
            self._offered.pop(name).deleteLater()
        for name in wanted:
            if name not in self._offered:
                self._offered[name] = self._chip(name)
            self._tell(name)

    def point_out(self, names: Sequence[str]) -> None:
        """Say which names can still be read."""
        shown = ", ".join(names[:MOST_OFFERED])
        self._left_over.setText(
            _("Still to be read in what goes along: {names}").format(names=shown)
        )
        self._left_over.setVisible(bool(names))

    def _chip(self, name: str) -> QPushButton:
        chip = Chip("", describe=_("A letter stands for this name from now on"))
        chip.clicked.connect(lambda on: self._chosen(name, on))
        self._chips.addWidget(chip)
        walked_before(self.name, [chip])
        return chip

    def _chosen(self, name: str, on: bool) -> None:
        if on:
            self._letters[name] = next_letter(self._letters.values())
        else:
            self._letters.pop(name, None)
        self._tell(name)
        self.changed.emit()

    def _tell(self, name: str) -> None:
        letter = self._letters.get(name)
        chip = self._offered[name]
        chip.setChecked(letter is not None)
        words = f"{name} → {letter}" if letter else name
        chip.setAccessibleName(words)
        chip.setText(words.replace("&", "&&"))

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        if name and name not in self._letters:
            self.name.clear()
            self._letters[name] = next_letter(self._letters.values())
            self.offer(list(self._offered))
            self.changed.emit()
