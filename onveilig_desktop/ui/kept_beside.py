"""What is kept with an entry that is read: its earlier wordings and its files."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from onveilig_desktop import journal
from onveilig_desktop.texts import gettext as _
from onveilig_desktop.texts import ngettext
from onveilig_desktop.ui.attachments_panel import AttachmentsPanel
from onveilig_desktop.ui.forms import button, column, row
from onveilig_desktop.ui.session import Session
from onveilig_desktop.ui.versions_page import VersionsPage


class KeptBeside(QWidget):
    """A quiet line for the wordings, if there is more than one, and the files."""

    visit_wanted = Signal(object)

    def __init__(self, session: Session, entry_id: journal.EntryId, reader: QWidget) -> None:
        super().__init__()
        self.versions = button(
            "", "quiet", describe=_("Shows the earlier wordings"), icon="history"
        )
        self.versions.clicked.connect(
            lambda: self.visit_wanted.emit(lambda it: VersionsPage(it, entry_id))
        )
        self.versions.hide()
        self.attachments = AttachmentsPanel(session, reader)
        self.attachments.show_entry(entry_id)
        self.attachments.visit_wanted.connect(self.visit_wanted)
        self.setLayout(column(row(self.versions, None), self.attachments, gap=4))
        session.ask(
            lambda opened: opened.history.versions(entry_id), self._show_versions, owner=self
        )

    def _show_versions(self, versions: Sequence[journal.Version]) -> None:
        number = len(versions)
        self.versions.setText(ngettext("{n} wording", "{n} wordings", number))
        self.versions.setVisible(number > 1)
