"""The files of one entry: their names, and a way to add some."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from onveilig_desktop import journal
from onveilig_desktop.report.versions import file_words
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.ui import keys
from onveilig_desktop.ui.attachment_page import AttachmentPage
from onveilig_desktop.ui.file_dialogs import ask_files
from onveilig_desktop.ui.file_drops import FileDrops
from onveilig_desktop.ui.file_intake import FileIntake
from onveilig_desktop.ui.flow_layout import FlowLayout
from onveilig_desktop.ui.forms import button, column, label, on_keys, row, walked_before
from onveilig_desktop.ui.in_view import bring_into_view
from onveilig_desktop.ui.only_read import writes
from onveilig_desktop.ui.session import Session


class AttachmentsPanel(QWidget):
    """Stands in the reader and the editor; files may also be dragged onto *target*."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session, target: QWidget) -> None:
        super().__init__()
        self._session = session
        self._entry_id: journal.EntryId | None = None
        self._shown: Sequence[journal.Attachment] = ()
        session.texts_hidden.connect(self._name_files)
        kinds = f"{_('Photo, sound or document')}. {keys.ADD_FILE.shown}"
        self.add = writes(button(_("Add a file …"), "quiet", describe=kinds, icon="file"))
        self.add.setToolTip(kinds)
        on_keys(self.add, keys.ADD_FILE.chord)
        self.add.clicked.connect(self._choose)
        self.files = QWidget()
        self._flow = FlowLayout(6)
        self.files.setLayout(self._flow)
        self.message = label("", "muted", wrap=True)
        self.message.setMinimumWidth(1)  # a folder with a long name widens no page
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("How many files are in the journal"))
        drops = FileDrops(target)
        drops.dropped.connect(self.take)
        self.setLayout(column(self.files, row(self.add, None), self.progress, self.message, gap=4))
        self.show_entry(None)

    def show_entry(self, entry_id: journal.EntryId | None) -> None:
        """Show the files of an entry; a new one has to be saved before it can have any."""
        self._entry_id = entry_id
        self._show(())
        self.progress.hide()
        self.add.setEnabled(entry_id is not None)
        self._say("" if entry_id is not None else _("Files can be added after the first save."))
        if entry_id is not None:
            self.refresh()

    def refresh(self) -> None:
        """Ask for the files again."""
        asked = self._entry_id
        if asked is not None:
            self._session.ask(
                lambda opened: opened.attachments.of(asked), partial(self._found, asked), owner=self
            )

    def take(self, paths: Sequence[Path]) -> None:
        """Add the files at *paths*, one after another."""
        if self._entry_id is None or not paths:
            return
        intake = FileIntake(self._session)
        intake.went_on.connect(self._went_on)
        intake.finished.connect(self._finished)
        intake.add(self._entry_id, paths)

    def _found(self, entry_id: journal.EntryId, found: Sequence[journal.Attachment]) -> None:
        if entry_id == self._entry_id:
            self._show(found)

    def _show(self, found: Sequence[journal.Attachment]) -> None:
        self._shown = found
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for attachment in found:
            kind = file_words(attachment)
            name = kind if self._session.hides_texts else attachment.name  # it may tell much
            chip = button(_short(name), "chip", describe=kind)
            chip.setToolTip("\n".join(dict.fromkeys([name, kind])))
            chip.clicked.connect(partial(self._visit, attachment))
            self._flow.addWidget(chip)
            walked_before(self.add, [chip])
        self.files.setVisible(bool(found))

    def _name_files(self) -> None:
        self._show(self._shown)

    def _visit(self, attachment: journal.Attachment) -> None:
        self.visit_wanted.emit(lambda session: AttachmentPage(session, attachment))

    def _choose(self) -> None:
        self.take(ask_files(self, _("Which files belong to this entry?")))

    def _went_on(self, entry_id: journal.EntryId, done: int, asked: int) -> None:
        if entry_id == self._entry_id:
            self.progress.setRange(0, asked)
            self.progress.setValue(done)
            self.progress.show()
            self._say(_("Adding file {n} of {all} …").format(n=done + 1, all=asked))

    def _finished(self, entry_id: journal.EntryId, told: str) -> None:
        if entry_id == self._entry_id:
            self.progress.hide()
            self._say(told)
            self.refresh()
            # when the layout has made room for it
            QTimer.singleShot(0, self, partial(bring_into_view, self.message))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))


def _short(name: str) -> str:
    longest = 24
    return name if len(name) <= longest else f"{name[: longest - 12]}…{name[-11:]}"
