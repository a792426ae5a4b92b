"""The first run: what a journal on a computer cannot be, the way out, its place, its passphrase."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QPushButton, QStackedLayout, QWidget

from onveilig_desktop.surroundings import synced_by
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.forms import (
    button,
    card,
    centred,
    column,
    danger_words,
    label,
    row,
)
from onveilig_desktop.ui.new_passphrase import NewPassphrase, by
from onveilig_desktop.ui.path_words import PathWords
from onveilig_desktop.ui.privacy_words import synced_here
from onveilig_desktop.ui.recovery_words import what_it_is
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.words import BLANK


class Step(IntEnum):
    """What comes after what."""

    SAFETY = 0
    WAY_OUT = 1
    PLACE = 2
    PASSPHRASE = 3


class WelcomePage(QWidget):
    """Four steps, and «not now» on each, which leaves nothing behind."""

    create_wanted = Signal(str)
    folder_wanted = Signal()
    not_now_wanted = Signal()

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__()
        self.folder = folder
        self.next = button(_("I have read this"), "primary")
        self.tried = label(BLANK, "strong", wrap=True)
        self.go_on = button(_("Go on"), "primary")
        self.where = PathWords()
        self.synced = label("", wrap=True)
        self.other = button(_("Another folder or a stick …"))
        self.other.clicked.connect(self.folder_wanted)
        self.here = button(_("Keep it here"), "primary")
        self.new = NewPassphrase(_("Passphrase"), by(tasks))
        self.passphrase, self.again = self.new.first, self.new.again
        self.code = _code_choice()
        self.message = label("", "muted", wrap=True)
        self.make = button(_("Make the journal"), "primary")
        self.make.clicked.connect(self._submit)
        self.new.submitted.connect(self._submit)
        self._steps = QStackedLayout(self)
        for body in (self._safety(), self._way_out(), self._place(), self._passphrase()):
            self._steps.addWidget(centred(body))
        for forward in (self.next, self.go_on, self.here):
            forward.clicked.connect(lambda: self.show_step(Step(self._steps.currentIndex() + 1)))
        self.keep_in(folder)
        self.setFocusProxy(self.next)

    def show_step(self, step: Step) -> None:
        """Go to *step*; what was typed in another one stays."""
        self._steps.setCurrentIndex(step)
        (self.next, self.go_on, self.here, self.passphrase)[step].setFocus()

    def keep_in(self, folder: Path) -> None:
        """Show *folder* as the place for the journal, and who else may see what is in it."""
        self.folder = folder
        self.where.show_path(folder)
        service = synced_by(folder)
        self.synced.setText(synced_here(service) if service else "")
        self.synced.setVisible(bool(service))

    def rehearse(self) -> bool:
        """Say that the way out was pressed well; or that it is no rehearsal now."""
        is_tried = self._steps.currentIndex() == Step.WAY_OUT
        if is_tried:
            self.tried.setText(_("That is how it goes. This time nothing closes; later it does."))
        return is_tried

    def show_error(self, sentence: str) -> None:
        """Say why no journal was made; the place and the passphrase can be changed."""
        self.wait(None)
        self.message.setText(sentence)
        fault = self.back if self.passphrase.text() else self.passphrase
        fault.setFocus()

    def wait(self, why: str | None) -> None:
        """Say that something is under way, or that it is over."""
        for part in (self.new, self.code, self.make, self.back):
            part.setEnabled(why is None)
        self.message.setText(why or "")

    def _submit(self) -> None:
        if self.new.is_typed_well():
            self.create_wanted.emit(self.new.text())

    def _ways(self, forward: QPushButton, *, back: QPushButton | None = None) -> QWidget:
        leave = button(
            _("Not now"), describe=_("Closes the program. Nothing is left on this computer.")
        )
        leave.clicked.connect(self.not_now_wanted)
        ways = QWidget()
        ways.setLayout(row(leave, None, *([back] if back else []), forward))
        return ways

    def _to(self, step: Step) -> QPushButton:
        made = button(_("Back"))
        made.clicked.connect(lambda: self.show_step(step))
        return made

    def _safety(self) -> QWidget:
        sentences = (
            _("Is someone able to see what you do on this computer? Then it is not a safe place "
              "to write. Another device, paper, or keeping no record at all can be better."),
            _("Do you think there is software on it that watches you? Taking it off can alert "
              "the other. Ask for advice first, from another device."),
            _("What you write is encrypted and stays on this computer. It cannot protect you "
              "from someone who looks over your shoulder or who makes you give the passphrase."),
            danger_words(),
        )  # fmt: skip
        return _step(
            _("Before you begin"),
            label(_way_out_words(), "strong", wrap=True),
            *(label(sentence, wrap=True) for sentence in sentences),
            label(_("«Not now» closes the program and leaves nothing behind."), "muted", wrap=True),
            self._ways(self.next),
        )

    def _way_out(self) -> QWidget:
        return _step(
            _("To be gone at once"),
            label(_way_out_words(), wrap=True),
            label(
                _("Try it here: press Shift three times, quickly. Nothing closes yet."),
                "strong",
                wrap=True,
            ),
            self.tried,
            label(
                _("The button «Leave at once» does the same. It is on every page of the open "
                  "journal, over every question too. In the settings you can choose another "
                  "number, or switch the keys off."),
                wrap=True,
            ),
            self._ways(self.go_on, back=self._to(Step.SAFETY)),
        )  # fmt: skip

    def _place(self) -> QWidget:
        return _step(
            _("Where it is kept"),
            label(_("It will be kept in this folder:"), "strong"),
            self.where,
            self.synced,
            label(
                _("Whoever uses this computer may see that the folder is there, not what is in it. "
                  "On a USB stick you can keep it with you; without the stick nobody can open "
                  "it, and when it is lost the journal is lost too."),
                wrap=True,
            ),
            row(self.other, None),
            self._ways(self.here, back=self._to(Step.WAY_OUT)),
        )  # fmt: skip

    def _passphrase(self) -> QWidget:
        self.back = self._to(Step.PLACE)
        advice = _("A few words in a row that only you know are easier to keep than one hard word.")
        forgotten = _(
            "If you forget the passphrase and made no recovery code, all that you wrote is lost. "
            "Nobody can open the journal without it, not even the makers of this program."
        )
        return _step(
            _("New journal"),
            label(advice, wrap=True),
            self.new,
            label(forgotten, "strong", wrap=True),
            self.code,
            self.message,
            self._ways(self.make, back=self.back),
        )


def _code_choice() -> Choice[bool]:
    words = _("Make a recovery code too, to write down")
    return Choice(words, [(True, words, what_it_is())])


def _way_out_words() -> str:
    return _("Three times Shift closes everything at once; what you typed is kept.")


def _step(title: str, *parts: QWidget | QLayout) -> QWidget:
    return card(column(label(title, "title"), *parts, gap=14, margin=32))
