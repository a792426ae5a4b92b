"""The copies of the journal: what there is, one more, where they are, and putting one back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Gate
from onveilig_desktop.journal.backups import Backup
from onveilig_desktop.surroundings import synced_by
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui.aside import Aside, Question
from onveilig_desktop.ui.copies_list import CopiesList
from onveilig_desktop.ui.file_dialogs import ask_folder
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, card, column, label, scrolling
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session

_PARTS = 1_000


class CopiesPage(Aside):
    """Shows what is in the folder; each verb tells in one sentence how it went."""

    is_wide = True

    def __init__(self, session: Session) -> None:
        super().__init__(_("Copies"))
        self._session = session
        self.place = label("", wrap=True)
        self.other = writes(button(_("Other folder …"), describe=_("A stick, for one")))
        self.other.clicked.connect(self._choose_folder)
        self.beside = writes(button(_("Beside the journal")))
        self.beside.clicked.connect(lambda: self._keep_in(None))
        self.make = writes(button(_("Make a copy now"), "primary"))
        self.make.clicked.connect(self._make)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("How far the copy is"))
        self.message = label("", wrap=True)
        self.question = Question()
        self.list = CopiesList(session)
        self.list.told.connect(self.say)
        self.list.changed.connect(self._refresh)
        self._build()
        session.copying.went_on.connect(self._show_progress)
        session.copying.made.connect(self._made)
        session.copying.failed.connect(self._fail)
        self._be_copying()
        self.say("")
        self._refresh()

    def say(self, sentence: str) -> None:
        """Tell how it went."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def choose(self, folder: Path) -> None:
        """Keep the copies in *folder*; where others may see them, only when still wanted."""
        service = synced_by(folder)
        keep = partial(self._keep_in, folder)
        if service:
            sentence = _(
                "This folder seems to be copied to other devices by {service}. The copies are "
                "encrypted, but whoever has such a device sees that they are there."
            ).format(service=service)
            self.question.ask(sentence, _("Keep them here anyway"), keep)
        else:
            keep()

    def _choose_folder(self) -> None:
        folder = ask_folder(self, _("Where should the copies be kept?"))
        if folder is not None:
            self.choose(folder)

    def _keep_in(self, folder: Path | None) -> None:
        self.say("")

        def keep(gate: Gate) -> None:
            gate.backups.keep_in(folder)

        self._session.tend(keep, lambda _: self._moved(), owner=self, failed=self._fail)

    def _moved(self) -> None:
        self.say(_("From now on copies are kept there. Those made before stay where they are."))
        self._refresh()

    def _refresh(self) -> None:
        self._session.tend(_looked, self._show, owner=self, failed=self._fail)

    def _show(self, found: tuple[Path, bool, Sequence[Backup]]) -> None:
        folder, is_beside, backups = found
        self.place.setText(_("They are kept in {folder}.").format(folder=breakable(folder)))
        self.beside.setVisible(not is_beside)
        self.list.show_backups(backups)

    def _make(self) -> None:
        self.say(_("A copy is being made. You can go on writing meanwhile."))
        self._session.copying.begin()
        self._be_copying()

    def _made(self, _backup: Backup) -> None:
        self._be_copying()
        if self.back.hasFocus():  # it had it from the button meanwhile
            self.make.setFocus()
        self.say(_("The copy was made and checked."))
        self._refresh()

    def _fail(self, error: Exception) -> None:
        self._be_copying()
        self.say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _be_copying(self) -> None:
        is_going = self._session.copying.is_going
        if is_going and self.make.hasFocus():
            self.back.setFocus()  # a button that is switched off would give the keyboard away
        self.make.setEnabled(not is_going)
        self.progress.setVisible(is_going)
        self.progress.setRange(0, 0)

    def _show_progress(self, done: float) -> None:
        self.progress.setRange(0, _PARTS)
        self.progress.setValue(round(done * _PARTS))

    def _build(self) -> None:
        about = _(
            "A copy is made when you lock or close the journal and something changed. It opens "
            "with the passphrase of the day on which it was made. A copy on this computer "
            "helps when the file is damaged; one on a stick also when the computer is gone."
        )
        ways = flow(self.make, self.other, self.beside)
        told = (label(about, wrap=True), self.place)
        head = card(column(*told, ways, self.progress, gap=10, margin=16))
        rest = QWidget()
        rest.setLayout(column(self.message, self.question, self.list, gap=10))
        rest.layout().setStretch(2, 1)  # type: ignore[union-attr]
        body, whole = QWidget(), column(head, rest)
        whole.setStretch(1, 1)
        body.setLayout(whole)
        self.fill(scrolling(body))


def _looked(gate: Gate) -> tuple[Path, bool, Sequence[Backup]]:
    kept = gate.backups
    return kept.folder, kept.folder.parent == gate.folder, kept.all()
