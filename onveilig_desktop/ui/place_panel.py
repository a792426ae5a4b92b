"""Where the journal is: taking it to another folder or a stick, or erasing it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal, paths
from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.surroundings import synced_by
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Question
from onveilig_desktop.ui.choices import Choice
from onveilig_desktop.ui.file_dialogs import ask_folder
from onveilig_desktop.ui.forms import button, column, label, row
from onveilig_desktop.ui.leaving_panel import synced_words
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.path_words import PathWords, breakable
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.typed_line import TypedLine


class PlacePanel(QWidget):
    """Neither is done by one key: the folder is chosen, the word is typed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._folder = Path()
        self.where = PathWords()
        self.move_away = button(_("Move to another folder …"))
        self.move_away.clicked.connect(self._ask_folder)
        self.question = Question()
        self.moved = label("", wrap=True)
        self.copy: Choice[bool] = Choice(
            _("What to do with the backups"),
            [(True, _("Make a backup first"), ""), (False, _("Erase the backups beside it"), "")],
            needed=True,
        )
        self.copy.choose(True)
        self.copy.changed.connect(self._tell_copies)
        self._copies = label("", "muted", wrap=True)
        self.word = TypedLine()
        self.erase = writes(button(_("Erase the journal")))
        self.erase.setEnabled(False)
        self.word.typed.connect(lambda: self.erase.setEnabled(self._is_sure()))
        self.erase.clicked.connect(self._erase)
        self.erased = label("", wrap=True)
        self._lay_out()
        self._tell_copies()
        self._session.tend(_folder, self._know, owner=self)

    def take_to(self, folder: Path) -> None:
        """Move the journal to *folder*; if it is copied elsewhere, ask first."""
        try:
            place = paths.own_place(folder)
        except OSError:  # it may not be looked into: moving tells it in words
            place = folder
        service = synced_by(place)
        if service:
            go = partial(self._move, place)
            self.question.ask(synced_words(service), _("Move it there anyway"), go)
        else:
            self._move(place)

    def _know(self, folder: Path) -> None:
        self._folder = folder
        self.where.show_path(folder)

    def _ask_folder(self) -> None:
        chosen = ask_folder(self, _("Choose a folder for the journal"))
        if chosen is not None:
            self.take_to(chosen)

    def _move(self, place: Path) -> None:
        self._wait(_("Moving the journal …"))
        done = partial(self._show_moved, self._folder)
        self._session.tend(partial(_move, place=place), done, owner=self, failed=self._not_moved)

    def _show_moved(self, before: Path, answer: tuple[Path, bool]) -> None:
        place, is_removed = answer
        self._know(place)
        told = _(
            "The journal is in this folder now. When you start the program again, choose it "
            "there with «Other folder …»."
        )
        if not is_removed:
            left = _("It could not be removed from {folder}: what is there can still be opened.")
            told = f"{told}\n{left.format(folder=breakable(before))}"
        self._rest(told)

    def _not_moved(self, error: Exception) -> None:
        self._rest(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _wait(self, doing: str) -> None:
        self.moved.setText(doing)
        self.moved.show()
        self.setEnabled(False)

    def _rest(self, sentence: str) -> None:
        self.setEnabled(True)
        self.moved.setText(sentence)
        self.move_away.setFocus()

    def _is_sure(self) -> bool:
        return self.word.text().strip().casefold() == _("erase")

    def _erase(self) -> None:
        if self._is_sure():
            self.erased.setText(_("Erasing …"))
            self.erased.show()
            self.setEnabled(False)
            work = partial(_erase, copies_first=bool(self.copy.value()))
            self._session.tend(work, self._gone, owner=self, failed=self._not_erased)

    def _gone(self, _nothing: None) -> None:
        self._session.erased.emit()

    def _not_erased(self, error: Exception) -> None:
        self.setEnabled(True)
        self.erased.setText(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _tell_copies(self) -> None:
        keeps = bool(self.copy.value())
        kept = _("The backups stay. Whoever has one and your passphrase can open it.")
        gone = _("The backups in the folder of the journal go too; those elsewhere stay.")
        self._copies.setText(kept if keeps else gone)

    def _lay_out(self) -> None:
        word = label(_("To erase it, type the word «{word}»:").format(word=_("erase")), wrap=True)
        word.setBuddy(self.word)
        self.word.setAccessibleName(word.text())
        reach = _(
            "This copy can no longer be opened with this program. Copies elsewhere, files that "
            "you made of it and traces on the disk are not reached."
        )
        for told in (self.moved, self.erased):
            told.hide()
        self.setLayout(
            column(
                *(label(_("The journal is in this folder:"), "strong"), self.where),
                *(row(self.move_away, None), self.question, self.moved),
                *(label(_("Erase"), "heading"), label(reach, wrap=True), self.copy, self._copies),
                *(word, row(self.word, self.erase), self.erased),
                gap=10,
                margin=8,
            )
        )


def _folder(gate: journal.Gate) -> Path:
    return gate.folder


def _move(gate: journal.Gate, *, place: Path) -> tuple[Path, bool]:
    is_removed = gate.move(place)
    return gate.folder, is_removed


def _erase(gate: journal.Gate, *, copies_first: bool) -> None:
    if copies_first:
        gate.backups.make()
    gate.erase(keeps_copies=copies_first)
