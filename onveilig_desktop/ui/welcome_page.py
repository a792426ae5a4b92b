"""The first run: what a journal on a computer cannot be, then its place and passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import (
    button,
    card,
    column,
    danger_words,
    label,
    page,
    row,
    scrolling,
)
from onveilig_desktop.ui.new_passphrase import NewPassphrase, by
from onveilig_desktop.ui.tasks import Tasks

_WIDTH = 640


class WelcomePage(QWidget):
    """Two steps, and «not now» on both, which leaves nothing behind."""

    create_wanted = Signal(str)
    folder_wanted = Signal()
    not_now_wanted = Signal()

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__()
        self.new = NewPassphrase(_("Passphrase"), by(tasks))
        self.passphrase, self.again = self.new.first, self.new.again
        self.message = label("", "muted", wrap=True)
        self.next = button(_("I have read this"), "primary")
        self.make = button(_("Make the journal"), "primary")
        self.make.clicked.connect(self._submit)
        self.other = button(_("Other folder …"))
        self.other.clicked.connect(self.folder_wanted)
        self.new.submitted.connect(self._submit)
        self._steps = QStackedLayout(self)
        self._steps.addWidget(self._framed(self._safety()))
        self._steps.addWidget(self._framed(self._making(folder)))
        self.next.clicked.connect(self._go_on)
        self.setFocusProxy(self.next)

    def skip_safety(self) -> None:
        """Go to the second step; the first was read just now."""
        self._go_on()

    def show_error(self, sentence: str) -> None:
        """Say why no journal was made, and go to what can be changed about it."""
        self.wait(None)
        self.message.setText(sentence)
        fault = self.other if self.passphrase.text() else self.passphrase
        fault.setFocus()

    def wait(self, why: str | None) -> None:
        """Say that something is under way, or that it is over."""
        for part in (self.new, self.make, self.other):
            part.setEnabled(why is None)
        self.message.setText(why or "")

    def _go_on(self) -> None:
        self._steps.setCurrentIndex(1)
        self.passphrase.setFocus()

    def _submit(self) -> None:
        if self.new.is_typed_well():
            self.create_wanted.emit(self.new.text())

    def _framed(self, body: QWidget) -> QWidget:
        ground = page()
        body.setMaximumWidth(_WIDTH)
        body.setMinimumWidth(_WIDTH)
        ground.setLayout(column(None, row(None, body, None), None, margin=24))
        return scrolling(ground)

    def _not_now(self) -> QWidget:
        leave = button(
            _("Not now"), describe=_("Closes the program. Nothing is left on this computer.")
        )
        leave.clicked.connect(self.not_now_wanted)
        return leave

    def _safety(self) -> QWidget:
        way_out = _("Three times Shift closes everything at once; what you typed is kept.")
        sentences = (
            _("Is someone able to see what you do on this computer? Then it is not a safe place "
              "to write. Another device, paper, or keeping no record at all can be better."),
            _("Do you think there is software on it that watches you? Taking it off can alert "
              "the other. Ask for advice first, from another device."),
            _("What you write is encrypted and stays on this computer. It cannot protect you "
              "from someone who looks over your shoulder or who makes you give the passphrase."),
            danger_words(),
        )  # fmt: skip
        return card(
            column(
                label(_("Before you begin"), "title"),
                label(way_out, "strong", wrap=True),
                *(label(sentence, wrap=True) for sentence in sentences),
                label(_("«Not now» closes the program and leaves nothing behind."), "muted"),
                row(self._not_now(), None, self.next),
                gap=16,
                margin=32,
            )
        )

    def _making(self, folder: Path) -> QWidget:
        where = label(str(folder), wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        advice = _("A few words in a row that only you know are easier to keep than one hard word.")
        forgotten = _(
            "Nobody can open the journal without it, not even the makers of this program."
        )
        return card(
            column(
                label(_("New journal"), "title"),
                label(_("It will be kept in this folder:"), "strong"),
                _beside(where, self.other),
                label(advice, wrap=True),
                self.new,
                label(forgotten, "muted", wrap=True),
                self.message,
                row(self._not_now(), None, self.make),
                gap=14,
                margin=32,
            )
        )


def _beside(words: QWidget, action: QWidget) -> QHBoxLayout:
    line = row(words, action)
    line.setStretch(0, 1)
    return line
