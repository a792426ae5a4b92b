"""Taking everything, or a table of it, along in a file that is not encrypted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onveilig_desktop.errors import OnveiligError
from onveilig_desktop.journal import Journal
from onveilig_desktop.journal.progress import Told
from onveilig_desktop.surroundings import synced_by
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.transfer import copy_suffix, write_copy, write_table
from onveilig_desktop.ui.aside import Question
from onveilig_desktop.ui.file_dialogs import ask_new_file
from onveilig_desktop.ui.flow_layout import flow
from onveilig_desktop.ui.forms import button, card, column, label, stand_out
from onveilig_desktop.ui.frames import Fitted
from onveilig_desktop.ui.leaving_panel import reach_words, synced_words, who_words
from onveilig_desktop.ui.long_work import LongWork
from onveilig_desktop.ui.path_words import breakable
from onveilig_desktop.ui.sentences import sentence_of
from onveilig_desktop.ui.session import Session
from onveilig_desktop.writing import FileTakenError, delete


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file: what it is and holds, how it is written, and how its name ends."""

    title: str
    holds: str
    write: Callable[[Journal, Path, bool, Told], None]
    suffix: Callable[[Journal], str]


def everything(session: Session) -> Kind:
    """Return the whole journal as one file."""

    def write(opened: Journal, path: Path, replace: bool, told: Told) -> None:
        write_copy(opened, path, session.today, replace=replace, told=told)

    holds = _(
        "In it: every entry with all its wordings, the bin, what you were writing, days, your "
        "own words and files. What you removed for good is not in it. This program can bring "
        "it in again, also on another computer."
    )
    return Kind(_("Everything in one file"), holds, write, copy_suffix)


def table(session: Session) -> Kind:
    """Return the entries as a table."""

    def write(opened: Journal, path: Path, replace: bool, told: Told) -> None:
        write_table(opened, path, session.catalog, replace=replace, told=told)

    holds = _(
        "In it: the entries as they are now, each on a line of its own, for a spreadsheet. The "
        "bin, earlier wordings, days and files are not in it."
    )
    return Kind(_("A table of the entries"), holds, write, lambda _opened: ".csv")


class TakingPanel(QWidget):
    """Says who can read the file before it is there, and where it is afterwards."""

    left = Signal()

    def __init__(self, session: Session, kind: Kind, *, stands_alone: bool = True) -> None:
        """Let a file of *kind* go, as a page that *stands_alone* or under what it is of."""
        super().__init__()
        self._session = session
        self._kind = kind
        self._path: Path | None = None
        self._suffix = ""
        self.place = button(_("Choose where …"), "primary")
        self.place.clicked.connect(self._choose)
        self.place.setEnabled(False)
        self._away = _("Cancel") if stands_alone else _("Back")
        self.back = button(self._away)
        self.back.clicked.connect(self.left)
        self.delete = button(_("Delete this copy"))
        self.delete.clicked.connect(self._delete)
        self.message = label("", wrap=True)
        self.question = Question()
        self.work = LongWork(session)
        self.work.busy_changed.connect(self._be_busy)
        self.left.connect(self.work.give_up)
        self._reach = label(reach_words(), "muted", wrap=True)
        parts = self._parts()
        self.setLayout(column(_alone(parts)) if stands_alone else parts)
        self._show_saved(None)
        self.say("")
        session.ask(kind.suffix, self._know_suffix, owner=self)

    def say(self, sentence: str) -> None:
        """Tell what happened."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def save_at(self, path: Path) -> None:
        """Save to *path*; where others may see it, only when the person still wants that."""
        service = synced_by(path.parent)
        save = partial(self.save_to, path, replace=path.exists())
        if service:
            self.question.ask(synced_words(service), _("Save here anyway"), save)
        else:
            save()

    def save_to(self, path: Path, *, replace: bool = False) -> None:
        """Write the file; over another one only with *replace*."""
        self.say("")
        self._show_saved(None)
        write = self._kind.write

        def work(opened: Journal, told: Told) -> Path:
            write(opened, path, replace, told)
            return path

        words = _("Saving … If you leave or stop now, there is no file.")
        self.work.ask(words, work, self._saved, partial(self._fail, path))

    def _know_suffix(self, suffix: str) -> None:
        self._suffix = suffix
        self.place.setEnabled(True)

    def _choose(self) -> None:
        name = _("notes {date}").format(date=self._session.today.isoformat()) + self._suffix
        path = ask_new_file(self, _("Where should the file be saved?"), name)
        if path is not None:
            self.save_at(path)

    def _saved(self, path: Path) -> None:
        self.say(_("Saved: {path}").format(path=breakable(path)))
        self._show_saved(path)
        self.back.setFocus()  # which says «done» now; Enter would have saved another one

    def _fail(self, path: Path, error: Exception) -> None:
        if isinstance(error, FileTakenError):  # it came there since the person chose
            replace = partial(self.save_to, path, replace=True)
            self.question.ask(sentence_of(error), _("Replace it"), replace)
            return
        self.say(sentence_of(error))
        if not isinstance(error, OnveiligError):
            raise error

    def _delete(self) -> None:
        path = self._path
        if path is not None:
            self._session.ask(
                lambda _opened: delete(path),
                lambda _nothing: self._deleted(),
                owner=self,
                failed=partial(self._fail, path),
            )

    def _deleted(self) -> None:
        self.say(_("This copy is deleted."))
        self._show_saved(None)

    def _show_saved(self, path: Path | None) -> None:
        self._path = path
        self.delete.setVisible(path is not None)
        self._reach.setVisible(path is not None)
        self.back.setText(self._away if path is None else _("Done"))
        self.place.setText(_("Choose where …") if path is None else _("Save another …"))
        ways = (self.place, self.back) if path is None else (self.back, self.place)
        stand_out(*ways)

    def _be_busy(self, busy: bool) -> None:
        if busy:
            self.back.setFocus()  # a button that is switched off would give the keyboard away
        for part in (self.place, self.delete):
            part.setEnabled(not busy)
        if not busy:
            self.place.setFocus()

    def _parts(self) -> QVBoxLayout:
        readable = _("This file is not locked. Anyone who opens it can read all that is in it.")
        return column(
            label(self._kind.title, "heading", wrap=True),
            label(readable, "strong", wrap=True),
            label(who_words(), wrap=True),
            label(self._kind.holds, "muted", wrap=True),
            self.message,
            self._reach,
            self.question,
            self.work,
            flow(self.back, self.delete, self.place),
            gap=12,
            margin=4,
        )


def _alone(parts: QVBoxLayout) -> QWidget:
    body = QWidget()
    body.setLayout(parts)
    alone = QWidget()
    alone.setLayout(column(card(column(Fitted(body), margin=14)), None))
    return alone
