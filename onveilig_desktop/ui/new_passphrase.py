"""Choosing a passphrase: typed twice, weighed in words, or made of words by chance."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import passphrases, texts
from onveilig_desktop.errors import EmptyPassphraseError
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.passphrase_field import PassphraseField
from onveilig_desktop.ui.tasks import Tasks
from onveilig_desktop.ui.typing_pause import TypingPause
from onveilig_desktop.ui.words import BLANK

Aside = Callable[[QObject, Callable[[], str], Callable[[str], None]], None]
"""Does work away from the window, and gives the answer while its owner is there."""


class NewPassphrase(QWidget):
    """What is typed stays until the page goes; nothing is asked of it but that it is something."""

    submitted = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, name: str, aside: Aside) -> None:
        super().__init__()
        self._aside = aside
        self.first = PassphraseField(name)
        self.again = PassphraseField(_("The same passphrase once more"))
        self.strength = label(BLANK, "muted", wrap=True)
        self.fault = label(BLANK, wrap=True)
        self.suggest = button(
            _("Suggest six words"), "quiet", describe=_("Puts words by chance into the field")
        )
        self.suggest.clicked.connect(self._suggest)
        self._pause = TypingPause(self)
        self._pause.came.connect(self._weigh)
        self.first.line.typed.connect(self._typed)
        self.again.line.typed.connect(lambda: _tell(self.fault, ""))
        self.first.line.returnPressed.connect(self.again.setFocus)
        self.again.line.returnPressed.connect(self.submitted)
        below = (self.strength, row(self.suggest, None), self.again, self.fault)
        self.setLayout(column(self.first, *below, gap=8))
        for told in (self.strength, self.fault):
            told.hide()
        keeps = self.strength.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # or all below it moves while one types
        self.strength.setSizePolicy(keeps)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """Return what was typed."""
        return self.first.text()

    def is_typed_well(self) -> bool:
        """Say whether there is one, twice the same; if not, tell it beside the fields."""
        if not self.first.text():
            _tell(self.fault, texts.gettext(EmptyPassphraseError.sentence))
            self.first.setFocus()
        elif self.first.text() != self.again.text():
            _tell(self.fault, _("The two are not the same. Type the passphrase once more."))
            self.again.line.selectAll()
            self.again.setFocus()
        else:
            return True
        return False

    def forget(self) -> None:
        """Empty the fields."""
        for field in (self.first, self.again):
            field.line.clear()
        self._typed("")

    def _typed(self, _words: str) -> None:
        _tell(self.fault, "")
        if not self.first.text():
            _tell(self.strength, "")
        self._pause.typed()

    def _weigh(self) -> None:
        typed = self.first.text()
        self._pause.rest()
        if typed:
            self._aside(self, lambda: _sentence(typed), lambda said: self._weighed(typed, said))

    def _weighed(self, typed: str, sentence: str) -> None:
        if typed == self.first.text():
            _tell(self.strength, sentence)

    def _suggest(self) -> None:
        self.suggest.setEnabled(False)
        in_use = texts.language()
        self._aside(self, lambda: passphrases.phrase(in_use), self._suggested)

    def _suggested(self, words: str) -> None:
        self.suggest.setEnabled(True)
        self.first.line.setText(words)
        self.first.line.setCursorPosition(0)
        self.first.reveal()
        self.again.line.clear()
        learn = _("Learn these words, or write them down. Then type them once more above.")
        _tell(self.fault, f"{words}\n{learn}")  # in large letters the field is too short for all
        self._weigh()
        self.again.setFocus()


def by(tasks: Tasks) -> Aside:
    """Return how *tasks* does it, where no journal is open."""
    return lambda owner, work, done: tasks.run(work, owner=owner, done=done, failed=_raise)


def _raise(error: Exception) -> None:
    raise error


def _sentence(typed: str) -> str:
    return passphrases.strength(typed).sentence


def _tell(beside: QWidget, sentence: str) -> None:
    beside.setProperty("text", sentence or BLANK)
    beside.setVisible(bool(sentence))
